import Circulation
import Scanning
import Settings
import Terminal
import Testing

@testable import Languages
@testable import Station

/// A page over the desk asks for a scan only as long as it says so.
struct PageTests {
  private let card = "9921000000164"
  private let other = "9921000000172"

  private func desk(_ language: Language = .english) throws -> DeskSession {
    let desk = try DeskSession(language: language)
    desk.scan(card, "37000034179", "37000034180", "37000034181")
    return desk
  }

  /// The keys that open each page that asks for a scan.
  private static let asking: [[Key]] = [
    [.function(5)], [.function(6)], [.function(7), .function(7)],
  ]

  // MARK: Leaving

  @Test(arguments: asking, Language.allCases)
  func clearLeavesThePageAndTheNextScanIsTheCard(
    _ keys: [Key], _ language: Language
  ) throws {
    let desk = try desk(language)
    let before = desk.list
    desk.press(keys + [.function(4)])
    #expect(desk.station.room == nil)
    #expect(desk.notice == language.words.cleared())
    desk.scan(other, "37000034182")
    #expect(desk.list == before + ["loan 37000034182 \(other)"])
  }

  @Test(arguments: asking, Language.allCases)
  func switchingLeavesThePageAndTheNextScanIsAReturn(
    _ keys: [Key], _ language: Language
  ) throws {
    let desk = try desk(language)
    let before = desk.list
    desk.press(keys + [.function(3)])
    #expect(desk.station.room == nil)
    #expect(desk.notice == language.words.ready(.return, borrower: nil))
    desk.scan("37000034179")
    #expect(desk.list == before + ["return 37000034179"])
  }

  @Test(arguments: asking)
  func theirCodesLeaveItToo(_ keys: [Key]) throws {
    for (code, scan, line) in [
      ("%CLEAR%", other, nil), ("%RETURN%", "37000034179", "return"),
      ("%LOAN%", "37000034182", "loan"),
    ] {
      let desk = try desk()
      let before = desk.list
      desk.press(keys)
      desk.scan(code)
      #expect(desk.station.room == nil)
      desk.scan(scan)
      #expect(Array(desk.list.prefix(3)) == before)
      #expect(desk.list.count == (line == nil ? 3 : 4))
      #expect(desk.list.last?.hasPrefix(line ?? "loan") == true)
      if line == nil { #expect(desk.borrower == other) }
    }
  }

  @Test func whatAPageAskedForTwiceIsNoAnswerAtTheDesk() throws {
    var rules = ScanRules()
    rules.item.patterns = [try Pattern("^\\d{11}$")]
    for key in [Key.function(4), .function(1), .function(7), .escape] {
      let desk = try DeskSession(rules: rules)
      desk.scan(card, "37000034179")
      desk.press(.function(6))
      desk.scan("123")
      desk.press(key)
      #expect(desk.station.confirmation == nil)
      #expect(desk.station.notice.text.contains("123"))
      #expect(desk.list == ["loan 37000034179 \(card)"])
    }
  }

  // MARK: What changes beneath

  @Test(arguments: Language.allCases)
  func aLineThatIsSavedBeneathAmendEndsItAndTheNextScanIsRecorded(
    _ language: Language
  ) throws {
    let desk = try desk(language)
    desk.press(.up, .function(6))
    desk.scan("%SAVE%")
    #expect(desk.station.room == nil)
    #expect(desk.notice.contains(language.words.amendEnded(isSaved: true)))
    desk.scan("37000034182")
    #expect(desk.list == ["loan 37000034182 \(card)"])
  }

  @Test func aLineThatIsDeletedBeneathAmendEndsIt() throws {
    let desk = try desk()
    desk.press(.function(6))
    desk.scan("%DELETE-LAST%")
    #expect(desk.station.room == nil)
    #expect(
      desk.notice.hasSuffix(
        "Line not amended: it is deleted. The next scan is recorded."))
    desk.scan("37000034182")
    #expect(desk.list.last == "loan 37000034182 \(card)")
  }

  @Test func aLineThatIsUndoneBeneathAmendIsShownAsItIs() throws {
    let desk = try desk()
    desk.press(.function(6))
    desk.scan("37000034189")
    desk.press(.function(6))
    desk.scan("%UNDO%")
    #expect(desk.list.last == "loan 37000034181 \(card)")
    #expect(desk.screen.contains("37000034181"))
    #expect(!desk.screen.contains("37000034189"))
    desk.scan("37000034190")
    #expect(
      desk.notice.hasPrefix(
        "Amended: loan of 37000034190 to \(card), not of 37000034181."))
  }

  @Test func whatIsFoundFollowsTheCodesAsItFollowsTheKeys() throws {
    let desk = try desk()
    desk.press(.function(5))
    desk.scan("37000034181", "%DELETE-LAST%")
    let room = try #require(desk.station.room as? FindRoom)
    #expect(room.search?.lines.isEmpty == true)
  }

  // MARK: What was half typed

  @Test(arguments: asking, Language.allCases)
  func whatWasHalfTypedGivesWayWithAWordAndTheBell(
    _ keys: [Key], _ language: Language
  ) throws {
    let desk = try desk(language)
    desk.press(keys)
    if keys == [.function(6)] { desk.press(.control("u")) }
    desk.type("42")
    desk.feed([.burst(.init(other))])
    #expect(desk.notice.contains(language.words.numberReplaced("42")))
    #expect(desk.bells == [1])
  }

  @Test func theOldNumberGivesWayWithoutAWord() throws {
    let desk = try desk()
    desk.press(.function(6))
    desk.feed([.burst(.init("37000034189"))])
    #expect(desk.notice.hasPrefix("Amended: loan of 37000034189"))
    #expect(desk.bells.isEmpty)
  }

  // MARK: Enter that changes nothing

  @Test(arguments: Language.allCases)
  func enterOnTheOldNumberOrOnNoneSaysWhatToDo(_ language: Language) throws {
    let desk = try desk(language)
    for keys in [[Key.enter], [.backspace, .enter]] {
      desk.press([.function(6)] + keys)
      #expect(desk.notice == language.words.nothingToAmend())
      #expect(desk.station.room is AmendRoom)
      desk.press(.escape)
    }
    desk.press(.function(7), .function(7), .down, .enter)
    #expect(desk.station.room?.field != nil)
    #expect(desk.list.count == 3)
  }
}
