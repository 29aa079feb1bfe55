import Circulation
import Settings
import Terminal
import Testing

@testable import Languages
@testable import Station

/// Each key does on a page to be read what the page Help says of it.
struct PageKeyTests {
  private let card = "9921000000164"

  private func desk(_ language: Language = .english) throws -> DeskSession {
    let desk = try DeskSession(language: language)
    desk.scan(card, "37000034179")
    return desk
  }

  @Test func eachPageIsOpenedFromTheOtherAndClosedByItsOwnKey() throws {
    let desk = try desk()
    desk.press(.function(1), .function(9))
    #expect(desk.station.showsAfterOutage)
    #expect(desk.screen.contains("Unsaved: 1"))
    desk.press(.function(1))
    #expect(desk.station.showsHelp)
    desk.press(.function(1))
    #expect(desk.station.room == nil)
    desk.press(.function(9), .function(9))
    #expect(desk.station.room == nil)
  }

  @Test(arguments: [Key.function(1), .function(9)], Language.allCases)
  func saveStaysOnThePageAndIsSaid(_ page: Key, _ language: Language) throws {
    let desk = try desk(language)
    desk.press(page, .function(2))
    #expect(desk.station.room != nil)
    #expect(try desk.savedLines.count == 1)
    #expect(
      desk.notice
        == language.words.savedNow(1, path: TestDisk.folder.dataFile))
  }

  @Test(arguments: [Key.function(1), .function(9)])
  func theKeysOfTheDeskLeaveThePage(_ page: Key) throws {
    let desk = try desk()
    desk.press(page, .function(3))
    #expect(desk.station.room == nil)
    #expect(desk.station.desk.operation == .return)
    desk.press(.function(3), page, .function(4))
    #expect(desk.station.room == nil)
    #expect(desk.borrower.isEmpty)
    desk.press(page, .function(5))
    #expect(desk.station.room is FindRoom)
    desk.press(.escape, page, .function(6))
    #expect(desk.station.room is AmendRoom)
    desk.press(.escape, page, .function(7))
    #expect(desk.station.room is ReaderRoom)
  }

  @Test func deleteIsHarmlessWhereTheListIsNotSeen() throws {
    let desk = try desk()
    for page in [Key.function(1), .function(9)] {
      desk.press(page, .function(8), .escape)
      #expect(desk.list.count == 1)
    }
  }

  // MARK: The reader of the desk

  @Test func theReadersPageFollowsTheDesk() throws {
    let desk = try desk()
    desk.press(.function(4))
    desk.scan("9921000000172", "37000034180")
    desk.press(.function(7))
    desk.scan(card)
    // A number that comes as an item is asked for as a card.
    if desk.borrower != card { desk.scan(card) }
    #expect(desk.borrower == card)
    #expect(desk.screen.contains("Borrower \(card)"))
    desk.press(.function(7))
    desk.scan("9921000000199")
    #expect(
      desk.list == [
        "loan 37000034179 9921000000199", "loan 37000034180 9921000000172",
      ])
  }

  @Test func thePageOfAnotherReaderStays() throws {
    let desk = try desk()
    desk.press(.function(4))
    desk.scan("9921000000172", "37000034180")
    desk.press(.up, .function(7))
    desk.press(.up)
    #expect(desk.screen.contains("Borrower \(card)"))
    desk.scan("37000034181")
    #expect(desk.screen.contains("Borrower \(card)"))
  }

  // MARK: The question before closing

  @Test(arguments: Language.allCases)
  func closeHeldDownAsksAndAnswersNothing(_ language: Language) throws {
    for key in [Key.function(10), .control("c")] {
      let desk = try desk(language)
      desk.press(key)
      desk.pause = .milliseconds(500)
      desk.press(key)
      desk.pause = .milliseconds(33)
      for _ in 0..<60 { desk.press(key) }
      #expect(!desk.isClosed)
      #expect(desk.station.isClosing)
      #expect(desk.notice == language.words.answerIsHeld(key))
      desk.pause = .seconds(1)
      desk.press(key)
      #expect(desk.isClosed)
    }
  }

  @Test func anotherKeyAnswersAtOnce() throws {
    let desk = try desk()
    desk.pause = .milliseconds(200)
    desk.press(.function(10), .escape, .function(10), .function(2))
    #expect(desk.isClosed)
    #expect(try desk.savedLines.count == 1)
  }

  @Test(arguments: Language.allCases)
  func savingIsPromisedToRecordWhatItCan(_ language: Language) throws {
    let promise =
      language == .english ? "also records it" : "l'enregistre aussi"
    func question(
      _ number: String, before: (DeskSession) -> Void = { _ in }
    ) throws -> String {
      let desk = try desk(language)
      before(desk)
      desk.type(number)
      desk.press(.function(10))
      let asked = try #require(desk.station.question).lines
        .joined(separator: " ")
      #expect(asked.contains(number))
      desk.press(.function(2))
      #expect(desk.isClosed == asked.contains(promise))
      return asked
    }
    #expect(try question("37000034180").contains(promise))
    #expect(try !question("3700é").contains(promise))
    #expect(try !question(card).contains(promise))
    #expect(
      try !question("37000034180") { desk in
        desk.press(.function(4), .tab)
      }.contains(promise))
    #expect(
      try question("37000034180") { $0.press(.function(3)) }
        .contains(promise))
  }
}
