import Scanning
import Terminal
import Testing

@testable import Station

/// A scan is known by its speed where nothing else ends it.
struct ScanTimingTests {
  private let start = ContinuousClock.now

  /// Feeds characters, each so many milliseconds after the one before.
  private func type(
    _ count: Int, every milliseconds: Int, _ timing: inout ScanTiming,
    from: Int = 0
  ) {
    for index in 0..<count {
      _ = timing.take(
        [.key(.character("1"))],
        at: start + .milliseconds(from + index * milliseconds))
    }
  }

  @Test(arguments: [0, 1, 8, 16, 20])
  func aScannerIsKnownByItsSpeed(milliseconds: Int) {
    for suffix in [ScannerRules.Suffix.auto, .none] {
      var timing = ScanTiming(suffix)
      type(5, every: milliseconds, &timing)
      #expect(!timing.awaitsSilence)
      type(1, every: 0, &timing, from: 5 * milliseconds)
      #expect(timing.awaitsSilence)
      #expect(timing.take([.tick], at: start) == [.pause])
      #expect(timing.take([.tick], at: start) == [.tick])
    }
  }

  @Test(arguments: [25, 60, 100, 300])
  func aHandIsNeverTakenForAScanner(milliseconds: Int) {
    for suffix in ScannerRules.Suffix.allCases {
      var timing = ScanTiming(suffix)
      for count in 1...30 {
        type(1, every: 0, &timing, from: count * milliseconds)
        #expect(!timing.awaitsSilence)
      }
      #expect(timing.take([.key(.tab)], at: start) == [.key(.tab)])
    }
  }

  @Test func aHiccupOfTheLineDoesNotHideAScan() {
    var timing = ScanTiming(.none)
    for milliseconds in [0, 16, 32, 100, 100, 100, 112, 128, 144, 160, 176] {
      type(1, every: 0, &timing, from: milliseconds)
    }
    #expect(timing.awaitsSilence)
  }

  @Test func aResizeInTheMiddleOfAScanDoesNotHideIt() {
    var timing = ScanTiming(.none)
    type(5, every: 8, &timing)
    let resize = Event.resize(Size(columns: 60, rows: 16))
    #expect(timing.take([resize], at: start + .milliseconds(36)) == [resize])
    type(5, every: 8, &timing, from: 40)
    #expect(timing.awaitsSilence)
  }

  @Test func onceAScanEndsWithEnterSilenceEndsNoMore() {
    var timing = ScanTiming(.auto)
    type(11, every: 8, &timing)
    #expect(
      timing.take([.key(.enter)], at: start + .milliseconds(90))
        == [.key(.enter)])
    type(11, every: 8, &timing, from: 1_000)
    #expect(!timing.awaitsSilence)
  }

  @Test func aTabThatAScannerAddsIsEnter() {
    for (suffix, key) in [
      (ScannerRules.Suffix.auto, Key.enter), (.enter, .tab), (.none, .tab),
    ] {
      var timing = ScanTiming(suffix)
      type(11, every: 8, &timing)
      #expect(timing.take([.key(.tab)], at: start) == [.key(key)])
      #expect(timing.take([.key(.tab)], at: start) == [.key(.tab)])
    }
  }

  @Test func withoutTheSettingSilenceEndsNothing() {
    for suffix in [ScannerRules.Suffix.enter, .tab] {
      var timing = ScanTiming(suffix)
      type(20, every: 1, &timing)
      #expect(!timing.awaitsSilence)
      #expect(timing.take([.tick], at: start) == [.tick])
    }
  }
}
