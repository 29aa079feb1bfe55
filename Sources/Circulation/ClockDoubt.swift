/// Why the clock may be wrong.
public enum ClockDoubt: Hashable, Sendable {
  /// It is earlier than an event that the journal has.
  case beforeLastEvent(LocalTime)
  /// It is more than 30 days after the last event that the journal has.
  case longAfterLastEvent(LocalTime)
  /// It is earlier than the day this version of the program was made.
  case beforeRelease(LocalTime)

  // A clock that is set by the network goes back and forth by seconds.
  static let tolerance: Int64 = 60
  private static let longTime: Int64 = 30 * 86_400

  /// What speaks against a clock that shows this time.
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

/// Watches a clock for being set while the station runs.
struct ClockWatch {
  private let clock: WallClock
  private var wall: LocalTime
  private var steady: Int64?

  init(_ clock: WallClock) {
    self.clock = clock
    wall = clock.now()
    steady = clock.steady?()
  }

  /// The time that the clock would show now, had it not been set since the last
  /// look; nil if it was not.
  mutating func jump() -> LocalTime? {
    let (wallBefore, steadyBefore) = (wall, steady)
    (wall, steady) = (clock.now(), clock.steady?())
    guard let steady, let steadyBefore else { return nil }
    let passed = steady - steadyBefore
    guard
      abs(wall.seconds(since: wallBefore) - passed) > ClockDoubt.tolerance
    else { return nil }
    return wallBefore.later(by: passed)
  }
}
