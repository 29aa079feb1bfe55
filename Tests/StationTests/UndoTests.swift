import Circulation
import Glibc
import Settings
import Terminal
import Testing

@testable import Languages
@testable import Station

/// Ctrl-Z: what it takes back, until when, and what it says.
struct UndoTests {
  private func desk(language: Language = .english) throws -> DeskSession {
    let desk = try DeskSession(language: language)
    desk.scan("9921000000164", "101", "102", "103", "104")
    return desk
  }

  /// Presses a key every 1.9 seconds, which is one run.
  private func run(of key: Key, _ count: Int, on desk: DeskSession) {
    desk.pause = .milliseconds(1_900)
    for _ in 0..<count { desk.press(key) }
    desk.pause = .seconds(1)
  }

  @Test func theDeletedLineComesBackInItsPlace() throws {
    let desk = try desk()
    let before = desk.list
    desk.press(.up, .up, .function(8))
    #expect(
      desk.notice
        == "Deleted: loan of 102 to 9921000000164. Ctrl-Z to undo.")
    desk.press(.control("z"))
    #expect(desk.list == before)
    #expect(try desk.journal == before)
    #expect(desk.selected == "loan 102 9921000000164")
    #expect(
      desk.notice == "Back in the list: loan of 102 to 9921000000164.")
    desk.press(.control("z"))
    #expect(desk.notice == "Nothing to undo since the last save.")
    #expect(desk.list == before)
  }

  @Test func aRunOfDeletionsSaysHowManyAndComesBackAsAWhole() throws {
    let desk = try desk()
    run(of: .function(8), 3, on: desk)
    #expect(
      desk.notice
        == "Deleted 3 lines (last: loan of 102 to 9921000000164). Ctrl-Z to undo."
    )
    desk.press(.control("z"))
    #expect(desk.list.count == 4)
    #expect(desk.notice == "Back in the list: 3 lines.")
    #expect(try desk.journal == desk.list)
  }

  @Test func deletionsTwoSecondsApartComeBackOneByOne() throws {
    let desk = try desk()
    desk.pause = .seconds(2)
    desk.press(.function(8), .function(8))
    desk.press(.control("z"))
    #expect(desk.list.count == 3)
    desk.press(.control("z"))
    #expect(desk.list.count == 4)
  }

  @Test func whatWasScannedBetweenStays() throws {
    let desk = try desk()
    desk.press(.function(8))
    desk.scan("105")
    desk.press(.control("z"))
    #expect(
      desk.list.map { $0.split(separator: " ")[1] }
        == ["101", "102", "103", "104", "105"])
  }

  @Test func nothingIsUndoneOnceItIsSavedOrTheStationWasClosed() throws {
    let desk = try desk()
    desk.press(.function(8), .function(2), .control("z"))
    #expect(desk.list.isEmpty)
    #expect(try desk.savedLines.count == 3)
    #expect(desk.notice == "Nothing to undo since the last save.")
    desk.scan("105", "106")
    desk.press(.function(8))
    let next = try desk.reopened()
    next.press(.control("z"))
    #expect(next.list == ["loan 105 9921000000164"])
  }

  @Test func theCodeDoesWhatTheKeyDoes() throws {
    let desk = try desk()
    desk.pause = .milliseconds(600)
    desk.scan("%DELETE-LAST%", "%DELETE-LAST%")
    #expect(desk.list.count == 2)
    desk.scan("%UNDO%")
    #expect(desk.list.count == 4)
    #expect(desk.item.isEmpty)
  }

  @Test func itIsThereOnPagesAndNotOnQuestions() throws {
    for page in [Key.function(1), .function(9)] {
      let desk = try desk()
      desk.press(.function(8), page, .control("z"))
      #expect(desk.list.count == 4)
    }
    let desk = try desk()
    desk.press(.function(8), .function(10), .control("z"))
    #expect(desk.list.count == 3)
    #expect(desk.station.isClosing)
  }

  @Test func aDiskThatFailsLeavesTheDeletionToBeUndoneLater() throws {
    let desk = try desk()
    desk.press(.function(8))
    desk.disk.journalFailure = (.write, ENOSPC)
    desk.press(.control("z"))
    #expect(desk.list.count == 3)
    #expect(desk.notice.hasPrefix("NOT undone. "))
    #expect(desk.bells == [1])
    desk.disk.journalFailure = nil
    desk.press(.control("z"))
    #expect(desk.list.count == 4)
  }

  @Test func itSaysItInFrench() throws {
    let desk = try desk(language: .french)
    run(of: .function(8), 2, on: desk)
    #expect(
      desk.notice
        == "2 lignes supprimées (la dernière : prêt de 103 à 9921000000164). Ctrl-Z pour annuler."
    )
    desk.press(.control("z"))
    #expect(desk.notice == "2 lignes rétablies dans la liste.")
  }

  // MARK: Keys that lead to the list

  @Test func upAndDownMoveTheLineFromAFieldWithNothingTyped() throws {
    let desk = try desk()
    desk.press(.up)
    #expect(desk.focus == .item)
    #expect(desk.selected == "loan 103 9921000000164")
    desk.press(.up, .down, .down, .down)
    #expect(desk.selected == "loan 104 9921000000164")
    desk.type("9")
    desk.press(.up)
    #expect(desk.selected == "loan 104 9921000000164")
    #expect(desk.item == "9")
    // With another reader due, from the other field.
    desk.press(.escape, .function(4), .up)
    #expect(desk.focus == .borrower)
    #expect(desk.selected == "loan 103 9921000000164")
  }

  @Test func escEmptiesTheField() throws {
    let desk = try desk()
    desk.type("370")
    desk.press(.escape)
    #expect(desk.item.isEmpty)
    desk.scan("105")
    #expect(desk.list.last == "loan 105 9921000000164")
  }

  @Test func spaceOnALineTypesNothing() throws {
    let desk = try desk()
    while desk.focus != .list { desk.press(.tab) }
    desk.press(.character(" "))
    #expect(desk.focus == .list)
    #expect(desk.item.isEmpty)
    desk.scan(" 105")
    #expect(desk.list.last == "loan 105 9921000000164")
  }
}
