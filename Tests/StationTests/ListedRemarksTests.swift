import Circulation
import Terminal
import Testing

@testable import Station

/// What lists say against a number is told even where nothing is asked because
/// of them: it is taken, and heard.
struct ListedRemarksTests {
  private let card = "9921000000164"
  private let blocked = "9921000000165"
  private let known = "37000034179"

  private func against(_ desk: DeskSession) -> [[String]] {
    desk.station.desk.unsaved.map {
      $0.transaction.origins?.objectionNames ?? []
    }
  }

  @Test(arguments: [
    ("9921000000165", "is blocked (amende de 12 €)", "blocked"),
    ("9921000000166", "has expired (30 Sep 2017)", "expired"),
  ])
  func aCardThatIsScannedAgainAsTheNextReaders(
    _ next: String, _ reason: String, _ name: String
  ) throws {
    let desk = try KnownLists().desk()
    desk.scan(card, known, next)
    #expect(desk.borrower == card && desk.bells == [1])
    desk.scan(next)
    #expect(desk.borrower == next)
    #expect(desk.bells == [1])
    #expect(desk.notice.contains("\(next) \(reason) (list of 20 May 2018)."))
    desk.scan("37000034183")
    #expect(desk.bells == [])
    #expect(against(desk) == [[], [name]])
  }

  @Test func theCardOfTheReaderWhoIsAtTheDesk() throws {
    let desk = try KnownLists().desk()
    desk.scan(blocked, blocked)
    desk.press(.backTab)
    desk.scan(blocked)
    #expect(desk.borrower == blocked)
    #expect(desk.bells == [1])
    #expect(desk.notice.contains("\(blocked) is blocked"))
  }

  @Test func aReaderWhoIsBackAtTheDesk() throws {
    let desk = try KnownLists().desk()
    desk.scan(blocked, blocked, known)
    desk.press(.function(7), .function(7))
    desk.scan(card)
    #expect(desk.borrower == card)
    desk.press(.control("z"))
    #expect(desk.borrower == blocked)
    #expect(desk.bells == [1])
    #expect(desk.notice.contains("\(blocked) is blocked"))
    desk.scan("37000034183")
    #expect(against(desk).last == ["blocked"])
  }

  @Test func pastedLinesOfWhichTheLastAreShownAndTheRestKept() throws {
    let desk = try KnownLists().desk()
    desk.scan(card)
    desk.feed([
      .paste("37000034180\n37000034181\n37000034182\n37000099999\n")
    ])
    desk.press(.function(2))
    #expect(desk.list.count == 4)
    #expect(desk.bells == [1])
    #expect(
      desk.notice.hasSuffix(
        "37000034182 is on loan to NGUYEN Paul (list of 20 May 2018). 37000099999 is in no list of items (list of 20 May 2018). 2 more remarks: see F9."
      ))
    desk.press(.function(9), .end)
    #expect(desk.screen.contains("37000034180 is not for loan"))
    #expect(desk.screen.contains("37000034181 is requested"))
  }

  @Test func aNumberThatEnterTakesForAnItem() throws {
    let desk = try KnownLists().desk()
    desk.scan(card, known, blocked)
    #expect(desk.list.count == 1)
    desk.press(.enter)
    #expect(desk.list.last == "loan \(blocked) \(card)")
    #expect(desk.bells == [1])
    #expect(desk.notice.contains("\(blocked) is in no list of items"))
  }

  @Test func anAmendedReturn() throws {
    let desk = try KnownLists().desk()
    desk.press(.function(3))
    desk.scan(known)
    desk.press(.function(6), .function(6))
    desk.scan("37000099999")
    #expect(desk.list == ["return 37000099999"])
    #expect(desk.bells == [1])
    #expect(desk.notice.contains("37000099999 is in no list of items"))
  }

  @Test func whatWasAskedForBecauseOfThemIsNotToldTwice() throws {
    let desk = try KnownLists().desk()
    desk.scan(card, "37000034180", "37000034180")
    #expect(desk.list.count == 1 && desk.bells == [])
    #expect(!desk.notice.contains("is not for loan"))
  }
}
