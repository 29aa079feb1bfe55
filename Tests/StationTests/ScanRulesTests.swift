import Scanning
import Settings
import Terminal
import Testing

@testable import Circulation
@testable import Station

/// A desk that knows what a card and an item look like.
struct ScanRulesTests {
  let card = "9921000000164"
  let other = "9931000000172"
  let book = "37000034179"
  let wrong = "3700003417"

  static func rules(
    _ change: (inout ScanRules) throws -> Void = { _ in }
  ) throws -> ScanRules {
    var rules = ScanRules()
    rules.borrower.patterns = [try Pattern(#"^99\d{11}$"#)]
    rules.item.patterns = [
      try Pattern(#"^3\d{10}$"#), try Pattern("[0-9A-Z]{12}"),
    ]
    rules.scanner.strip = ScannerRules.Envelope.allCases
    try change(&rules)
    return rules
  }

  func desk(
    _ language: Language = .english, bell: Bell = .errors,
    _ change: (inout ScanRules) throws -> Void = { _ in }
  ) throws -> DeskSession {
    try DeskSession(language: language, bell: bell, rules: Self.rules(change))
  }

  // MARK: Routing

  @Test func aCardInTheItemFieldBeginsTheNextBorrower() throws {
    let desk = try desk()
    desk.scan(card, book, other)
    #expect(desk.focus == .item && desk.borrower == other && desk.item.isEmpty)
    #expect(desk.notice == "Next borrower: \(other). Scan the items.")
    desk.scan("37000034180")
    #expect(
      desk.list == ["loan \(book) \(card)", "loan 37000034180 \(other)"])
    #expect(try desk.journal == desk.list)
  }

  @Test func anItemInTheBorrowersFieldIsRecordedForTheBorrowerThere() throws {
    let desk = try desk()
    desk.scan(card)
    desk.press(.backTab)
    #expect(desk.focus == .borrower)
    desk.scan(book)
    #expect(desk.list == ["loan \(book) \(card)"])
    #expect(desk.borrower == card && desk.focus == .item)
  }

  @Test func itemsBeforeTheCardAreKeptForIt() throws {
    let desk = try desk()
    desk.scan(book)
    #expect(desk.notice.contains("\(book) is waiting for a card"))
    #expect(desk.bells == [1])
    #expect(desk.focus == .borrower && desk.borrower.isEmpty)
    desk.scan("37000034180")
    #expect(desk.notice.contains("2 items are waiting for a card"))
    #expect(desk.list.isEmpty)
    desk.scan(card)
    #expect(
      desk.list == ["loan \(book) \(card)", "loan 37000034180 \(card)"])
    #expect(desk.station.itemsAwaitingCard.isEmpty)
  }

  @Test(arguments: Language.allCases)
  func whatIsKeptForACardIsNotLostSilently(language: Language) throws {
    let desk = try desk(language)
    desk.scan(book, "37000034180")
    desk.press(.function(10))
    let question =
      language == .english ? "2 items are wait" : "2 exemplaires att"
    #expect(desk.screen.contains(question))
    // Nothing of it can be saved: that is no answer here.
    desk.press(.function(2))
    #expect(!desk.isClosed && desk.station.isClosing)
    desk.press(.escape, .function(8))
    #expect(desk.notice.contains("37000034180") && desk.bells == [1])
    desk.press(.function(4))
    #expect(desk.notice.contains(book))
    desk.scan(card)
    #expect(desk.list.isEmpty)
  }

  @Test func deletingGivesUpWhatIsKeptAndNoGoodTransaction() throws {
    let desk = try desk()
    desk.scan(card, book)
    desk.press(.function(4))
    desk.scan("37000034180", "%DELETE-LAST%")
    #expect(desk.list == ["loan \(book) \(card)"])
    #expect(desk.station.itemsAwaitingCard.isEmpty)
    desk.scan(card, wrong)
    desk.press(.function(8))
    #expect(desk.list == ["loan \(book) \(card)"])
  }

  @Test func whateverWayTheBorrowerComesWhatIsKeptIsTheirs() throws {
    let desk = try desk()
    desk.scan(book)
    desk.type(card)
    desk.click(on: "Item barcode")
    desk.click(column: 20, row: 4)
    desk.scan("37000034188")
    desk.scan(other)
    #expect(desk.list.contains("loan \(book) \(card)"))
    #expect(desk.station.itemsAwaitingCard.isEmpty)
    let second = try self.desk()
    second.scan(book)
    second.feed([.paste("\(card)\n37000034188\n")])
    second.press(.function(2))
    #expect(
      second.list == ["loan \(book) \(card)", "loan 37000034188 \(card)"])
  }

  @Test func aDoubtfulItemBeforeTheCardIsAskedForAtOnce() throws {
    let desk = try desk {
      $0.item.forbidsLeadingZero = true
      $0.item.patterns = [try Pattern(#"\d{11}"#)]
    }
    desk.scan("01000034179")
    #expect(desk.notice.contains("begins with a zero"))
    #expect(desk.station.itemsAwaitingCard.isEmpty)
    desk.scan("01000034179", card)
    #expect(desk.list == ["loan 01000034179 \(card)"])
    #expect(
      desk.station.desk.unsaved[0].transaction.origins?.isDoubtful == true)
  }

  @Test func anItemThatStandsInItsFieldIsNotErasedByAnother() throws {
    let desk = try DeskSession()
    desk.press(.tab)
    desk.scan("111")
    #expect(desk.item == "111" && desk.focus == .borrower)
    desk.feed([.paste("\(card)\n\(book)\n")])
    desk.press(.function(2))
    #expect(desk.list == ["loan \(book) \(card)"])
    #expect(desk.item == "111")
  }

  @Test func aCardAmongReturnsIsRefused() throws {
    let desk = try desk()
    desk.press(.function(3))
    desk.scan(card)
    #expect(desk.list.isEmpty && desk.bells == [1])
    #expect(desk.notice.contains("is a card, but you are in Return"))
    desk.scan(book)
    #expect(desk.list == ["return \(book)"])
  }

  @Test func whatFitsBothGoesToTheFieldWithTheFocus() throws {
    let desk = try desk { $0.item.patterns = [try Pattern(#"\d+"#)] }
    desk.scan(card, card + "0", other)
    #expect(desk.list == ["loan \(card)0 \(card)", "loan \(other) \(card)"])
  }

  @Test func aBurstOfCardsAndItemsGoesWhereItBelongs() throws {
    let desk = try desk()
    desk.feed(
      [book, card, "37000034180", other, "37000034181"].flatMap {
        [Event].scan($0)
      })
    #expect(
      desk.list == [
        "loan \(book) \(card)", "loan 37000034180 \(card)",
        "loan 37000034181 \(other)",
      ])
    #expect(desk.disk.syncCount <= 3)
  }

  // MARK: Command codes

  @Test func commandsDoWhatTheKeysDo() throws {
    let desk = try DeskSession()
    desk.scan(card, book, "37000034180", "%RETURN%")
    #expect(desk.station.desk.operation == .return && desk.item.isEmpty)
    desk.scan("37000034181", "%DELETE-LAST%")
    #expect(desk.list.count == 2)
    #expect(desk.notice.contains("Deleted: return of 37000034181"))
    desk.scan("%LOAN%")
    #expect(desk.station.desk.operation == .loan && desk.borrower == card)
    desk.scan("%CLEAR%")
    #expect(desk.borrower.isEmpty && desk.focus == .borrower)
    desk.scan(other)
    desk.press(.backTab)
    desk.scan("%HELP%")
    #expect(desk.station.showsHelp)
    #expect(desk.borrower == other)
    desk.scan("%help%")
    #expect(desk.station.room == nil)
    desk.scan("5SQVE5")
    #expect(desk.list.isEmpty)
    #expect(try desk.savedLines.count == 2)
  }

  @Test func savedByAScanAtTheQuestionThereIsNothingToAsk() throws {
    let desk = try desk()
    desk.scan(card, book)
    desk.press(.function(10))
    desk.scan("%SAVE%")
    #expect(desk.station.room == nil && !desk.isClosed)
    #expect(try desk.savedLines.count == 1)
  }

  // MARK: The end of a scan

  @Test func silenceEndsAScan() throws {
    let desk = try desk { $0.scanner.suffix = .none }
    desk.feed([.burst(.init(card, end: .silence))])
    #expect(desk.focus == .item && desk.borrower == card)
    desk.feed([.burst(.init(book, end: .silence))])
    #expect(desk.list == ["loan \(book) \(card)"])
  }

  @Test func tabEndsAScanWhereTheSettingsSaySo() throws {
    let desk = try desk { $0.scanner.suffix = .tab }
    desk.feed(.scan(card, suffix: .tab))
    desk.feed(.scan(book, suffix: .tab))
    #expect(desk.list == ["loan \(book) \(card)"])
    desk.press(.tab)
    #expect(desk.focus != .item)
  }
}
