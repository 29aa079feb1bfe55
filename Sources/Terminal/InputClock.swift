/// The times at which input was looked for, by a clock that nobody sets.
struct InputClock {
  typealias Instant = ContinuousClock.Instant

  /// The last time when there was nothing to read.
  private(set) var lastLook: Instant
  /// The earliest time at which the first of the last events may have arrived.
  private(set) var arrival: Instant
  /// The latest time until which all input is known to have been returned.
  private(set) var silence: Instant

  init(at now: Instant) {
    lastLook = now
    arrival = now
    silence = now
  }

  /// Takes that nothing was there when it was looked for.
  mutating func foundNothing(since began: Instant) {
    silence = began
  }

  /// Takes that all input was read by now.
  mutating func looked(at now: Instant) {
    lastLook = now
  }

  /// Takes that a wait ended in vain: what is read later came later.
  mutating func waited(until end: Instant) {
    silence = end
    lastLook = max(lastLook, end)
  }

  /// Takes that input was read which came at a time at the earliest.
  mutating func read(since earliest: Instant) {
    arrival = earliest
  }
}
