import Settings
import Terminal
import Testing

@testable import Station

// The room of copies as it is seen.
extension CopiesRoomTests {
  private func screen(_ session: DeskSession) -> String {
    session.screen.replacing("\u{a0}", with: " ")
  }

  @Test func theTitlesOnTheUsualScreen() throws {
    #expect(
      try screen(room()) == """
        ┌─ Offline Circulation – Copies ───────────────────────────────────────────────┐
        │ 3 titles. In all: 5 copies, 1 to be deleted.                                 │
        │ ▸Words or number:                                                            │
        │  Title                   Author     Call number  Copies  In  Out  To delete  │
        │ ▸Histoire 3e – Horizons  Dupont A.  M330 DUP          2   2    0          1  │
        │  Maths 3e – Sigma        Durand C.  M510 DUR          2   1    1          –  │
        │  Écrire en 3e                       M410 ECR          1   1    0          –  │
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
        │ Enter: open. Esc: back. F10: close.                                          │
        │ Scan a copy or a card, or type. No loan is recorded here.                    │
        │                                                                              │
        └──────────────────────────────────────────────────────────────────────────────┘
        """)
  }

  @Test func theCopyOnTheUsualScreen() throws {
    let room = try room()
    room.feed([.burst(.init("3105412"))])
    #expect(
      screen(room) == """
        ┌─ Offline Circulation – Item 3105412 ─────────────────────────────────────────┐
        │ Title:       Histoire 3e – Horizons                                          │
        │ Author:      Dupont A.                                                       │
        │ Call number: M330 DUP                                                        │
        │ State:       3 slightly damaged, since 31 May 2018 (return)                  │
        │ Tariff:      slight damage 8.30 €, price 24.90 €                             │
        │ Location:    Réserve B                                                       │
        │ Material:    manuel                                                          │
        │ Listed:      20 May 2018                                                     │
        │  Lent         Returned     Borrower         Start  End  Fine                 │
        │ ▸31 May 2018  31 May 2018  LAMBERT Zoé, 3B  2      3    8.30 € provisional   │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │ Left, Right: state. F8: to be deleted. F7: borrower. Esc: back.              │
        │ 3105412 seen. No loan is recorded here.                                      │
        │                                                                              │
        └──────────────────────────────────────────────────────────────────────────────┘
        """)
  }

  @Test func theCopyOnTheSmallestScreenInFrench() throws {
    let room = try room(.french, .least)
    room.feed([.burst(.init("3105412"))])
    #expect(
      screen(room) == """
        ┌─ Offline Circulation – Exemplaire 3105412 ───────────────┐
        │ Titre :        Histoire 3e – Horizons                    │
        │ Cote :         M330 DUP                                  │
        │ État :         3 un peu abîmé, depuis le 31/05/2018 …    │
        │ Tarif :        un peu abîmé 8,30 €, prix 24,90 €         │
        │ Localisation : Réserve B                                 │
        │  Prêté       Rendu       Emprunteu  Début  Fin  Amende   │
        │ ▸31/05/2018  31/05/2018  LAMBERT …  2      3    8,30 €…  │
        │                                                          │
        │                                                          │
        │                                                          │
        │ Gauche, Droite : état. F8 : à supprimer. F7 :            │
        │ emprunteur. Échap : revenir.                             │
        │ 3105412 vu. Aucun prêt n'est enregistré ici.             │
        │                                                          │
        └──────────────────────────────────────────────────────────┘
        """)
  }

  @Test(arguments: [Language.english, .french])
  func theTableOfTitlesFitsTheSmallestScreen(_ language: Language) throws {
    let room = try room(language, .least)
    let rows = room.surface.lines.filter { $0.contains("M330 DUP") }
    #expect(rows.count == 1)
    // All counts are seen, before the edge.
    let cells = rows.first?.split(separator: " ") ?? []
    #expect(cells.suffix(5) == ["2", "2", "0", "1", "│"])
  }
}
