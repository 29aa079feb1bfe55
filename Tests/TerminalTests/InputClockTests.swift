import Testing

@testable import Terminal

/// The times at which input may have arrived: by them a scanner's end is told
/// from a key of a hand.
struct InputClockTests {
  private let start = ContinuousClock.now

  private func at(_ milliseconds: Int) -> ContinuousClock.Instant {
    start + .milliseconds(milliseconds)
  }

  @Test func whatIsReadAtOnceMayHaveComeSinceTheLastLook() {
    var clock = InputClock(at: start)
    clock.looked(at: at(100))
    clock.read(since: clock.lastLook)
    #expect(clock.arrival == at(100))
  }

  /// A busy machine reads an Enter of a hand long after it came, and not long
  /// before: it was taken for the end of the scan before it, and dropped.
  @Test func whatIsReadAfterAWaitInVainCameAfterIt() {
    var clock = InputClock(at: start)
    clock.looked(at: at(100))
    clock.waited(until: at(140))
    #expect(clock.silence == at(140))
    #expect(clock.lastLook == at(140))
    // A wait that was cut short is not longer than the look after it.
    clock.looked(at: at(150))
    clock.waited(until: at(145))
    #expect(clock.lastLook == at(150))
  }
}
