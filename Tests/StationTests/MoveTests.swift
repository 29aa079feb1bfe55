import Circulation
import Glibc
import Settings
import Terminal
import Testing

@testable import Languages
@testable import Station

/// All loans of one card to another: to which, whose desk it is then, and what
/// is said if it can't be.
struct MoveTests {
  private let old = "9921000000164"
  private let new = "9921000000172"

  private func desk(_ language: Language = .english) throws -> DeskSession {
    let desk = try DeskSession(language: language)
    desk.scan(old, "37000034179", "37000034180")
    return desk
  }

  @Test(arguments: Language.allCases)
  func undoLeavesTheDeskToACardThatWasScannedSince(
    _ language: Language
  ) throws {
    let desk = try desk(language)
    desk.press(.function(7), .function(7))
    desk.scan(new)
    desk.press(.function(4))
    desk.scan("9921000000199", "37000034181")
    desk.press(.function(4))
    desk.scan(new)
    desk.press(.control("z"))
    #expect(desk.list[0] == "loan 37000034179 \(old)")
    #expect(desk.borrower == new)
    #expect(
      desk.notice.hasSuffix(
        language.words.ready(
          .loan, borrower: desk.station.desk.borrower)))
    #expect(desk.notice.contains(" \(new)"))
    desk.scan("37000034182")
    #expect(desk.list.last == "loan 37000034182 \(new)")
  }

  @Test func scannedAgainTheCardKeepsTheDesk() throws {
    let desk = try desk()
    desk.press(.function(7), .function(7))
    desk.scan(new)
    desk.clock.advance(by: 60)
    desk.press(.backTab, .control("u"))
    desk.type(new)
    desk.pause = .seconds(60)
    desk.press(.enter, .control("z"))
    #expect(desk.list[0] == "loan 37000034179 \(old)")
    #expect(desk.borrower == new)
  }

  @Test(arguments: Language.allCases)
  func theSameCardIsSaidToBeTheSame(_ language: Language) throws {
    let desk = try desk(language)
    desk.press(.function(7), .function(7))
    desk.scan(old)
    let card = try #require(desk.station.desk.borrower)
    #expect(desk.notice == language.words.isSameCard(card))
    #expect(desk.bells == [1])
    desk.scan(new)
    #expect(desk.list.allSatisfy { $0.hasSuffix(new) })
  }

  @Test func anItemThatIsInsistedOnIsNotSaidToBeAccepted() throws {
    for part in [[Key.function(7), .function(7)], [.function(6), .tab]] {
      for learns in [true, false] {
        let desk = try DeskSession(learns: learns)
        desk.scan(old, "37000034179", "37000034180")
        desk.press(part)
        for _ in 0..<3 {
          desk.scan("37000034180")
          desk.press(.enter)
          #expect(!desk.notice.contains("was accepted"))
        }
        #expect(desk.list.allSatisfy { $0.hasSuffix(old) })
      }
    }
  }

  @Test(arguments: Language.allCases)
  func aDiskThatFailsMovesNothingAndSaysHowManyStay(
    _ language: Language
  ) throws {
    let desk = try desk(language)
    desk.press(.function(7), .function(7))
    desk.disk.journalFailure = (.synchronize, ENOSPC)
    desk.scan(new)
    #expect(
      desk.notice.hasPrefix(
        language == .english
          ? "NOT moved to \(new): 2 loans stay with \(old). "
          : "NON transféré à \(new) : 2 prêts restent à \(old). "))
    #expect(desk.list.allSatisfy { $0.hasSuffix(old) })
  }
}
