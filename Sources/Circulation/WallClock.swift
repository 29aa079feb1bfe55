import Glibc

/// The clock that a desk reads; tests bring their own.
public struct WallClock: Sendable {
  /// The date and time at this moment, to the second, with the zone.
  public let now: @Sendable () -> LocalTime

  /// A clock that shows what the function returns.
  public init(now: @escaping @Sendable () -> LocalTime) {
    self.now = now
  }

  /// The computer's clock, in the zone that `TZ` or the system sets.
  public static let system = WallClock {
    var seconds = time(nil)
    var local = tm()
    localtime_r(&seconds, &local)
    return LocalTime(
      secondsSince1970: Int64(seconds), utcOffset: Int32(local.tm_gmtoff))
  }
}
