import Testing

@testable import Languages
@testable import Station

// The check of a desk in the smallest window of a station.
extension ReadyTests {
  @Test func theTableInANarrowWindow() {
    let table = faulty.table(of: faulty.findings, in: English(), width: 60)
    #expect(
      table.joined(separator: "\n") == """
        Annexe, Thu 31 May 2018 09:05

        check  settings   No pattern for cards: a card in the place
                          of an item is not noticed.
                          Test the scanner: offcirc scanner
        check  folder     2 transactions to save, since Thu 31 May
                          2018 09:05.
                          Open the station, and press F2.
        good   disk       Written and synced in 4 ms (slowest of 20:
                          11 ms). 61 GB free.
        check  left over  OffCirc.dat has 2 lines, from 31 May to 1
                          Jun 2018.
                          Uploaded? See offcirc status --files
                          /home/desk/files
        good   copy       /media/key is on its own disk, written and
                          read again.
        FAULT  clock      Not set over the network. The hardware
                          clock is 3 h ahead.
                          Set the clock.
        good   screen     80×25, TERM=linux, UTF-8, 8 colors.
        check  scanner    Not tested yet.
                          Test the scanner: offcirc scanner
        check  lists      List of borrowers: 8 Mar 2018, 84 days
                          old.
                          Import a new one: offcirc catalogue import
                          FILE
        good   program    OffCirc 0.1.0, of 31 May 2018.

        Not ready: 1 fault, 5 points to check.
        """)
  }

  @Test func theTableInANarrowWindowInFrench() {
    let table = faulty.table(of: faulty.findings, in: French(), width: 60)
    #expect(
      table.joined(separator: "\n") == """
        Annexe, le jeu. 31/05/2018 à 09:05

        à voir  réglages   Pas de motif pour les cartes : une carte
                           à la place d'un exemplaire n'est pas
                           repérée.
                           Essayez la douchette : offcirc scanner
        à voir  dossier    2 transactions à sauvegarder, depuis le
                           jeu. 31/05/2018 à 09:05.
                           Ouvrez le poste et appuyez sur F2.
        bon     disque     Écriture en 4 ms (la plus lente sur 20 :
                           11 ms). 61 Go libres.
        à voir  reste      OffCirc.dat contient 2 lignes, du 31/05
                           au 01/06/2018.
                           Déjà déchargé ? Voir offcirc status
                           --files /home/desk/files
        bon     copie      /media/key est sur un autre disque ;
                           écriture et vérification réussies.
        DÉFAUT  horloge    Non réglée par le réseau. L'horloge
                           matérielle avance de 3 h.
                           Réglez l'horloge.
        bon     écran      80×25, TERM=linux, UTF-8, 8 couleurs.
        à voir  douchette  Pas encore essayée.
                           Essayez la douchette : offcirc scanner
        à voir  listes     Liste de lecteurs du 08/03/2018, vieille
                           de 84 jours.
                           Renouvelez-la : offcirc catalogue import
                           FICHIER
        bon     programme  OffCirc 0.1.0, du 31/05/2018.

        Pas en ordre : 1 défaut, 5 points à voir.
        """)
  }
}
