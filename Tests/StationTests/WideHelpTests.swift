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
        │                                                                   The files are in /home/desk/files.                             │
        │ Lend and take back                                                                                                               │
        │ Loans: scan the card, then each item. F4 for the next             Anywhere                                                       │
        │ borrower.                                                           F1                    Help                                   │
        │ Returns: F3, then scan each item. F3 again for loans.               F2, Ctrl-S            Save To File                           │
        │ Everything in the list is safe on disk, even if the power           F3                    switch between Loan and Return         │
        │ fails.                                                              F4                    Clear: next borrower                   │
        │                                                                     F5                    Find: scan or type a number; again:    │
        │ When something is wrong                                                                   next line                              │
        │ Red line and a beep: the scan was NOT recorded. The line gives      F6                    amend the selected line: another item  │
        │ the reason.                                                                               or borrower                            │
        │ Wrong line: select it with Up and Down, then F8. Ctrl-Z to          F7                    the borrower's items; again: move them │
        │ undo.                                                                                     to another card                        │
        │                                                                     F8                    delete the selected transaction        │
        │ What this station does not do                                       Ctrl-Z                undo the last deletions, or the last   │
        │ It does not check blocks. It has no due dates, renewals or                                amendment                              │
        │ holds.                                                              F9                    After the outage: next steps           │
        │ Do not lend items excluded from loan: they would be due at          F10, Ctrl-C, Ctrl-Q   Close                                  │
        │ once.                                                               F12                   the day, hour by hour                  │
        │                                                                     Ctrl-L                redraw the screen                      │
        │ At the end of the day                                               Tab                   next control                           │
        │ F2, then F10. If you forget F2, the list is there next time.        Shift-Tab             previous control                       │
        │ F2 adds the list to OffCirc.dat, the file to upload after the       PgUp                  one page up                            │
        │ outage. Next steps: F9.                                             PgDn                  one page down                          │
        │                                                                     Alt                   the button with this letter underlined │
        │ More                                                                                                                             │
        │ You can scan while this page is open.                             In a field                                                     │
        │ A number looks wrong? Scan it again to confirm it. If you scan      Enter                 Borrower: go to the item. Item: record │
        │ anything else, it is discarded. A confirmed number has a                                  it                                     │
        │ question mark in the list.                                          Left                  one character left                     │
        │ Once the station can tell cards from items, a card among the        Right                 one character right                    │
        │ items starts the next borrower. An item before its card waits       Home                  start of the field                     │
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
        │ mode Prêt.                                                        Les fichiers sont dans /home/desk/files.                       │
        │ Ce qui est dans la liste est déjà sur le disque, même en cas                                                                     │
        │ de coupure.                                                       Partout                                                        │
        │                                                                     F1                    Aide                                   │
        │ En cas d'erreur                                                     F2, Ctrl-S            Sauvegarder dans le fichier            │
        │ Ligne rouge et bip : le numéro n'est PAS enregistré. La raison      F3                    passer du prêt au retour et            │
        │ est indiquée.                                                                             inversement                            │
        │ Ligne fausse : choisissez-la avec Haut et Bas, puis F8.             F4                    Nettoyer : emprunteur suivant          │
        │ Ctrl-Z : annuler.                                                   F5                    Chercher : scannez ou tapez un         │
        │                                                                                           numéro ; encore : ligne suivante       │
        │ Ce que ce poste ne fait pas                                         F6                    corriger la ligne choisie : autre      │
        │ Ni blocage, ni date de retour, ni renouvellement, ni                                      exemplaire ou emprunteur               │
        │ réservation.                                                        F7                    les prêts de l'emprunteur ; encore :   │
        │ Ne prêtez pas les documents exclus du prêt : ils seraient à                               les transférer                         │
        │ rendre aussitôt.                                                    F8                    supprimer la transaction choisie       │
        │                                                                     Ctrl-Z                annuler les dernières suppressions, ou │
        │ En fin de journée                                                                         la dernière correction                 │
        │ F2, puis F10. Si vous oubliez F2, la liste sera là la               F9                    Après la panne : la suite              │
        │ prochaine fois.                                                     F10, Ctrl-C, Ctrl-Q   Fermer                                 │
        │ F2 ajoute la liste à OffCirc.dat, le fichier à décharger après      F12                   la journée, heure par heure            │
        │ la panne. Pour la suite : F9.                                       Ctrl-L                redessiner l'écran                     │
        │                                                                     Tab                   élément suivant                        │
        │ Et aussi                                                            Maj-Tab               élément précédent                      │
        │ Vous pouvez scanner pendant que cette page est ouverte.             Page haut             une page plus haut                     │
        │ Numéro douteux : scannez-le à nouveau pour le confirmer.            Page bas              une page plus bas                      │
        │ Sinon, il est ignoré. La liste marque d'un point                    Alt                   le bouton dont cette lettre est        │
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
        │ Five keys                                                                                       Alt                   the button with this letter underlined                                         │
        │   F4                    Clear: next borrower                                                                                                                                                         │
        │   F3                    switch between Loan and Return                                        In a field                                                                                             │
        │   F8                    delete the selected transaction                                         Enter                 Borrower: go to the item. Item: record it                                      │
        │   F2                    Save To File                                                            Left                  one character left                                                             │
        │   F10                   Close                                                                   Right                 one character right                                                            │
        │                                                                                                 Home                  start of the field                                                             │
        │ Lend and take back                                                                              End                   end of the field                                                               │
        │ Loans: scan the card, then each item. F4 for the next borrower.                                 Backspace             delete the character to the left                                               │
        │ Returns: F3, then scan each item. F3 again for loans.                                           Del                   delete the character to the right                                              │
        │ Everything in the list is safe on disk, even if the power fails.                                Esc, Ctrl-U           clear the field                                                                │
        │                                                                                                 Up                    one line up                                                                    │
        │ When something is wrong                                                                         Down                  one line down                                                                  │
        │ Red line and a beep: the scan was NOT recorded. The line gives the reason.                                                                                                                           │
        │ Wrong line: select it with Up and Down, then F8. Ctrl-Z to undo.                              On a button                                                                                            │
        │                                                                                                 Enter, Space          activate                                                                       │
        │ What this station does not do                                                                   Left, Up              previous control                                                               │
        │ It does not check blocks. It has no due dates, renewals or holds.                               Right, Down           next control                                                                   │
        │ Do not lend items excluded from loan: they would be due at once.                                                                                                                                     │
        │                                                                                               On Loan/Return                                                                                         │
        │ At the end of the day                                                                           Left                  Loan                                                                           │
        │ F2, then F10. If you forget F2, the list is there next time.                                    Right                 Return                                                                         │
        │ F2 adds the list to OffCirc.dat, the file to upload after the outage. Next steps: F9.           Enter, Space          switch                                                                         │
        │                                                                                                 Up                    previous control                                                               │
        │ More                                                                                            Down                  next control                                                                   │
        │ You can scan while this page is open.                                                                                                                                                                │
        │ A number looks wrong? Scan it again to confirm it. If you scan anything else, it is           In the list                                                                                            │
        │ discarded. A confirmed number has a question mark in the list.                                  Up                    one line up                                                                    │
        │ Once the station can tell cards from items, a card among the items starts the next              Down                  one line down                                                                  │
        │ borrower. An item before its card waits for it. You may have to scan the number again           Home                  first line                                                                     │
        │ first.                                                                                          End                   last line                                                                      │
        │ Pasted lines: F2 records all, Esc discards all.                                                 Enter                 amend the selected line: another item or borrower                              │
        │ OffCirc.dat has lines from an earlier day? Tell the librarian. If they were uploaded, the       Del                   delete the selected transaction                                                │
        │ file has to be archived. Otherwise they are uploaded twice. You can keep working. F9, then                                                                                                           │
        │ F8, hides the warning for today.                                                              In Find, Amend and Borrower                                                                            │
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
        │   PgDn                  one page down                                                                                                                                                                │
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
        │ Cinq touches                                                                                    Page haut             une page plus haut                                                             │
        │   F4                    Nettoyer : emprunteur suivant                                           Page bas              une page plus bas                                                              │
        │   F3                    passer du prêt au retour et inversement                                 Alt                   le bouton dont cette lettre est soulignée                                      │
        │   F8                    supprimer la transaction choisie                                                                                                                                             │
        │   F2                    Sauvegarder dans le fichier                                           Dans un champ                                                                                          │
        │   F10                   Fermer                                                                  Entrée                Emprunteur : aller à l'exemplaire. Exemplaire : l'enregistrer                  │
        │                                                                                                 Gauche                un caractère à gauche                                                          │
        │ Prêts et retours                                                                                Droite                un caractère à droite                                                          │
        │ Prêt : scannez la carte, puis chaque exemplaire. F4 : emprunteur suivant.                       Début                 début du champ                                                                 │
        │ Retour : F3, puis scannez chaque exemplaire. F3 à nouveau : mode Prêt.                          Fin                   fin du champ                                                                   │
        │ Ce qui est dans la liste est déjà sur le disque, même en cas de coupure.                        Retour arrière        effacer le caractère précédent                                                 │
        │                                                                                                 Suppr                 effacer le caractère suivant                                                   │
        │ En cas d'erreur                                                                                 Échap, Ctrl-U         vider le champ                                                                 │
        │ Ligne rouge et bip : le numéro n'est PAS enregistré. La raison est indiquée.                    Haut                  une ligne plus haut                                                            │
        │ Ligne fausse : choisissez-la avec Haut et Bas, puis F8. Ctrl-Z : annuler.                       Bas                   une ligne plus bas                                                             │
        │                                                                                                                                                                                                      │
        │ Ce que ce poste ne fait pas                                                                   Sur un bouton                                                                                          │
        │ Ni blocage, ni date de retour, ni renouvellement, ni réservation.                               Entrée, Espace        activer                                                                        │
        │ Ne prêtez pas les documents exclus du prêt : ils seraient à rendre aussitôt.                    Gauche, Haut          élément précédent                                                              │
        │                                                                                                 Droite, Bas           élément suivant                                                                │
        │ En fin de journée                                                                                                                                                                                    │
        │ F2, puis F10. Si vous oubliez F2, la liste sera là la prochaine fois.                         Sur Prêt/Retour                                                                                        │
        │ F2 ajoute la liste à OffCirc.dat, le fichier à décharger après la panne. Pour la suite :        Gauche                Prêt                                                                           │
        │ F9.                                                                                             Droite                Retour                                                                         │
        │                                                                                                 Entrée, Espace        changer                                                                        │
        │ Et aussi                                                                                        Haut                  élément précédent                                                              │
        │ Vous pouvez scanner pendant que cette page est ouverte.                                         Bas                   élément suivant                                                                │
        │ Numéro douteux : scannez-le à nouveau pour le confirmer. Sinon, il est ignoré. La liste                                                                                                              │
        │ marque d'un point d'interrogation un numéro confirmé.                                         Dans la liste                                                                                          │
        │ Quand le poste sait distinguer cartes et exemplaires, une carte parmi les exemplaires           Haut                  une ligne plus haut                                                            │
        │ passe à l'emprunteur suivant. Un exemplaire scanné avant sa carte est mis en attente.           Bas                   une ligne plus bas                                                             │
        │ Scannez à nouveau le numéro si le poste le demande.                                             Début                 première ligne                                                                 │
        │ Lignes collées : F2 pour tout enregistrer, Échap pour tout ignorer.                             Fin                   dernière ligne                                                                 │
        │ OffCirc.dat contient encore des lignes d'un autre jour ? Prévenez la personne référente.        Entrée                corriger la ligne choisie : autre exemplaire ou emprunteur                     │
        │ Si elles ont été déchargées, archivez le fichier. Sinon, elles seront déchargées deux           Suppr                 supprimer la transaction choisie                                               │
        │ fois. Vous pouvez continuer à travailler. F9 puis F8 : masquer l'avertissement jusqu'à                                                                                                               │
        │ demain.                                                                                       Dans Chercher, Corriger et Emprunteur                                                                  │
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
        │   Maj-Tab               élément précédent                                                                                                                                                            │
        │ Échap : revenir. Haut, Bas : défiler.                                                                                                                                                                │
        │ Enregistré : prêt de 37000034182 à 9921000000999.                                                                                                                                                    │
        │                                                                                                                                                                                                      │
        └─ À sauvegarder : 3   Dans OffCirc.dat : 0   Ce jour : 3 prêts, 0 retour, 2 lecteurs ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────┘
        """)
  }
}
