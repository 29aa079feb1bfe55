import Circulation
import Glibc
import Settings
import Terminal
import Testing

@testable import Languages
@testable import Station

/// The window in French on a usual screen, 80×24.
struct FrenchWindowTests {
  @Test func aNewDeskIsEmptyAndReadyInFrench() throws {
    let desk = try DeskSession(language: .french)
    #expect(
      desk.screen == """
        ┌─ Offline Circulation – Prêt secouru ───────────────── jeu. 31/05/2018 09:05 ─┐
        │                                                                              │
        │ ▸Emprunteur :                                                [Nettoyer F4]   │
        │                                                                              │
        │  Code-barres de l'exemplaire :                                Prêt Entrée    │
        │                                                                              │
        │  Choisissez la transaction :  (•) Prêt   ( ) Retour   F3                     │
        │                                                                              │
        │  Code-barres               Opération  Emprunteur               Heure         │
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
        │  Sauvegarder dans le fichier F2    Supprimer F8   [Aide F1]  [Fermer F10]    │
        │                                                                              │
        │ Mode Prêt : scannez la carte de l'emprunteur, puis les exemplaires.          │
        │                                                                              │
        └─ À sauvegarder : 0   Ce jour : 0 prêt, 0 retour, 0 lecteur ──────────────────┘
        """)
  }

  @Test func aLoanIsInTheListAndOnTheStatusLineInFrench() throws {
    let desk = try DeskSession(language: .french)
    desk.scan("9921000000164", "37000034179")
    #expect(
      desk.screen == """
        ┌─ Offline Circulation – Prêt secouru ───────────────── jeu. 31/05/2018 09:05 ─┐
        │                                                                              │
        │  Emprunteur :                  9921000000164        1 ex.    [Nettoyer F4]   │
        │                                                                              │
        │ ▸Code-barres de l'exemplaire :                                Prêt Entrée    │
        │                                                                              │
        │  Choisissez la transaction :  (•) Prêt   ( ) Retour   F3                     │
        │                                                                              │
        │  Code-barres               Opération  Emprunteur               Heure         │
        │ ▸37000034179               Prêt       9921000000164            09:05:00      │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │ [Sauvegarder dans le fichier F2]  [Supprimer F8]  [Aide F1]  [Fermer F10]    │
        │                                                                              │
        │ Enregistré : prêt de 37000034179 à 9921000000164.                            │
        │                                                                              │
        └─ À sauvegarder : 1   Ce jour : 1 prêt, 0 retour, 1 lecteur ──────────────────┘
        """)
  }

  @Test func returnsNeedNoBorrowerInFrench() throws {
    let desk = try DeskSession(language: .french)
    desk.scan("9921000000164", "37000034179")
    desk.press(.function(3))
    desk.type("d293004279")
    #expect(
      desk.screen == """
        ╔═ Offline Circulation – RETOUR – Prêt secouru ════════ jeu. 31/05/2018 09:05 ═╗
        ║                                                                              ║
        ║  Emprunteur :                  9921000000164                 [Nettoyer F4]   ║
        ║                                                                              ║
        ║ ▸Code-barres de l'exemplaire : d293004279                    [Retour Entrée] ║
        ║                                                                              ║
        ║  Choisissez la transaction :  ( ) Prêt   (•) Retour   F3                     ║
        ║                                                                              ║
        ║  Code-barres               Opération  Emprunteur               Heure         ║
        ║ ▸37000034179               Prêt       9921000000164            09:05:00      ║
        ║                                                                              ║
        ║                                                                              ║
        ║                                                                              ║
        ║                                                                              ║
        ║                                                                              ║
        ║                                                                              ║
        ║                                                                              ║
        ║                                                                              ║
        ║                                                                              ║
        ║ [Sauvegarder dans le fichier F2]  [Supprimer F8]  [Aide F1]  [Fermer F10]    ║
        ║                                                                              ║
        ║ Mode Retour : scannez les exemplaires.                                       ║
        ║                                                                              ║
        ╚═ À sauvegarder : 1   Ce jour : 1 prêt, 0 retour, 1 lecteur ══════════════════╝
        """)
  }

  @Test func aListLongerThanItsRowsShowsTheNewestInFrench() throws {
    let desk = try DeskSession(language: .french)
    desk.scan("9921000000164")
    for number in 101...130 { desk.scan("37000034\(number)") }
    #expect(
      desk.screen == """
        ┌─ Offline Circulation – Prêt secouru ───────────────── jeu. 31/05/2018 09:05 ─┐
        │                                                                              │
        │  Emprunteur :                  9921000000164        30 ex.   [Nettoyer F4]   │
        │                                                                              │
        │ ▸Code-barres de l'exemplaire :                                Prêt Entrée    │
        │                                                                              │
        │  Choisissez la transaction :  (•) Prêt   ( ) Retour   F3                     │
        │                                                                              │
        │  Code-barres               Opération  Emprunteur               Heure  30/30  │
        │  37000034122               Prêt       9921000000164            09:05:00      │
        │  37000034123               Prêt       9921000000164            09:05:00      │
        │  37000034124               Prêt       9921000000164            09:05:00      │
        │  37000034125               Prêt       9921000000164            09:05:00      │
        │  37000034126               Prêt       9921000000164            09:05:00      │
        │  37000034127               Prêt       9921000000164            09:05:00      │
        │  37000034128               Prêt       9921000000164            09:05:00      │
        │  37000034129               Prêt       9921000000164            09:05:00      │
        │ ▸37000034130               Prêt       9921000000164            09:05:00      │
        │                                                                              │
        │ [Sauvegarder dans le fichier F2]  [Supprimer F8]  [Aide F1]  [Fermer F10]    │
        │                                                                              │
        │ Enregistré : prêt de 37000034130 à 9921000000164.                            │
        │                                                                              │
        └─ À sauvegarder : 30   Ce jour : 30 prêts, 0 retour, 1 lecteur ───────────────┘
        """)
  }

  @Test func aRefusedNumberStaysInItsFieldAndIsSaidInFrench() throws {
    let desk = try DeskSession(language: .french)
    desk.scan("9921000000164", "37000034179", "370é0034179")
    #expect(
      desk.screen == """
        ┌─ Offline Circulation – Prêt secouru ───────────────── jeu. 31/05/2018 09:05 ─┐
        │                                                                              │
        │  Emprunteur :                  9921000000164        1 ex.    [Nettoyer F4]   │
        │                                                                              │
        │ ▸Code-barres de l'exemplaire : 370é0034179                   [Prêt Entrée]   │
        │                                                                              │
        │  Choisissez la transaction :  (•) Prêt   ( ) Retour   F3                     │
        │                                                                              │
        │  Code-barres               Opération  Emprunteur               Heure         │
        │ ▸37000034179               Prêt       9921000000164            09:05:00      │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │ [Sauvegarder dans le fichier F2]  [Supprimer F8]  [Aide F1]  [Fermer F10]    │
        │                                                                              │
        │ Refusé : 370é0034179 contient « é » (U+00E9). N'utilisez que des lettres     │
        │ sans accent, des chiffres et des signes simples.                             │
        └─ À sauvegarder : 1   Ce jour : 1 prêt, 0 retour, 1 lecteur ──────────────────┘
        """)
  }

  @Test func aDiskThatFailsIsSaidInWordsInFrench() throws {
    let desk = try DeskSession(language: .french)
    desk.scan("9921000000164", "37000034179")
    desk.disk.journalFailure = (.write, ENOSPC)
    desk.scan("37000034180")
    #expect(
      desk.screen == """
        ┌─ Offline Circulation – Prêt secouru ───────────────── jeu. 31/05/2018 09:05 ─┐
        │                                                                              │
        │  Emprunteur :                  9921000000164        1 ex.    [Nettoyer F4]   │
        │                                                                              │
        │ ▸Code-barres de l'exemplaire : 37000034180                    Prêt Entrée    │
        │                                                                              │
        │  Choisissez la transaction :  (•) Prêt   ( ) Retour   F3                     │
        │                                                                              │
        │  Code-barres               Opération  Emprunteur               Heure         │
        │ ▸37000034179               Prêt       9921000000164            09:05:00      │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │ [Sauvegarder dans le fichier F2]  [Supprimer F8]  [Aide F1]  [Fermer F10]    │
        │                                                                              │
        │ NON enregistré : 1 numéro en attente, nouvel essai automatique. Impossible   │
        │ d'écrire dans /home/desk/files/OffCirc.journal : le disque est plein.        │
        │ Libérez de la place.                                                         │
        └─ NON enregistré : 1   À sauvegarder : 1   1 prêt, 0 retour, 1 lecteur ───────┘
        """)
  }
}
