import Settings
import Terminal
import Testing

@testable import Languages
@testable import Station

/// The window on large screens, whose room is used.
struct WideWindowTests {
  /// Two loans of one reader, then one of another after a refusal.
  private func desk(
    _ columns: Int, _ rows: Int, _ language: Language
  ) throws -> DeskSession {
    let desk = try DeskSession(
      size: Size(columns: columns, rows: rows), language: language)
    desk.scan("9921000000164", "37000034179", "37000034180")
    desk.press(.function(4))
    desk.scan("9921000000999", "370é0034181", "37000034182")
    return desk
  }

  @Test func theDeskIn132By43InEnglish() throws {
    let desk = try desk(132, 43, .english)
    #expect(
      desk.screen == """
        ┌─ Offline Circulation ──────────────────────────────────────────────────────────────────────────────────── Thu 31 May 2018 09:05 ─┐
        │                                                                                           │                                      │
        │  Borrower:     9921000000999                              1 item          [Clear F4]      │ Today                                │
        │                                                                                           │ 3 loans, 0 returns, 2 readers        │
        │ ▸Item barcode:                                                             Loan Enter     │ In OffCirc.dat: 0                    │
        │                                                                                           │                                      │
        │  Choose transaction:  (•) Loan   ( ) Return   F3                                          │ This reader: 9921000000999           │
        │                                                                                           │ 1 item                               │
        │  Barcode                         Operation  Borrower                       Time           │ 09:05:00      37000034182            │
        │  37000034179                     Loan       9921000000164                  09:05:00       │                                      │
        │  37000034180                     Loan       9921000000164                  09:05:00       │ Last messages                        │
        │ ▸37000034182                     Loan       9921000000999                  09:05:00       │ 09:05:00 Refused: 370é0034181        │
        │                                                                                           │ contains "é" (U+00E9). Use           │
        │                                                                                           │ unaccented letters, digits and plain │
        │                                                                                           │ symbols only.                        │
        │                                                                                           │                                      │
        │                                                                                           │                                      │
        │                                                                                           │                                      │
        │                                                                                           │                                      │
        │                                                                                           │                                      │
        │                                                                                           │                                      │
        │                                                                                           │                                      │
        │                                                                                           │                                      │
        │                                                                                           │                                      │
        │                                                                                           │                                      │
        │                                                                                           │                                      │
        │                                                                                           │                                      │
        │                                                                                           │                                      │
        │                                                                                           │                                      │
        │                                                                                           │                                      │
        │                                                                                           │                                      │
        │                                                                                           │                                      │
        │                                                                                           │                                      │
        │                                                                                           │                                      │
        │                                                                                           │                                      │
        │                                                                                           │                                      │
        │                                                                                           │                                      │
        │                                                                                           │                                      │
        │ [Save To File F2]  [Delete F8]  [Help F1]  [Close F10]                                    │                                      │
        │                                                                                           │                                      │
        │ Recorded: loan of 37000034182 to 9921000000999.                                           │                                      │
        │                                                                                           │                                      │
        └─ Unsaved: 3   In OffCirc.dat: 0   Today: 3 loans, 0 returns, 2 readers ──────────────────────────────────────────────────────────┘
        """)
  }

  @Test func theDeskIn132By43InFrench() throws {
    let desk = try desk(132, 43, .french)
    #expect(
      desk.screen == """
        ┌─ Offline Circulation – Prêt secouru ───────────────────────────────────────────────────────────────────── jeu. 31/05/2018 09:05 ─┐
        │                                                                                           │                                      │
        │  Emprunteur :                  9921000000999              1 exemplaire   [Nettoyer F4]    │ Ce jour                              │
        │                                                                                           │ 3 prêts, 0 retour, 2 lecteurs        │
        │ ▸Code-barres de l'exemplaire :                                            Prêt Entrée     │ Dans OffCirc.dat : 0                 │
        │                                                                                           │                                      │
        │  Choisissez la transaction :  (•) Prêt   ( ) Retour   F3                                  │ Ce lecteur : 9921000000999           │
        │                                                                                           │ 1 exemplaire                         │
        │  Code-barres                     Opération  Emprunteur                     Heure          │ 09:05:00      37000034182            │
        │  37000034179                     Prêt       9921000000164                  09:05:00       │                                      │
        │  37000034180                     Prêt       9921000000164                  09:05:00       │ Derniers messages                    │
        │ ▸37000034182                     Prêt       9921000000999                  09:05:00       │ 09:05:00 Refusé : 370é0034181        │
        │                                                                                           │ contient « é » (U+00E9). N'utilisez  │
        │                                                                                           │ que des lettres sans accent, des     │
        │                                                                                           │ chiffres et des signes simples.      │
        │                                                                                           │                                      │
        │                                                                                           │                                      │
        │                                                                                           │                                      │
        │                                                                                           │                                      │
        │                                                                                           │                                      │
        │                                                                                           │                                      │
        │                                                                                           │                                      │
        │                                                                                           │                                      │
        │                                                                                           │                                      │
        │                                                                                           │                                      │
        │                                                                                           │                                      │
        │                                                                                           │                                      │
        │                                                                                           │                                      │
        │                                                                                           │                                      │
        │                                                                                           │                                      │
        │                                                                                           │                                      │
        │                                                                                           │                                      │
        │                                                                                           │                                      │
        │                                                                                           │                                      │
        │                                                                                           │                                      │
        │                                                                                           │                                      │
        │                                                                                           │                                      │
        │                                                                                           │                                      │
        │ [Sauvegarder dans le fichier F2]  [Supprimer F8]  [Aide F1]  [Fermer F10]                 │                                      │
        │                                                                                           │                                      │
        │ Enregistré : prêt de 37000034182 à 9921000000999.                                         │                                      │
        │                                                                                           │                                      │
        └─ À sauvegarder : 3   Dans OffCirc.dat : 0   Ce jour : 3 prêts, 0 retour, 2 lecteurs ─────────────────────────────────────────────┘
        """)
  }

  @Test func theDeskIn200By60InEnglish() throws {
    let desk = try desk(200, 60, .english)
    #expect(
      desk.screen == """
        ┌─ Offline Circulation ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────── Thu 31 May 2018 09:05 ─┐
        │                                                                                             │                                                                                                        │
        │  Borrower:     9921000000999                              1 item            [Clear F4]      │ Today                                                                                                  │
        │                                                                                             │ 3 loans, 0 returns, 2 readers                                                                          │
        │ ▸Item barcode:                                                               Loan Enter     │ In OffCirc.dat: 0                                                                                      │
        │                                                                                             │                                                                                                        │
        │  Choose transaction:  (•) Loan   ( ) Return   F3                                            │ This reader: 9921000000999                                                                             │
        │                                                                                             │ 1 item                                                                                                 │
        │  Barcode                          Operation  Borrower                        Time           │ 09:05:00      37000034182                                                                              │
        │  37000034179                      Loan       9921000000164                   09:05:00       │                                                                                                        │
        │  37000034180                      Loan       9921000000164                   09:05:00       │ Last messages                                                                                          │
        │ ▸37000034182                      Loan       9921000000999                   09:05:00       │ 09:05:00 Refused: 370é0034181 contains "é" (U+00E9). Use unaccented letters, digits and                │
        │                                                                                             │ plain symbols only.                                                                                    │
        │                                                                                             │                                                                                                        │
        │                                                                                             │                                                                                                        │
        │                                                                                             │                                                                                                        │
        │                                                                                             │                                                                                                        │
        │                                                                                             │                                                                                                        │
        │                                                                                             │                                                                                                        │
        │                                                                                             │                                                                                                        │
        │                                                                                             │                                                                                                        │
        │                                                                                             │                                                                                                        │
        │                                                                                             │                                                                                                        │
        │                                                                                             │                                                                                                        │
        │                                                                                             │                                                                                                        │
        │                                                                                             │                                                                                                        │
        │                                                                                             │                                                                                                        │
        │                                                                                             │                                                                                                        │
        │                                                                                             │                                                                                                        │
        │                                                                                             │                                                                                                        │
        │                                                                                             │                                                                                                        │
        │                                                                                             │                                                                                                        │
        │                                                                                             │                                                                                                        │
        │                                                                                             │                                                                                                        │
        │                                                                                             │                                                                                                        │
        │                                                                                             │                                                                                                        │
        │                                                                                             │                                                                                                        │
        │                                                                                             │                                                                                                        │
        │                                                                                             │                                                                                                        │
        │                                                                                             │                                                                                                        │
        │                                                                                             │                                                                                                        │
        │                                                                                             │                                                                                                        │
        │                                                                                             │                                                                                                        │
        │                                                                                             │                                                                                                        │
        │                                                                                             │                                                                                                        │
        │                                                                                             │                                                                                                        │
        │                                                                                             │                                                                                                        │
        │                                                                                             │                                                                                                        │
        │                                                                                             │                                                                                                        │
        │                                                                                             │                                                                                                        │
        │                                                                                             │                                                                                                        │
        │                                                                                             │                                                                                                        │
        │                                                                                             │                                                                                                        │
        │                                                                                             │                                                                                                        │
        │                                                                                             │                                                                                                        │
        │ [Save To File F2]  [Delete F8]  [Help F1]  [Close F10]                                      │                                                                                                        │
        │                                                                                             │                                                                                                        │
        │ Recorded: loan of 37000034182 to 9921000000999.                                             │                                                                                                        │
        │                                                                                             │                                                                                                        │
        └─ Unsaved: 3   In OffCirc.dat: 0   Today: 3 loans, 0 returns, 2 readers ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────┘
        """)
  }

  @Test func theDeskIn200By60InFrench() throws {
    let desk = try desk(200, 60, .french)
    #expect(
      desk.screen == """
        ┌─ Offline Circulation – Prêt secouru ───────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────── jeu. 31/05/2018 09:05 ─┐
        │                                                                                             │                                                                                                        │
        │  Emprunteur :                  9921000000999                1 exemplaire   [Nettoyer F4]    │ Ce jour                                                                                                │
        │                                                                                             │ 3 prêts, 0 retour, 2 lecteurs                                                                          │
        │ ▸Code-barres de l'exemplaire :                                              Prêt Entrée     │ Dans OffCirc.dat : 0                                                                                   │
        │                                                                                             │                                                                                                        │
        │  Choisissez la transaction :  (•) Prêt   ( ) Retour   F3                                    │ Ce lecteur : 9921000000999                                                                             │
        │                                                                                             │ 1 exemplaire                                                                                           │
        │  Code-barres                      Opération  Emprunteur                      Heure          │ 09:05:00      37000034182                                                                              │
        │  37000034179                      Prêt       9921000000164                   09:05:00       │                                                                                                        │
        │  37000034180                      Prêt       9921000000164                   09:05:00       │ Derniers messages                                                                                      │
        │ ▸37000034182                      Prêt       9921000000999                   09:05:00       │ 09:05:00 Refusé : 370é0034181 contient « é » (U+00E9). N'utilisez que des lettres sans                 │
        │                                                                                             │ accent, des chiffres et des signes simples.                                                            │
        │                                                                                             │                                                                                                        │
        │                                                                                             │                                                                                                        │
        │                                                                                             │                                                                                                        │
        │                                                                                             │                                                                                                        │
        │                                                                                             │                                                                                                        │
        │                                                                                             │                                                                                                        │
        │                                                                                             │                                                                                                        │
        │                                                                                             │                                                                                                        │
        │                                                                                             │                                                                                                        │
        │                                                                                             │                                                                                                        │
        │                                                                                             │                                                                                                        │
        │                                                                                             │                                                                                                        │
        │                                                                                             │                                                                                                        │
        │                                                                                             │                                                                                                        │
        │                                                                                             │                                                                                                        │
        │                                                                                             │                                                                                                        │
        │                                                                                             │                                                                                                        │
        │                                                                                             │                                                                                                        │
        │                                                                                             │                                                                                                        │
        │                                                                                             │                                                                                                        │
        │                                                                                             │                                                                                                        │
        │                                                                                             │                                                                                                        │
        │                                                                                             │                                                                                                        │
        │                                                                                             │                                                                                                        │
        │                                                                                             │                                                                                                        │
        │                                                                                             │                                                                                                        │
        │                                                                                             │                                                                                                        │
        │                                                                                             │                                                                                                        │
        │                                                                                             │                                                                                                        │
        │                                                                                             │                                                                                                        │
        │                                                                                             │                                                                                                        │
        │                                                                                             │                                                                                                        │
        │                                                                                             │                                                                                                        │
        │                                                                                             │                                                                                                        │
        │                                                                                             │                                                                                                        │
        │                                                                                             │                                                                                                        │
        │                                                                                             │                                                                                                        │
        │                                                                                             │                                                                                                        │
        │                                                                                             │                                                                                                        │
        │                                                                                             │                                                                                                        │
        │                                                                                             │                                                                                                        │
        │                                                                                             │                                                                                                        │
        │ [Sauvegarder dans le fichier F2]  [Supprimer F8]  [Aide F1]  [Fermer F10]                   │                                                                                                        │
        │                                                                                             │                                                                                                        │
        │ Enregistré : prêt de 37000034182 à 9921000000999.                                           │                                                                                                        │
        │                                                                                             │                                                                                                        │
        └─ À sauvegarder : 3   Dans OffCirc.dat : 0   Ce jour : 3 prêts, 0 retour, 2 lecteurs ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────┘
        """)
  }
}
