import Circulation
import Settings
import Terminal
import Testing
import Typesetting

@testable import Languages
@testable import Station

/// The rooms with a field or a list of their own, as they are seen.
struct RoomScreenTests {
  /// A desk at which two loans are saved, and two loans and a return are not.
  private func desk(_ language: Language, _ size: Size) throws -> DeskSession {
    let desk = try DeskSession(size: size, language: language)
    desk.scan("9921000000164", "37000034179", "37000034180")
    desk.press(.function(2))
    desk.clock.advance(by: 62)
    desk.scan("37000034181")
    desk.press(.function(4))
    desk.scan("9921000000172", "37000034182")
    desk.press(.function(3))
    desk.scan("37000034179")
    desk.press(.function(3))
    return desk
  }

  @Test func findAsksForOneScan() throws {
    let desk = try desk(.english, .usual)
    desk.press(.function(5))
    #expect(
      desk.screen == """
        ┌─ Offline Circulation – Find ─────────────────────────────────────────────────┐
        │ Scan the item or the card. Or type a number or a part of it, then press      │
        │ Enter. This scan is not recorded. The next one is.                           │
        │ ▸Number:                                                                     │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │ Enter: find. Esc: back to the station.                                       │
        │ Find: scan or type a number.                                                 │
        │                                                                              │
        └─ Unsaved: 3   In OffCirc.dat: 2   Today: 4 loans, 1 return, 2 readers ───────┘
        """)
    #expect(desk.surface.cursor == Position(column: 11, row: 3))
  }

  @Test func findShowsWhoHasTheItemSinceWhenAndWhere() throws {
    let english = try desk(.english, .usual)
    english.press(.function(5))
    english.scan("37000034179")
    #expect(
      english.screen == """
        ┌─ Offline Circulation – Find ─────────────────────────────────────────────────┐
        │ 37000034179: 2 lines. Returned at 09:06.                                     │
        │  Barcode                   Operation  Borrower                 Time          │
        │ In the list:                                                                 │
        │ ▸37000034179               Return                              09:06:02      │
        │ In OffCirc.dat (cannot be changed here):                                     │
        │  37000034179               Loan       9921000000164            09:05         │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │ Enter: go there. F6: amend. F5: next. Esc: back.                             │
        │ Found 37000034179 in 2 lines. The next scan is recorded.                     │
        │                                                                              │
        └─ Unsaved: 3   In OffCirc.dat: 2   Today: 4 loans, 1 return, 2 readers ───────┘
        """)
    #expect(english.surface.cursor == Position(column: 2, row: 4))
    english.press(.function(5))
    #expect(
      english.screen == """
        ┌─ Offline Circulation – Find ─────────────────────────────────────────────────┐
        │ 37000034179: 2 lines. Returned at 09:06.                                     │
        │  Barcode                   Operation  Borrower                 Time          │
        │ In the list:                                                                 │
        │  37000034179               Return                              09:06:02      │
        │ In OffCirc.dat (cannot be changed here):                                     │
        │ ▸37000034179               Loan       9921000000164            09:05         │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │ Enter: where it is. F5: next. Esc: back.                                     │
        │ Saved: loan of 37000034179 to 9921000000164, Thu 31 May 2018 09:05, line 1   │
        │ of OffCirc.dat. It cannot be changed here.                                   │
        └─ Unsaved: 3   In OffCirc.dat: 2   Today: 4 loans, 1 return, 2 readers ───────┘
        """)
    let french = try desk(.french, .least)
    french.press(.function(5))
    french.scan("37000034179")
    #expect(
      french.screen == """
        ┌─ Offline Circulation – Chercher ─────────────────────────┐
        │ 37000034179 : 2 lignes. Rendu à 09:06.                   │
        │  Code-barres     Opération  Emprunteur     Heure         │
        │ Dans la liste :                                          │
        │ ▸37000034179     Retour                    09:06:02      │
        │ Dans OffCirc.dat (impossible à corriger ici) :           │
        │  37000034179     Prêt       9921000000164  09:05         │
        │                                                          │
        │                                                          │
        │                                                          │
        │                                                          │
        │ Entrée : y aller. F6 : corriger. F5 : suivante. Échap :  │
        │ revenir.                                                 │
        │ 37000034179 : 2 lignes trouvées. Le prochain numéro      │
        │ scanné sera enregistré.                                  │
        └─ À sauvegarder : 3   4 prêts, 1 retour, 2 lecteurs ──────┘
        """)
  }

  @Test func aBorrowersLoansAreCountedAndGivenToAnotherCard() throws {
    let french = try desk(.french, .usual)
    french.press(.function(5))
    french.scan("37000034181")
    french.press(.function(7))
    #expect(
      french.screen == """
        ┌─ Offline Circulation – Emprunteur 9921000000164 ─────────────────────────────┐
        │ Cet emprunteur a 2 exemplaires. Prêts : 1 dans la liste, 2 dans OffCirc.dat. │
        │  Code-barres               Opération  Ensuite                  Heure         │
        │ Dans la liste :                                                              │
        │ ▸37000034181               Prêt                                09:06:02      │
        │ Dans OffCirc.dat (impossible à corriger ici) :                               │
        │  37000034180               Prêt                                09:05         │
        │  37000034179               Prêt       Retour                   09:05         │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │ F7 : transférer. F6 : corriger. Échap : revenir.                             │
        │ Vous pouvez scanner pendant que cette page est ouverte.                      │
        │                                                                              │
        └─ À sauvegarder : 3   Ce jour : 4 prêts, 1 retour, 2 lecteurs ────────────────┘
        """)
    let english = try desk(.english, .least)
    english.press(.function(5))
    english.scan("37000034181")
    english.press(.function(7), .function(7))
    #expect(
      english.screen == """
        ┌─ Offline Circulation – Borrower 9921000000164 ───────────┐
        │ This borrower has 2 items now. Loans: 1 in the list, 2   │
        │ saved.                                                   │
        │ Scan the card that gets 1 loan of the list. This scan is │
        │ not recorded. The next one is.                           │
        │ ▸Other card:                                             │
        │  Barcode         Operation  Then           Time          │
        │ In the list:                                             │
        │ ▸37000034181     Loan                      09:06:02      │
        │ In OffCirc.dat (cannot be changed here):                 │
        │  37000034180     Loan                      09:05         │
        │  37000034179     Loan       Return         09:05         │
        │ Enter: move them. Esc: back to the station.              │
        │ Scan the card that gets 1 loan of 9921000000164.         │
        │                                                          │
        └─ Unsaved: 3   Today: 4 loans, 1 return, 2 readers ───────┘
        """)
  }

  @Test func amendShowsTheLineAndWhatItWas() throws {
    let english = try desk(.english, .least)
    english.press(.up, .function(6), .tab)
    #expect(
      english.screen == """
        ┌─ Offline Circulation – Amend ────────────────────────────┐
        │ Loan, Thu 31 May 2018 09:06. The next scan corrects this │
        │ line. Or type the number, then press Enter. The line     │
        │ keeps its time. Later scans are recorded.                │
        │  Item barcode: 37000034182                               │
        │ ▸Borrower:     9921000000172                             │
        │                                                          │
        │                                                          │
        │                                                          │
        │                                                          │
        │                                                          │
        │                                                          │
        │ Enter: amend. Tab: other field. Esc: back.               │
        │ Amend: scan or type the right number.                    │
        │                                                          │
        └─ Unsaved: 3   Today: 4 loans, 1 return, 2 readers ───────┘
        """)
    english.scan("9921000000199")
    #expect(
      english.screen == """
        ┌─ Offline Circulation ──────────────── 31 May 2018 09:06 ─┐
        │  Borrower:     9921000000172                    [Clear]  │
        │ ▸Item barcode:                                   Loan    │
        │  Choose transaction:  (•) Loan   ( ) Return   F3         │
        │  Barcode         Operation  Borrower       Time          │
        │  37000034181     Loan       9921000000164  09:06:02      │
        │ ▸37000034182     Loan       9921000000199  09:06:02      │
        │  37000034179     Return                    09:06:02      │
        │                                                          │
        │                                                          │
        │                                                          │
        │                                                          │
        │ [Save To File F2]  [Delete F8]  [Help F1]  [Close F10]   │
        │ Amended: loan of 37000034182 to 9921000000199, not to    │
        │ 9921000000172. Ctrl-Z to undo.                           │
        └─ Unsaved: 3   Today: 4 loans, 1 return, 2 readers ───────┘
        """)
    let french = try desk(.french, .usual)
    french.press(.up, .function(6), .tab)
    french.scan("9921000000199")
    french.press(.function(6))
    #expect(
      french.screen == """
        ┌─ Offline Circulation – Corriger ─────────────────────────────────────────────┐
        │ Prêt, jeu. 31/05/2018 à 09:06. Le prochain numéro scanné corrige cette       │
        │ ligne. Ou tapez-le, puis Entrée. La ligne garde son heure. Le numéro suivant │
        │ sera enregistré.                                                             │
        │ Enregistré d'abord : prêt de 37000034182 à 9921000000172.                    │
        │ ▸Code-barres de l'exemplaire : 37000034182                                   │
        │  Emprunteur :                  9921000000199                                 │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │ Entrée : corriger. Tab : autre champ. Échap : revenir.                       │
        │ Corriger : scannez ou tapez le bon numéro.                                   │
        │                                                                              │
        └─ À sauvegarder : 3   Ce jour : 4 prêts, 1 retour, 2 lecteurs ────────────────┘
        """)
  }

  @Test(arguments: [true, false])
  func theFocusIsSeenAndHasTheCursorInColoursAndWithout(
    _ hasColors: Bool
  ) throws {
    let desk = try desk(.english, .usual)
    desk.palette = Palette(hasColors ? .blue : .mono)
    func look(_ mark: String, _ role: Palette.Role) {
      #expect(desk.style(of: mark) == desk.palette[role], "\(mark)")
      #expect(desk.surface.cursor.row > 0, "\(mark)")
      if !hasColors {
        for row in 0..<24 {
          #expect(desk.surface.row(row).allSatisfy { $0.style.colors == nil })
        }
      }
    }
    desk.press(.function(5))
    look("▸Number:", .focusedLabel)
    desk.scan("37000034181")
    look("▸37000034181", .focusedLine)
    desk.press(.function(6))
    look("▸Item barcode:", .focusedLabel)
    desk.press(.tab)
    look("▸Borrower:", .focusedLabel)
    desk.press(.function(7))
    look("▸37000034181", .focusedLine)
    desk.press(.function(7))
    look("▸Other card:", .focusedLabel)
    look("▸37000034181", .selectedLine)
  }

  @Test func theMouseChoosesALineAndLeaves() throws {
    let desk = try desk(.english, .usual)
    desk.press(.function(5))
    desk.scan("9921000000164")
    #expect(desk.station.chosenIndex == 0)
    desk.click(on: "37000034179")
    #expect(desk.station.chosenIndex == 2)
    desk.feed([.wheel(-1)])
    #expect(desk.station.chosenIndex == 0)
    desk.click(on: "In OffCirc.dat")
    #expect(desk.station.chosenIndex == 0)
    desk.click(on: "Enter: go there.")
    #expect(desk.station.room == nil)
    desk.press(.function(6))
    desk.click(on: "Scan or type")
    desk.feed([.wheel(1)])
    #expect(desk.station.room is AmendRoom)
  }

  @Test func everyFootHasRoomOnTheSmallestScreen() {
    for words in Language.allCases.map(\.words) {
      let feet =
        [true, false].map { words.readerFooter(isMoving: $0) }
        + [
          words.findFooter, words.amendFooter(.loan),
          words.amendFooter(.return),
        ]
      for foot in feet { #expect(foot.count <= 56, "\(foot)") }
      for isSaved in [true, false, nil] {
        let foot = words.foundFooter(2, isSaved: isSaved)
        #expect(foot.wrapped(to: 56).count <= 2, "\(foot)")
      }
    }
  }
}
