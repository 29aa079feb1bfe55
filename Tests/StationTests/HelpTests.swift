import Settings
import Sheet
import Terminal
import Testing

@testable import Languages
@testable import Station

/// The Help page: what to do, and every key of the one table.
struct HelpTests {
  /// A screen so high that the whole page is on it.
  private static let high = Size(columns: 80, rows: 124)

  @Test func firstPage() throws {
    let desk = try DeskSession()
    desk.press(.function(1))
    #expect(
      desk.screen == """
        ┌─ Offline Circulation – Help ─────────────────────────────────────────────────┐
        │ Five keys                                                                    │
        │   F4                    Clear: next borrower                                 │
        │   F3                    switch between Loan and Return                       │
        │   F8                    delete the selected transaction                      │
        │   F2                    Save To File                                         │
        │   F10                   Close                                                │
        │                                                                              │
        │ Lend and take back                                                           │
        │ Loans: scan the card, then each item. F4 for the next borrower.              │
        │ Returns: F3, then scan each item. F3 again for loans.                        │
        │ Everything in the list is safe on disk, even if the power fails.             │
        │                                                                              │
        │ When something is wrong                                                      │
        │ Red line and a beep: the scan was NOT recorded. The line gives the reason.   │
        │ Wrong line: select it with Up and Down, then F8. Ctrl-Z to undo.             │
        │                                                                              │
        │ What this station does not do                                                │
        │ It does not check blocks. It has no due dates, renewals or holds.            │
        │ Do not lend items excluded from loan: they would be due at once.             │
        │ Esc: back to the station. Up, Down, PgUp, PgDn: scroll.                      │
        │ Loans: scan the borrower's card, then the items.                             │
        │                                                                              │
        └─ Unsaved: 0   In OffCirc.dat: 0   Today: 0 loans, 0 returns, 0 readers ──────┘
        """)
  }

  @Test func lastPageOnTheSmallestScreenInFrench() throws {
    let desk = try DeskSession(size: .least, language: .french)
    desk.press(.function(1), .end)
    #expect(
      desk.screen == """
        ┌─ Offline Circulation – Aide ─────────────────────────────┐
        │   F2, Ctrl-S            sauvegarder et fermer            │
        │   F10, Ctrl-C, Ctrl-Q   fermer et garder la liste        │
        │   F9                    fermer et perdre ce qui n'est    │
        │                         pas enregistré                   │
        │   Échap                 revenir au poste                 │
        │   Ctrl-L                redessiner l'écran               │
        │                                                          │
        │ Lignes collées                                           │
        │   F2, Ctrl-S            tout enregistrer                 │
        │   Échap                 tout ignorer                     │
        │   Ctrl-L                redessiner l'écran               │
        │ Échap : revenir. Haut, Bas : défiler.                    │
        │ Mode Prêt : scannez la carte de l'emprunteur, puis les   │
        │ exemplaires.                                             │
        └─ À sauvegarder : 0   0 prêt, 0 retour, 0 lecteur ────────┘
        """)
  }

  @Test func everyKeyOfTheTableIsOnThePage() throws {
    var printing = PrintingSettings()
    printing.printer = .device(path: "/dev/usb/lp0")
    for language in Language.allCases {
      let words = language.words
      let desk = try DeskSession(
        size: Size(columns: 200, rows: 200), language: language,
        slips: SlipDesk(printing, in: TestDisk.folder, name: "", words))
      desk.press(.function(1))
      let lines = desk.surface.lines
      for binding in KeyBinding.all
      where ![
        .page, .itemRoom, .scanner, .state, .copyState, .copies, .marking,
        .handOut, .morning, .collecting, .looking, .preparing, .ticking,
        .reporting, .puttingAway, .archiving,
      ].contains(binding.context) {
        let keys = binding.keys.map(words.name(of:)).joined(separator: ", ")
        let explanation = words.explanation(of: binding.action)
        #expect(
          lines.contains { $0.contains(keys) && $0.contains(explanation) },
          "\(keys): \(explanation)")
      }
    }
  }

  @Test func arrowsAndPagesMoveNoFurtherThanTheEnds() throws {
    let desk = try DeskSession()
    desk.press(.function(1))
    let first = desk.screen
    desk.press(.up, .pageUp)
    #expect(desk.screen == first)
    desk.press(.down)
    #expect(desk.surface.lines[1] != first.split(separator: "\n")[1])
    desk.press(.up)
    #expect(desk.screen == first)
    desk.press(.end)
    let last = desk.screen
    #expect(last != first)
    desk.press(.down, .pageDown)
    #expect(desk.screen == last)
    desk.press(.home)
    #expect(desk.screen == first)
    desk.press(.pageDown)
    desk.press(.pageUp)
    #expect(desk.screen == first)
    desk.feed([.wheel(1)])
    #expect(desk.screen != first)
    desk.feed([.wheel(-1)])
    #expect(desk.screen == first)
  }

  @Test func aLargerScreenShowsNoEmptyEnd() throws {
    let desk = try DeskSession(size: .least)
    desk.press(.function(1), .end)
    desk.resize(80, 124)
    let other = try DeskSession(size: Self.high)
    other.press(.function(1))
    #expect(desk.screen == other.screen)
  }

  @Test func escF1AndAClickOnTheFootGoBack() throws {
    let desk = try DeskSession()
    let before = desk.screen
    for key in [Key.escape, .function(1)] {
      desk.press(.function(1), key)
      #expect(desk.screen == before)
    }
    desk.press(.function(1))
    desk.click(on: "Esc: back")
    #expect(desk.screen == before)
  }

  @Test func closeOnThePageClosesOrAsks() throws {
    let desk = try DeskSession()
    desk.press(.function(1), .function(10))
    #expect(desk.isClosed)
    let other = try DeskSession()
    other.scan("9921000000164", "37000034179")
    other.press(.function(1), .control("q"))
    #expect(!other.isClosed)
    #expect(other.station.isClosing)
  }
}
