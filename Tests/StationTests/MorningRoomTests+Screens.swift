import Terminal
import Testing

@testable import Settings
@testable import Station

// The stages of the morning, as they are seen.
extension MorningRoomTests {
  private func screen(
    _ language: Language, _ size: Size, after keys: [Key]
  ) throws -> String {
    var station = try station(twoFiles(), language, size)
    for key in keys { press(key, on: &station) }
    return screen(station)
  }

  @Test func theFilesInEnglish() throws {
    let seen = try screen(.english, .usual, after: [])
    #expect(
      seen == """
        ┌─ Offline Circulation – The morning 1/6: collect the files ───────────────────┐
        │ 2 files: 4 lines, 3 loans, 0 returns.                                        │
        │  File     Desk  Lines  Loans  Returns  Readers  First         Last           │
        │ ▸one.dat  –         3      2        0        1  30 May 10:41  30 May 10:42   │
        │  two.dat  –         1      1        0        1  30 May 10:50  30 May 10:50   │
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
        │ Enter: desk. F2: go on. Ctrl-Z: undo. F10: close.                            │
        │ Is every station there? Then F2. No file is changed.                         │
        │                                                                              │
        └──────────────────────────────────────────────────────────────────────────────┘
        """)
  }

  @Test func theFilesInFrenchOnTheSmallestScreen() throws {
    let seen = try screen(.french, .least, after: [])
    #expect(
      seen == """
        ┌─ Offline Circulation – Lendemain 1/6 : réunir les fic…───┐
        │ 2 fichiers : 4 lignes, 3 prêts, 0 retour.                │
        │  Fichier  Bureau  Lignes  Prêts  Retours  Lecteurs       │
        │ ▸one.dat  –            3      2        0         1       │
        │  two.dat  –            1      1        0         1       │
        │                                                          │
        │                                                          │
        │                                                          │
        │                                                          │
        │                                                          │
        │                                                          │
        │ Entrée : bureau. F2 : suite. Ctrl-Z : annuler. F10 :     │
        │ fermer.                                                  │
        │ Tous les postes sont là ? Alors F2. Aucun fichier n'est  │
        │ modifié.                                                 │
        └──────────────────────────────────────────────────────────┘
        """)
  }

  @Test func theFindingsInEnglishOnTheSmallestScreen() throws {
    let seen = try screen(.english, .least, after: [.function(2)])
    #expect(
      seen == """
        ┌─ Offline Circulation – The morning 2/6: look ────────────┐
        │ 2 findings, of which 2 without a decision. 0 decisions.  │
        │  Severity  Finding             Where            Decided  │
        │ ▸error     The line ends at …  one.dat, line 3           │
        │  warning   Item 37000034179:…  two.dat, line 1           │
        │                                                          │
        │                                                          │
        │                                                          │
        │                                                          │
        │                                                          │
        │                                                          │
        │ Enter: open. F4: keep. F8: take out. Ctrl-Z: undo. F2:   │
        │ go on. F3: back. F10: close.                             │
        │ Choose a line. Each decision is kept at once, and can be │
        │ undone.                                                  │
        └──────────────────────────────────────────────────────────┘
        """)
  }

  @Test func theFindingsInFrench() throws {
    let seen = try screen(.french, .usual, after: [.function(2)])
    #expect(
      seen == """
        ┌─ Offline Circulation – Lendemain 2/6 : constats ─────────────────────────────┐
        │ 2 constats, dont 2 sans décision. 0 décision.                                │
        │  Gravité        Constat                            Où                Décidé  │
        │ ▸erreur         La ligne finit à la colonne 5, a…  one.dat, ligne 3          │
        │  avertissement  Exemplaire 37000034179 : prêté à…  two.dat, ligne 1          │
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
        │ Entrée : ouvrir. F4 : garder. F8 : retirer. Ctrl-Z : annuler. F2 : suite.    │
        │ F3 : retour. F10 : fermer.                                                   │
        │ Choisissez une ligne. Chaque décision est gardée, et s'annule.               │
        │                                                                              │
        └──────────────────────────────────────────────────────────────────────────────┘
        """)
  }

  @Test func theChecklistInEnglish() throws {
    let seen = try screen(
      .english, .usual,
      after: [
        .function(2), .function(2), .function(5), .function(2), .down, .enter,
      ])
    #expect(
      seen == """
        ┌─ Offline Circulation – The morning 4/6: upload ──────────────────────────────┐
        │ Done: 1 of 2.                                                                │
        │  Done  Step                                                                  │
        │ Checklist                                                                    │
        │        In this order.                                                        │
        │ Before                                                                       │
        │ ▸[x]   1. No desk has restarted lending.                                     │
        │  [ ]   2. The block is noted.                                                │
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
        │ Enter: tick. F2: go on. F3: back. F10: close.                                │
        │ Ticked. Enter again takes it back.                                           │
        │                                                                              │
        └──────────────────────────────────────────────────────────────────────────────┘
        """)
  }

  @Test func theChecklistInFrenchOnTheSmallestScreen() throws {
    let seen = try screen(
      .french, .least,
      after: [.function(2), .function(2), .function(5), .function(2)])
    #expect(
      seen == """
        ┌─ Offline Circulation – Lendemain 4/6 : déchargement ─────┐
        │ Fait : 0 sur 2.                                          │
        │  Fait  Étape                                             │
        │ Checklist                                                │
        │ ▸      In this order.                                    │
        │ Before                                                   │
        │  [ ]   1. No desk has restarted lending.                 │
        │  [ ]   2. The block is noted.                            │
        │                                                          │
        │                                                          │
        │                                                          │
        │                                                          │
        │ Entrée : cocher. F2 : suite. F3 : retour. F10 : fermer.  │
        │ Cochez chaque étape quand elle est faite.                │
        │                                                          │
        └──────────────────────────────────────────────────────────┘
        """)
  }
}
