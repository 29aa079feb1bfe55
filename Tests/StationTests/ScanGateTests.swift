import Scanning
import Terminal
import Testing

@testable import Languages
@testable import Station

/// Scans are told from keys by the moments at which they come.
struct ScanGateTests {
  /// A keyboard and a scanner before a gate.
  private struct Line {
    var gate: ScanGate
    private(set) var now = ContinuousClock.now
    private(set) var told: [Event] = []

    init(_ suffix: ScannerRules.Suffix = .auto, minimumScanLength: Int = 6) {
      gate = ScanGate(suffix, minimumScanLength: minimumScanLength)
    }

    /// Lets time pass, and the gate know that nothing comes.
    mutating func wait(_ milliseconds: Int) {
      let end = now + .milliseconds(milliseconds)
      while let patience = gate.timeout(at: now), now + patience <= end {
        now += patience
        told += gate.decide([.tick], at: now).filter { $0 != .tick }
      }
      now = end
    }

    /// Sends keys, so many milliseconds apart.
    mutating func send(_ keys: [Key], every milliseconds: Int) {
      for key in keys {
        told += gate.decide([.key(key)], at: now)
        wait(milliseconds)
      }
    }

    /// Sends what else comes among keys, so many milliseconds apart.
    mutating func send(_ events: [Event], every milliseconds: Int) {
      for event in events {
        told += gate.decide([event], at: now)
        wait(milliseconds)
      }
    }

    /// Sends keys that are read at once.
    mutating func send(_ keys: [Key]) {
      told += gate.decide(keys.map { .key($0) }, at: now)
    }

    /// What was told since the last time.
    mutating func takeTold() -> [Event] {
      defer { told = [] }
      return told
    }
  }

  private static let paces = [0, 1, 8, 16]

  private func keys(_ text: String) -> [Key] {
    text.map { $0 == "\r" ? .enter : .character($0) }
  }

  /// The texts of the bursts, and the keys that are pressed.
  private func told(_ line: inout Line) -> [String] {
    line.wait(2_000)
    return line.takeTold().map { event in
      switch event {
      case .burst(let burst):
        (try? burst.readings())?.map(\.framed.number)
          .joined(separator: "|") ?? "refused"
      case .key(let key): English().name(of: key)
      default: "\(event)"
      }
    }
  }

  // MARK: Scans

  @Test(arguments: paces)
  func aScanIsOneThing(pace: Int) {
    var line = Line()
    line.send(keys("37000034179\r"), every: pace)
    #expect(told(&line) == ["37000034179"])
    line.send(keys("42\r"), every: pace)
    #expect(told(&line) == ["42"])
  }

  @Test func enterEndsAScanAtOnce() {
    var line = Line()
    line.send(keys("37000034179\r"))
    #expect(line.takeTold().count == 1)
    #expect(line.gate.timeout(at: line.now) == nil)
  }

  @Test(arguments: [Key.enter, .tab])
  func whatAScannerAddsToEnterIsNoKey(_ key: Key) {
    var line = Line()
    line.send(keys("37000034179\r") + [key])
    #expect(told(&line) == ["37000034179"])
  }

  static let strangers: [Key] =
    (1...12).map { .function($0) }
    + [
      .up, .down, .left, .right, .home, .end, .pageUp, .pageDown, .delete,
      .backspace, .escape, .backTab, .tab, .alt("c"), .alt("1"),
    ]
    + "abcdefghijklmnopqrstuvwxyz".filter { !"ijm".contains($0) }
    .map { .control($0) }

  @Test(arguments: paces)
  func noKeyInAScanIsPressed(pace: Int) {
    for key in Self.strangers {
      for place in [1, 2, 6, 10] {
        var line = Line()
        var scan = keys("37000034179")
        scan.insert(key, at: place)
        line.send(scan + [.enter], every: pace)
        #expect(told(&line) == ["refused"], "\(key) at \(place)")
        line.send(keys("37000034180\r"), every: pace)
        #expect(told(&line) == ["37000034180"])
      }
    }
  }

  @Test(arguments: paces)
  func noKeyBeginsAScanAndNoneIsOne(pace: Int) {
    for key in Self.strangers where key != .escape {
      var line = Line()
      line.send([key] + keys("37000034179\r"), every: pace)
      #expect(told(&line) == ["refused"], "\(key)")
      line.send([key, .enter], every: pace)
      #expect(told(&line) == ["refused"], "\(key)")
    }
  }

  @Test func escCloseBeforeAScanIsPartOfIt() {
    var line = Line()
    line.send([.escape] + keys("37000034179\r"))
    #expect(told(&line) == ["refused"])
  }

  @Test(arguments: paces)
  func noKeyEndsAScan(pace: Int) {
    // Some of them are ends that scanners have.
    let ends: [Key] = [.tab, .control("d"), .control("k"), .control("l")]
    for key in Self.strangers {
      var line = Line()
      line.send(keys("37000034179") + [key], every: pace)
      #expect(
        told(&line) == [ends.contains(key) ? "37000034179" : "refused"],
        "\(key)")
      line.send(keys("37000034179\r") + [key], every: pace)
      #expect(
        told(&line).first == "37000034179", "\(key)")
    }
  }

  @Test(arguments: paces)
  func noKeyRightBehindAScanIsPressed(pace: Int) {
    for key in Self.strangers where key != .tab {
      var line = Line()
      line.send(keys("37000034179\r") + [key], every: pace)
      #expect(told(&line) == ["37000034179", "refused"], "\(key)")
    }
  }

  @Test func aKeyThatWaitedToBeReadIsNoneOfAHand() {
    var line = Line()
    line.send(keys("37000034179\r"))
    let read = line.now
    line.wait(1_000)
    // The disk was slow: it may have come at any moment since.
    _ = line.gate.decide([.key(.control("c"))], since: read, at: line.now)
    #expect(told(&line) == ["37000034179", "refused"])
  }

  @Test func aScanInBunchesIsOneThing() {
    for cut in [1, 2, 3, 5, 7, 10] {
      var line = Line()
      let scan = keys("37000") + [.function(8)] + keys("034179\r")
      line.send(Array(scan[..<cut]))
      line.wait(30)
      line.send(Array(scan[cut...]))
      #expect(told(&line) == ["refused"])
    }
  }

  @Test func aLineThatHaltsCutsNoScan() {
    for halt in [50, 79, 81, 200, 450] {
      for cut in [2, 3, 6, 10] {
        var line = Line(.enter)
        let scan = keys("37000034179\r")
        line.send(Array(scan[..<cut]), every: 4)
        line.wait(halt)
        line.send(Array(scan[cut...]), every: 4)
        #expect(told(&line) == ["37000034179"], "\(halt) ms at \(cut)")
      }
    }
  }

  @Test func whatComesInTwoPartsIsRefusedRatherThanCut() {
    for halt in [100, 200, 400] {
      var line = Line(.enter)
      line.send(keys("3"))
      line.wait(halt)
      line.send(keys("7000034179\r"), every: 4)
      #expect(told(&line) == ["3", "refused"])
    }
  }

  @Test func aFirstCharacterThatWasShownIsOfTheScan() {
    var line = Line(.enter)
    line.send(keys("3"))
    line.wait(70)
    line.send(keys("7000034179\r"))
    line.wait(500)
    guard case .burst(let burst)? = line.takeTold().last else {
      Issue.record("no burst")
      return
    }
    #expect(burst.typedCount == 1)
    #expect(try! burst.readings().map(\.framed.number) == ["37000034179"])
  }

  // MARK: Hands

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

  @Test func aResizeInAScanIsNoPartOfIt() {
    var line = Line()
    let resize = Event.resize(Size(columns: 60, rows: 16))
    line.send(keys("370000"), every: 8)
    #expect(line.gate.decide([resize], at: line.now) == [resize])
    line.send(keys("34179\r"), every: 8)
    #expect(told(&line) == ["37000034179"])
  }

  // MARK: Silence

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

  @Test func aPasteOrTheMouseInAScanIsNoPartOfIt() {
    for event in [
      Event.paste("00"), .click(Position(column: 1, row: 1)), .otherMouse,
      .dropped(6),
    ] {
      for place in [1, 4] {
        var line = Line()
        line.send(keys("37000034179\r"), every: 8)
        #expect(told(&line) == ["37000034179"])
        var events = keys("37000034180\r").map { Event.key($0) }
        events.insert(event, at: place)
        line.send(events, every: 8)
        #expect(told(&line) == ["refused"], "\(event)")
      }
    }
    var line = Line()
    line.send([.paste("3700003417\n")], every: 0)
    #expect(line.takeTold().isEmpty)
    line.wait(40)
    #expect(line.takeTold() == [.paste("3700003417\n")])
    line.send([.paste("3700003417\n")], every: 0)
    #expect(
      line.gate.decide([.end(.hangup)], at: line.now)
        == [.paste("3700003417\n"), .end(.hangup)])
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

  @Test func theLastScanIsTakenWhenTheTerminalIsGone() {
    for scan in [keys("37000034179") + [.tab], keys("37000034179")] {
      var line = Line()
      line.send(scan)
      let last = line.gate.decide([.end(.hangup)], at: line.now)
      #expect(last.count == 2)
      #expect(last.last == .end(.hangup))
    }
    var line = Line()
    line.send([.function(2)])
    #expect(
      line.gate.decide([.end(.hangup)], at: line.now) == [.end(.hangup)])
  }
}
