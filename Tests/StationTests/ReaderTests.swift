import Circulation
import Glibc
import Settings
import Terminal
import Testing

@testable import Station

/// The borrower's page: what is there, and all of it to another card.
struct ReaderTests {
  private func desk() throws -> DeskSession {
    let desk = try DeskSession()
    desk.scan("9921000000164", "37000034179")
    desk.press(.function(2))
    desk.scan("37000034180", "37000034181")
    return desk
  }

  @Test func allLoansGoToAnotherCardAndSoDoTheNextScans() throws {
    let desk = try desk()
    desk.press(.function(7))
    #expect(
      desk.screen.contains(
        "This borrower has 3 items now. Loans: 2 in the list, 1 saved."))
    desk.press(.function(7))
    desk.scan("9921000000172")
    #expect(
      desk.list == [
        "loan 37000034180 9921000000172", "loan 37000034181 9921000000172",
      ])
    #expect(
      desk.notice
        == "Moved 2 loans from 9921000000164 to 9921000000172. Ctrl-Z to undo. In OffCirc.dat, 1 loan stays with 9921000000164."
    )
    #expect(desk.borrower == "9921000000172")
    desk.scan("37000034182")
    #expect(desk.list.last == "loan 37000034182 9921000000172")
    #expect(try desk.journal == desk.list)
    #expect(try desk.savedLines.first?.hasSuffix("9921000000164") == true)
  }

  @Test func undoGivesAllOfItBackAndTheCardToo() throws {
    let desk = try desk()
    let before = desk.list
    desk.press(.function(7), .function(7))
    desk.scan("9921000000172")
    desk.press(.control("z"))
    #expect(desk.list == before)
    #expect(desk.borrower == "9921000000164")
    #expect(
      desk.notice
        == "Move undone: 2 loans back with 9921000000164. Borrower 9921000000164: scan the items. F4 for the next borrower."
    )
  }

  @Test func theCardAtTheDeskStaysIfItIsAnother() throws {
    let desk = try desk()
    desk.press(.function(4))
    desk.scan("9921000000199", "37000034183")
    desk.press(.up, .function(7), .function(7))
    desk.scan("9921000000199")
    #expect(desk.list.allSatisfy { $0.hasSuffix("9921000000199") })
    #expect(desk.borrower == "9921000000199")
    desk.press(.control("z"))
    #expect(desk.borrower == "9921000000199")
    #expect(desk.list[0] == "loan 37000034180 9921000000164")
  }

  @Test func scansAreRecordedWhileThePageIsOpenAndCounted() throws {
    let desk = try desk()
    desk.press(.function(7))
    desk.scan("37000034182")
    #expect(desk.list.last == "loan 37000034182 9921000000164")
    #expect(desk.screen.contains("This borrower has 4 items now."))
    #expect(desk.place(of: " 37000034182 ") != nil)
    // What came back is no more with the borrower.
    desk.press(.function(3))
    desk.scan("37000034179", "37000034182")
    desk.press(.function(7))
    #expect(desk.screen.contains("This borrower has 2 items now."))
  }

  @Test func theCountBesideTheCardIsOfAllDaysOfTheOutage() throws {
    let desk = try desk()
    desk.press(.function(2))
    desk.clock.advance(by: 86_400)
    let next = try desk.reopened()
    next.scan("9921000000164")
    #expect(next.screen.contains(" 3 items "))
    #expect(next.screen.contains("Today: 0 loans, 0 returns, 0 readers"))
    next.scan("37000034182")
    #expect(next.screen.contains(" 4 items "))
    next.press(.function(7))
    #expect(next.screen.contains("This borrower has 4 items now."))
  }

  @Test func aCardThatCannotBeIsRefusedAndAskedForAgain() throws {
    let desk = try desk()
    desk.press(.function(7), .function(7))
    desk.scan("37000034180")
    #expect(desk.notice.contains("37000034180 is an item. Scan a card."))
    desk.scan("37000034180")
    #expect(desk.notice.contains("37000034180 is an item. Scan a card."))
    desk.press(.enter)
    #expect(desk.notice.hasPrefix("37000034180 is not a card."))
    #expect(desk.list[0] == "loan 37000034180 9921000000164")
    desk.press(.escape)
    #expect(desk.station.room == nil)
    desk.scan("37000034182")
    #expect(desk.list.count == 3)
  }

  @Test func theLoanThatIsChosenTellsTheBorrower() throws {
    let desk = try desk()
    desk.press(.function(4))
    desk.scan("9921000000172", "37000034183")
    desk.press(.function(7))
    #expect(desk.screen.contains("Borrower 9921000000172"))
    desk.press(.escape, .up, .up, .function(7))
    #expect(desk.screen.contains("Borrower 9921000000164"))
    desk.press(.down, .enter)
    #expect(desk.focus == .list)
    #expect(desk.selected == "loan 37000034180 9921000000164")
  }

  @Test func withoutABorrowerItSaysWhatToDo() throws {
    let desk = try DeskSession()
    desk.press(.function(7))
    #expect(desk.station.room == nil)
    #expect(
      desk.notice
        == "There is no borrower to show. Scan a card, or select a loan.")
    desk.scan("9921000000164")
    desk.press(.function(7), .function(7))
    #expect(
      desk.notice
        == "The list has no loans of 9921000000164 to move.")
  }

  @Test func aDiskThatFailsMovesNothing() throws {
    let desk = try desk()
    let before = desk.list
    desk.press(.function(7), .function(7))
    desk.disk.journalFailure = (.synchronize, ENOSPC)
    desk.scan("9921000000172")
    #expect(desk.list == before)
    #expect(desk.borrower == "9921000000164")
    #expect(desk.notice.hasPrefix("NOT moved to 9921000000172: 2 loans"))
  }
}
