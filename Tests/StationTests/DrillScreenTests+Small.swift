import Settings
import Terminal
import Testing

@testable import Languages
@testable import Station

// The smallest window.
extension DrillScreenTests {
  @Test func theNineStepsInASmallWindow() throws {
    let person = try DrillSession(.english, size: .least)
    #expect(
      person.screen == """
        ┌─ Offline Circulation – EXERCISE ───── 31 May 2018 09:05 ─┐
        │ ▸Borrower:                                      [Clear]  │
        │  Item barcode:                                   Loan    │
        │  Choose transaction:  (•) Loan   ( ) Return   F3         │
        │  Barcode         Operation  Borrower       Time          │
        │                                                          │
        │                                                          │
        │                                                          │
        │                                                          │
        │                                                          │
        │ Exercise 1/9. Scan CARD-1, or type it and press Enter.   │
        │ Then ITEM-1, ITEM-2 and ITEM-3. (F7: skip)               │
        │  Save To File F2    Delete F8   [Help F1]  [Close F10]   │
        │ Loans: scan the borrower's card, then the items.         │
        │                                                          │
        └─ Unsaved: 0   Today: 0 loans, 0 returns, 0 readers ──────┘
        """)
    try person.act(.loans)
    #expect(
      person.screen == """
        ┌─ Offline Circulation – EXERCISE ───── 31 May 2018 09:05 ─┐
        │  Borrower:     CARD-1                  3 items  [Clear]  │
        │ ▸Item barcode:                                   Loan    │
        │  Choose transaction:  (•) Loan   ( ) Return   F3         │
        │  Barcode         Operation  Borrower       Time          │
        │  ITEM-1          Loan       CARD-1         09:05:00      │
        │  ITEM-2          Loan       CARD-1         09:05:00      │
        │ ▸ITEM-3          Loan       CARD-1         09:05:00      │
        │                                                          │
        │                                                          │
        │ Exercise 2/9. The next reader: F4, then CARD-2 and       │
        │ ITEM-4. (F7: skip)                                       │
        │ [Save To File F2]  [Delete F8]  [Help F1]  [Close F10]   │
        │ Recorded: loan of ITEM-3 to CARD-1.                      │
        │                                                          │
        └─ Unsaved: 3   Today: 3 loans, 0 returns, 1 reader ───────┘
        """)
    try person.act(.nextReader)
    #expect(
      person.screen == """
        ┌─ Offline Circulation – EXERCISE ───── 31 May 2018 09:05 ─┐
        │  Borrower:     CARD-2                  1 item   [Clear]  │
        │ ▸Item barcode:                                   Loan    │
        │  Choose transaction:  (•) Loan   ( ) Return   F3         │
        │  Barcode         Operation  Borrower       Time          │
        │  ITEM-1          Loan       CARD-1         09:05:00      │
        │  ITEM-2          Loan       CARD-1         09:05:00      │
        │  ITEM-3          Loan       CARD-1         09:05:00      │
        │ ▸ITEM-4          Loan       CARD-2         09:05:00      │
        │                                                          │
        │ Exercise 3/9. ITEM-1 comes back: F3, scan it, F3 again.  │
        │ (F7: skip)                                               │
        │ [Save To File F2]  [Delete F8]  [Help F1]  [Close F10]   │
        │ Recorded: loan of ITEM-4 to CARD-2.                      │
        │                                                          │
        └─ Unsaved: 4   Today: 4 loans, 0 returns, 2 readers ──────┘
        """)
    try person.act(.returned)
    #expect(
      person.screen == """
        ┌─ Offline Circulation – EXERCISE ───── 31 May 2018 09:05 ─┐
        │  Borrower:     CARD-2                  1 item   [Clear]  │
        │ ▸Item barcode:                                   Loan    │
        │  Choose transaction:  (•) Loan   ( ) Return   F3         │
        │  Barcode         Operation  Borrower       Time          │
        │  ITEM-1          Loan       CARD-1         09:05:00      │
        │  ITEM-2          Loan       CARD-1         09:05:00      │
        │  ITEM-3          Loan       CARD-1         09:05:00      │
        │  ITEM-4          Loan       CARD-2         09:05:00      │
        │ ▸ITEM-1          Return                    09:05:00      │
        │ Exercise 4/9. As an item, type 4711 and Enter. It looks  │
        │ wrong: scan any item instead. (F7: skip)                 │
        │ [Save To File F2]  [Delete F8]  [Help F1]  [Close F10]   │
        │ Borrower CARD-2: scan the items. F4 for the next         │
        │ borrower.                                                │
        └─ Unsaved: 5   Today: 4 loans, 1 return, 2 readers ───────┘
        """)
    try person.act(.doubtful)
    #expect(
      person.screen == """
        ┌─ Offline Circulation – EXERCISE ───── 31 May 2018 09:05 ─┐
        │  Borrower:     CARD-1                  3 items  [Clear]  │
        │ ▸Item barcode:                                   Loan    │
        │  Choose transaction:  (•) Loan   ( ) Return   F3         │
        │  Barcode         Operation  Borrower       Time     6/6  │
        │  ITEM-2          Loan       CARD-1         09:05:00      │
        │  ITEM-3          Loan       CARD-1         09:05:00      │
        │  ITEM-4          Loan       CARD-2         09:05:00      │
        │  ITEM-1          Return                    09:05:00      │
        │ ▸ITEM-6          Loan       CARD-1         09:05:00      │
        │ Exercise 5/9. A line is wrong: choose it with the arrow  │
        │ keys, and press F8. (F7: skip)                           │
        │ [Save To File F2]  [Delete F8]  [Help F1]  [Close F10]   │
        │ 4711 discarded, NOT recorded: it was not scanned again.  │
        │ Recorded: loan of ITEM-6 to CARD-1.                      │
        └─ Unsaved: 6   Today: 5 loans, 1 return, 2 readers ───────┘
        """)
    try person.act(.deletion)
    #expect(
      person.screen == """
        ┌─ Offline Circulation – EXERCISE ───── 31 May 2018 09:05 ─┐
        │  Borrower:     CARD-1                  2 items  [Clear]  │
        │ ▸Item barcode:                                   Loan    │
        │  Choose transaction:  (•) Loan   ( ) Return   F3         │
        │  Barcode         Operation  Borrower       Time          │
        │  ITEM-1          Loan       CARD-1         09:05:00      │
        │  ITEM-2          Loan       CARD-1         09:05:00      │
        │  ITEM-3          Loan       CARD-1         09:05:00      │
        │  ITEM-4          Loan       CARD-2         09:05:00      │
        │ ▸ITEM-1          Return                    09:05:00      │
        │ Exercise 6/9. F4, then ITEM-5 before its card: it waits. │
        │ Now CARD-3. (F7: skip)                                   │
        │ [Save To File F2]  [Delete F8]  [Help F1]  [Close F10]   │
        │ Deleted: loan of ITEM-6 to CARD-1. Ctrl-Z to undo.       │
        │                                                          │
        └─ Unsaved: 5   Today: 4 loans, 1 return, 2 readers ───────┘
        """)
    try person.act(.itemFirst)
    #expect(
      person.screen == """
        ┌─ Offline Circulation – EXERCISE ───── 31 May 2018 09:05 ─┐
        │  Borrower:     CARD-3                  1 item   [Clear]  │
        │ ▸Item barcode:                                   Loan    │
        │  Choose transaction:  (•) Loan   ( ) Return   F3         │
        │  Barcode         Operation  Borrower       Time     6/6  │
        │  ITEM-2          Loan       CARD-1         09:05:00      │
        │  ITEM-3          Loan       CARD-1         09:05:00      │
        │  ITEM-4          Loan       CARD-2         09:05:00      │
        │  ITEM-1          Return                    09:05:00      │
        │ ▸ITEM-5          Loan       CARD-3         09:05:00      │
        │ Exercise 7/9. Scan one more item. Then the power fails,  │
        │ on purpose. (F7: skip)                                   │
        │ [Save To File F2]  [Delete F8]  [Help F1]  [Close F10]   │
        │ Recorded: loan of ITEM-5 to CARD-3.                      │
        │                                                          │
        └─ Unsaved: 6   Today: 5 loans, 1 return, 3 readers ───────┘
        """)
    try person.act(.powerCut)
    #expect(
      person.screen == """
        ┌─ Offline Circulation – EXERCISE ───── 31 May 2018 09:05 ─┐
        │ ▸Borrower:                                      [Clear]  │
        │  Item barcode:                                   Loan    │
        │  Choose transaction:  (•) Loan   ( ) Return   F3         │
        │  Barcode         Operation  Borrower       Time     7/7  │
        │  ITEM-4          Loan       CARD-2         09:05:00      │
        │  ITEM-1          Return                    09:05:00      │
        │  ITEM-5          Loan       CARD-3         09:05:00      │
        │ ▸ITEM-7          Loan       CARD-3         09:05:00      │
        │ The power is back. Look at the list: everything is in    │
        │ it.                                                      │
        │ Exercise 8/9. End of the day: save with F2. (F7: skip)   │
        │ [Save To File F2]  [Delete F8]  [Help F1]  [Close F10]   │
        │ 7 unsaved transactions are in the list, the first from   │
        │ Thu 31 May 2018 09:05.                                   │
        └─ Unsaved: 7   Today: 6 loans, 1 return, 3 readers ───────┘
        """)
    try person.act(.save)
    #expect(
      person.screen == """
        ┌─ Offline Circulation – EXERCISE ───── 31 May 2018 09:05 ─┐
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
        │ Exercise 9/9. Close the station with F10. (F7: skip)     │
        │  Save To File F2    Delete F8   [Help F1]  [Close F10]   │
        │ Saved 7 transactions in /home/desk/files/EXERCISE.dat.   │
        │                                                          │
        └─ Unsaved: 0   Today: 6 loans, 1 return, 3 readers ───────┘
        """)
    try person.act(.close)
    #expect(person.station.drill?.isWhole == true)
  }

  @Test func theNineStepsInASmallWindowInFrench() throws {
    let person = try DrillSession(.french, size: .least)
    #expect(
      person.screen == """
        ┌─ Offline Circulation – EXERCICE ────── 31/05/2018 09:05 ─┐
        │ ▸Emprunteur :                                 [Nettoyer] │
        │  Code-barres :                                 Prêt      │
        │  Choisissez la transaction :  (•) Prêt   ( ) Retour   F3 │
        │  Code-barres     Opération  Emprunteur     Heure         │
        │                                                          │
        │                                                          │
        │                                                          │
        │                                                          │
        │ Exercice 1/9. Scannez CARD-1, ou tapez-le puis Entrée.   │
        │ Ensuite, ITEM-1, ITEM-2 et ITEM-3. (F7 : passer)         │
        │  Sauvegarder dans le fichier F2    Supprimer F8          │
        │ [Aide F1]  [Fermer F10]                                  │
        │ Mode Prêt : scannez la carte de l'emprunteur, puis les   │
        │ exemplaires.                                             │
        └─ À sauvegarder : 0   0 prêt, 0 retour, 0 lecteur ────────┘
        """)
    try person.act(.loans)
    #expect(
      person.screen == """
        ┌─ Offline Circulation – EXERCICE ────── 31/05/2018 09:05 ─┐
        │  Emprunteur :  CARD-1                3 ex.    [Nettoyer] │
        │ ▸Code-barres :                                 Prêt      │
        │  Choisissez la transaction :  (•) Prêt   ( ) Retour   F3 │
        │  Code-barres     Opération  Emprunteur     Heure         │
        │  ITEM-1          Prêt       CARD-1         09:05:00      │
        │  ITEM-2          Prêt       CARD-1         09:05:00      │
        │ ▸ITEM-3          Prêt       CARD-1         09:05:00      │
        │                                                          │
        │ Exercice 2/9. Emprunteur suivant : F4, puis CARD-2 et    │
        │ ITEM-4. (F7 : passer)                                    │
        │ [Sauvegarder dans le fichier F2]  [Supprimer F8]         │
        │ [Aide F1]  [Fermer F10]                                  │
        │ Enregistré : prêt de ITEM-3 à CARD-1.                    │
        │                                                          │
        └─ À sauvegarder : 3   3 prêts, 0 retour, 1 lecteur ───────┘
        """)
    try person.act(.nextReader)
    #expect(
      person.screen == """
        ┌─ Offline Circulation – EXERCICE ────── 31/05/2018 09:05 ─┐
        │  Emprunteur :  CARD-2                1 ex.    [Nettoyer] │
        │ ▸Code-barres :                                 Prêt      │
        │  Choisissez la transaction :  (•) Prêt   ( ) Retour   F3 │
        │  Code-barres     Opération  Emprunteur     Heure         │
        │  ITEM-1          Prêt       CARD-1         09:05:00      │
        │  ITEM-2          Prêt       CARD-1         09:05:00      │
        │  ITEM-3          Prêt       CARD-1         09:05:00      │
        │ ▸ITEM-4          Prêt       CARD-2         09:05:00      │
        │ Exercice 3/9. ITEM-1 revient : F3, scannez-le, F3 à      │
        │ nouveau. (F7 : passer)                                   │
        │ [Sauvegarder dans le fichier F2]  [Supprimer F8]         │
        │ [Aide F1]  [Fermer F10]                                  │
        │ Enregistré : prêt de ITEM-4 à CARD-2.                    │
        │                                                          │
        └─ À sauvegarder : 4   4 prêts, 0 retour, 2 lecteurs ──────┘
        """)
    try person.act(.returned)
    #expect(
      person.screen == """
        ┌─ Offline Circulation – EXERCICE ────── 31/05/2018 09:05 ─┐
        │  Emprunteur :  CARD-2                1 ex.    [Nettoyer] │
        │ ▸Code-barres :                                 Prêt      │
        │  Choisissez la transaction :  (•) Prêt   ( ) Retour   F3 │
        │  Code-barres     Opération  Emprunteur     Heure    5/5  │
        │  ITEM-3          Prêt       CARD-1         09:05:00      │
        │  ITEM-4          Prêt       CARD-2         09:05:00      │
        │ ▸ITEM-1          Retour                    09:05:00      │
        │ Exercice 4/9. Comme exemplaire, tapez 4711 et Entrée. Il │
        │ semble faux : scannez un exemplaire à la place. (F7 :    │
        │ passer)                                                  │
        │ [Sauvegarder dans le fichier F2]  [Supprimer F8]         │
        │ [Aide F1]  [Fermer F10]                                  │
        │ Emprunteur CARD-2 : scannez les exemplaires. F4 pour     │
        │ l'emprunteur suivant.                                    │
        └─ À sauvegarder : 5   4 prêts, 1 retour, 2 lecteurs ──────┘
        """)
    try person.act(.doubtful)
    #expect(
      person.screen == """
        ┌─ Offline Circulation – EXERCICE ────── 31/05/2018 09:05 ─┐
        │  Emprunteur :  CARD-1                3 ex.    [Nettoyer] │
        │ ▸Code-barres :                                 Prêt      │
        │  Choisissez la transaction :  (•) Prêt   ( ) Retour   F3 │
        │  Code-barres     Opération  Emprunteur     Heure    6/6  │
        │  ITEM-3          Prêt       CARD-1         09:05:00      │
        │  ITEM-4          Prêt       CARD-2         09:05:00      │
        │  ITEM-1          Retour                    09:05:00      │
        │ ▸ITEM-6          Prêt       CARD-1         09:05:00      │
        │ Exercice 5/9. Une ligne est fausse : choisissez-la avec  │
        │ les flèches, puis F8. (F7 : passer)                      │
        │ [Sauvegarder dans le fichier F2]  [Supprimer F8]         │
        │ [Aide F1]  [Fermer F10]                                  │
        │ 4711 ignoré, NON enregistré : il n'a pas été confirmé.   │
        │ Enregistré : prêt de ITEM-6 à CARD-1.                    │
        └─ À sauvegarder : 6   5 prêts, 1 retour, 2 lecteurs ──────┘
        """)
    try person.act(.deletion)
    #expect(
      person.screen == """
        ┌─ Offline Circulation – EXERCICE ────── 31/05/2018 09:05 ─┐
        │  Emprunteur :  CARD-1                2 ex.    [Nettoyer] │
        │ ▸Code-barres :                                 Prêt      │
        │  Choisissez la transaction :  (•) Prêt   ( ) Retour   F3 │
        │  Code-barres     Opération  Emprunteur     Heure    5/5  │
        │  ITEM-2          Prêt       CARD-1         09:05:00      │
        │  ITEM-3          Prêt       CARD-1         09:05:00      │
        │  ITEM-4          Prêt       CARD-2         09:05:00      │
        │ ▸ITEM-1          Retour                    09:05:00      │
        │ Exercice 6/9. F4, puis ITEM-5 avant la carte : il        │
        │ attend. Ensuite CARD-3. (F7 : passer)                    │
        │ [Sauvegarder dans le fichier F2]  [Supprimer F8]         │
        │ [Aide F1]  [Fermer F10]                                  │
        │ Supprimé : prêt de ITEM-6 à CARD-1. Ctrl-Z pour annuler. │
        │                                                          │
        └─ À sauvegarder : 5   4 prêts, 1 retour, 2 lecteurs ──────┘
        """)
    try person.act(.itemFirst)
    #expect(
      person.screen == """
        ┌─ Offline Circulation – EXERCICE ────── 31/05/2018 09:05 ─┐
        │  Emprunteur :  CARD-3                1 ex.    [Nettoyer] │
        │ ▸Code-barres :                                 Prêt      │
        │  Choisissez la transaction :  (•) Prêt   ( ) Retour   F3 │
        │  Code-barres     Opération  Emprunteur     Heure    6/6  │
        │  ITEM-3          Prêt       CARD-1         09:05:00      │
        │  ITEM-4          Prêt       CARD-2         09:05:00      │
        │  ITEM-1          Retour                    09:05:00      │
        │ ▸ITEM-5          Prêt       CARD-3         09:05:00      │
        │ Exercice 7/9. Scannez encore un exemplaire. Ensuite, une │
        │ coupure de courant est simulée. (F7 : passer)            │
        │ [Sauvegarder dans le fichier F2]  [Supprimer F8]         │
        │ [Aide F1]  [Fermer F10]                                  │
        │ Enregistré : prêt de ITEM-5 à CARD-3.                    │
        │                                                          │
        └─ À sauvegarder : 6   5 prêts, 1 retour, 3 lecteurs ──────┘
        """)
    try person.act(.powerCut)
    #expect(
      person.screen == """
        ┌─ Offline Circulation – EXERCICE ────── 31/05/2018 09:05 ─┐
        │ ▸Emprunteur :                                 [Nettoyer] │
        │  Code-barres :                                 Prêt      │
        │  Choisissez la transaction :  (•) Prêt   ( ) Retour   F3 │
        │  Code-barres     Opération  Emprunteur     Heure    7/7  │
        │  ITEM-1          Retour                    09:05:00      │
        │  ITEM-5          Prêt       CARD-3         09:05:00      │
        │ ▸ITEM-7          Prêt       CARD-3         09:05:00      │
        │ Le courant est revenu. Regardez la liste : tout y est.   │
        │ Exercice 8/9. Fin de journée : sauvegardez avec F2.      │
        │ (F7 : passer)                                            │
        │ [Sauvegarder dans le fichier F2]  [Supprimer F8]         │
        │ [Aide F1]  [Fermer F10]                                  │
        │ 7 transactions restent à sauvegarder, la première du     │
        │ jeu. 31/05/2018 à 09:05 : elles sont dans la liste.      │
        └─ À sauvegarder : 7   6 prêts, 1 retour, 3 lecteurs ──────┘
        """)
    try person.act(.save)
    #expect(
      person.screen == """
        ┌─ Offline Circulation – EXERCICE ────── 31/05/2018 09:05 ─┐
        │ ▸Emprunteur :                                 [Nettoyer] │
        │  Code-barres :                                 Prêt      │
        │  Choisissez la transaction :  (•) Prêt   ( ) Retour   F3 │
        │  Code-barres     Opération  Emprunteur     Heure         │
        │                                                          │
        │                                                          │
        │                                                          │
        │                                                          │
        │                                                          │
        │ Exercice 9/9. Fermez le poste avec F10. (F7 : passer)    │
        │  Sauvegarder dans le fichier F2    Supprimer F8          │
        │ [Aide F1]  [Fermer F10]                                  │
        │ 7 transactions sauvegardées dans                         │
        │ /home/desk/files/EXERCICE.dat.                           │
        └─ À sauvegarder : 0   6 prêts, 1 retour, 3 lecteurs ──────┘
        """)
    try person.act(.close)
    #expect(person.station.drill?.isWhole == true)
  }
}
