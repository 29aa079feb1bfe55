import Circulation

/// A clock of a zone, by which times in UTC are shown.
package struct LocalClock {
  private var clock: ZoneClock

  /// Creates the clock of a zone.
  package init(_ zone: Zone) { clock = ZoneClock(zone) }

  /// Returns a date and time as the clock shows it, with its offset; one of
  /// which nobody knows the offset stays as it is.
  package mutating func local(_ moment: Moment) -> Moment {
    guard let instant = moment.instant else { return moment }
    let offset = clock.offset(at: instant)
    return Moment(
      wall: instant + Int64(offset), offset: offset,
      hasSeconds: moment.hasSeconds, millisecond: moment.millisecond)
  }

  /// Returns a row with all its times as the clock shows them.
  package mutating func local(_ entry: Entry) -> Entry {
    var entry = entry
    entry.moment = entry.moment.map { local($0) }
    entry.due = entry.due.map { local($0) }
    entry.backdate = entry.backdate.map { local($0) }
    return entry
  }

  /// Returns the meaning of a time on the wall clock.
  mutating func reading(ofWall wall: Int64) -> Zone.Reading {
    clock.reading(ofWall: wall)
  }
}

extension Moment {
  /// The date and time as the wall clock showed it, for a table: with seconds
  /// if the file gives them.
  package var shown: LocalTime {
    var time = LocalTime(secondsSince1970: wall, utcOffset: 0)
    guard !hasSeconds else { return time }
    let at = time.fields
    time =
      LocalTime(
        year: at.year, month: at.month, day: at.day, hour: at.hour,
        minute: at.minute) ?? time
    return time
  }

  /// The date and time in ISO 8601, with seconds and with an offset only if the
  /// file gives them.
  package var iso8601: String {
    let offset = offset ?? 0
    let written = LocalTime(
      secondsSince1970: wall - Int64(offset), utcOffset: offset
    ).iso8601
    // 2026-11-25T10:15:30+01:00
    let time = written.prefix(hasSeconds ? 19 : 16)
    return String(time) + (self.offset == nil ? "" : String(written.suffix(6)))
  }
}
