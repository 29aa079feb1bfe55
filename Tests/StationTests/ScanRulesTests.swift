import Scanning
import Settings
import Terminal
import Testing

@testable import Circulation
@testable import Station

/// A desk that knows what a card and an item look like.
struct ScanRulesTests {
  private let card = "9921000000164"
  private let other = "9931000000172"
  private let book = "37000034179"
  private let wrong = "3700003417"

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

  private func desk(
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

  // MARK: In doubt, scan it again

  @Test(arguments: Language.allCases)
  func whatLooksWrongIsTakenWhenItComesAgain(language: Language) throws {
    let desk = try desk(language)
    desk.scan(card, wrong)
    #expect(desk.list.isEmpty && desk.item.isEmpty && desk.focus == .item)
    #expect(desk.bells == [1])
    #expect(desk.station.notice.kind == .refusal)
    #expect(desk.notice.contains(wrong))
    desk.scan(wrong)
    #expect(desk.list == ["loan \(wrong) \(card)"])
    #expect(desk.bells.isEmpty)
    let reopened = try desk.reopened()
    let origins = reopened.station.desk.unsaved.map(\.transaction.origins)
    #expect(origins.map { $0?.item.isDoubtful } == [true])
  }

  @Test func anythingElseDropsItAndSaysSo() throws {
    let keys: [Key] = [.function(3), .function(4), .function(8), .function(2)]
    for key in keys + [.function(10)] {
      let desk = try desk()
      desk.scan(card, wrong)
      desk.press(key)
      #expect(desk.notice.contains("\(wrong) discarded, NOT recorded"))
      #expect(!desk.isClosed)
      #expect(desk.station.confirmation == nil)
    }
    let desk = try desk()
    desk.scan(card, wrong, book)
    #expect(desk.list == ["loan \(book) \(card)"])
    #expect(desk.notice.contains("\(wrong) discarded, NOT recorded"))
    #expect(desk.bells == [1])
    // Now it is new again.
    desk.scan(wrong)
    #expect(desk.list.count == 1)
  }

  @Test func anItemThatIsKeptDropsTheConfirmationToo() throws {
    let desk = try desk()
    desk.scan("123", book, "123")
    #expect(desk.borrower.isEmpty && desk.list.isEmpty)
    #expect(desk.station.itemsAwaitingCard.count == 1)
  }

  @Test func eachReasonIsSaid() throws {
    for (number, reason, change) in [
      ("123", "does not look like an item", { _ in }),
      (
        "37000034179", "is 11 characters long",
        { $0.item.lengths = [14] }
      ),
      (
        "012345678901", "begins with a zero",
        { $0.item.forbidsLeadingZero = true }
      ),
      (
        "3/", "contains a slash",
        {
          $0.item.patterns = []
          $0.item.forbidsSlash = true
        }
      ),
      (
        "37000034179", "has the wrong check digit",
        { $0.item.checkDigit = .mod10 }
      ),
    ] as [(String, String, (inout ScanRules) throws -> Void)] {
      let desk = try desk(.english, change)
      desk.scan(card, number)
      #expect(desk.notice.contains("\(number) \(reason)"))
      #expect(desk.list.isEmpty)
      desk.scan(number)
      #expect(desk.list.count == 1)
    }
  }

  @Test func aCardThatLooksWrongIsAskedForAgainToo() throws {
    let desk = try desk()
    desk.scan("99210")
    #expect(desk.borrower.isEmpty && desk.focus == .borrower)
    #expect(desk.notice.contains("99210 does not look like a card"))
    desk.scan("99210")
    #expect(desk.borrower == "99210" && desk.focus == .item)
    desk.scan(book)
    #expect(
      desk.station.desk.unsaved.last?.transaction.origins?.borrower
        == ScanOrigin(isDoubtful: true))
  }

  // MARK: Double beeps and contradictions

  @Test func aDoubleBeepIsRecordedOnceAndSaid() throws {
    let desk = try DeskSession()
    desk.scan(card, book, book)
    #expect(desk.list.count == 1)
    #expect(desk.notice.contains("\(book) scanned twice: recorded once."))
    #expect(desk.bells.isEmpty)
    desk.clock.advance(by: 3)
    desk.scan(book)
    #expect(desk.list.count == 2)
    desk.feed([Event].scan("1") + .scan("1"))
    #expect(desk.list.count == 3)
  }

  @Test func anItemWithAWarningIsRecordedAndPointedOut() throws {
    let desk = try desk()
    desk.scan(card, book, other)
    desk.clock.advance(by: 60)
    desk.scan(book)
    #expect(desk.list.count == 2)
    #expect(desk.bells == [1])
    #expect(
      desk.notice.contains("to \(card) (09:05), not returned here"))
    desk.press(.function(2), .function(3))
    desk.scan(book)
    #expect(desk.list == ["return \(book)"])
    #expect(desk.notice.contains("was lent here at 09:06. Is this a return?"))
  }

  @Test func anItemWithItsBorrowersNumberIsRefused() throws {
    let desk = try DeskSession()
    desk.scan("123", "123")
    #expect(desk.list.isEmpty && desk.bells == [1])
    #expect(desk.notice.contains("123 is the borrower's number"))
    #expect(desk.item.isEmpty)
  }

  // MARK: Repair

  @Test func whatAKeyboardGarbledIsRestoredSaidAndKept() throws {
    let desk = try desk()
    desk.scan(card, "ààP§Qç'çHF'P")
    #expect(desk.list == ["loan 00P6A949HF4P \(card)"])
    #expect(desk.screen.contains("ààP§Qç'çHF'P → 00P6A949HF4P"))
    #expect(
      try desk.reopened().station.desk.unsaved[0].transaction.origins
        == TransactionOrigins(item: ScanOrigin(raw: "ààP§Qç'çHF'P")))
    desk.scan("*99210000001*")
    #expect(desk.notice.contains("99210000001 does not look like an item"))
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

  // MARK: A batch

  @Test func aBatchIsShownBeforeAnythingOfItIsRecorded() throws {
    let desk = try desk()
    desk.feed([
      .paste(
        "\(card)\n\(book)\n\(wrong)\n\n\(other)\n37000034180\n%RETURN%\né\n")
    ])
    #expect(desk.list.isEmpty)
    for text in [
      "7 lines. Cards: 2. Items: 3.", "Commands: 1.", "Doubtful (?): 1.",
      "Cannot be recorded (×): 1.", "F2", "Esc",
    ] {
      #expect(desk.screen.contains(text), "\(text)")
    }
    desk.press(.function(2))
    #expect(
      desk.list == [
        "loan \(book) \(card)", "loan \(wrong) \(card)",
        "loan 37000034180 \(other)",
      ])
    #expect(desk.station.desk.operation == .return)
    #expect(desk.notice.contains("U+00E9"))
    #expect(desk.station.room == nil)
    let marks = desk.station.desk.unsaved.map {
      $0.transaction.origins?.isDoubtful
    }
    #expect(marks == [nil, true, nil])
  }

  @Test func aBatchIsDroppedAndThatIsSaid() throws {
    let desk = try desk(.french)
    desk.feed([.paste("\(card)\n\(book)\n")])
    desk.press(.escape)
    #expect(desk.list.isEmpty && desk.borrower.isEmpty)
    #expect(desk.notice.contains("2 lignes collées ignorées, NON"))
  }

  @Test func aScanWhileABatchIsShownIsRecordedAndNoAnswer() throws {
    let desk = try desk()
    desk.scan(card)
    desk.feed([.paste("37000034180\n37000034181\n")])
    desk.scan(book)
    #expect(desk.list == ["loan \(book) \(card)"])
    #expect(desk.screen.contains("2 lines."))
    desk.press(.function(2))
    #expect(desk.list.count == 3)
  }

  @Test func aPasteAfterAPasteLosesNoneOfThem() throws {
    let desk = try desk()
    desk.feed([.paste("\(card)\n\(book)\n"), .paste("37000034180\n")])
    #expect(desk.screen.contains("3 lines. Cards: 1. Items: 2."))
    desk.scan("%HELP%")
    #expect(desk.screen.contains("3 lines."))
    desk.press(.function(2))
    #expect(desk.list.count == 2)
  }

  @Test func aBatchIsRecordedAsItWasShown() throws {
    let desk = try DeskSession()
    desk.feed([.paste("\(card)\n\(book)\n")])
    #expect(desk.screen.contains("Cards: 1. Items: 1."))
    desk.scan(other)
    desk.press(.function(2))
    #expect(desk.list == ["loan \(book) \(card)"])
  }

  @Test func aBatchThatNobodySeesIsNotAnswered() throws {
    let desk = try desk()
    desk.resize(40, 12)
    desk.feed([.paste("\(card)\n\(book)\n")])
    desk.press(.function(2))
    #expect(desk.list.isEmpty)
    desk.resize(80, 24)
    #expect(desk.screen.contains("2 lines."))
    desk.press(.function(2))
    #expect(desk.list.count == 1)
  }

  @Test func savedByAScanAtTheQuestionThereIsNothingToAsk() throws {
    let desk = try desk()
    desk.scan(card, book)
    desk.press(.function(10))
    desk.scan("%SAVE%")
    #expect(desk.station.room == nil && !desk.isClosed)
    #expect(try desk.savedLines.count == 1)
  }

  @Test func oneLineThatIsPastedIsTyped() throws {
    let desk = try DeskSession()
    desk.feed([.paste(card)])
    #expect(desk.borrower == card && desk.focus == .borrower)
    desk.feed([.paste("\n")])
    desk.feed([.paste("\(book)\n")])
    #expect(desk.list == ["loan \(book) \(card)"])
  }
}
