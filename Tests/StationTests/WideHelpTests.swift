import Settings
import Terminal
import Testing

@testable import Station

/// The Help page on large screens: two columns, none too wide to read.
struct WideHelpTests {
  @Test func helpIn132By43InEnglish() throws {
    let desk = try Trial(
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
        │ When something is wrong                                                                   the next line                          │
        │ A red line and a bell: what was scanned is NOT recorded. The        F6                    amend the chosen line: another item or │
        │ line says why.                                                                            borrower                               │
        │ A wrong line: choose it with Up and Down, then F8. Ctrl-Z           F7                    the borrower's items; again: give them │
        │ brings it back.                                                                           to another card                        │
        │                                                                     F8                    delete the chosen transaction          │
        │ What this desk does not do                                          Ctrl-Z                undo the last deletions, or the last   │
        │ It knows no blocks, no due dates, no renewals and no holds.                               amendment                              │
        │ Do not lend what is excluded from loan: it would be due at          F9                    After the outage: what is next         │
        │ once.                                                               F10, Ctrl-C, Ctrl-Q   Close                                  │
        │                                                                     F12                   the day, hour by hour                  │
        │ At the end of the day                                               Ctrl-L                draw the screen anew                   │
        │ F2, then F10. If you forget F2, the list is there next time.        Tab                   to the next control                    │
        │ F2 adds the list to OffCirc.dat, which the library system           Shift-Tab             to the one before                      │
        │ reads after the outage. Then F9 says what is next.                  PgUp                  one page up                            │
        │                                                                     PgDn                  one page down                          │
        │ More                                                                Alt                   the button with this letter underlined │
        │ You can scan while this page is open.                                                                                            │
        │ If a number looks wrong, the line asks for it again. Scan it a    In a field                                                     │
        │ second time, and it is taken; anything else drops it. The list      Enter                 Borrower: go to the item. Item: record │
        │ marks it with a question mark.                                                            it                                     │
        │ Once the station knows cards from items, it asks for one in         Left                  one character left                     │
        │ the other's place. Scan it again: a card begins the next            Right                 one character right                    │
        │ borrower, and an item waits for its card.                           Home                  to the first character                 │
        │ Several lines that are pasted are shown first: F2 records           End                   behind the last character              │
        │ Esc: back to the desk. Up, Down, PgUp, PgDn: move.                                                                               │
        │ Recorded: loan of 37000034182 to 9921000000999.                                                                                  │
        │                                                                                                                                  │
        └─ Unsaved: 3   In OffCirc.dat: 0   Today: 3 loans, 0 returns, 2 readers ──────────────────────────────────────────────────────────┘
        """)
  }

  @Test func helpIn132By43InFrench() throws {
    let desk = try Trial(
      size: Size(columns: 132, rows: 43), language: .french)
    desk.scan("9921000000164", "37000034179", "37000034180")
    desk.press(.function(4))
    desk.scan("9921000000999", "370é0034181", "37000034182")
    desk.press(.function(1))
    #expect(
      desk.screen == """
        ┌─ Offline Circulation – Aide ─────────────────────────────────────────────────────────────────────────────────────────────────────┐
        │ Cinq touches                                                      Quand le poste distingue cartes et exemplaires, il redemande   │
        │   F4                    Nettoyer : emprunteur suivant             ce qui n'est pas à sa place. Scannez-le à nouveau : une carte  │
        │   F3                    du prêt au retour et inversement          commence l'emprunteur suivant, un exemplaire attend sa carte.  │
        │   F8                    supprimer la transaction choisie          Plusieurs lignes collées sont d'abord montrées : F2 les        │
        │   F2                    Sauvegarder dans le fichier               enregistre, Échap les ignore.                                  │
        │   F10                   Fermer                                    OffCirc.dat a des lignes d'un autre jour ? Demandez à la       │
        │                                                                   personne référente si elles ont été déchargées : alors le      │
        │ Prêter et reprendre                                               fichier doit partir, sinon elles le seront deux fois. Vous     │
        │ Prêt : scannez la carte, puis chaque exemplaire. Ensuite F4 et    pouvez continuer. F9 puis F8 : écarter l'avertissement pour ce │
        │ le suivant.                                                       jour.                                                          │
        │ Retour : F3, puis scannez chaque exemplaire. F3 à nouveau :       Les fichiers sont dans /home/desk/files.                       │
        │ prêt.                                                                                                                            │
        │ Ce qui est dans la liste est déjà sur le disque, même en cas      Partout                                                        │
        │ de coupure.                                                         F1                    Aide                                   │
        │                                                                     F2, Ctrl-S            Sauvegarder dans le fichier            │
        │ En cas d'erreur                                                     F3                    du prêt au retour et inversement       │
        │ Ligne rouge et bip : le numéro n'est PAS enregistré. La raison      F4                    Nettoyer : emprunteur suivant          │
        │ est indiquée.                                                       F5                    Chercher : scannez ou tapez un         │
        │ Ligne fausse : choisissez-la avec Haut et Bas, puis F8. Ctrl-Z                            numéro ; encore : ligne suivante       │
        │ la rétablit.                                                        F6                    corriger la ligne choisie : autre      │
        │                                                                                           exemplaire ou emprunteur               │
        │ Ce que ce poste ne fait pas                                         F7                    les prêts de l'emprunteur ; encore : à │
        │ Ni blocage, ni date de retour, ni renouvellement, ni                                      une autre carte                        │
        │ réservation.                                                        F8                    supprimer la transaction choisie       │
        │ Ne prêtez pas les documents exclus du prêt : à rendre               Ctrl-Z                annuler les dernières suppressions, ou │
        │ aussitôt.                                                                                 la dernière correction                 │
        │                                                                     F9                    Après la panne : la suite              │
        │ En fin de journée                                                   F10, Ctrl-C, Ctrl-Q   Fermer                                 │
        │ F2, puis F10. Si vous oubliez F2, la liste sera là la               F12                   la journée, heure par heure            │
        │ prochaine fois.                                                     Ctrl-L                redessiner l'écran                     │
        │ F2 ajoute la liste à OffCirc.dat, que le système de la              Tab                   à l'élément suivant                    │
        │ bibliothèque lira après la panne. Pour la suite : F9.               Maj-Tab               à l'élément précédent                  │
        │                                                                     Page haut             une page plus haut                     │
        │ Et aussi                                                            Page bas              une page plus bas                      │
        │ Vous pouvez scanner pendant que cette page est ouverte.             Alt                   le bouton dont cette lettre est        │
        │ Numéro douteux : scannez-le à nouveau pour le confirmer ;                                 soulignée                              │
        │ sinon, il est ignoré. La liste le marque d'un point                                                                              │
        │ d'interrogation.                                                  Dans un champ                                                  │
        │ Échap : revenir. Haut, Bas, Page haut/bas : défiler.                                                                             │
        │ Enregistré : prêt de 37000034182 à 9921000000999.                                                                                │
        │                                                                                                                                  │
        └─ À sauvegarder : 3   Dans OffCirc.dat : 0   Ce jour : 3 prêts, 0 retour, 2 lecteurs ─────────────────────────────────────────────┘
        """)
  }

  @Test func helpIn200By60InEnglish() throws {
    let desk = try Trial(
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
        │   F3                    from Loan to Return and back                                          In a field                                                                                             │
        │   F8                    delete the chosen transaction                                           Enter                 Borrower: go to the item. Item: record it                                      │
        │   F2                    Save To File                                                            Left                  one character left                                                             │
        │   F10                   Close                                                                   Right                 one character right                                                            │
        │                                                                                                 Home                  to the first character                                                         │
        │ Lend and take back                                                                              End                   behind the last character                                                      │
        │ Loans: scan the card, then each item. Then F4, and the next borrower.                           Backspace             erase the character before                                                     │
        │ Returns: F3, then scan each item. F3 again goes back to loans.                                  Del                   erase the character here                                                       │
        │ What the list shows is safe on disk, even if the power goes.                                    Esc, Ctrl-U           empty the field                                                                │
        │                                                                                                 Up                    one line up                                                                    │
        │ When something is wrong                                                                         Down                  one line down                                                                  │
        │ A red line and a bell: what was scanned is NOT recorded. The line says why.                                                                                                                          │
        │ A wrong line: choose it with Up and Down, then F8. Ctrl-Z brings it back.                     On a button                                                                                            │
        │                                                                                                 Enter, Space          press it                                                                       │
        │ What this desk does not do                                                                      Left, Up              to the one before                                                              │
        │ It knows no blocks, no due dates, no renewals and no holds.                                     Right, Down           to the next control                                                            │
        │ Do not lend what is excluded from loan: it would be due at once.                                                                                                                                     │
        │                                                                                               On Loan/Return                                                                                         │
        │ At the end of the day                                                                           Left                  Loan                                                                           │
        │ F2, then F10. If you forget F2, the list is there next time.                                    Right                 Return                                                                         │
        │ F2 adds the list to OffCirc.dat, which the library system reads after the outage. Then F9       Enter, Space          the other one                                                                  │
        │ says what is next.                                                                              Up                    to the one before                                                              │
        │                                                                                                 Down                  to the next control                                                            │
        │ More                                                                                                                                                                                                 │
        │ You can scan while this page is open.                                                         In the list                                                                                            │
        │ If a number looks wrong, the line asks for it again. Scan it a second time, and it is           Up                    one line up                                                                    │
        │ taken; anything else drops it. The list marks it with a question mark.                          Down                  one line down                                                                  │
        │ Once the station knows cards from items, it asks for one in the other's place. Scan it          Home                  to the first line                                                              │
        │ again: a card begins the next borrower, and an item waits for its card.                         End                   to the last line                                                               │
        │ Several lines that are pasted are shown first: F2 records them, Esc drops them.                 Enter                 amend the chosen line: another item or borrower                                │
        │ OffCirc.dat has lines of an earlier day? Ask the librarian whether they were uploaded:          Del                   delete the chosen transaction                                                  │
        │ then the file has to go, or they are uploaded twice. You can go on working. F9, then F8,                                                                                                             │
        │ puts the warning aside for today.                                                             In Find, Amend and Borrower                                                                            │
        │ The files are in /home/desk/files.                                                              Enter                 take the number, or go to the chosen line                                      │
        │                                                                                                 Esc                   back to the desk                                                               │
        │ Anywhere                                                                                        Up                    one line up                                                                    │
        │   F1                    Help                                                                    Down                  one line down                                                                  │
        │   F2, Ctrl-S            Save To File                                                                                                                                                                 │
        │   F3                    from Loan to Return and back                                          When asked before closing                                                                              │
        │   F4                    Clear: next borrower                                                    F2, Ctrl-S            save and close                                                                 │
        │   F5                    Find: scan or type a number; again: the next line                       F10, Ctrl-C, Ctrl-Q   close and keep the list                                                        │
        │   F6                    amend the chosen line: another item or borrower                         F9                    close, and lose what can't be kept                                             │
        │   F7                    the borrower's items; again: give them to another card                  Esc                   back to the desk                                                               │
        │   F8                    delete the chosen transaction                                           Ctrl-L                draw the screen anew                                                           │
        │   Ctrl-Z                undo the last deletions, or the last amendment                                                                                                                               │
        │   F9                    After the outage: what is next                                        When lines were pasted                                                                                 │
        │   F10, Ctrl-C, Ctrl-Q   Close                                                                   F2, Ctrl-S            record them all                                                                │
        │   F12                   the day, hour by hour                                                   Esc                   drop them                                                                      │
        │   Ctrl-L                draw the screen anew                                                    Ctrl-L                draw the screen anew                                                           │
        │   Tab                   to the next control                                                                                                                                                          │
        │   Shift-Tab             to the one before                                                                                                                                                            │
        │   PgUp                  one page up                                                                                                                                                                  │
        │   PgDn                  one page down                                                                                                                                                                │
        │ Esc: back to the desk. Up, Down, PgUp, PgDn: move.                                                                                                                                                   │
        │ Recorded: loan of 37000034182 to 9921000000999.                                                                                                                                                      │
        │                                                                                                                                                                                                      │
        └─ Unsaved: 3   In OffCirc.dat: 0   Today: 3 loans, 0 returns, 2 readers ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────┘
        """)
  }

  @Test func helpIn200By60InFrench() throws {
    let desk = try Trial(
      size: Size(columns: 200, rows: 60), language: .french)
    desk.scan("9921000000164", "37000034179", "37000034180")
    desk.press(.function(4))
    desk.scan("9921000000999", "370é0034181", "37000034182")
    desk.press(.function(1))
    #expect(
      desk.screen == """
        ┌─ Offline Circulation – Aide ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────┐
        │ Cinq touches                                                                                    Page bas              une page plus bas                                                              │
        │   F4                    Nettoyer : emprunteur suivant                                           Alt                   le bouton dont cette lettre est soulignée                                      │
        │   F3                    du prêt au retour et inversement                                                                                                                                             │
        │   F8                    supprimer la transaction choisie                                      Dans un champ                                                                                          │
        │   F2                    Sauvegarder dans le fichier                                             Entrée                Emprunteur : aller à l'exemplaire. Exemplaire : l'enregistrer                  │
        │   F10                   Fermer                                                                  Gauche                un caractère à gauche                                                          │
        │                                                                                                 Droite                un caractère à droite                                                          │
        │ Prêter et reprendre                                                                             Début                 au premier caractère                                                           │
        │ Prêt : scannez la carte, puis chaque exemplaire. Ensuite F4 et le suivant.                      Fin                   après le dernier caractère                                                     │
        │ Retour : F3, puis scannez chaque exemplaire. F3 à nouveau : prêt.                               Retour arrière        effacer le caractère précédent                                                 │
        │ Ce qui est dans la liste est déjà sur le disque, même en cas de coupure.                        Suppr                 effacer le caractère ici                                                       │
        │                                                                                                 Échap, Ctrl-U         vider le champ                                                                 │
        │ En cas d'erreur                                                                                 Haut                  une ligne plus haut                                                            │
        │ Ligne rouge et bip : le numéro n'est PAS enregistré. La raison est indiquée.                    Bas                   une ligne plus bas                                                             │
        │ Ligne fausse : choisissez-la avec Haut et Bas, puis F8. Ctrl-Z la rétablit.                                                                                                                          │
        │                                                                                               Sur un bouton                                                                                          │
        │ Ce que ce poste ne fait pas                                                                     Entrée, Espace        appuyer dessus                                                                 │
        │ Ni blocage, ni date de retour, ni renouvellement, ni réservation.                               Gauche, Haut          à l'élément précédent                                                          │
        │ Ne prêtez pas les documents exclus du prêt : à rendre aussitôt.                                 Droite, Bas           à l'élément suivant                                                            │
        │                                                                                                                                                                                                      │
        │ En fin de journée                                                                             Sur Prêt/Retour                                                                                        │
        │ F2, puis F10. Si vous oubliez F2, la liste sera là la prochaine fois.                           Gauche                Prêt                                                                           │
        │ F2 ajoute la liste à OffCirc.dat, que le système de la bibliothèque lira après la panne.        Droite                Retour                                                                         │
        │ Pour la suite : F9.                                                                             Entrée, Espace        l'autre                                                                        │
        │                                                                                                 Haut                  à l'élément précédent                                                          │
        │ Et aussi                                                                                        Bas                   à l'élément suivant                                                            │
        │ Vous pouvez scanner pendant que cette page est ouverte.                                                                                                                                              │
        │ Numéro douteux : scannez-le à nouveau pour le confirmer ; sinon, il est ignoré. La liste      Dans la liste                                                                                          │
        │ le marque d'un point d'interrogation.                                                           Haut                  une ligne plus haut                                                            │
        │ Quand le poste distingue cartes et exemplaires, il redemande ce qui n'est pas à sa place.       Bas                   une ligne plus bas                                                             │
        │ Scannez-le à nouveau : une carte commence l'emprunteur suivant, un exemplaire attend sa         Début                 à la première ligne                                                            │
        │ carte.                                                                                          Fin                   à la dernière ligne                                                            │
        │ Plusieurs lignes collées sont d'abord montrées : F2 les enregistre, Échap les ignore.           Entrée                corriger la ligne choisie : autre exemplaire ou emprunteur                     │
        │ OffCirc.dat a des lignes d'un autre jour ? Demandez à la personne référente si elles ont        Suppr                 supprimer la transaction choisie                                               │
        │ été déchargées : alors le fichier doit partir, sinon elles le seront deux fois. Vous                                                                                                                 │
        │ pouvez continuer. F9 puis F8 : écarter l'avertissement pour ce jour.                          Dans Chercher, Corriger et Emprunteur                                                                  │
        │ Les fichiers sont dans /home/desk/files.                                                        Entrée                prendre le numéro, ou aller à la ligne choisie                                 │
        │                                                                                                 Échap                 revenir à la saisie                                                            │
        │ Partout                                                                                         Haut                  une ligne plus haut                                                            │
        │   F1                    Aide                                                                    Bas                   une ligne plus bas                                                             │
        │   F2, Ctrl-S            Sauvegarder dans le fichier                                                                                                                                                  │
        │   F3                    du prêt au retour et inversement                                      À la question avant de fermer                                                                          │
        │   F4                    Nettoyer : emprunteur suivant                                           F2, Ctrl-S            sauvegarder et fermer                                                          │
        │   F5                    Chercher : scannez ou tapez un numéro ; encore : ligne suivante         F10, Ctrl-C, Ctrl-Q   fermer et garder la liste                                                      │
        │   F6                    corriger la ligne choisie : autre exemplaire ou emprunteur              F9                    fermer et perdre ce qui ne peut être gardé                                     │
        │   F7                    les prêts de l'emprunteur ; encore : à une autre carte                  Échap                 revenir à la saisie                                                            │
        │   F8                    supprimer la transaction choisie                                        Ctrl-L                redessiner l'écran                                                             │
        │   Ctrl-Z                annuler les dernières suppressions, ou la dernière correction                                                                                                                │
        │   F9                    Après la panne : la suite                                             Devant des lignes collées                                                                              │
        │   F10, Ctrl-C, Ctrl-Q   Fermer                                                                  F2, Ctrl-S            tout enregistrer                                                               │
        │   F12                   la journée, heure par heure                                             Échap                 abandonner                                                                     │
        │   Ctrl-L                redessiner l'écran                                                      Ctrl-L                redessiner l'écran                                                             │
        │   Tab                   élément suivant                                                                                                                                                              │
        │   Maj-Tab               élément précédent                                                                                                                                                            │
        │   Page haut             une page plus haut                                                                                                                                                           │
        │ Échap : revenir. Haut, Bas, Page haut/bas : défiler.                                                                                                                                                 │
        │ Enregistré : prêt de 37000034182 à 9921000000999.                                                                                                                                                    │
        │                                                                                                                                                                                                      │
        └─ À sauvegarder : 3   Dans OffCirc.dat : 0   Ce jour : 3 prêts, 0 retour, 2 lecteurs ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────┘
        """)
  }
}
