import Circulation
import Glibc
import Scanning
import Settings
import Terminal
import Testing

@testable import Station

/// Amend: another item or another borrower for a line of the list.
struct AmendTests {
  private func desk(_ rules: ScanRules = ScanRules()) throws -> DeskSession {
    let desk = try DeskSession(rules: rules)
    desk.scan("9921000000164", "37000034179", "37000034180")
    desk.press(.function(3))
    desk.scan("37000034181")
    desk.press(.function(3))
    return desk
  }

  private static func patterns() throws -> ScanRules {
    var rules = ScanRules()
    rules.borrower.patterns = [try Pattern("^99\\d{11}$")]
    rules.item.patterns = [try Pattern("^\\d{11}$")]
    return rules
  }

  @Test func oneScanAmendsTheItemAndTheNextIsRecorded() throws {
    let desk = try desk()
    desk.press(.up, .up, .function(6))
    #expect(desk.notice == "Amend: scan or type the right number.")
    desk.scan("37000034189")
    #expect(desk.list[0] == "loan 37000034189 9921000000164")
    #expect(desk.station.room == nil)
    #expect(
      desk.notice
        == "Amended: loan of 37000034189 to 9921000000164, not of 37000034179. Ctrl-Z to undo."
    )
    desk.scan("37000034182")
    #expect(desk.list.count == 4)
    #expect(try desk.journal == desk.list)
  }

  @Test func theLineKeepsItsTimeAndIsUndone() throws {
    let desk = try desk()
    let before = desk.station.desk.unsaved
    desk.clock.advance(by: 600)
    desk.press(.up, .function(6))
    desk.scan("37000034189")
    #expect(
      desk.station.desk.unsaved[1].transaction.recorded
        == before[1].transaction.recorded)
    desk.press(.control("z"))
    #expect(desk.station.desk.unsaved == before)
    #expect(
      desk.notice
        == "Amendment undone: loan of 37000034180 to 9921000000164.")
  }

  @Test func enterOnALineOpensItAndTabGoesToTheBorrower() throws {
    let desk = try desk()
    while desk.focus != .list { desk.press(.tab) }
    desk.press(.home, .enter)
    #expect(desk.station.room is AmendRoom)
    desk.press(.tab)
    desk.scan("9921000000172")
    #expect(desk.list[0] == "loan 37000034179 9921000000172")
    #expect(desk.borrower == "9921000000164")
  }

  @Test func aNumberThatIsKnownGoesWhereItBelongs() throws {
    let desk = try desk(Self.patterns())
    desk.press(.up, .function(6))
    desk.scan("9921000000172")
    #expect(desk.list[1] == "loan 37000034180 9921000000172")
    desk.press(.function(6), .tab)
    desk.scan("37000034189")
    #expect(desk.list[1] == "loan 37000034189 9921000000172")
  }

  @Test func whatLooksWrongIsAskedForAgain() throws {
    let desk = try desk(Self.patterns())
    desk.press(.up, .function(6))
    desk.scan("123")
    #expect(desk.list[1] == "loan 37000034180 9921000000164")
    #expect(desk.station.room is AmendRoom)
    #expect(desk.bells == [1])
    desk.scan("123")
    #expect(desk.list[1] == "loan 123 9921000000164")
    #expect(
      desk.station.desk.unsaved[1].transaction.origins?.item.isDoubtful == true)
    desk.press(.function(6))
    desk.scan("456")
    desk.press(.escape)
    #expect(desk.notice.contains("456"))
    #expect(desk.list[1] == "loan 123 9921000000164")
  }

  @Test func whatCanBeNoTransactionIsRefusedAndTheRoomStays() throws {
    let desk = try desk(Self.patterns())
    desk.press(.function(6))
    desk.scan("9921000000172")
    #expect(
      desk.notice
        == "9921000000172 is a card, but a return has no borrower. Scan an item."
    )
    desk.press(.escape, .up, .function(6))
    desk.scan("é")
    #expect(desk.notice.contains("é"))
    #expect(desk.station.room is AmendRoom)
    desk.press(.escape)
    let plain = try self.desk()
    plain.press(.up, .function(6))
    plain.scan("9921000000164")
    #expect(plain.notice.hasPrefix("Refused: 9921000000164 is the borrower's"))
    plain.press(.tab)
    plain.scan("37000034180")
    #expect(plain.notice.contains("37000034180 is an item. Scan a card."))
    plain.scan("37000034180")
    #expect(plain.notice.contains("37000034180 is an item. Scan a card."))
    plain.press(.enter)
    #expect(plain.notice.hasPrefix("37000034180 is not a card."))
    #expect(plain.list[1] == "loan 37000034180 9921000000164")
  }

  @Test func theOldNumberCanBeEdited() throws {
    let desk = try desk()
    desk.press(.up, .function(6), .backspace)
    #expect(desk.station.room?.field?.isEmpty == true)
    desk.press(.escape, .function(6), .right, .backspace)
    desk.type("9")
    desk.press(.enter)
    #expect(desk.list[1] == "loan 37000034189 9921000000164")
  }

  @Test func escAndEnterOnTheOldNumberChangeNothing() throws {
    let desk = try desk()
    let before = desk.list
    desk.press(.up, .function(6), .enter)
    #expect(desk.station.room is AmendRoom)
    desk.scan("37000034180")
    #expect(desk.notice.hasPrefix("Nothing changed:"))
    desk.press(.function(6), .escape)
    #expect(desk.list == before)
    #expect(desk.station.room == nil)
    desk.press(.control("z"))
    #expect(desk.notice == "Nothing to undo since the last save.")
  }

  @Test func withNothingInTheListThereIsNothingToAmend() throws {
    let desk = try DeskSession()
    desk.press(.function(6))
    #expect(desk.station.room == nil)
    #expect(desk.notice == "There is no line to amend.")
  }

  @Test func aDiskThatFailsLeavesTheLineAsItWas() throws {
    let desk = try desk()
    let before = desk.list
    desk.press(.up, .function(6))
    desk.disk.journalFailure = (.write, ENOSPC)
    desk.scan("37000034189")
    #expect(desk.list == before)
    #expect(desk.notice.hasPrefix("NOT amended to 37000034189. "))
    #expect(desk.station.room is AmendRoom)
    desk.disk.journalFailure = nil
    desk.scan("37000034189")
    #expect(desk.list[1] == "loan 37000034189 9921000000164")
  }
}
