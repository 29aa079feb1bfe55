import Circulation
import Glibc
import Settings
import Terminal
import Testing

@testable import Languages
@testable import Station

/// The window on the smallest screen that it fits on, 60×16.
struct SmallWindowTests {
  // MARK: English

  @Test func aNewDeskIsEmptyAndReady() throws {
    let desk = try DeskSession(size: .least)
    #expect(
      desk.screen == """
        ┌─ Offline Circulation ──────────────── 31 May 2018 09:05 ─┐
        │ ▸Borrower:                                      [Clear]  │
        │  Item barcode:                                   Loan    │
        │  Choose transaction:  (•) Loan   ( ) Return   F3         │
        │  Barcode         Operation  Borrower       Time          │
        │                                                          │
        │                                                          │
        │                                                          │
        │                                                          │
        │                                                          │
        │                                                          │
        │                                                          │
        │  Save To File F2    Delete F8   [Help F1]  [Close F10]   │
        │ Loans: scan the borrower's card, then the items.         │
        │                                                          │
        └─ Unsaved: 0   Today: 0 loans, 0 returns, 0 readers ──────┘
        """)
  }

  @Test func aLoanIsInTheListAndOnTheStatusLine() throws {
    let desk = try DeskSession(size: .least)
    desk.scan("9921000000164", "37000034179")
    #expect(
      desk.screen == """
        ┌─ Offline Circulation ──────────────── 31 May 2018 09:05 ─┐
        │  Borrower:     9921000000164           1 item   [Clear]  │
        │ ▸Item barcode:                                   Loan    │
        │  Choose transaction:  (•) Loan   ( ) Return   F3         │
        │  Barcode         Operation  Borrower       Time          │
        │ ▸37000034179     Loan       9921000000164  09:05:00      │
        │                                                          │
        │                                                          │
        │                                                          │
        │                                                          │
        │                                                          │
        │                                                          │
        │ [Save To File F2]  [Delete F8]  [Help F1]  [Close F10]   │
        │ Recorded: loan of 37000034179 to 9921000000164.          │
        │                                                          │
        └─ Unsaved: 1   Today: 1 loan, 0 returns, 1 reader ────────┘
        """)
  }

  @Test func returnsNeedNoBorrower() throws {
    let desk = try DeskSession(size: .least)
    desk.scan("9921000000164", "37000034179")
    desk.press(.function(3))
    desk.type("d293004279")
    #expect(
      desk.screen == """
        ╔═ Offline Circulation – RETURN ═══════ 31 May 2018 09:05 ═╗
        ║  Borrower:     9921000000164                    [Clear]  ║
        ║ ▸Item barcode: d293004279                       [Return] ║
        ║  Choose transaction:  ( ) Loan   (•) Return   F3         ║
        ║  Barcode         Operation  Borrower       Time          ║
        ║ ▸37000034179     Loan       9921000000164  09:05:00      ║
        ║                                                          ║
        ║                                                          ║
        ║                                                          ║
        ║                                                          ║
        ║                                                          ║
        ║                                                          ║
        ║ [Save To File F2]  [Delete F8]  [Help F1]  [Close F10]   ║
        ║ Returns: scan the items.                                 ║
        ║                                                          ║
        ╚═ Unsaved: 1   Today: 1 loan, 0 returns, 1 reader ════════╝
        """)
  }

  @Test func aListLongerThanItsRowsShowsTheNewest() throws {
    let desk = try DeskSession(size: .least)
    desk.scan("9921000000164")
    for number in 101...130 { desk.scan("37000034\(number)") }
    #expect(
      desk.screen == """
        ┌─ Offline Circulation ──────────────── 31 May 2018 09:05 ─┐
        │  Borrower:     9921000000164           30 items [Clear]  │
        │ ▸Item barcode:                                   Loan    │
        │  Choose transaction:  (•) Loan   ( ) Return   F3         │
        │  Barcode         Operation  Borrower       Time   30/30  │
        │  37000034124     Loan       9921000000164  09:05:00      │
        │  37000034125     Loan       9921000000164  09:05:00      │
        │  37000034126     Loan       9921000000164  09:05:00      │
        │  37000034127     Loan       9921000000164  09:05:00      │
        │  37000034128     Loan       9921000000164  09:05:00      │
        │  37000034129     Loan       9921000000164  09:05:00      │
        │ ▸37000034130     Loan       9921000000164  09:05:00      │
        │ [Save To File F2]  [Delete F8]  [Help F1]  [Close F10]   │
        │ Recorded: loan of 37000034130 to 9921000000164.          │
        │                                                          │
        └─ Unsaved: 30   Today: 30 loans, 0 returns, 1 reader ─────┘
        """)
  }

  @Test func aRefusedNumberStaysInItsFieldAndIsSaid() throws {
    let desk = try DeskSession(size: .least)
    desk.scan("9921000000164", "37000034179", "370é0034179")
    #expect(
      desk.screen == """
        ┌─ Offline Circulation ──────────────── 31 May 2018 09:05 ─┐
        │  Borrower:     9921000000164           1 item   [Clear]  │
        │ ▸Item barcode: 370é0034179                      [Loan]   │
        │  Choose transaction:  (•) Loan   ( ) Return   F3         │
        │  Barcode         Operation  Borrower       Time          │
        │ ▸37000034179     Loan       9921000000164  09:05:00      │
        │                                                          │
        │                                                          │
        │                                                          │
        │                                                          │
        │                                                          │
        │                                                          │
        │ [Save To File F2]  [Delete F8]  [Help F1]  [Close F10]   │
        │ Refused: 370é0034179 contains "é" (U+00E9). Use          │
        │ unaccented letters, digits and plain symbols only.       │
        └─ Unsaved: 1   Today: 1 loan, 0 returns, 1 reader ────────┘
        """)
  }

  @Test func aDiskThatFailsIsSaidInWords() throws {
    let desk = try DeskSession(size: .least)
    desk.scan("9921000000164", "37000034179")
    desk.disk.journalFailure = (.write, ENOSPC)
    desk.scan("37000034180")
    #expect(
      desk.screen == """
        ┌─ Offline Circulation ──────────────── 31 May 2018 09:05 ─┐
        │  Borrower:     9921000000164           1 item   [Clear]  │
        │ ▸Item barcode: 37000034180                       Loan    │
        │  Choose transaction:  (•) Loan   ( ) Return   F3         │
        │  Barcode         Operation  Borrower       Time          │
        │ ▸37000034179     Loan       9921000000164  09:05:00      │
        │                                                          │
        │                                                          │
        │                                                          │
        │                                                          │
        │                                                          │
        │ [Save To File F2]  [Delete F8]  [Help F1]  [Close F10]   │
        │ NOT recorded: 1 scan waiting. OffCirc will try again.    │
        │ Cannot write /home/desk/files/OffCirc.journal: the disk  │
        │ is full. Free some space.                                │
        └─ NOT recorded: 1   Unsaved: 1 ───────────────────────────┘
        """)
  }

  // MARK: French

  @Test func aNewDeskIsEmptyAndReadyInFrench() throws {
    let desk = try DeskSession(size: .least, language: .french)
    #expect(
      desk.screen == """
        ┌─ Offline Circulation – Prêt secouru ── 31/05/2018 09:05 ─┐
        │ ▸Emprunteur :                                 [Nettoyer] │
        │  Code-barres :                                 Prêt      │
        │  Choisissez la transaction :  (•) Prêt   ( ) Retour   F3 │
        │  Code-barres     Opération  Emprunteur     Heure         │
        │                                                          │
        │                                                          │
        │                                                          │
        │                                                          │
        │                                                          │
        │                                                          │
        │  Sauvegarder dans le fichier F2    Supprimer F8          │
        │ [Aide F1]  [Fermer F10]                                  │
        │ Mode Prêt : scannez la carte de l'emprunteur, puis les   │
        │ exemplaires.                                             │
        └─ À sauvegarder : 0   0 prêt, 0 retour, 0 lecteur ────────┘
        """)
  }

  @Test func aLoanIsInTheListAndOnTheStatusLineInFrench() throws {
    let desk = try DeskSession(size: .least, language: .french)
    desk.scan("9921000000164", "37000034179")
    #expect(
      desk.screen == """
        ┌─ Offline Circulation – Prêt secouru ── 31/05/2018 09:05 ─┐
        │  Emprunteur :  9921000000164         1 ex.    [Nettoyer] │
        │ ▸Code-barres :                                 Prêt      │
        │  Choisissez la transaction :  (•) Prêt   ( ) Retour   F3 │
        │  Code-barres     Opération  Emprunteur     Heure         │
        │ ▸37000034179     Prêt       9921000000164  09:05:00      │
        │                                                          │
        │                                                          │
        │                                                          │
        │                                                          │
        │                                                          │
        │ [Sauvegarder dans le fichier F2]  [Supprimer F8]         │
        │ [Aide F1]  [Fermer F10]                                  │
        │ Enregistré : prêt de 37000034179 à 9921000000164.        │
        │                                                          │
        └─ À sauvegarder : 1   1 prêt, 0 retour, 1 lecteur ────────┘
        """)
  }

  @Test func returnsNeedNoBorrowerInFrench() throws {
    let desk = try DeskSession(size: .least, language: .french)
    desk.scan("9921000000164", "37000034179")
    desk.press(.function(3))
    desk.type("d293004279")
    #expect(
      desk.screen == """
        ╔═ Offline Circulation – RETOUR ════════ 31/05/2018 09:05 ═╗
        ║  Emprunteur :  9921000000164                  [Nettoyer] ║
        ║ ▸Code-barres : d293004279                     [Retour]   ║
        ║  Choisissez la transaction :  ( ) Prêt   (•) Retour   F3 ║
        ║  Code-barres     Opération  Emprunteur     Heure         ║
        ║ ▸37000034179     Prêt       9921000000164  09:05:00      ║
        ║                                                          ║
        ║                                                          ║
        ║                                                          ║
        ║                                                          ║
        ║                                                          ║
        ║ [Sauvegarder dans le fichier F2]  [Supprimer F8]         ║
        ║ [Aide F1]  [Fermer F10]                                  ║
        ║ Mode Retour : scannez les exemplaires.                   ║
        ║                                                          ║
        ╚═ À sauvegarder : 1   1 prêt, 0 retour, 1 lecteur ════════╝
        """)
  }

  @Test func aListLongerThanItsRowsShowsTheNewestInFrench() throws {
    let desk = try DeskSession(size: .least, language: .french)
    desk.scan("9921000000164")
    for number in 101...130 { desk.scan("37000034\(number)") }
    #expect(
      desk.screen == """
        ┌─ Offline Circulation – Prêt secouru ── 31/05/2018 09:05 ─┐
        │  Emprunteur :  9921000000164         30 ex.   [Nettoyer] │
        │ ▸Code-barres :                                 Prêt      │
        │  Choisissez la transaction :  (•) Prêt   ( ) Retour   F3 │
        │  Code-barres     Opération  Emprunteur     Heure  30/30  │
        │  37000034125     Prêt       9921000000164  09:05:00      │
        │  37000034126     Prêt       9921000000164  09:05:00      │
        │  37000034127     Prêt       9921000000164  09:05:00      │
        │  37000034128     Prêt       9921000000164  09:05:00      │
        │  37000034129     Prêt       9921000000164  09:05:00      │
        │ ▸37000034130     Prêt       9921000000164  09:05:00      │
        │ [Sauvegarder dans le fichier F2]  [Supprimer F8]         │
        │ [Aide F1]  [Fermer F10]                                  │
        │ Enregistré : prêt de 37000034130 à 9921000000164.        │
        │                                                          │
        └─ À sauvegarder : 30   30 prêts, 0 retour, 1 lecteur ─────┘
        """)
  }

  @Test func aRefusedNumberStaysInItsFieldAndIsSaidInFrench() throws {
    let desk = try DeskSession(size: .least, language: .french)
    desk.scan("9921000000164", "37000034179", "370é0034179")
    #expect(
      desk.screen == """
        ┌─ Offline Circulation – Prêt secouru ── 31/05/2018 09:05 ─┐
        │  Emprunteur :  9921000000164         1 ex.    [Nettoyer] │
        │ ▸Code-barres : 370é0034179                    [Prêt]     │
        │  Choisissez la transaction :  (•) Prêt   ( ) Retour   F3 │
        │  Code-barres     Opération  Emprunteur     Heure         │
        │ ▸37000034179     Prêt       9921000000164  09:05:00      │
        │                                                          │
        │                                                          │
        │                                                          │
        │                                                          │
        │ [Sauvegarder dans le fichier F2]  [Supprimer F8]         │
        │ [Aide F1]  [Fermer F10]                                  │
        │ Refusé : 370é0034179 contient « é » (U+00E9). N'utilisez │
        │ que des lettres sans accent, des chiffres et des signes  │
        │ simples.                                                 │
        └─ À sauvegarder : 1   1 prêt, 0 retour, 1 lecteur ────────┘
        """)
  }

  @Test func aDiskThatFailsIsSaidInWordsInFrench() throws {
    let desk = try DeskSession(size: .least, language: .french)
    desk.scan("9921000000164", "37000034179")
    desk.disk.journalFailure = (.write, ENOSPC)
    desk.scan("37000034180")
    #expect(
      desk.screen == """
        ┌─ Offline Circulation – Prêt secouru ── 31/05/2018 09:05 ─┐
        │  Emprunteur :  9921000000164         1 ex.    [Nettoyer] │
        │ ▸Code-barres : 37000034180                     Prêt      │
        │  Choisissez la transaction :  (•) Prêt   ( ) Retour   F3 │
        │  Code-barres     Opération  Emprunteur     Heure         │
        │ ▸37000034179     Prêt       9921000000164  09:05:00      │
        │                                                          │
        │                                                          │
        │                                                          │
        │ [Sauvegarder dans le fichier F2]  [Supprimer F8]         │
        │ [Aide F1]  [Fermer F10]                                  │
        │ NON enregistré : 1 numéro en attente, nouvel essai       │
        │ automatique. Impossible d'écrire dans                    │
        │ /home/desk/files/OffCirc.journal : le disque est plein.  │
        │ Libérez de la place.                                     │
        └─ NON enregistré : 1   À sauvegarder : 1 ─────────────────┘
        """)
  }
}
