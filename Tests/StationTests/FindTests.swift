import Circulation
import Glibc
import Scanning
import Settings
import Terminal
import Testing

@testable import Station

/// Find: what it takes, what it finds, and where it leads.
struct FindTests {
  private func desk() throws -> DeskSession {
    let desk = try DeskSession()
    desk.scan("9921000000164", "37000034179", "37000034180")
    desk.press(.function(2))
    desk.scan("37000034181", "37000034182")
    return desk
  }

  private func found(_ desk: DeskSession) throws -> [String] {
    let room = try #require(desk.station.room as? FindRoom)
    return room.search?.lines.map { line in
      let place = line.sequence.map { "#\($0)" } ?? "saved"
      return "\(place) \(line.transaction.item.text)"
    } ?? []
  }

  @Test func oneScanIsItsAnswerAndTheNextIsRecorded() throws {
    let desk = try desk()
    let before = desk.list
    desk.press(.function(5))
    desk.scan("37000034181")
    #expect(desk.list == before)
    #expect(try found(desk) == ["#5 37000034181"])
    #expect(
      desk.notice == "Found 37000034181 in 1 line. The next scan is recorded.")
    desk.scan("37000034183")
    #expect(desk.list == before + ["loan 37000034183 9921000000164"])
    #expect(try found(desk) == ["#5 37000034181"])
  }

  @Test func bothScansOfOneBurstGoWhereTheyWouldHaveGoneOneByOne() throws {
    let desk = try desk()
    desk.feed(
      [.key(.function(5))] + .scan("37000034181") + .scan("37000034183"))
    #expect(desk.list.last == "loan 37000034183 9921000000164")
    #expect(try found(desk) == ["#5 37000034181"])
  }

  @Test(arguments: [Burst.End.silence, .enter])
  func aScanEndsWithSilenceToo(_ end: Burst.End) throws {
    let desk = try desk()
    desk.press(.function(5))
    desk.type("k")
    desk.feed([.burst(.init("37000034181", end: end))])
    #expect(try found(desk) == ["#5 37000034181"])
  }

  @Test func enterGoesToTheLineAndF5ToTheNext() throws {
    let desk = try desk()
    desk.press(.function(5))
    desk.scan("9921000000164")
    #expect(
      try found(desk) == [
        "#6 37000034182", "#5 37000034181", "saved 37000034180",
        "saved 37000034179",
      ])
    desk.press(.function(5))
    #expect(
      desk.notice
        == "In the list: loan of 37000034181 to 9921000000164, Thu 31 May 2018 09:05."
    )
    desk.press(.enter)
    #expect(desk.station.room == nil)
    #expect(desk.focus == .list)
    #expect(desk.selected == "loan 37000034181 9921000000164")
    desk.press(.function(8))
    #expect(desk.list == ["loan 37000034182 9921000000164"])
  }

  @Test func afterTheLastOneF5BeginsAgain() throws {
    let desk = try desk()
    desk.press(.function(5))
    desk.scan("9921000000164")
    desk.press(.function(5), .function(5), .function(5), .function(5))
    #expect(desk.station.chosenIndex == 0)
    desk.press(.escape, .function(5))
    desk.scan("37000034181")
    // One line has no next: another number is asked for.
    desk.press(.function(5))
    #expect(desk.station.room?.field?.isEmpty == true)
    desk.scan("37000034182")
    #expect(try found(desk) == ["#6 37000034182"])
  }

  @Test func whatIsSavedIsShownAndNotChanged() throws {
    let desk = try desk()
    desk.press(.function(5))
    desk.scan("37000034179")
    desk.press(.enter)
    #expect(desk.notice.hasPrefix("Saved: loan of 37000034179 to "))
    #expect(desk.notice.contains("line 1 of OffCirc.dat"))
    #expect(desk.station.room != nil)
    for key in [Key.function(6), .function(8)] {
      desk.press(key)
      #expect(desk.notice.hasPrefix("Line 1 of OffCirc.dat is saved and"))
    }
    #expect(desk.list.count == 2)
    #expect(try desk.savedLines.count == 2)
  }

  @Test func aPartOfANumberCanBeTyped() throws {
    let desk = try desk()
    desk.press(.function(5))
    desk.type("4181")
    desk.press(.enter)
    #expect(try found(desk) == ["#5 37000034181"])
    desk.press(.escape, .function(5))
    desk.type("xyz")
    desk.press(.enter)
    #expect(
      desk.notice
        == "xyz is neither in the list nor in OffCirc.dat. F5: other number."
    )
    #expect(desk.bells == [1])
  }

  @Test func escLeavesAndNothingIsRecorded() throws {
    let desk = try desk()
    desk.press(.function(5))
    desk.type("370")
    desk.press(.escape)
    #expect(desk.station.room == nil)
    #expect(desk.item.isEmpty)
    desk.scan("37000034183")
    #expect(desk.list.last == "loan 37000034183 9921000000164")
  }

  @Test func aSecondEnterOfTheScannerIsNoAnswer() throws {
    let desk = try desk()
    desk.press(.function(5))
    desk.feed(.scan("37000034181") + [.key(.enter)])
    #expect(desk.station.room is FindRoom)
    desk.press(.enter)
    #expect(desk.station.room == nil)
  }

  @Test func anAnswerThatTheScannerSendsTwiceIsNotRecorded() throws {
    for key in [Key.enter, .tab] {
      let desk = try desk()
      let before = desk.list
      desk.press(.function(5))
      desk.feed(.scan("37000034183", suffix: key))
      desk.feed(.scan("37000034183", suffix: key))
      if key == .tab { desk.press(.enter) }
      #expect(desk.list == before)
      #expect(desk.notice.contains("37000034183 scanned twice"))
      #expect(desk.bells == [1])
      // Meant so, it is scanned again.
      desk.scan("37000034183")
      #expect(desk.list.last == "loan 37000034183 9921000000164")
    }
    let desk = try desk()
    desk.press(.function(7), .function(7))
    desk.scan("9921000000172", "9921000000172")
    #expect(desk.list.count == 2)
    #expect(desk.borrower == "9921000000172")
  }

  @Test func onAScreenTooSmallForTheRoomEveryScanIsRecorded() throws {
    let desk = try desk()
    desk.press(.function(5))
    desk.resize(40, 10)
    desk.scan("37000034183")
    #expect(desk.list.last == "loan 37000034183 9921000000164")
    desk.press(.function(5), .function(6), .function(7))
    desk.scan("37000034184")
    #expect(desk.list.last == "loan 37000034184 9921000000164")
    desk.resize(80, 24)
    #expect(desk.station.room == nil)
  }

  @Test func theKeysOfTheDeskAreThereToo() throws {
    let desk = try desk()
    desk.press(.function(5))
    desk.scan("37000034181")
    desk.press(.function(8))
    #expect(try found(desk).isEmpty)
    desk.press(.control("z"))
    #expect(try found(desk) == ["#5 37000034181"])
    desk.press(.function(2))
    #expect(try found(desk) == ["saved 37000034181"])
    desk.press(.function(3))
    #expect(desk.station.desk.operation == .return)
    desk.press(.function(1))
    #expect(desk.station.showsHelp)
  }

  @Test func deleteTakesTheLineThatIsSeenAndNoScanThatWaits() throws {
    var rules = ScanRules()
    rules.item.patterns = [try Pattern("^\\d{11}$")]
    let desk = try DeskSession(rules: rules)
    desk.scan("9921000000164", "37000034179", "37000034180")
    desk.press(.function(4))
    desk.scan("37000034181")
    #expect(desk.station.itemsAwaitingCard.count == 1)
    desk.press(.function(5))
    desk.scan("37000034179")
    desk.press(.function(8))
    #expect(desk.list == ["loan 37000034180 9921000000164"])
    #expect(desk.station.itemsAwaitingCard.count == 1)
    // In Amend, the line that is gone can't be amended.
    desk.press(.escape, .function(6), .function(8))
    #expect(desk.list.isEmpty)
    #expect(desk.station.room == nil)
  }

  @Test func aCommandCodeIsObeyed() throws {
    let desk = try desk()
    desk.press(.function(5))
    desk.scan("%SAVE%")
    #expect(try desk.savedLines.count == 4)
    #expect(desk.station.room?.field?.isEmpty == true)
  }

  @Test func aFileThatCannotBeReadIsSaid() throws {
    let desk = try desk()
    desk.press(.function(5))
    let path = desk.disk.realPath(of: TestDisk.folder.dataFile)
    unlink(path)
    mkdir(path, 0o700)
    desk.scan("37000034181")
    #expect(desk.station.notice.kind == .refusal)
    #expect(desk.notice.contains("/home/desk/files/OffCirc.dat"))
    #expect(try found(desk) == ["#5 37000034181"])
  }

  @Test func ofVeryManyLinesTheNewestAreShown() throws {
    let desk = try DeskSession()
    desk.scan("9921000000164")
    desk.feed((0..<700).flatMap { [Event].scan("\(10_000 + $0)") })
    desk.press(.function(5))
    desk.scan("9921000000164")
    #expect(try found(desk).count == Search.maximumCount)
    #expect(try found(desk).first == "#700 10699")
    #expect(desk.screen.contains("700 lines, of which the latest 500."))
    desk.press(.pageDown, .pageDown)
    #expect(
      desk.place(of: "▸\(10_699 - (desk.station.chosenIndex ?? 0))") != nil)
  }
}
