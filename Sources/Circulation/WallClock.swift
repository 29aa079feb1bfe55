import Glibc

/// The clock of a desk; tests inject their own.
package struct WallClock: Sendable {
  /// Returns the current date and time, to the second, with the zone.
  package let now: @Sendable () -> LocalTime
  /// Returns a count of seconds that setting the clock does not change; nil if
  /// there is none.
  let monotonic: (@Sendable () -> Int64)?
  /// The release date of the program, which no correct clock precedes; nil to
  /// skip this check.
  package let release: LocalTime?

  /// Creates a clock from functions.
  ///
  /// - Parameters:
  ///   - now: returns the date and time, to the second, with the zone.
  ///   - monotonic: returns seconds that setting the clock does not change.
  ///   - release: a time that no correct clock precedes.
  package init(
    now: @escaping @Sendable () -> LocalTime,
    monotonic: (@Sendable () -> Int64)? = nil, release: LocalTime? = nil
  ) {
    self.now = now
    self.monotonic = monotonic
    self.release = release
  }

  /// The computer's clock, in the zone that `TZ` or the system sets.
  package static let system = WallClock(
    now: { localTime(secondsSince1970: time(nil)) },
    monotonic: {
      var time = timespec()
      // Unlike CLOCK_MONOTONIC it counts while the computer sleeps.
      clock_gettime(CLOCK_BOOTTIME, &time)
      return Int64(time.tv_sec)
    },
    // The release date of this version.
    release: LocalTime(
      year: 2026, month: 11, day: 22, hour: 0, minute: 0, utcOffset: 0))

  /// Returns the local time of a number of seconds since 1970-01-01T00:00:00Z,
  /// in the zone that `TZ` or the system sets.
  package static func localTime(secondsSince1970 seconds: Int) -> LocalTime {
    var seconds = time_t(seconds)
    var local = tm()
    localtime_r(&seconds, &local)
    return LocalTime(
      secondsSince1970: Int64(seconds), utcOffset: Int32(local.tm_gmtoff))
  }

  /// Corrects a clock that is known to be wrong.
  ///
  /// - Parameter seconds: the seconds to add.
  /// - Returns: the corrected clock.
  package func corrected(by seconds: Int32) -> WallClock {
    WallClock(
      now: { now().corrected(by: seconds) }, monotonic: monotonic,
      release: release)
  }
}
