import Circulation
import Glibc
import Terminal
import Testing

@testable import Station

/// The list: it grows until Save To File, and Delete takes from it.
struct ListTests {
  /// A desk with a number of loans in its list, of items 101, 102 and so on.
  private func desk(
    loans count: Int, size: Size = .usual
  ) throws -> DeskSession {
    let desk = try DeskSession(size: size)
    desk.scan("9921000000164")
    for number in 0..<count { desk.scan("\(101 + number)") }
    return desk
  }

  private func items(_ desk: DeskSession) -> [String] {
    desk.station.desk.unsaved.map(\.transaction.item.text)
  }

  // MARK: Save To File

  @Test func saveEmptiesTheListAndWritesTheFile() throws {
    for key in [Key.function(2), .control("s"), .alt("s")] {
      let desk = try desk(loans: 3)
      desk.press(key)
      #expect(desk.list.isEmpty)
      #expect(try desk.journal.isEmpty)
      #expect(try desk.savedLines.count == 3)
      #expect(
        desk.notice == "Saved 3 transactions in /home/desk/files/OffCirc.dat.")
      #expect(desk.place(of: "Unsaved: 0") != nil)
      #expect(desk.place(of: "OffCirc.dat: 3") != nil)
    }
  }

  @Test func savingTwiceWritesOnce() throws {
    let desk = try desk(loans: 2)
    desk.press(.function(2), .function(2))
    #expect(try desk.savedLines.count == 2)
    #expect(desk.notice == "Everything is already saved.")
    desk.scan("103")
    desk.press(.function(2))
    #expect(try desk.savedLines.count == 3)
    #expect(
      desk.notice == "Saved 1 transaction in /home/desk/files/OffCirc.dat.")
  }

  @Test func theBorrowerStaysWhenTheListIsSaved() throws {
    let desk = try desk(loans: 1)
    desk.press(.function(2))
    #expect(desk.focus == .item)
    desk.scan("102")
    #expect(desk.list == ["loan 102 9921000000164"])
  }

  @Test func aSaveThatFailsKeepsTheListAndSaysWhy() throws {
    let desk = try desk(loans: 2)
    desk.disk.dataFileFailure = ENOSPC
    desk.press(.function(2))
    #expect(desk.list.count == 2)
    #expect(try desk.savedLines.isEmpty)
    #expect(desk.station.notice.kind == .refusal)
    #expect(desk.bells == [1])
    #expect(
      desk.notice
        == "NOT saved. Everything is still in the list. Cannot write /home/desk/files/OffCirc.dat: the disk is full. Free some space."
    )
    desk.disk.dataFileFailure = nil
    desk.press(.function(2))
    #expect(try desk.savedLines.count == 2)
  }

  // MARK: Delete

  @Test func deleteTakesTheNewestIfNoneIsChosen() throws {
    let desk = try desk(loans: 3)
    desk.pause = .seconds(3)
    for key in [Key.function(8), .alt("d")] { desk.press(key) }
    #expect(items(desk) == ["101"])
    #expect(
      desk.notice
        == "Deleted: loan of 102 to 9921000000164. Ctrl-Z to undo.")
    desk.press(.function(2))
    #expect(try desk.savedLines.count == 1)
  }

  @Test func deleteTakesTheOneChosen() throws {
    let desk = try desk(loans: 5)
    while desk.focus != .list { desk.press(.tab) }
    desk.press(.up, .up)
    #expect(desk.selected == "loan 103 9921000000164")
    desk.press(.delete)
    #expect(items(desk) == ["101", "102", "104", "105"])
    #expect(desk.selected == "loan 104 9921000000164")
    desk.press(.home, .function(8))
    #expect(items(desk) == ["102", "104", "105"])
    desk.press(.end, .delete)
    #expect(items(desk) == ["102", "104"])
    #expect(try desk.journal.count == 2)
  }

  @Test func theNewestIsChosenAgainAfterAScan() throws {
    let desk = try desk(loans: 3)
    while desk.focus != .list { desk.press(.tab) }
    desk.press(.home)
    desk.scan("104")
    #expect(desk.selected == "loan 104 9921000000164")
    desk.press(.function(8))
    #expect(items(desk) == ["101", "102", "103"])
  }

  @Test func deletingTheLastOneLeavesTheListForTheField() throws {
    let desk = try desk(loans: 1)
    while desk.focus != .list { desk.press(.tab) }
    desk.press(.delete)
    #expect(desk.list.isEmpty)
    #expect(desk.focus == .item)
    #expect(desk.selected == nil)
    desk.press(.function(8))
    #expect(desk.notice == "There is nothing to delete in the list.")
  }

  @Test func deletingAndSavingWithTheirButtonsLeavesThemWhenDone() throws {
    for button in [Control.delete, .save] {
      let desk = try desk(loans: 1)
      while desk.focus != button { desk.press(.tab) }
      desk.press(.enter)
      #expect(desk.list.isEmpty)
      #expect(desk.focus == .item)
    }
  }

  @Test func aDeleteThatFailsKeepsTheTransaction() throws {
    let desk = try desk(loans: 2)
    desk.disk.journalFailure = (.synchronize, EIO)
    desk.press(.function(8))
    #expect(items(desk) == ["101", "102"])
    #expect(desk.notice.hasPrefix("NOT deleted. "))
    #expect(desk.bells == [1])
    #expect(desk.selected == "loan 102 9921000000164")
  }

  // MARK: Moving in it

  @Test func arrowsPagesAndWheelMoveInTheList() throws {
    let desk = try desk(loans: 40)
    let height = desk.station.layout.list.area.height
    while desk.focus != .list { desk.press(.tab) }
    func number() throws -> Int {
      let words = try #require(desk.selected).split(separator: " ")
      return try #require(Int(words[1])) - 100
    }
    #expect(try number() == 40)
    desk.press(.down)
    #expect(try number() == 40)
    desk.press(.up)
    #expect(try number() == 39)
    desk.press(.pageUp)
    #expect(try number() == 39 - height)
    desk.press(.home)
    #expect(try number() == 1)
    desk.press(.up, .pageUp)
    #expect(try number() == 1)
    desk.press(.pageDown)
    #expect(try number() == 1 + height)
    desk.feed([.wheel(1)])
    #expect(try number() == 4 + height)
    desk.feed([.wheel(-2)])
    #expect(try number() == height - 2)
    desk.press(.end)
    #expect(try number() == 40)
    // From a field, pages move the list too.
    desk.type("9")
    #expect(desk.focus == .item)
    desk.press(.pageUp)
    #expect(try number() == 40 - height)
    #expect(desk.focus == .item)
  }

  @Test func theChosenTransactionIsAlwaysSeen() throws {
    let desk = try desk(loans: 40)
    let height = desk.station.layout.list.area.height
    while desk.focus != .list { desk.press(.tab) }
    for index in (0..<40).reversed() {
      #expect(
        desk.station.firstVisibleLine..<desk.station.firstVisibleLine + height
          ~= index)
      #expect(desk.place(of: "▸\(101 + index)") != nil)
      #expect(desk.place(of: " \(index + 1)/40") != nil)
      desk.press(.up)
    }
  }

  @Test func timesOfAnotherDayShowTheirDate() throws {
    let desk = try desk(loans: 1)
    #expect(desk.place(of: "09:05:00") != nil)
    desk.clock.advance(by: 24 * 3_600)
    desk.scan("102")
    #expect(desk.place(of: "31 May 09:05") != nil)
    #expect(desk.place(of: "09:05:00") != nil)
    #expect(desk.place(of: "Fri 1 Jun 2018 09:05") != nil)
  }
}
