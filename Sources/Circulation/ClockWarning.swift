/// A reason to suspect that the clock is wrong.
package enum ClockWarning: Hashable, Sendable {
  /// The clock is earlier than the last event in the journal.
  case beforeLastEvent(LocalTime)
  /// The clock is more than 30 days after the last event in the journal.
  case longAfterLastEvent(LocalTime)
  /// The clock is earlier than the release date of this program version.
  case beforeRelease(LocalTime)

  // A clock set over the network moves back and forth by seconds.
  static let tolerance: Int64 = 60
  private static let longTime: Int64 = 30 * 86_400

  /// Returns the reason to suspect a clock that shows `now`; nil if it is
  /// plausible.
  package init?(now: LocalTime, latest: LocalTime?, release: LocalTime?) {
    if let latest, now.seconds(since: latest) < -Self.tolerance {
      self = .beforeLastEvent(latest)
    } else if let latest, now.seconds(since: latest) > Self.longTime {
      self = .longAfterLastEvent(latest)
    } else if let release, now.seconds(since: release) < 0 {
      self = .beforeRelease(release)
    } else {
      return nil
    }
  }
}

/// A watch that notices when the clock is set while the station runs.
struct ClockWatch {
  private let clock: WallClock
  private var wall: LocalTime
  private var monotonic: Int64?

  init(_ clock: WallClock) {
    self.clock = clock
    wall = clock.now()
    monotonic = clock.monotonic?()
  }

  /// Returns the time the clock would show if it had not been set since the
  /// last call; nil if it was not set.
  mutating func jump() -> LocalTime? {
    let (wallBefore, monotonicBefore) = (wall, monotonic)
    (wall, monotonic) = (clock.now(), clock.monotonic?())
    guard let monotonic, let monotonicBefore else { return nil }
    let passed = monotonic - monotonicBefore
    guard
      abs(wall.seconds(since: wallBefore) - passed) > ClockWarning.tolerance
    else { return nil }
    return wallBefore.later(by: passed)
  }
}
