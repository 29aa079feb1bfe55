import Settings
import Terminal
import Testing

@testable import Languages
@testable import Station

/// The Help page on large screens: two columns, none too wide to read.
struct WideHelpTests {
  @Test func helpIn132By43InEnglish() throws {
    let desk = try DeskSession(
      size: Size(columns: 132, rows: 43), language: .english)
    desk.scan("9921000000164", "37000034179", "37000034180")
    desk.press(.function(4))
    desk.scan("9921000000999", "370é0034181", "37000034182")
    desk.press(.function(1))
    #expect(
      desk.screen == """
        ┌─ Offline Circulation – Help ─────────────────────────────────────────────────────────────────────────────────────────────────────┐
        │ Five keys                                                         for it. You may have to scan the number again first.           │
        │   F4                    Clear: next borrower                      Pasted lines: F2 records all, Esc discards all.                │
        │   F3                    switch between Loan and Return            OffCirc.dat has lines from an earlier day? Tell the librarian. │
        │   F8                    delete the selected transaction           If they were uploaded, the file has to be archived. Otherwise  │
        │   F2                    Save To File                              they are uploaded twice. You can keep working. F9, then F8,    │
        │   F10                   Close                                     hides the warning for today.                                   │
        │                                                                   What to do in an outage, to print: offcirc guide outage.       │
        │ Lend and take back                                                The files are in /home/desk/files.                             │
        │ Loans: scan the card, then each item. F4 for the next                                                                            │
        │ borrower.                                                         Anywhere                                                       │
        │ Returns: F3, then scan each item. F3 again for loans.               F1                    Help                                   │
        │ Everything in the list is safe on disk, even if the power           F2, Ctrl-S            Save To File                           │
        │ fails.                                                              F3                    switch between Loan and Return         │
        │                                                                     F4                    Clear: next borrower                   │
        │ When something is wrong                                             F5                    Find: scan or type a number; again:    │
        │ Red line and a beep: the scan was NOT recorded. The line gives                            next line                              │
        │ the reason.                                                         F6                    amend the selected line: another item  │
        │ Wrong line: select it with Up and Down, then F8. Ctrl-Z to                                or borrower                            │
        │ undo.                                                               F7                    the borrower's items; again: move them │
        │                                                                                           to another card                        │
        │ What this station does not do                                       F8                    delete the selected transaction        │
        │ It does not check blocks. It has no due dates, renewals or          Ctrl-Z                undo the last deletions, or the last   │
        │ holds.                                                                                    amendment                              │
        │ Do not lend items excluded from loan: they would be due at          F9                    After the outage: next steps           │
        │ once.                                                               F10, Ctrl-C, Ctrl-Q   Close                                  │
        │                                                                     F12                   the day, hour by hour                  │
        │ At the end of the day                                               Ctrl-L                redraw the screen                      │
        │ F2, then F10. If you forget F2, the list is there next time.        Tab                   next control                           │
        │ F2 adds the list to OffCirc.dat, the file to upload after the       Shift-Tab             previous control                       │
        │ outage. Next steps: F9.                                             PgUp                  one page up                            │
        │                                                                     PgDn                  one page down                          │
        │ More                                                                Alt                   the button with this letter underlined │
        │ You can scan while this page is open.                                                                                            │
        │ A number looks wrong? Scan it again to confirm it. If you scan    In a field                                                     │
        │ anything else, it is discarded. A confirmed number has a            Enter                 Borrower: go to the item. Item: record │
        │ question mark in the list.                                                                it                                     │
        │ Once the station can tell cards from items, a card among the        Left                  one character left                     │
        │ items starts the next borrower. An item before its card waits       Right                 one character right                    │
        │ Esc: back to the station. Up, Down, PgUp, PgDn: scroll.                                                                          │
        │ Recorded: loan of 37000034182 to 9921000000999.                                                                                  │
        │                                                                                                                                  │
        └─ Unsaved: 3   In OffCirc.dat: 0   Today: 3 loans, 0 returns, 2 readers ──────────────────────────────────────────────────────────┘
        """)
  }

  @Test func helpIn132By43InFrench() throws {
    let desk = try DeskSession(
      size: Size(columns: 132, rows: 43), language: .french)
    desk.scan("9921000000164", "37000034179", "37000034180")
    desk.press(.function(4))
    desk.scan("9921000000999", "370é0034181", "37000034182")
    desk.press(.function(1))
    #expect(
      desk.screen == """
        ┌─ Offline Circulation – Aide ─────────────────────────────────────────────────────────────────────────────────────────────────────┐
        │ Cinq touches                                                      d'interrogation un numéro confirmé.                            │
        │   F4                    Nettoyer : emprunteur suivant             Quand le poste sait distinguer cartes et exemplaires, une      │
        │   F3                    passer du prêt au retour et               carte parmi les exemplaires passe à l'emprunteur suivant. Un   │
        │                         inversement                               exemplaire scanné avant sa carte est mis en attente. Scannez à │
        │   F8                    supprimer la transaction choisie          nouveau le numéro si le poste le demande.                      │
        │   F2                    Sauvegarder dans le fichier               Lignes collées : F2 pour tout enregistrer, Échap pour tout     │
        │   F10                   Fermer                                    ignorer.                                                       │
        │                                                                   OffCirc.dat contient encore des lignes d'un autre jour ?       │
        │ Prêts et retours                                                  Prévenez la personne référente. Si elles ont été déchargées,   │
        │ Prêt : scannez la carte, puis chaque exemplaire. F4 :             archivez le fichier. Sinon, elles seront déchargées deux fois. │
        │ emprunteur suivant.                                               Vous pouvez continuer à travailler. F9 puis F8 : masquer       │
        │ Retour : F3, puis scannez chaque exemplaire. F3 à nouveau :       l'avertissement jusqu'à demain.                                │
        │ mode Prêt.                                                        Que faire en cas de panne, à imprimer : offcirc guide outage.  │
        │ Ce qui est dans la liste est déjà sur le disque, même en cas      Les fichiers sont dans /home/desk/files.                       │
        │ de coupure.                                                                                                                      │
        │                                                                   Partout                                                        │
        │ En cas d'erreur                                                     F1                    Aide                                   │
        │ Ligne rouge et bip : le numéro n'est PAS enregistré. La raison      F2, Ctrl-S            Sauvegarder dans le fichier            │
        │ est indiquée.                                                       F3                    passer du prêt au retour et            │
        │ Ligne fausse : choisissez-la avec Haut et Bas, puis F8.                                   inversement                            │
        │ Ctrl-Z : annuler.                                                   F4                    Nettoyer : emprunteur suivant          │
        │                                                                     F5                    Chercher : scannez ou tapez un         │
        │ Ce que ce poste ne fait pas                                                               numéro ; encore : ligne suivante       │
        │ Ni blocage, ni date de retour, ni renouvellement, ni                F6                    corriger la ligne choisie : autre      │
        │ réservation.                                                                              exemplaire ou emprunteur               │
        │ Ne prêtez pas les documents exclus du prêt : ils seraient à         F7                    les prêts de l'emprunteur ; encore :   │
        │ rendre aussitôt.                                                                          les transférer                         │
        │                                                                     F8                    supprimer la transaction choisie       │
        │ En fin de journée                                                   Ctrl-Z                annuler les dernières suppressions, ou │
        │ F2, puis F10. Si vous oubliez F2, la liste sera là la                                     la dernière correction                 │
        │ prochaine fois.                                                     F9                    Après la panne : la suite              │
        │ F2 ajoute la liste à OffCirc.dat, le fichier à décharger après      F10, Ctrl-C, Ctrl-Q   Fermer                                 │
        │ la panne. Pour la suite : F9.                                       F12                   la journée, heure par heure            │
        │                                                                     Ctrl-L                redessiner l'écran                     │
        │ Et aussi                                                            Tab                   élément suivant                        │
        │ Vous pouvez scanner pendant que cette page est ouverte.             Maj-Tab               élément précédent                      │
        │ Numéro douteux : scannez-le à nouveau pour le confirmer.            Page haut             une page plus haut                     │
        │ Sinon, il est ignoré. La liste marque d'un point                    Page bas              une page plus bas                      │
        │ Échap : revenir. Haut, Bas : défiler.                                                                                            │
        │ Enregistré : prêt de 37000034182 à 9921000000999.                                                                                │
        │                                                                                                                                  │
        └─ À sauvegarder : 3   Dans OffCirc.dat : 0   Ce jour : 3 prêts, 0 retour, 2 lecteurs ─────────────────────────────────────────────┘
        """)
  }

  @Test func helpIn200By60InEnglish() throws {
    let desk = try DeskSession(
      size: Size(columns: 200, rows: 60), language: .english)
    desk.scan("9921000000164", "37000034179", "37000034180")
    desk.press(.function(4))
    desk.scan("9921000000999", "370é0034181", "37000034182")
    desk.press(.function(1))
    #expect(
      desk.screen == """
        ┌─ Offline Circulation – Help ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────┐
        │ Five keys                                                                                       PgDn                  one page down                                                                  │
        │   F4                    Clear: next borrower                                                    Alt                   the button with this letter underlined                                         │
        │   F3                    switch between Loan and Return                                                                                                                                               │
        │   F8                    delete the selected transaction                                       In a field                                                                                             │
        │   F2                    Save To File                                                            Enter                 Borrower: go to the item. Item: record it                                      │
        │   F10                   Close                                                                   Left                  one character left                                                             │
        │                                                                                                 Right                 one character right                                                            │
        │ Lend and take back                                                                              Home                  start of the field                                                             │
        │ Loans: scan the card, then each item. F4 for the next borrower.                                 End                   end of the field                                                               │
        │ Returns: F3, then scan each item. F3 again for loans.                                           Backspace             delete the character to the left                                               │
        │ Everything in the list is safe on disk, even if the power fails.                                Del                   delete the character to the right                                              │
        │                                                                                                 Esc, Ctrl-U           clear the field                                                                │
        │ When something is wrong                                                                         Up                    one line up                                                                    │
        │ Red line and a beep: the scan was NOT recorded. The line gives the reason.                      Down                  one line down                                                                  │
        │ Wrong line: select it with Up and Down, then F8. Ctrl-Z to undo.                                                                                                                                     │
        │                                                                                               On a button                                                                                            │
        │ What this station does not do                                                                   Enter, Space          activate                                                                       │
        │ It does not check blocks. It has no due dates, renewals or holds.                               Left, Up              previous control                                                               │
        │ Do not lend items excluded from loan: they would be due at once.                                Right, Down           next control                                                                   │
        │                                                                                                                                                                                                      │
        │ At the end of the day                                                                         On Loan/Return                                                                                         │
        │ F2, then F10. If you forget F2, the list is there next time.                                    Left                  Loan                                                                           │
        │ F2 adds the list to OffCirc.dat, the file to upload after the outage. Next steps: F9.           Right                 Return                                                                         │
        │                                                                                                 Enter, Space          switch                                                                         │
        │ More                                                                                            Up                    previous control                                                               │
        │ You can scan while this page is open.                                                           Down                  next control                                                                   │
        │ A number looks wrong? Scan it again to confirm it. If you scan anything else, it is                                                                                                                  │
        │ discarded. A confirmed number has a question mark in the list.                                In the list                                                                                            │
        │ Once the station can tell cards from items, a card among the items starts the next              Up                    one line up                                                                    │
        │ borrower. An item before its card waits for it. You may have to scan the number again           Down                  one line down                                                                  │
        │ first.                                                                                          Home                  first line                                                                     │
        │ Pasted lines: F2 records all, Esc discards all.                                                 End                   last line                                                                      │
        │ OffCirc.dat has lines from an earlier day? Tell the librarian. If they were uploaded, the       Enter                 amend the selected line: another item or borrower                              │
        │ file has to be archived. Otherwise they are uploaded twice. You can keep working. F9, then      Del                   delete the selected transaction                                                │
        │ F8, hides the warning for today.                                                                                                                                                                     │
        │ What to do in an outage, to print: offcirc guide outage.                                      In Find, Amend and Borrower                                                                            │
        │ The files are in /home/desk/files.                                                              Enter                 use the number, or go to the selected line                                     │
        │                                                                                                 Esc                   back to the station                                                            │
        │ Anywhere                                                                                        Up                    one line up                                                                    │
        │   F1                    Help                                                                    Down                  one line down                                                                  │
        │   F2, Ctrl-S            Save To File                                                                                                                                                                 │
        │   F3                    switch between Loan and Return                                        Close question                                                                                         │
        │   F4                    Clear: next borrower                                                    F2, Ctrl-S            save and close                                                                 │
        │   F5                    Find: scan or type a number; again: next line                           F10, Ctrl-C, Ctrl-Q   close and keep the list                                                        │
        │   F6                    amend the selected line: another item or borrower                       F9                    close and lose what is not recorded                                            │
        │   F7                    the borrower's items; again: move them to another card                  Esc                   back to the station                                                            │
        │   F8                    delete the selected transaction                                         Ctrl-L                redraw the screen                                                              │
        │   Ctrl-Z                undo the last deletions, or the last amendment                                                                                                                               │
        │   F9                    After the outage: next steps                                          Pasted lines                                                                                           │
        │   F10, Ctrl-C, Ctrl-Q   Close                                                                   F2, Ctrl-S            record all                                                                     │
        │   F12                   the day, hour by hour                                                   Esc                   discard all                                                                    │
        │   Ctrl-L                redraw the screen                                                       Ctrl-L                redraw the screen                                                              │
        │   Tab                   next control                                                                                                                                                                 │
        │   Shift-Tab             previous control                                                                                                                                                             │
        │   PgUp                  one page up                                                                                                                                                                  │
        │ Esc: back to the station. Up, Down, PgUp, PgDn: scroll.                                                                                                                                              │
        │ Recorded: loan of 37000034182 to 9921000000999.                                                                                                                                                      │
        │                                                                                                                                                                                                      │
        └─ Unsaved: 3   In OffCirc.dat: 0   Today: 3 loans, 0 returns, 2 readers ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────┘
        """)
  }

  @Test func helpIn200By60InFrench() throws {
    let desk = try DeskSession(
      size: Size(columns: 200, rows: 60), language: .french)
    desk.scan("9921000000164", "37000034179", "37000034180")
    desk.press(.function(4))
    desk.scan("9921000000999", "370é0034181", "37000034182")
    desk.press(.function(1))
    #expect(
      desk.screen == """
        ┌─ Offline Circulation – Aide ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────┐
        │ Cinq touches                                                                                    Maj-Tab               élément précédent                                                              │
        │   F4                    Nettoyer : emprunteur suivant                                           Page haut             une page plus haut                                                             │
        │   F3                    passer du prêt au retour et inversement                                 Page bas              une page plus bas                                                              │
        │   F8                    supprimer la transaction choisie                                        Alt                   le bouton dont cette lettre est soulignée                                      │
        │   F2                    Sauvegarder dans le fichier                                                                                                                                                  │
        │   F10                   Fermer                                                                Dans un champ                                                                                          │
        │                                                                                                 Entrée                Emprunteur : aller à l'exemplaire. Exemplaire : l'enregistrer                  │
        │ Prêts et retours                                                                                Gauche                un caractère à gauche                                                          │
        │ Prêt : scannez la carte, puis chaque exemplaire. F4 : emprunteur suivant.                       Droite                un caractère à droite                                                          │
        │ Retour : F3, puis scannez chaque exemplaire. F3 à nouveau : mode Prêt.                          Début                 début du champ                                                                 │
        │ Ce qui est dans la liste est déjà sur le disque, même en cas de coupure.                        Fin                   fin du champ                                                                   │
        │                                                                                                 Retour arrière        effacer le caractère précédent                                                 │
        │ En cas d'erreur                                                                                 Suppr                 effacer le caractère suivant                                                   │
        │ Ligne rouge et bip : le numéro n'est PAS enregistré. La raison est indiquée.                    Échap, Ctrl-U         vider le champ                                                                 │
        │ Ligne fausse : choisissez-la avec Haut et Bas, puis F8. Ctrl-Z : annuler.                       Haut                  une ligne plus haut                                                            │
        │                                                                                                 Bas                   une ligne plus bas                                                             │
        │ Ce que ce poste ne fait pas                                                                                                                                                                          │
        │ Ni blocage, ni date de retour, ni renouvellement, ni réservation.                             Sur un bouton                                                                                          │
        │ Ne prêtez pas les documents exclus du prêt : ils seraient à rendre aussitôt.                    Entrée, Espace        activer                                                                        │
        │                                                                                                 Gauche, Haut          élément précédent                                                              │
        │ En fin de journée                                                                               Droite, Bas           élément suivant                                                                │
        │ F2, puis F10. Si vous oubliez F2, la liste sera là la prochaine fois.                                                                                                                                │
        │ F2 ajoute la liste à OffCirc.dat, le fichier à décharger après la panne. Pour la suite :      Sur Prêt/Retour                                                                                        │
        │ F9.                                                                                             Gauche                Prêt                                                                           │
        │                                                                                                 Droite                Retour                                                                         │
        │ Et aussi                                                                                        Entrée, Espace        changer                                                                        │
        │ Vous pouvez scanner pendant que cette page est ouverte.                                         Haut                  élément précédent                                                              │
        │ Numéro douteux : scannez-le à nouveau pour le confirmer. Sinon, il est ignoré. La liste         Bas                   élément suivant                                                                │
        │ marque d'un point d'interrogation un numéro confirmé.                                                                                                                                                │
        │ Quand le poste sait distinguer cartes et exemplaires, une carte parmi les exemplaires         Dans la liste                                                                                          │
        │ passe à l'emprunteur suivant. Un exemplaire scanné avant sa carte est mis en attente.           Haut                  une ligne plus haut                                                            │
        │ Scannez à nouveau le numéro si le poste le demande.                                             Bas                   une ligne plus bas                                                             │
        │ Lignes collées : F2 pour tout enregistrer, Échap pour tout ignorer.                             Début                 première ligne                                                                 │
        │ OffCirc.dat contient encore des lignes d'un autre jour ? Prévenez la personne référente.        Fin                   dernière ligne                                                                 │
        │ Si elles ont été déchargées, archivez le fichier. Sinon, elles seront déchargées deux           Entrée                corriger la ligne choisie : autre exemplaire ou emprunteur                     │
        │ fois. Vous pouvez continuer à travailler. F9 puis F8 : masquer l'avertissement jusqu'à          Suppr                 supprimer la transaction choisie                                               │
        │ demain.                                                                                                                                                                                              │
        │ Que faire en cas de panne, à imprimer : offcirc guide outage.                                 Dans Chercher, Corriger et Emprunteur                                                                  │
        │ Les fichiers sont dans /home/desk/files.                                                        Entrée                prendre le numéro, ou aller à la ligne choisie                                 │
        │                                                                                                 Échap                 revenir au poste                                                               │
        │ Partout                                                                                         Haut                  une ligne plus haut                                                            │
        │   F1                    Aide                                                                    Bas                   une ligne plus bas                                                             │
        │   F2, Ctrl-S            Sauvegarder dans le fichier                                                                                                                                                  │
        │   F3                    passer du prêt au retour et inversement                               Question « Fermer »                                                                                    │
        │   F4                    Nettoyer : emprunteur suivant                                           F2, Ctrl-S            sauvegarder et fermer                                                          │
        │   F5                    Chercher : scannez ou tapez un numéro ; encore : ligne suivante         F10, Ctrl-C, Ctrl-Q   fermer et garder la liste                                                      │
        │   F6                    corriger la ligne choisie : autre exemplaire ou emprunteur              F9                    fermer et perdre ce qui n'est pas enregistré                                   │
        │   F7                    les prêts de l'emprunteur ; encore : les transférer                     Échap                 revenir au poste                                                               │
        │   F8                    supprimer la transaction choisie                                        Ctrl-L                redessiner l'écran                                                             │
        │   Ctrl-Z                annuler les dernières suppressions, ou la dernière correction                                                                                                                │
        │   F9                    Après la panne : la suite                                             Lignes collées                                                                                         │
        │   F10, Ctrl-C, Ctrl-Q   Fermer                                                                  F2, Ctrl-S            tout enregistrer                                                               │
        │   F12                   la journée, heure par heure                                             Échap                 tout ignorer                                                                   │
        │   Ctrl-L                redessiner l'écran                                                      Ctrl-L                redessiner l'écran                                                             │
        │   Tab                   élément suivant                                                                                                                                                              │
        │ Échap : revenir. Haut, Bas : défiler.                                                                                                                                                                │
        │ Enregistré : prêt de 37000034182 à 9921000000999.                                                                                                                                                    │
        │                                                                                                                                                                                                      │
        └─ À sauvegarder : 3   Dans OffCirc.dat : 0   Ce jour : 3 prêts, 0 retour, 2 lecteurs ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────┘
        """)
  }
}
