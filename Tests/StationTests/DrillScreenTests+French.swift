import Settings
import Terminal
import Testing

@testable import Languages
@testable import Station

extension DrillScreenTests {
  @Test func theNineStepsInFrench() throws {
    let person = try DrillSession(.french)
    #expect(
      person.screen == """
        ┌─ Offline Circulation – EXERCICE – Prêt secouru ────── jeu. 31/05/2018 09:05 ─┐
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
        │ Exercice 1/9. Scannez CARD-1, ou tapez-le puis Entrée. Ensuite, ITEM-1,      │
        │ ITEM-2 et ITEM-3. (F7 : passer)                                              │
        │                                                                              │
        │  Sauvegarder dans le fichier F2    Supprimer F8   [Aide F1]  [Fermer F10]    │
        │                                                                              │
        │ Mode Prêt : scannez la carte de l'emprunteur, puis les exemplaires.          │
        │                                                                              │
        └─ À sauvegarder : 0   Ce jour : 0 prêt, 0 retour, 0 lecteur ──────────────────┘
        """)
    try person.act(.loans)
    #expect(
      person.screen == """
        ┌─ Offline Circulation – EXERCICE – Prêt secouru ────── jeu. 31/05/2018 09:05 ─┐
        │                                                                              │
        │  Emprunteur :                  CARD-1               3 ex.    [Nettoyer F4]   │
        │                                                                              │
        │ ▸Code-barres de l'exemplaire :                                Prêt Entrée    │
        │                                                                              │
        │  Choisissez la transaction :  (•) Prêt   ( ) Retour   F3                     │
        │                                                                              │
        │  Code-barres               Opération  Emprunteur               Heure         │
        │  ITEM-1                    Prêt       CARD-1                   09:05:00      │
        │  ITEM-2                    Prêt       CARD-1                   09:05:00      │
        │ ▸ITEM-3                    Prêt       CARD-1                   09:05:00      │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │ Exercice 2/9. Emprunteur suivant : F4, puis CARD-2 et ITEM-4. (F7 : passer)  │
        │                                                                              │
        │ [Sauvegarder dans le fichier F2]  [Supprimer F8]  [Aide F1]  [Fermer F10]    │
        │                                                                              │
        │ Enregistré : prêt de ITEM-3 à CARD-1.                                        │
        │                                                                              │
        └─ À sauvegarder : 3   Ce jour : 3 prêts, 0 retour, 1 lecteur ─────────────────┘
        """)
    try person.act(.nextReader)
    #expect(
      person.screen == """
        ┌─ Offline Circulation – EXERCICE – Prêt secouru ────── jeu. 31/05/2018 09:05 ─┐
        │                                                                              │
        │  Emprunteur :                  CARD-2               1 ex.    [Nettoyer F4]   │
        │                                                                              │
        │ ▸Code-barres de l'exemplaire :                                Prêt Entrée    │
        │                                                                              │
        │  Choisissez la transaction :  (•) Prêt   ( ) Retour   F3                     │
        │                                                                              │
        │  Code-barres               Opération  Emprunteur               Heure         │
        │  ITEM-1                    Prêt       CARD-1                   09:05:00      │
        │  ITEM-2                    Prêt       CARD-1                   09:05:00      │
        │  ITEM-3                    Prêt       CARD-1                   09:05:00      │
        │ ▸ITEM-4                    Prêt       CARD-2                   09:05:00      │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │ Exercice 3/9. ITEM-1 revient : F3, scannez-le, F3 à nouveau. (F7 : passer)   │
        │                                                                              │
        │ [Sauvegarder dans le fichier F2]  [Supprimer F8]  [Aide F1]  [Fermer F10]    │
        │                                                                              │
        │ Enregistré : prêt de ITEM-4 à CARD-2.                                        │
        │                                                                              │
        └─ À sauvegarder : 4   Ce jour : 4 prêts, 0 retour, 2 lecteurs ────────────────┘
        """)
    try person.act(.returned)
    #expect(
      person.screen == """
        ┌─ Offline Circulation – EXERCICE – Prêt secouru ────── jeu. 31/05/2018 09:05 ─┐
        │                                                                              │
        │  Emprunteur :                  CARD-2               1 ex.    [Nettoyer F4]   │
        │                                                                              │
        │ ▸Code-barres de l'exemplaire :                                Prêt Entrée    │
        │                                                                              │
        │  Choisissez la transaction :  (•) Prêt   ( ) Retour   F3                     │
        │                                                                              │
        │  Code-barres               Opération  Emprunteur               Heure         │
        │  ITEM-1                    Prêt       CARD-1                   09:05:00      │
        │  ITEM-2                    Prêt       CARD-1                   09:05:00      │
        │  ITEM-3                    Prêt       CARD-1                   09:05:00      │
        │  ITEM-4                    Prêt       CARD-2                   09:05:00      │
        │ ▸ITEM-1                    Retour                              09:05:00      │
        │                                                                              │
        │                                                                              │
        │ Exercice 4/9. Comme exemplaire, tapez 4711 et Entrée. Il semble faux :       │
        │ scannez un exemplaire à la place. (F7 : passer)                              │
        │                                                                              │
        │ [Sauvegarder dans le fichier F2]  [Supprimer F8]  [Aide F1]  [Fermer F10]    │
        │                                                                              │
        │ Emprunteur CARD-2 : scannez les exemplaires. F4 pour l'emprunteur suivant.   │
        │                                                                              │
        └─ À sauvegarder : 5   Ce jour : 4 prêts, 1 retour, 2 lecteurs ────────────────┘
        """)
    try person.act(.doubtful)
    #expect(
      person.screen == """
        ┌─ Offline Circulation – EXERCICE – Prêt secouru ────── jeu. 31/05/2018 09:05 ─┐
        │                                                                              │
        │  Emprunteur :                  CARD-1               3 ex.    [Nettoyer F4]   │
        │                                                                              │
        │ ▸Code-barres de l'exemplaire :                                Prêt Entrée    │
        │                                                                              │
        │  Choisissez la transaction :  (•) Prêt   ( ) Retour   F3                     │
        │                                                                              │
        │  Code-barres               Opération  Emprunteur               Heure         │
        │  ITEM-1                    Prêt       CARD-1                   09:05:00      │
        │  ITEM-2                    Prêt       CARD-1                   09:05:00      │
        │  ITEM-3                    Prêt       CARD-1                   09:05:00      │
        │  ITEM-4                    Prêt       CARD-2                   09:05:00      │
        │  ITEM-1                    Retour                              09:05:00      │
        │ ▸ITEM-6                    Prêt       CARD-1                   09:05:00      │
        │                                                                              │
        │ Exercice 5/9. Une ligne est fausse : choisissez-la avec les flèches, puis    │
        │ F8. (F7 : passer)                                                            │
        │                                                                              │
        │ [Sauvegarder dans le fichier F2]  [Supprimer F8]  [Aide F1]  [Fermer F10]    │
        │                                                                              │
        │ 4711 ignoré, NON enregistré : il n'a pas été confirmé. Enregistré : prêt de  │
        │ ITEM-6 à CARD-1.                                                             │
        └─ À sauvegarder : 6   Ce jour : 5 prêts, 1 retour, 2 lecteurs ────────────────┘
        """)
    try person.act(.deletion)
    #expect(
      person.screen == """
        ┌─ Offline Circulation – EXERCICE – Prêt secouru ────── jeu. 31/05/2018 09:05 ─┐
        │                                                                              │
        │  Emprunteur :                  CARD-1               2 ex.    [Nettoyer F4]   │
        │                                                                              │
        │ ▸Code-barres de l'exemplaire :                                Prêt Entrée    │
        │                                                                              │
        │  Choisissez la transaction :  (•) Prêt   ( ) Retour   F3                     │
        │                                                                              │
        │  Code-barres               Opération  Emprunteur               Heure         │
        │  ITEM-1                    Prêt       CARD-1                   09:05:00      │
        │  ITEM-2                    Prêt       CARD-1                   09:05:00      │
        │  ITEM-3                    Prêt       CARD-1                   09:05:00      │
        │  ITEM-4                    Prêt       CARD-2                   09:05:00      │
        │ ▸ITEM-1                    Retour                              09:05:00      │
        │                                                                              │
        │                                                                              │
        │ Exercice 6/9. F4, puis ITEM-5 avant la carte : il attend. Ensuite CARD-3.    │
        │ (F7 : passer)                                                                │
        │                                                                              │
        │ [Sauvegarder dans le fichier F2]  [Supprimer F8]  [Aide F1]  [Fermer F10]    │
        │                                                                              │
        │ Supprimé : prêt de ITEM-6 à CARD-1. Ctrl-Z pour annuler.                     │
        │                                                                              │
        └─ À sauvegarder : 5   Ce jour : 4 prêts, 1 retour, 2 lecteurs ────────────────┘
        """)
    try person.act(.itemFirst)
    #expect(
      person.screen == """
        ┌─ Offline Circulation – EXERCICE – Prêt secouru ────── jeu. 31/05/2018 09:05 ─┐
        │                                                                              │
        │  Emprunteur :                  CARD-3               1 ex.    [Nettoyer F4]   │
        │                                                                              │
        │ ▸Code-barres de l'exemplaire :                                Prêt Entrée    │
        │                                                                              │
        │  Choisissez la transaction :  (•) Prêt   ( ) Retour   F3                     │
        │                                                                              │
        │  Code-barres               Opération  Emprunteur               Heure         │
        │  ITEM-1                    Prêt       CARD-1                   09:05:00      │
        │  ITEM-2                    Prêt       CARD-1                   09:05:00      │
        │  ITEM-3                    Prêt       CARD-1                   09:05:00      │
        │  ITEM-4                    Prêt       CARD-2                   09:05:00      │
        │  ITEM-1                    Retour                              09:05:00      │
        │ ▸ITEM-5                    Prêt       CARD-3                   09:05:00      │
        │                                                                              │
        │ Exercice 7/9. Scannez encore un exemplaire. Ensuite, une coupure de courant  │
        │ est simulée. (F7 : passer)                                                   │
        │                                                                              │
        │ [Sauvegarder dans le fichier F2]  [Supprimer F8]  [Aide F1]  [Fermer F10]    │
        │                                                                              │
        │ Enregistré : prêt de ITEM-5 à CARD-3.                                        │
        │                                                                              │
        └─ À sauvegarder : 6   Ce jour : 5 prêts, 1 retour, 3 lecteurs ────────────────┘
        """)
    try person.act(.powerCut)
    #expect(
      person.screen == """
        ┌─ Offline Circulation – EXERCICE – Prêt secouru ────── jeu. 31/05/2018 09:05 ─┐
        │                                                                              │
        │ ▸Emprunteur :                                                [Nettoyer F4]   │
        │                                                                              │
        │  Code-barres de l'exemplaire :                                Prêt Entrée    │
        │                                                                              │
        │  Choisissez la transaction :  (•) Prêt   ( ) Retour   F3                     │
        │                                                                              │
        │  Code-barres               Opération  Emprunteur               Heure         │
        │  ITEM-1                    Prêt       CARD-1                   09:05:00      │
        │  ITEM-2                    Prêt       CARD-1                   09:05:00      │
        │  ITEM-3                    Prêt       CARD-1                   09:05:00      │
        │  ITEM-4                    Prêt       CARD-2                   09:05:00      │
        │  ITEM-1                    Retour                              09:05:00      │
        │  ITEM-5                    Prêt       CARD-3                   09:05:00      │
        │ ▸ITEM-7                    Prêt       CARD-3                   09:05:00      │
        │ Le courant est revenu. Regardez la liste : tout y est.                       │
        │ Exercice 8/9. Fin de journée : sauvegardez avec F2. (F7 : passer)            │
        │                                                                              │
        │ [Sauvegarder dans le fichier F2]  [Supprimer F8]  [Aide F1]  [Fermer F10]    │
        │                                                                              │
        │ 7 transactions restent à sauvegarder, la première du jeu. 31/05/2018 à       │
        │ 09:05 : elles sont dans la liste.                                            │
        └─ À sauvegarder : 7   Ce jour : 6 prêts, 1 retour, 3 lecteurs ────────────────┘
        """)
    try person.act(.save)
    #expect(
      person.screen == """
        ┌─ Offline Circulation – EXERCICE – Prêt secouru ────── jeu. 31/05/2018 09:05 ─┐
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
        │ Exercice 9/9. Fermez le poste avec F10. (F7 : passer)                        │
        │                                                                              │
        │  Sauvegarder dans le fichier F2    Supprimer F8   [Aide F1]  [Fermer F10]    │
        │                                                                              │
        │ 7 transactions sauvegardées dans /home/desk/files/EXERCICE.dat.              │
        │                                                                              │
        └─ À sauvegarder : 0   Ce jour : 6 prêts, 1 retour, 3 lecteurs ────────────────┘
        """)
    try person.act(.close)
    #expect(person.station.drill?.isWhole == true)
  }
}
