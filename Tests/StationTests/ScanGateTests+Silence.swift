import Scanning
import Terminal
import Testing

@testable import Station

// Scans that end with a silence, and those that do not.
extension ScanGateTests {
  @Test(arguments: paces + [20])
  func silenceEndsAScan(pace: Int) {
    for suffix in [ScannerRules.Suffix.auto, .none] {
      var line = Line(suffix)
      line.send(keys("370000"), every: pace)
      #expect(told(&line) == ["370000"])
      line.send(keys("37000"), every: pace)
      #expect(told(&line) == ["3", "7", "0", "0", "0"])
    }
  }

  @Test func silenceEndsWhatIsAsShortAsTheNumbers() {
    var line = Line(.none, minimumScanLength: 4)
    line.send(keys("3700"))
    #expect(told(&line) == ["3700"])
  }

  @Test func withoutTheSettingSilenceEndsNothing() {
    for suffix in [ScannerRules.Suffix.enter, .tab] {
      var line = Line(suffix)
      line.send(keys("370000"))
      #expect(told(&line) == ["3", "7", "0", "0", "0", "0"])
    }
  }

  @Test func onceAScanEndsWithEnterSilenceEndsNoMore() {
    for end: Key in [.enter, .tab] {
      var line = Line()
      line.send(keys("37000034179") + [end])
      #expect(told(&line) == ["37000034179"])
      line.send(keys("370000"))
      #expect(told(&line).count == 6)
    }
  }

  @Test(arguments: paces)
  func aScannerMayEndScansWithTab(pace: Int) {
    var line = Line()
    line.send(keys("37000034179") + [.tab], every: pace)
    #expect(told(&line) == ["37000034179"])
    line.send(
      keys("37000034179") + [.tab] + keys("37000034180") + [.tab],
      every: pace)
    #expect(told(&line) == ["37000034179|37000034180"])
    line.send(
      keys("37000034179") + [.tab] + keys("37000034180\r"), every: pace)
    #expect(told(&line) == ["refused"])
    line.send(keys("37000034179") + [.tab, .enter], every: pace)
    #expect(told(&line) == ["37000034179"])
  }

  @Test func twoNumbersWithSilenceBetweenThemAreNotJoined() {
    for gap in [100, 120, 400] {
      var line = Line()
      line.send(keys("37000034179\r"), every: 8)
      #expect(told(&line) == ["37000034179"])
      line.send(keys("9921000000555"), every: 8)
      line.wait(gap)
      line.send(keys("37000036777\r"), every: 8)
      #expect(told(&line) == ["refused"])
      // Where one part is no number, the line has halted.
      line.send(keys("37000"), every: 8)
      line.wait(gap)
      line.send(keys("034180\r"), every: 8)
      #expect(told(&line) == ["37000034180"])
    }
  }
}
