import Circulation
import Settings
import Terminal
import Testing

@testable import Languages
@testable import Station

/// Find says who has the item, and only the keys that work.
struct FoundTests {
  private func desk(_ language: Language = .english) throws -> DeskSession {
    let desk = try DeskSession(language: language)
    desk.scan("9921000000164", "37000034179", "37000034180")
    desk.press(.function(2))
    desk.scan("37000034181")
    return desk
  }

  @Test(arguments: [
    (Language.english, "On loan to 9921000000164.", "Returned at 09:05."),
    (.french, "Emprunté par 9921000000164.", "Rendu à 09:05."),
  ])
  func itSaysWhoHasTheItemNow(
    _ language: Language, _ lent: String, _ back: String
  ) throws {
    let desk = try desk(language)
    desk.press(.function(5))
    desk.scan("37000034179")
    #expect(desk.screen.contains(lent))
    desk.press(.function(3))
    desk.scan("37000034179")
    desk.press(.function(5))
    desk.scan("37000034179")
    #expect(desk.screen.contains(back))
    // Of a part of a number, or of a card, nobody can say so.
    for number in ["3700003417", "9921000000164"] {
      desk.press(.escape, .function(5))
      desk.scan(number)
      #expect(!desk.screen.contains(lent) && !desk.screen.contains(back))
    }
  }

  @Test func aSavedLineHasNoSecondsAndIsNotAmended() throws {
    let desk = try desk()
    desk.press(.function(5))
    desk.scan("37000034179")
    #expect(desk.place(of: "09:05:") == nil)
    #expect(desk.screen.contains("Enter: where it is. F5: other number."))
    #expect(!desk.screen.contains("F6"))
    desk.press(.function(5))
    desk.scan("9921000000164")
    #expect(
      desk.screen.contains("Enter: go there. F6: amend. F5: next. Esc: back."))
  }

  @Test(arguments: Language.allCases)
  func whereNothingIsFoundOnlyAnotherNumberIsOffered(
    _ language: Language
  ) throws {
    let desk = try desk(language)
    desk.press(.function(5))
    desk.scan("xyz")
    let foot = language.words.foundFooter(0, isSaved: nil)
    #expect(desk.screen.contains(foot))
    #expect(
      !foot.contains("F6") && !foot.contains(language.words.name(of: .enter)))
  }

  @Test func aReaderWithNothingHasNoItemsInFrench() {
    #expect(
      French().readerItems(0, listed: 1, saved: 0)
        == "Cet emprunteur n'a aucun exemplaire. Prêts : 1 dans la liste, 0 dans OffCirc.dat."
    )
  }
}
