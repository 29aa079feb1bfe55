import Catalogue
import Circulation
import Settings
import Terminal
import Testing
import Textbooks

@testable import Station

/// A class gets its books, one scan a copy.
struct HandOutTests {
  @Test func aClassIsHandedOutWithOneScanACopyAndNoCard() throws {
    let school = try SchoolClass()
    let desk = try school.desk()
    #expect(desk.handOutRoom.handOut.openCount == 154)
    #expect(desk.giveOut(atMost: 3) == 3)
    #expect(desk.turn == "CARLIER Inès: Anglais 4e")
    desk.press(.function(6))
    #expect(desk.notice.contains("CARLIER Inès is absent"))
    #expect(desk.giveOut() == 146)
    #expect(desk.list.count == 149)
    #expect(desk.turn == "")
    #expect(desk.handOutRoom.handOut.openCount == 5)
    #expect(try desk.journal == desk.list)
    // Each pupil has copies of his own titles, and nobody two.
    let words = desk.list.map { $0.split(separator: " ") }
    #expect(Set(words.map { $0[1] }).count == 149)
    for pupil in SchoolClass.pupils.indices {
      let count = words.count { $0[2] == SchoolClass.card(pupil) }
      let all = SchoolClass.takesLatin(pupil) ? 6 : 5
      #expect(count == (pupil == 3 ? 0 : all), "\(pupil)")
    }
  }

  @Test(arguments: HandOut.Order.allCases, [1, 40, 141])
  func killedInTheMiddleItGoesOnWhereItWas(
    _ order: HandOut.Order, _ count: Int
  ) throws {
    let school = try SchoolClass()
    let desk = try school.desk()
    if order == .byPupil { desk.press(.function(3)) }
    _ = desk.giveOut(atMost: count)
    desk.press(.function(6))
    _ = desk.giveOut(atMost: 2)
    let turn = desk.turn
    #expect(turn != "")
    let again = try school.desk(after: desk)
    #expect(again.turn == turn)
    #expect(again.handOutRoom.handOut == desk.handOutRoom.handOut)
    #expect(again.handOutRoom.order == order)
  }

  @Test func aWrongTitleIsRefusedOnceAndGivenWhenScannedAgain() throws {
    let desk = try SchoolClass().desk()
    let maths = SchoolClass.copy(0, of: 3)
    desk.scan(maths)
    #expect(desk.list.isEmpty)
    #expect(
      desk.notice
        == "\(maths) is Maths 4e – Sigma, not Anglais 4e. NOT given. To give it, scan it again."
    )
    #expect(desk.bells == [1])
    desk.scan(maths)
    #expect(desk.list == ["loan \(maths) E4001"])
    // It was his turn for another title, and still is.
    #expect(desk.turn == "BAH Moussa: Maths 4e – Sigma")
  }

  @Test func aScannerThatReadsAWrongTitleTwiceHasNotConfirmedIt() throws {
    let desk = try SchoolClass().desk()
    desk.pause = .milliseconds(100)
    desk.scan(SchoolClass.copy(0, of: 3), SchoolClass.copy(0, of: 3))
    #expect(desk.list.isEmpty)
    // Another copy is no answer either.
    desk.pause = .seconds(1)
    desk.scan(SchoolClass.copy(0, of: 0))
    #expect(desk.list == ["loan 3100000 E4001"])
    #expect(desk.notice.contains("3103000"))
  }

  @Test func aCopyThatIsReadTwiceIsGivenOnce() throws {
    let desk = try SchoolClass().desk()
    desk.scan("3100000", "3100000")
    #expect(desk.list.count == 1)
    #expect(desk.turn == "BAH Moussa: Anglais 4e")
  }

  @Test func whatSomebodyElseHasIsGivenOnlyOnASecondScan() throws {
    let desk = try SchoolClass().desk()
    desk.pause = .seconds(10)
    desk.scan("3100000", "3100000")
    #expect(desk.list.count == 1)
    desk.scan("3100000")
    #expect(desk.list.count == 2)
    #expect(desk.turn == "BERNARD Tom: Anglais 4e")
    // The first one has to get another copy.
    #expect(desk.handOutRoom.handOut.stage(of: 0, 0) == .open)
  }

  @Test func anUnknownCopyIsAskedForAsAtTheDesk() throws {
    let desk = try SchoolClass().desk()
    desk.scan("3199999")
    #expect(desk.list.isEmpty)
    desk.scan("3199999")
    #expect(desk.list == ["loan 3199999 E4001"])
    #expect(desk.notice.contains("3199999 is in no list"))
    // Nobody knows its title: the pupil has it if a person says so.
    #expect(desk.turn == "ADAM Léa: Anglais 4e")
    desk.press(.function(8))
    #expect(desk.turn == "BAH Moussa: Anglais 4e")
  }

  @Test func aCardMakesItItsPupilsTurn() throws {
    let desk = try SchoolClass().desk()
    desk.scan("E4010")
    #expect(desk.turn == "GARCIA Ana: Anglais 4e")
    desk.scan("3100000")
    #expect(desk.list == ["loan 3100000 E4010"])
    #expect(desk.turn == "HENRY Paul: Anglais 4e")
    desk.scan("E9001")
    #expect(desk.notice.contains("E9001 is not a pupil of 4A"))
    #expect(desk.list.count == 1)
  }

  @Test func whoWasAbsentIsThereWithTheCard() throws {
    let desk = try SchoolClass().desk()
    desk.press(.function(6))
    #expect(desk.turn == "BAH Moussa: Anglais 4e")
    desk.scan("E4001", "3100000")
    #expect(desk.handOutRoom.handOut.absent.isEmpty)
    #expect(desk.list == ["loan 3100000 E4001"])
  }

  @Test func whoWasAbsentIsCalledTheNextDay() throws {
    let school = try SchoolClass()
    let desk = try school.desk()
    desk.press(.function(6))
    desk.clock.advance(by: 86_400)
    let next = try school.desk(after: desk)
    #expect(next.turn == "ADAM Léa: Anglais 4e")
  }

  @Test func whatAPupilHasByTheListsIsNotGiven() throws {
    let desk = try SchoolClass(
      loans: [(0, 0, 7), (0, 5, 7), (1, 1, 7)], twoYears: [5]
    ).desk()
    let handOut = desk.handOutRoom.handOut
    #expect(handOut.openCount == 151)
    #expect(desk.turn == "BAH Moussa: Anglais 4e")
    let latin = handOut.titles.firstIndex(of: "Latin 4e – Via") ?? 0
    #expect(handOut.stage(of: 0, latin) == .kept)
    #expect(handOut.stage(of: 0, 0) == .held)
    // A newer loan here counts more than the list.
    desk.scan("3100007", "3100007")
    #expect(desk.handOutRoom.handOut.stage(of: 1, 0) == .given)
    #expect(desk.handOutRoom.handOut.stage(of: 0, 0) == .open)
  }

  @Test func undoTakesBackWhatWasDoneLast() throws {
    let desk = try SchoolClass().desk()
    desk.scan("3100000")
    desk.press(.function(8), .control("z"))
    #expect(desk.turn == "BAH Moussa: Anglais 4e")
    desk.press(.control("z"))
    #expect(desk.list.isEmpty)
    #expect(desk.turn == "ADAM Léa: Anglais 4e")
    desk.press(.control("z"))
    #expect(desk.notice == desk.station.words.nothingToUndo())
  }

  @Test func theKeysDoWhatTheySay() throws {
    let desk = try SchoolClass().desk()
    desk.press(.pageDown)
    #expect(desk.turn == "ADAM Léa: Français 4e")
    desk.press(.down, .down, .up)
    #expect(desk.turn == "BAH Moussa: Français 4e")
    desk.press(.pageUp, .pageUp)
    #expect(desk.turn == "ADAM Léa: Anglais 4e")
    desk.press(.function(3), .pageDown)
    #expect(desk.handOutRoom.order == .byPupil)
    #expect(desk.turn == "BAH Moussa: Anglais 4e")
    desk.type("3100001")
    desk.press(.down)
    #expect(desk.turn == "BAH Moussa: Anglais 4e")
    desk.press(.enter)
    #expect(desk.turn == "BAH Moussa: Français 4e")
    // Any title of this pupil is right.
    desk.scan(SchoolClass.copy(1, of: 3))
    #expect(desk.list.count == 2)
    desk.press(.function(8))
    #expect(desk.turn == "BAH Moussa: Français 4e")
    desk.press(.function(4), .function(7))
    #expect(desk.station.room is ReaderRoom)
    desk.press(.escape, .function(1))
    #expect(desk.place(of: "the pupil is absent; again: is here") != nil)
    // As at the desk, the key leaves the page and is pressed beneath it.
    desk.press(.function(6))
    #expect(desk.handOutRoom.handOut.absent == [1])
    desk.press(.up, .function(6))
    #expect(desk.handOutRoom.handOut.absent.isEmpty)
    desk.press(.escape)
    #expect(desk.station.isClosing)
    desk.press(.escape, .function(2), .escape)
    #expect(desk.isClosed)
    #expect(try desk.savedLines.count == 2)
  }

  @Test func aScanWhileAPageIsOpenIsGiven() throws {
    let desk = try SchoolClass().desk()
    desk.press(.function(1))
    desk.scan("3100000")
    #expect(desk.list == ["loan 3100000 E4001"])
  }

  @Test func aBurstOfScansIsGivenInItsOrder() throws {
    let desk = try SchoolClass().desk()
    desk.feed((0..<5).flatMap { [Event].scan(SchoolClass.copy($0, of: 0)) })
    #expect(
      desk.list
        == (0..<5).map {
          "loan \(SchoolClass.copy($0, of: 0)) \(SchoolClass.card($0))"
        })
  }

  @Test func whatTheDiskDoesNotTakeIsNotGivenTwice() throws {
    let desk = try SchoolClass().desk()
    desk.disk.journalFailure = (.write, 5)
    desk.scan("3100000")
    #expect(desk.list.isEmpty)
    #expect(desk.turn == "BAH Moussa: Anglais 4e")
    desk.press(.function(6))
    #expect(desk.notice.contains("NOT recorded"))
    desk.disk.journalFailure = nil
    desk.tick()
    #expect(desk.list == ["loan 3100000 E4001"])
  }

  @Test func codesOfReturnsAreRefused() throws {
    let desk = try SchoolClass().desk()
    desk.scan("%RETURN%")
    #expect(desk.station.desk.operation == .loan)
    #expect(desk.notice == desk.station.words.noReturnsAtHandOut)
    desk.scan("3100000", "%DELETE-LAST%")
    #expect(desk.list.isEmpty)
  }

  @Test func titlesWithoutACopyAndUnknownClassesAreSaid() throws {
    let school = try SchoolClass()
    #expect(try school.read("4 a").group == "4A")
    #expect(
      throws: HandOutError.unknownClass("4Z", known: ["3B", "4A", "Latin"])
    ) { try school.read("4Z") }
    #expect(try school.read("3B").missing.map(\.name) == ["Grec 3e"])
    let plain = try KnownLists([(.borrowers, KnownLists.borrowers)])
    #expect(throws: HandOutError.noTitles("L3 Maths", known: false)) {
      try ClassLists(of: "L3 Maths", in: Catalogue(plain.path))
    }
    let names = try KnownLists(
      level: .names, [(.borrowers, KnownLists.borrowers)])
    #expect(throws: HandOutError.noClasses) {
      try ClassLists(of: "L3 Maths", in: Catalogue(names.path))
    }
  }
}
