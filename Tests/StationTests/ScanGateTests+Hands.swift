import Scanning
import Terminal
import Testing

@testable import Station

// Keys that a hand presses.
extension ScanGateTests {
  @Test(arguments: [25, 60, 100, 300])
  func whatAHandTypesIsKeys(milliseconds: Int) {
    for suffix in ScannerRules.Suffix.allCases {
      var line = Line(suffix)
      line.send(keys("37000034179"), every: milliseconds)
      line.wait(100)
      #expect(line.takeTold() == keys("37000034179").map { .key($0) })
      line.send([.enter])
      #expect(told(&line) == ["Enter"])
    }
  }

  @Test func aKeyIsPressedWithinFortyMilliseconds() {
    for key in Self.strangers where key != .alt("1") {
      var line = Line()
      line.send([key])
      line.wait(40)
      #expect(line.takeTold() == [.key(key)])
    }
  }

  @Test func aKeyBetweenScansIsPressed() {
    var line = Line()
    line.send(keys("37000034179\r"), every: 8)
    line.wait(45)
    line.send([.function(8)])
    line.wait(100)
    line.send(keys("37000034180\r"), every: 8)
    #expect(told(&line) == ["37000034179", "F8", "37000034180"])
  }

  @Test func aKeyThatIsHeldDownGoesOn() {
    var line = Line()
    for _ in 1...5 {
      line.send([.down], every: 33)
    }
    #expect(told(&line) == Array(repeating: "Down", count: 5))
    line.send(Array(repeating: .down, count: 5))
    #expect(told(&line) == Array(repeating: "Down", count: 5))
  }

  @Test func functionKeysReadAtOnceAreNoneOfAHand() {
    var line = Line()
    line.send([.function(8), .function(8)])
    #expect(told(&line) == ["refused"])
    line.send([.function(4), .function(10)])
    #expect(told(&line) == ["refused"])
  }

  @Test func escWithADigitIsAFunctionKey() {
    for (digit, name) in [("1", "F1"), ("8", "F8"), ("0", "F10")] {
      var line = Line()
      line.send([.alt(Character(digit))])
      #expect(told(&line) == [name])
      line.send([.escape])
      line.wait(250)
      line.send(keys(digit))
      #expect(told(&line) == ["Esc", name])
    }
  }

  @Test func aNumberBehindEscIsANumber() {
    var line = Line()
    line.send([.escape])
    line.wait(300)
    line.send(keys("370"), every: 150)
    #expect(told(&line) == ["Esc", "3", "7", "0"])
    line.send([.escape])
    line.wait(300)
    line.send(keys("37000034179\r"), every: 8)
    #expect(told(&line) == ["Esc", "37000034179"])
    line.send([.escape])
    line.wait(800)
    line.send(keys("3"))
    #expect(told(&line) == ["Esc", "3"])
  }

  @Test func aKeyIsDecidedAlsoWhereSignalsLeaveNoWaitToEnd() {
    let start = ContinuousClock.now
    let resize = Event.resize(Size(columns: 80, rows: 24))
    var gate = ScanGate(.auto)
    #expect(gate.decide([.key(.function(2))], at: start) == [])
    for milliseconds in [10, 20, 30] {
      let silence = start + .milliseconds(milliseconds)
      #expect(
        gate.decide([resize], at: silence, silence: silence) == [resize])
    }
    // A clock alone, which a busy machine makes late, proves no silence.
    #expect(
      gate.decide(
        [resize], at: start + .milliseconds(500),
        silence: start + .milliseconds(39)) == [resize])
    #expect(
      gate.decide(
        [resize], at: start + .milliseconds(501),
        silence: start + .milliseconds(40)) == [resize, .key(.function(2))])
  }

  @Test func keysOfOneReadAreOnlyObeyedIfAHandCanPressThemSo() {
    var line = Line()
    line.send([.tab, .tab, .delete])
    #expect(told(&line) == ["refused"])
    line.send([.delete, .delete])
    #expect(told(&line) == ["refused"])
    line.send([.down, .down, .down])
    #expect(told(&line) == ["Down", "Down", "Down"])
    line.send(
      [.click(Position(column: 1, row: 1)), .otherMouse] as [Event], every: 0)
    #expect(told(&line).count == 2)
  }
}
