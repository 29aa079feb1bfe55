import Terminal
import Testing

@testable import Station

/// A scanner that beeps twice for one number.
struct DoubleBeepTests {
  private let card = "9921000000164"
  private let wrong = "3700003417"

  private func desk() throws -> DeskSession {
    try DeskSession(rules: ScanRulesTests.rules())
  }

  @Test func aScannerThatBeepsTwiceDoesNotAnswer() throws {
    let desk = try desk()
    desk.scan(card)
    desk.feed([Event].scan(wrong) + .scan(wrong))
    #expect(desk.list.isEmpty)
    #expect(desk.notice.contains("If it is right, scan it again."))
    desk.scan(wrong)
    #expect(desk.list == ["loan \(wrong) \(card)"])
    // One beep more is the same scan.
    desk.scan(wrong)
    #expect(desk.notice.contains("scanned twice"))
    #expect(desk.list.count == 1)
  }

  @Test func aCodeThatBeepsTwiceIsDoneOnce() throws {
    let desk = try desk()
    desk.scan(card, "37000034179", "37000034180", "37000034181")
    desk.pause = .milliseconds(200)
    desk.scan("%DELETE-LAST%", "%DELETE-LAST%")
    #expect(desk.list.count == 2)
    #expect(desk.notice.contains("%DELETE-LAST% scanned twice: done once."))
    desk.scan("%UNDO%", "%UNDO%")
    #expect(desk.list.count == 3)
    #expect(desk.notice.contains("%UNDO% scanned twice: done once."))
    desk.scan("%HELP%", "%HELP%")
    #expect(desk.notice.contains("%HELP% scanned twice: done once."))
    // With a number between them there were two.
    desk.scan("%DELETE-LAST%", "37000034182", "%DELETE-LAST%")
    #expect(desk.list.count == 2)
  }

  @Test func withinHalfASecondTheSameNumberIsNoAnswer() throws {
    let desk = try desk()
    desk.scan(card, wrong)
    desk.pause = .milliseconds(249)
    desk.scan(wrong, wrong)
    #expect(desk.list.isEmpty)
    #expect(desk.notice.contains("If it is right, scan it again."))
    desk.pause = .milliseconds(2)
    desk.scan(wrong)
    #expect(desk.list == ["loan \(wrong) \(card)"])
  }
}
