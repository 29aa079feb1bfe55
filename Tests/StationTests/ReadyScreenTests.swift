import Settings
import Simulated
import Terminal
import Testing

@testable import Languages
@testable import Station

/// The last check before an outage, as the station shows it.
struct ReadyScreenTests {
  /// The page After the outage, after a check that found a fault.
  private func page(_ language: Language, _ size: Size) throws -> String {
    let notes = PracticeNotes(
      at: "/state/offcirc/practice", fileSystem: SimulatedFileSystem())
    let desk = try DeskSession(size: size, language: language, practice: notes)
    try notes.note(
      ReadyResult(failCount: 1, checkCount: 5), of: TestDisk.folder,
      at: Value.time)
    desk.press(.function(9))
    return desk.screen
  }

  @Test func theLastCheckIsOnThePageAfterTheOutage() throws {
    #expect(
      try page(.english, .usual) == """
        ┌─ Offline Circulation – After the outage ─────────────────────────────────────┐
        │ /home/desk/files                                                             │
        │ Everything recorded is saved.                                                │
        │ OffCirc.dat: empty.                                                          │
        │ Archive: empty.                                                              │
        │                                                                              │
        │ Nothing to do: nothing is left of an outage.                                 │
        │                                                                              │
        │ Last check by offcirc ready, Thu 31 May 2018 09:05: Not ready: 1 fault, 5    │
        │ points to check.                                                             │
        │                                                                              │
        │ You can scan while this page is open.                                        │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │ Esc: back to the station. Up, Down, PgUp, PgDn: scroll.                      │
        │ Loans: scan the borrower's card, then the items.                             │
        │                                                                              │
        └─ Unsaved: 0   In OffCirc.dat: 0   Today: 0 loans, 0 returns, 0 readers ──────┘
        """)
  }

  @Test func theLastCheckInFrench() throws {
    #expect(
      try page(.french, .usual) == """
        ┌─ Offline Circulation – Après la panne ───────────────────────────────────────┐
        │ /home/desk/files                                                             │
        │ Tout est sauvegardé.                                                         │
        │ OffCirc.dat : vide.                                                          │
        │ Archives : aucune.                                                           │
        │                                                                              │
        │ Rien à faire : il ne reste rien d'une panne.                                 │
        │                                                                              │
        │ Dernier contrôle par offcirc ready, le jeu. 31/05/2018 à 09:05 : Pas en      │
        │ ordre : 1 défaut, 5 points à voir.                                           │
        │                                                                              │
        │ Vous pouvez scanner pendant que cette page est ouverte.                      │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │ Échap : revenir. Haut, Bas : défiler.                                        │
        │ Mode Prêt : scannez la carte de l'emprunteur, puis les exemplaires.          │
        │                                                                              │
        └─ À sauvegarder : 0   Ce jour : 0 prêt, 0 retour, 0 lecteur ──────────────────┘
        """)
  }

  @Test func theLastCheckInASmallWindow() throws {
    #expect(
      try page(.english, .least) == """
        ┌─ Offline Circulation – After the outage ─────────────────┐
        │ /home/desk/files                                         │
        │ Everything recorded is saved.                            │
        │ OffCirc.dat: empty.                                      │
        │ Archive: empty.                                          │
        │                                                          │
        │ Nothing to do: nothing is left of an outage.             │
        │                                                          │
        │ Last check by offcirc ready, Thu 31 May 2018 09:05: Not  │
        │ ready: 1 fault, 5 points to check.                       │
        │                                                          │
        │ You can scan while this page is open.                    │
        │ Esc: back to the station. Up, Down, PgUp, PgDn: scroll.  │
        │ Loans: scan the borrower's card, then the items.         │
        │                                                          │
        └─ Unsaved: 0   Today: 0 loans, 0 returns, 0 readers ──────┘
        """)
  }

  @Test func theLastCheckInASmallWindowInFrench() throws {
    #expect(
      try page(.french, .least) == """
        ┌─ Offline Circulation – Après la panne ───────────────────┐
        │ /home/desk/files                                         │
        │ Tout est sauvegardé.                                     │
        │ OffCirc.dat : vide.                                      │
        │ Archives : aucune.                                       │
        │                                                          │
        │ Rien à faire : il ne reste rien d'une panne.             │
        │                                                          │
        │ Dernier contrôle par offcirc ready, le jeu. 31/05/2018 à │
        │ 09:05 : Pas en ordre : 1 défaut, 5 points à voir.        │
        │                                                          │
        │ Vous pouvez scanner pendant que cette page est ouverte.  │
        │ Échap : revenir. Haut, Bas : défiler.                    │
        │ Mode Prêt : scannez la carte de l'emprunteur, puis les   │
        │ exemplaires.                                             │
        └─ À sauvegarder : 0   0 prêt, 0 retour, 0 lecteur ────────┘
        """)
  }
}
