import Circulation
import Glibc
import Terminal
import Testing

@testable import Station

/// A disk that fails: nothing is called recorded, nothing is lost.
struct DiskErrorTests {
  private func deskWithABorrower() throws -> DeskSession {
    let desk = try DeskSession()
    desk.scan("9921000000164", "101")
    return desk
  }

  @Test(arguments: [FileError.Operation.write, .synchronize])
  func aScanThatIsNotOnDiskIsNotRecordedAndStays(
    _ operation: FileError.Operation
  ) throws {
    let desk = try deskWithABorrower()
    desk.disk.journalFailure = (operation, EIO)
    desk.scan("102")
    #expect(desk.list == ["loan 101 9921000000164"])
    #expect(desk.item == "102")
    #expect(desk.bells == [1])
    #expect(desk.station.notice.kind == .refusal)
    #expect(desk.notice.hasPrefix("NOT recorded: 1 scan waiting."))
    #expect(desk.notice.contains("/home/desk/files/OffCirc.journal"))
    let style = desk.style(of: "NOT recorded")
    #expect(style == desk.palette[.refusal])
  }

  @Test func itIsRecordedOnceWhenTheCauseIsGone() throws {
    let desk = try deskWithABorrower()
    desk.disk.journalFailure = (.write, ENOSPC)
    desk.scan("102")
    desk.tick()
    // The same failure again is not news.
    #expect(desk.bells.isEmpty)
    #expect(desk.notice.hasPrefix("NOT recorded"))
    desk.disk.journalFailure = nil
    desk.tick()
    #expect(desk.notice == "Recorded: loan of 102 to 9921000000164.")
    #expect(desk.item.isEmpty)
    desk.tick()
    desk.press(.enter)
    #expect(
      try desk.journal == ["loan 101 9921000000164", "loan 102 9921000000164"])
    #expect(try desk.reopened().list.count == 2)
  }

  @Test func enterTriesAgain() throws {
    let desk = try deskWithABorrower()
    desk.disk.journalFailure = (.write, ENOSPC)
    desk.scan("102")
    desk.press(.enter)
    #expect(desk.notice.hasPrefix("NOT recorded: 1 scan waiting."))
    #expect(desk.bells == [1])
    desk.disk.journalFailure = nil
    desk.press(.enter)
    #expect(desk.list.count == 2)
  }

  @Test func moreScansWaitBehindItAndNothingIsGluedOrLost() throws {
    let desk = try deskWithABorrower()
    desk.disk.journalFailure = (.synchronize, EIO)
    desk.feedSlowly(.scan("102"))
    desk.feedSlowly(.scan("103"))
    desk.scan("104")
    #expect(desk.notice.hasPrefix("NOT recorded: 3 scans wait"))
    #expect(desk.item == "104")
    #expect(desk.list.count == 1)
    desk.disk.journalFailure = nil
    desk.scan("105")
    #expect(
      try desk.journal == (101...105).map { "loan \($0) 9921000000164" })
    #expect(desk.item.isEmpty)
  }

  @Test func oneBellAScanNotOneACharacter() throws {
    let desk = try deskWithABorrower()
    desk.disk.journalFailure = (.write, ENOSPC)
    desk.scan("102")
    var bells = 0
    for event in [Event].scan("37000034179") {
      desk.feed([event])
      bells += desk.bells.count
    }
    #expect(bells == 1)
  }

  @Test func f8GivesUpTheLastThatWaits() throws {
    let desk = try deskWithABorrower()
    desk.disk.journalFailure = (.write, ENOSPC)
    desk.scan("102", "103")
    desk.press(.function(8))
    #expect(desk.notice.contains("Discarded, NOT recorded: 103."))
    #expect(desk.item == "102")
    desk.press(.function(8))
    #expect(desk.notice == "Discarded, NOT recorded: 102.")
    #expect(desk.item.isEmpty)
    desk.disk.journalFailure = nil
    desk.tick()
    #expect(desk.list == ["loan 101 9921000000164"])
    desk.disk.journalFailure = (.write, ENOSPC)
    desk.scan("104")
    #expect(desk.bells == [1])
  }

  @Test func givingUpFromTheButtonLeavesItWhenNothingIsLeft() throws {
    let desk = try DeskSession()
    desk.scan("9921000000164")
    desk.disk.journalFailure = (.write, ENOSPC)
    desk.scan("102")
    while desk.focus != .delete { desk.press(.tab) }
    desk.press(.enter)
    #expect(desk.station.isEnabled(desk.focus))
  }

  @Test func saveSaysThatItDidNotSave() throws {
    let desk = try deskWithABorrower()
    desk.disk.journalFailure = (.write, ENOSPC)
    desk.scan("102")
    desk.press(.function(2))
    #expect(desk.notice.contains("NOT saved"))
    #expect(try desk.savedLines.isEmpty)
    desk.disk.journalFailure = nil
    desk.press(.function(2))
    #expect(try desk.savedLines.count == 2)
    #expect(desk.item.isEmpty)
  }

  @Test func whatASaveRecordedWaitsNoLongerThoughTheSaveFails() throws {
    let desk = try deskWithABorrower()
    desk.disk.journalFailure = (.write, ENOSPC)
    desk.scan("102")
    desk.disk.journalFailure = nil
    desk.disk.dataFileFailure = ENOSPC
    desk.press(.function(2))
    #expect(desk.list.count == 2)
    #expect(desk.item.isEmpty)
    #expect(desk.selected == "loan 102 9921000000164")
    #expect(desk.notice.contains("NOT saved"))
  }

  @Test func closeTellsWhatWouldBeLost() throws {
    let desk = try deskWithABorrower()
    desk.disk.journalFailure = (.write, ENOSPC)
    desk.scan("102")
    desk.press(.function(10))
    #expect(desk.place(of: "Cannot write 1 scan") != nil)
    #expect(desk.place(of: "Close anyway") != nil)
    desk.press(.function(2))
    #expect(!desk.isClosed)
    desk.disk.journalFailure = nil
    desk.press(.function(10), .function(2))
    #expect(desk.isClosed)
    #expect(try desk.savedLines.count == 2)
  }

  @Test func refusedNumbersAndAFailingDiskAreBothSaid() throws {
    let desk = try deskWithABorrower()
    desk.disk.journalFailure = (.write, ENOSPC)
    desk.feed(.scan("1é2") + .scan("102"))
    #expect(desk.notice.hasPrefix("NOT recorded: 1 scan waiting."))
    #expect(desk.notice.contains("Refused: 1é2"))
    desk.disk.journalFailure = nil
    desk.tick()
    #expect(desk.list.count == 2)
  }

  @Test func aScanOfTheNextBorrowerWhileTheDiskFailsKeepsTheOldOnesApart()
    throws
  {
    let desk = try deskWithABorrower()
    desk.disk.journalFailure = (.write, ENOSPC)
    desk.scan("102")
    desk.press(.function(4))
    desk.scan("9921000000165", "103")
    desk.disk.journalFailure = nil
    desk.tick()
    #expect(
      desk.list == [
        "loan 101 9921000000164", "loan 102 9921000000164",
        "loan 103 9921000000165",
      ])
  }
}
