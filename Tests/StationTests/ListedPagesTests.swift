import Settings
import Terminal
import Testing

@testable import Languages
@testable import Station

/// The pages of an item and a borrower that lists know, as they are seen.
struct ListedPagesTests {
  /// A desk of a size that lends in a language.
  private func desk(
    _ language: Language, _ size: Size = .usual
  ) throws -> DeskSession {
    let desk = try KnownLists().desk(size: size, language: language)
    desk.scan("9921000000164", "37000034179")
    return desk
  }

  /// The rows of the screen between its edges, as far as they have text.
  private func rows(_ desk: DeskSession, _ count: Int) -> [String] {
    desk.surface.lines.dropFirst().prefix(count).map {
      String($0.dropFirst(2).dropLast(2)).replacing(#/ +$/#, with: "")
    }
  }

  @Test func anItemsFactsStandInColumns() throws {
    let english = try desk(.english)
    english.press(.function(6))
    #expect(
      rows(english, 4) == [
        "Title:       Analyse réelle et complexe",
        "Author:      Rudin W.",
        "Call number: M515 RUD",
        "Listed:      20 May 2018",
      ])
    #expect(english.style(of: "Author:") == english.palette[.label])
    #expect(english.style(of: "Rudin W.") == english.palette[.title])
    let french = try desk(.french)
    french.press(.function(6))
    #expect(
      rows(french, 4) == [
        "Titre :  Analyse réelle et complexe",
        "Auteur : Rudin W.",
        "Cote :   M515 RUD",
        "Liste :  20/05/2018",
      ])
  }

  @Test func ofAnItemThatIsOutItIsSaidWhoHasItAndUntilWhen() throws {
    let desk = try desk(.french)
    desk.press(.function(5))
    desk.scan("37000034182")
    desk.press(.function(6))
    #expect(
      rows(desk, 6) == [
        "Il est chez NGUYEN Paul.",
        "Titre :   Équations aux dérivées",
        "Auteur :  Brezis H.",
        "Cote :    M515 BRE",
        "En prêt : retour prévu le 15/06/2018",
        "Liste :   20/05/2018",
      ])
  }

  @Test func aBorrowersFactsStandInColumnsToo() throws {
    let english = try desk(.english)
    english.press(.function(7))
    #expect(
      rows(english, 5).dropFirst() == [
        "Name:        DUCASSE Loïc",
        "Class:       L3 Maths",
        "Valid until: 30 Sep 2030",
        "Listed:      20 May 2018",
      ])
    let french = try desk(.french)
    french.press(.function(7))
    #expect(
      rows(french, 5).dropFirst() == [
        "Nom :              DUCASSE Loïc",
        "Classe :           L3 Maths",
        "Valable jusqu'au : 30/09/2030",
        "Liste :            20/05/2018",
      ])
  }

  /// Of both pages, the lines of the desk are seen under the facts.
  @Test func onTheSmallestScreenTheLinesAreSeenToo() throws {
    for key in [Key.function(6), .function(7)] {
      let desk = try desk(.english, .least)
      desk.press(key)
      #expect(desk.screen.contains("▸37000034179"))
    }
  }
}
