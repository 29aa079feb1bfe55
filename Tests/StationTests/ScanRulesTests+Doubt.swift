import Scanning
import Settings
import Terminal
import Testing

@testable import Circulation
@testable import Station

// What is asked for again, pointed out or restored.
extension ScanRulesTests {
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
}
