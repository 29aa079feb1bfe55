import Circulation

/// A time zone: its distance from UTC at any time.
package struct Zone: Sendable {
  /// The name, such as `Europe/Paris` or `+01:00`.
  package let name: String
  /// Returns the seconds by which its clocks are ahead of UTC, at a number of
  /// seconds since 1970-01-01T00:00:00Z.
  let offset: @Sendable (Int64) -> Int32

  /// Creates a zone from a function.
  ///
  /// - Parameters:
  ///   - name: the name that is shown.
  ///   - offset: returns the seconds ahead of UTC at a time in UTC.
  package init(name: String, offset: @escaping @Sendable (Int64) -> Int32) {
    self.name = name
    self.offset = offset
  }

  /// Creates a zone whose clocks are never set.
  package init(name: String, fixed seconds: Int32) {
    self.init(name: name) { _ in seconds }
  }

  /// Creates the zone that `TZ` or the system sets.
  package static func ofSystem(named name: String) -> Zone {
    Zone(name: name) { instant in
      WallClock.localTime(secondsSince1970: Int(instant)).utcOffset ?? 0
    }
  }

  /// The meaning of a time on the wall clock, in seconds of UTC.
  enum Reading: Hashable {
    /// The clock shows it once.
    case once(Int64)
    /// The clock shows it twice, as in an autumn night.
    case twice(first: Int64, second: Int64)
    /// The clock never shows it, as in a spring night; the time that a clock
    /// shows which was not set yet.
    case never(Int64)
  }

  /// Returns the meaning of a time on the wall clock.
  func reading(ofWall wall: Int64) -> Reading {
    // Nowhere are clocks set twice within two days.
    let before = Int64(offset(wall - 86_400))
    let after = Int64(offset(wall + 86_400))
    let candidates = before == after ? [before] : [before, after]
    let instants = candidates.map { wall - $0 }
      .filter { wall - $0 == Int64(offset($0)) }.sorted()
    guard let first = instants.first else { return .never(wall - before) }
    guard instants.count == 2, first != instants[1] else { return .once(first) }
    return .twice(first: first, second: instants[1])
  }
}

/// A reader of wall-clock times, which remembers the last day: most times are
/// of the same day as the one before, and the clock is set on two of a year.
struct ZoneClock {
  let zone: Zone
  /// The day, by its seconds on the wall clock.
  private var day: Range<Int64> = 0..<0
  /// The offset of the whole day; nil if the clock is set about it.
  private var steady: Int32?

  init(_ zone: Zone) { self.zone = zone }

  private mutating func turn(to wall: Int64) {
    guard !day.contains(wall) else { return }
    let start = wall - wall.modulus(86_400)
    day = start..<start + 86_400
    let (before, after) = (
      zone.offset(start - 2 * 86_400), zone.offset(start + 3 * 86_400)
    )
    steady =
      before == after && zone.offset(start + 43_200) == before ? before : nil
  }

  /// Returns the meaning of a time on the wall clock.
  mutating func reading(ofWall wall: Int64) -> Zone.Reading {
    turn(to: wall)
    if let steady { return .once(wall - Int64(steady)) }
    return zone.reading(ofWall: wall)
  }

  /// Returns the seconds by which the clock is ahead of UTC at a time on the
  /// wall clock; nil if the clock is set about that day.
  mutating func steadyOffset(ofWall wall: Int64) -> Int32? {
    turn(to: wall)
    return steady
  }

  /// Returns the seconds by which the clock is ahead of UTC.
  mutating func offset(at instant: Int64) -> Int32 {
    turn(to: instant)
    return steady ?? zone.offset(instant)
  }
}
