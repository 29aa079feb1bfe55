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
        │ Five keys                                                         them, Esc drops them.                                          │
        │   F4                    Clear: next borrower                      OffCirc.dat has lines of an earlier day? Ask the librarian     │
        │   F3                    from Loan to Return and back              whether they were uploaded: then the file has to go, or they   │
        │   F8                    delete the chosen transaction             are uploaded twice. You can go on working. F9, then F8, puts   │
        │   F2                    Save To File                              the warning aside for today.                                   │
        │   F10                   Close                                     The files are in /home/desk/files.                             │
        │                                                                                                                                  │
        │ Lend and take back                                                Anywhere                                                       │
        │ Loans: scan the card, then each item. Then F4, and the next         F1                    Help                                   │
        │ borrower.                                                           F2, Ctrl-S            Save To File                           │
        │ Returns: F3, then scan each item. F3 again goes back to loans.      F3                    from Loan to Return and back           │
        │ What the list shows is safe on disk, even if the power goes.        F4                    Clear: next borrower                   │
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
        │                                                                     Ctrl-L                draw the screen anew                   │
        │ At the end of the day                                               Tab                   to the next control                    │
        │ F2, then F10. If you forget F2, the list is there next time.        Shift-Tab             to the one before                      │
        │ F2 adds the list to OffCirc.dat, which the library system           PgUp                  one page up                            │
        │ reads after the outage. Then F9 says what is next.                  PgDn                  one page down                          │
        │                                                                     Alt                   the button with this letter underlined │
        │ More                                                                                                                             │
        │ You can scan while this page is open.                             In a field                                                     │
        │ If a number looks wrong, the line asks for it again. Scan it a      Enter                 Borrower: go to the item. Item: record │
        │ second time, and it is taken; anything else drops it. The list                            it                                     │
        │ marks it with a question mark.                                      Left                  one character left                     │
        │ Once the station knows cards from items, it asks for one in         Right                 one character right                    │
        │ the other's place. Scan it again: a card begins the next            Home                  to the first character                 │
        │ borrower, and an item waits for its card.                           End                   behind the last character              │
        │ Several lines that are pasted are shown first: F2 records           Backspace             erase the character before             │
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
        │ F2, puis F10. Si vous oubliez F2, la liste sera là la               Ctrl-L                redessiner l'écran                     │
        │ prochaine fois.                                                     Tab                   à l'élément suivant                    │
        │ F2 ajoute la liste à OffCirc.dat, que le système de la              Maj-Tab               à l'élément précédent                  │
        │ bibliothèque lira après la panne. Pour la suite : F9.               Page haut             une page plus haut                     │
        │                                                                     Page bas              une page plus bas                      │
        │ Et aussi                                                            Alt                   le bouton dont cette lettre est        │
        │ Vous pouvez scanner pendant que cette page est ouverte.                                   soulignée                              │
        │ Numéro douteux : scannez-le à nouveau pour le confirmer ;                                                                        │
        │ sinon, il est ignoré. La liste le marque d'un point               Dans un champ                                                  │
        │ d'interrogation.                                                    Entrée                Emprunteur : aller à l'exemplaire.     │
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
        │ Five keys                                                                                                                                                                                            │
        │   F4                    Clear: next borrower                                                  In a field                                                                                             │
        │   F3                    from Loan to Return and back                                            Enter                 Borrower: go to the item. Item: record it                                      │
        │   F8                    delete the chosen transaction                                           Left                  one character left                                                             │
        │   F2                    Save To File                                                            Right                 one character right                                                            │
        │   F10                   Close                                                                   Home                  to the first character                                                         │
        │                                                                                                 End                   behind the last character                                                      │
        │ Lend and take back                                                                              Backspace             erase the character before                                                     │
        │ Loans: scan the card, then each item. Then F4, and the next borrower.                           Del                   erase the character here                                                       │
        │ Returns: F3, then scan each item. F3 again goes back to loans.                                  Esc, Ctrl-U           empty the field                                                                │
        │ What the list shows is safe on disk, even if the power goes.                                    Up                    one line up                                                                    │
        │                                                                                                 Down                  one line down                                                                  │
        │ When something is wrong                                                                                                                                                                              │
        │ A red line and a bell: what was scanned is NOT recorded. The line says why.                   On a button                                                                                            │
        │ A wrong line: choose it with Up and Down, then F8. Ctrl-Z brings it back.                       Enter, Space          press it                                                                       │
        │                                                                                                 Left, Up              to the one before                                                              │
        │ What this desk does not do                                                                      Right, Down           to the next control                                                            │
        │ It knows no blocks, no due dates, no renewals and no holds.                                                                                                                                          │
        │ Do not lend what is excluded from loan: it would be due at once.                              On Loan/Return                                                                                         │
        │                                                                                                 Left                  Loan                                                                           │
        │ At the end of the day                                                                           Right                 Return                                                                         │
        │ F2, then F10. If you forget F2, the list is there next time.                                    Enter, Space          the other one                                                                  │
        │ F2 adds the list to OffCirc.dat, which the library system reads after the outage. Then F9       Up                    to the one before                                                              │
        │ says what is next.                                                                              Down                  to the next control                                                            │
        │                                                                                                                                                                                                      │
        │ More                                                                                          In the list                                                                                            │
        │ You can scan while this page is open.                                                           Up                    one line up                                                                    │
        │ If a number looks wrong, the line asks for it again. Scan it a second time, and it is           Down                  one line down                                                                  │
        │ taken; anything else drops it. The list marks it with a question mark.                          Home                  to the first line                                                              │
        │ Once the station knows cards from items, it asks for one in the other's place. Scan it          End                   to the last line                                                               │
        │ again: a card begins the next borrower, and an item waits for its card.                         Enter                 amend the chosen line: another item or borrower                                │
        │ Several lines that are pasted are shown first: F2 records them, Esc drops them.                 Del                   delete the chosen transaction                                                  │
        │ OffCirc.dat has lines of an earlier day? Ask the librarian whether they were uploaded:                                                                                                               │
        │ then the file has to go, or they are uploaded twice. You can go on working. F9, then F8,      In Find, Amend and Borrower                                                                            │
        │ puts the warning aside for today.                                                               Enter                 take the number, or go to the chosen line                                      │
        │ The files are in /home/desk/files.                                                              Esc                   back to the desk                                                               │
        │                                                                                                 Up                    one line up                                                                    │
        │ Anywhere                                                                                        Down                  one line down                                                                  │
        │   F1                    Help                                                                                                                                                                         │
        │   F2, Ctrl-S            Save To File                                                          When asked before closing                                                                              │
        │   F3                    from Loan to Return and back                                            F2, Ctrl-S            save and close                                                                 │
        │   F4                    Clear: next borrower                                                    F10, Ctrl-C, Ctrl-Q   close and keep the list                                                        │
        │   F5                    Find: scan or type a number; again: the next line                       F9                    close, and lose what can't be kept                                             │
        │   F6                    amend the chosen line: another item or borrower                         Esc                   back to the desk                                                               │
        │   F7                    the borrower's items; again: give them to another card                  Ctrl-L                draw the screen anew                                                           │
        │   F8                    delete the chosen transaction                                                                                                                                                │
        │   Ctrl-Z                undo the last deletions, or the last amendment                        When lines were pasted                                                                                 │
        │   F9                    After the outage: what is next                                          F2, Ctrl-S            record them all                                                                │
        │   F10, Ctrl-C, Ctrl-Q   Close                                                                   Esc                   drop them                                                                      │
        │   Ctrl-L                draw the screen anew                                                    Ctrl-L                draw the screen anew                                                           │
        │   Tab                   to the next control                                                                                                                                                          │
        │   Shift-Tab             to the one before                                                                                                                                                            │
        │   PgUp                  one page up                                                                                                                                                                  │
        │   PgDn                  one page down                                                                                                                                                                │
        │   Alt                   the button with this letter underlined                                                                                                                                       │
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
        │ Cinq touches                                                                                    Alt                   le bouton dont cette lettre est soulignée                                      │
        │   F4                    Nettoyer : emprunteur suivant                                                                                                                                                │
        │   F3                    du prêt au retour et inversement                                      Dans un champ                                                                                          │
        │   F8                    supprimer la transaction choisie                                        Entrée                Emprunteur : aller à l'exemplaire. Exemplaire : l'enregistrer                  │
        │   F2                    Sauvegarder dans le fichier                                             Gauche                un caractère à gauche                                                          │
        │   F10                   Fermer                                                                  Droite                un caractère à droite                                                          │
        │                                                                                                 Début                 au premier caractère                                                           │
        │ Prêter et reprendre                                                                             Fin                   après le dernier caractère                                                     │
        │ Prêt : scannez la carte, puis chaque exemplaire. Ensuite F4 et le suivant.                      Retour arrière        effacer le caractère précédent                                                 │
        │ Retour : F3, puis scannez chaque exemplaire. F3 à nouveau : prêt.                               Suppr                 effacer le caractère ici                                                       │
        │ Ce qui est dans la liste est déjà sur le disque, même en cas de coupure.                        Échap, Ctrl-U         vider le champ                                                                 │
        │                                                                                                 Haut                  une ligne plus haut                                                            │
        │ En cas d'erreur                                                                                 Bas                   une ligne plus bas                                                             │
        │ Ligne rouge et bip : le numéro n'est PAS enregistré. La raison est indiquée.                                                                                                                         │
        │ Ligne fausse : choisissez-la avec Haut et Bas, puis F8. Ctrl-Z la rétablit.                   Sur un bouton                                                                                          │
        │                                                                                                 Entrée, Espace        appuyer dessus                                                                 │
        │ Ce que ce poste ne fait pas                                                                     Gauche, Haut          à l'élément précédent                                                          │
        │ Ni blocage, ni date de retour, ni renouvellement, ni réservation.                               Droite, Bas           à l'élément suivant                                                            │
        │ Ne prêtez pas les documents exclus du prêt : à rendre aussitôt.                                                                                                                                      │
        │                                                                                               Sur Prêt/Retour                                                                                        │
        │ En fin de journée                                                                               Gauche                Prêt                                                                           │
        │ F2, puis F10. Si vous oubliez F2, la liste sera là la prochaine fois.                           Droite                Retour                                                                         │
        │ F2 ajoute la liste à OffCirc.dat, que le système de la bibliothèque lira après la panne.        Entrée, Espace        l'autre                                                                        │
        │ Pour la suite : F9.                                                                             Haut                  à l'élément précédent                                                          │
        │                                                                                                 Bas                   à l'élément suivant                                                            │
        │ Et aussi                                                                                                                                                                                             │
        │ Vous pouvez scanner pendant que cette page est ouverte.                                       Dans la liste                                                                                          │
        │ Numéro douteux : scannez-le à nouveau pour le confirmer ; sinon, il est ignoré. La liste        Haut                  une ligne plus haut                                                            │
        │ le marque d'un point d'interrogation.                                                           Bas                   une ligne plus bas                                                             │
        │ Quand le poste distingue cartes et exemplaires, il redemande ce qui n'est pas à sa place.       Début                 à la première ligne                                                            │
        │ Scannez-le à nouveau : une carte commence l'emprunteur suivant, un exemplaire attend sa         Fin                   à la dernière ligne                                                            │
        │ carte.                                                                                          Entrée                corriger la ligne choisie : autre exemplaire ou emprunteur                     │
        │ Plusieurs lignes collées sont d'abord montrées : F2 les enregistre, Échap les ignore.           Suppr                 supprimer la transaction choisie                                               │
        │ OffCirc.dat a des lignes d'un autre jour ? Demandez à la personne référente si elles ont                                                                                                             │
        │ été déchargées : alors le fichier doit partir, sinon elles le seront deux fois. Vous          Dans Chercher, Corriger et Emprunteur                                                                  │
        │ pouvez continuer. F9 puis F8 : écarter l'avertissement pour ce jour.                            Entrée                prendre le numéro, ou aller à la ligne choisie                                 │
        │ Les fichiers sont dans /home/desk/files.                                                        Échap                 revenir à la saisie                                                            │
        │                                                                                                 Haut                  une ligne plus haut                                                            │
        │ Partout                                                                                         Bas                   une ligne plus bas                                                             │
        │   F1                    Aide                                                                                                                                                                         │
        │   F2, Ctrl-S            Sauvegarder dans le fichier                                           À la question avant de fermer                                                                          │
        │   F3                    du prêt au retour et inversement                                        F2, Ctrl-S            sauvegarder et fermer                                                          │
        │   F4                    Nettoyer : emprunteur suivant                                           F10, Ctrl-C, Ctrl-Q   fermer et garder la liste                                                      │
        │   F5                    Chercher : scannez ou tapez un numéro ; encore : ligne suivante         F9                    fermer et perdre ce qui ne peut être gardé                                     │
        │   F6                    corriger la ligne choisie : autre exemplaire ou emprunteur              Échap                 revenir à la saisie                                                            │
        │   F7                    les prêts de l'emprunteur ; encore : à une autre carte                  Ctrl-L                redessiner l'écran                                                             │
        │   F8                    supprimer la transaction choisie                                                                                                                                             │
        │   Ctrl-Z                annuler les dernières suppressions, ou la dernière correction         Devant des lignes collées                                                                              │
        │   F9                    Après la panne : la suite                                               F2, Ctrl-S            tout enregistrer                                                               │
        │   F10, Ctrl-C, Ctrl-Q   Fermer                                                                  Échap                 abandonner                                                                     │
        │   Ctrl-L                redessiner l'écran                                                      Ctrl-L                redessiner l'écran                                                             │
        │   Tab                   à l'élément suivant                                                                                                                                                          │
        │   Maj-Tab               à l'élément précédent                                                                                                                                                        │
        │   Page haut             une page plus haut                                                                                                                                                           │
        │   Page bas              une page plus bas                                                                                                                                                            │
        │ Échap : revenir. Haut, Bas, Page haut/bas : défiler.                                                                                                                                                 │
        │ Enregistré : prêt de 37000034182 à 9921000000999.                                                                                                                                                    │
        │                                                                                                                                                                                                      │
        └─ À sauvegarder : 3   Dans OffCirc.dat : 0   Ce jour : 3 prêts, 0 retour, 2 lecteurs ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────┘
        """)
  }
}
