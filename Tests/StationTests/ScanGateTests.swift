import Scanning
import Terminal
import Testing

@testable import Station

/// Scans are told from keys by the moments at which they come.
struct ScanGateTests {
  static let paces = [0, 1, 8, 16]

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

  @Test func aResizeInAScanIsNoPartOfIt() {
    var line = Line()
    let resize = Event.resize(Size(columns: 60, rows: 16))
    line.send(keys("370000"), every: 8)
    #expect(line.gate.decide([resize], at: line.now) == [resize])
    line.send(keys("34179\r"), every: 8)
    #expect(told(&line) == ["37000034179"])
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
