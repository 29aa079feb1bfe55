import Glibc

/// The clock that a desk reads; tests bring their own.
public struct WallClock: Sendable {
  /// The date and time at this moment, to the second, with the zone.
  public let now: @Sendable () -> LocalTime
  /// The seconds since some moment, whatever the date and time are set to; nil
  /// if nothing counts them.
  let steady: (@Sendable () -> Int64)?
  /// The day that the program was made, which no right clock is before; nil if
  /// any time will do.
  package let release: LocalTime?

  /// A clock that shows what the functions return.
  ///
  /// - Parameters:
  ///   - now: the date and time, to the second, with the zone.
  ///   - steady: seconds that no setting of the clock changes.
  ///   - release: a time that no right clock is before.
  public init(
    now: @escaping @Sendable () -> LocalTime,
    steady: (@Sendable () -> Int64)? = nil, release: LocalTime? = nil
  ) {
    self.now = now
    self.steady = steady
    self.release = release
  }

  /// The computer's clock, in the zone that `TZ` or the system sets.
  public static let system = WallClock(
    now: {
      var seconds = time(nil)
      var local = tm()
      localtime_r(&seconds, &local)
      return LocalTime(
        secondsSince1970: Int64(seconds), utcOffset: Int32(local.tm_gmtoff))
    },
    steady: {
      var time = timespec()
      // Unlike CLOCK_MONOTONIC it goes on while the computer sleeps.
      clock_gettime(CLOCK_BOOTTIME, &time)
      return Int64(time.tv_sec)
    },
    // The day that this version was made.
    release: LocalTime(
      year: 2026, month: 11, day: 22, hour: 0, minute: 0, utcOffset: 0))

  /// Makes good what the clock is known to be wrong by.
  ///
  /// - Parameter seconds: what is added to what it shows.
  /// - Returns: the clock that shows the sum.
  public func corrected(by seconds: Int32) -> WallClock {
    WallClock(
      now: { now().corrected(by: seconds) }, steady: steady, release: release)
  }
}
