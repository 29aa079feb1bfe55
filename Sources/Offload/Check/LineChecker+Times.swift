import Circulation

// Checks of the times of the lines.
extension LineChecker {
  /// The gap between two lines that is reported, in minutes.
  private static let maximumGap = 30 * 24 * 60

  /// The limits for times, in minutes since 1970-01-01T00:00.
  struct Times {
    let now: Int
    let since: Int
    /// Alma went into public use in 2012: no earlier time can be right.
    let beginning =
      LocalTime(year: 2012, month: 1, day: 1, hour: 0, minute: 0)?
      .wallMinutes ?? 0
  }

  /// A line number and its time in minutes.
  struct Timed {
    let line: Int
    let minute: Int
  }

  /// Checks the time of a line against those of its file, and the limits.
  mutating func checkTime(_ minute: Int, _ entry: Entry) {
    let place = entry.place
    let track = tracks[place.file]
    let last = track.last
    if let last, minute < last.minute {
      add(
        .backwards(after: LinePlace(file: place.file, number: last.line)),
        entry)
    }
    tracks[place.file].last = Timed(line: place.number, minute: minute)
    // An implausible time leaves a gap that means nothing.
    if times.beginning...max(times.beginning, times.now) ~= minute {
      if let last = track.lastPlausible,
        minute - last.minute > Self.maximumGap
      {
        add(
          .gap(
            after: LinePlace(file: place.file, number: last.line),
            days: (minute - last.minute) / (24 * 60)), entry)
      }
      tracks[place.file].lastPlausible = Timed(
        line: place.number, minute: minute)
    }
    let issue: FileIssue
    if minute > times.now {
      issue = .future
    } else if minute < times.beginning {
      issue = .wrongClock
    } else if minute < times.since {
      issue = .beforeOutage
    } else {
      return
    }
    if queue.extendsRun(at: place, issue.kind) { return }
    add(issue, entry)
  }
}
