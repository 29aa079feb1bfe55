import Settings
import Terminal
import Testing

@testable import Station

/// The whole Help page in one, on a screen so high that no one has it.
struct WholeHelpTests {
  private static let high = Size(columns: 80, rows: 124)

  @Test func wholePage() throws {
    let desk = try Trial(size: Self.high, language: .english)
    desk.press(.function(1))
    #expect(
      desk.screen == """
        ┌─ Offline Circulation – Help ─────────────────────────────────────────────────┐
        │ Five keys                                                                    │
        │   F4                    Clear: next borrower                                 │
        │   F3                    from Loan to Return and back                         │
        │   F8                    delete the chosen transaction                        │
        │   F2                    Save To File                                         │
        │   F10                   Close                                                │
        │                                                                              │
        │ Lend and take back                                                           │
        │ Loans: scan the card, then each item. Then F4, and the next borrower.        │
        │ Returns: F3, then scan each item. F3 again goes back to loans.               │
        │ What the list shows is safe on disk, even if the power goes.                 │
        │                                                                              │
        │ When something is wrong                                                      │
        │ A red line and a bell: what was scanned is NOT recorded. The line says why.  │
        │ A wrong line: choose it with Up and Down, then F8. Ctrl-Z brings it back.    │
        │                                                                              │
        │ What this desk does not do                                                   │
        │ It knows no blocks, no due dates, no renewals and no holds.                  │
        │ Do not lend what is excluded from loan: it would be due at once.             │
        │                                                                              │
        │ At the end of the day                                                        │
        │ F2, then F10. If you forget F2, the list is there next time.                 │
        │ F2 adds the list to OffCirc.dat, which the library system reads after the    │
        │ outage. Then F9 says what is next.                                           │
        │                                                                              │
        │ More                                                                         │
        │ You can scan while this page is open.                                        │
        │ If a number looks wrong, the line asks for it again. Scan it a second time,  │
        │ and it is taken; anything else drops it. The list marks it with a question   │
        │ mark.                                                                        │
        │ Once the station knows cards from items, it asks for one in the other's      │
        │ place. Scan it again: a card begins the next borrower, and an item waits for │
        │ its card.                                                                    │
        │ Several lines that are pasted are shown first: F2 records them, Esc drops    │
        │ them.                                                                        │
        │ OffCirc.dat has lines of an earlier day? Ask the librarian whether they were │
        │ uploaded: then the file has to go, or they are uploaded twice. You can go on │
        │ working. F9, then F8, puts the warning aside for today.                      │
        │ The files are in /home/desk/files.                                           │
        │                                                                              │
        │ Anywhere                                                                     │
        │   F1                    Help                                                 │
        │   F2, Ctrl-S            Save To File                                         │
        │   F3                    from Loan to Return and back                         │
        │   F4                    Clear: next borrower                                 │
        │   F5                    Find: scan or type a number; again: the next line    │
        │   F6                    amend the chosen line: another item or borrower      │
        │   F7                    the borrower's items; again: give them to another    │
        │                         card                                                 │
        │   F8                    delete the chosen transaction                        │
        │   Ctrl-Z                undo the last deletions, or the last amendment       │
        │   F9                    After the outage: what is next                       │
        │   F10, Ctrl-C, Ctrl-Q   Close                                                │
        │   F12                   the day, hour by hour                                │
        │   Ctrl-L                draw the screen anew                                 │
        │   Tab                   to the next control                                  │
        │   Shift-Tab             to the one before                                    │
        │   PgUp                  one page up                                          │
        │   PgDn                  one page down                                        │
        │   Alt                   the button with this letter underlined               │
        │                                                                              │
        │ In a field                                                                   │
        │   Enter                 Borrower: go to the item. Item: record it            │
        │   Left                  one character left                                   │
        │   Right                 one character right                                  │
        │   Home                  to the first character                               │
        │   End                   behind the last character                            │
        │   Backspace             erase the character before                           │
        │   Del                   erase the character here                             │
        │   Esc, Ctrl-U           empty the field                                      │
        │   Up                    one line up                                          │
        │   Down                  one line down                                        │
        │                                                                              │
        │ On a button                                                                  │
        │   Enter, Space          press it                                             │
        │   Left, Up              to the one before                                    │
        │   Right, Down           to the next control                                  │
        │                                                                              │
        │ On Loan/Return                                                               │
        │   Left                  Loan                                                 │
        │   Right                 Return                                               │
        │   Enter, Space          the other one                                        │
        │   Up                    to the one before                                    │
        │   Down                  to the next control                                  │
        │                                                                              │
        │ In the list                                                                  │
        │   Up                    one line up                                          │
        │   Down                  one line down                                        │
        │   Home                  to the first line                                    │
        │   End                   to the last line                                     │
        │   Enter                 amend the chosen line: another item or borrower      │
        │   Del                   delete the chosen transaction                        │
        │                                                                              │
        │ In Find, Amend and Borrower                                                  │
        │   Enter                 take the number, or go to the chosen line            │
        │   Esc                   back to the desk                                     │
        │   Up                    one line up                                          │
        │   Down                  one line down                                        │
        │                                                                              │
        │ When asked before closing                                                    │
        │   F2, Ctrl-S            save and close                                       │
        │   F10, Ctrl-C, Ctrl-Q   close and keep the list                              │
        │   F9                    close, and lose what can't be kept                   │
        │   Esc                   back to the desk                                     │
        │   Ctrl-L                draw the screen anew                                 │
        │                                                                              │
        │ When lines were pasted                                                       │
        │   F2, Ctrl-S            record them all                                      │
        │   Esc                   drop them                                            │
        │   Ctrl-L                draw the screen anew                                 │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │ Esc: back to the desk. Up, Down, PgUp, PgDn: move.                           │
        │ Loans: scan the borrower's card, then the items.                             │
        │                                                                              │
        └─ Unsaved: 0   In OffCirc.dat: 0   Today: 0 loans, 0 returns, 0 readers ──────┘
        """)
  }

  @Test func wholePageInFrench() throws {
    let desk = try Trial(size: Self.high, language: .french)
    desk.press(.function(1))
    #expect(
      desk.screen == """
        ┌─ Offline Circulation – Aide ─────────────────────────────────────────────────┐
        │ Cinq touches                                                                 │
        │   F4                    Nettoyer : emprunteur suivant                        │
        │   F3                    du prêt au retour et inversement                     │
        │   F8                    supprimer la transaction choisie                     │
        │   F2                    Sauvegarder dans le fichier                          │
        │   F10                   Fermer                                               │
        │                                                                              │
        │ Prêter et reprendre                                                          │
        │ Prêt : scannez la carte, puis chaque exemplaire. Ensuite F4 et le suivant.   │
        │ Retour : F3, puis scannez chaque exemplaire. F3 à nouveau : prêt.            │
        │ Ce qui est dans la liste est déjà sur le disque, même en cas de coupure.     │
        │                                                                              │
        │ En cas d'erreur                                                              │
        │ Ligne rouge et bip : le numéro n'est PAS enregistré. La raison est indiquée. │
        │ Ligne fausse : choisissez-la avec Haut et Bas, puis F8. Ctrl-Z la rétablit.  │
        │                                                                              │
        │ Ce que ce poste ne fait pas                                                  │
        │ Ni blocage, ni date de retour, ni renouvellement, ni réservation.            │
        │ Ne prêtez pas les documents exclus du prêt : à rendre aussitôt.              │
        │                                                                              │
        │ En fin de journée                                                            │
        │ F2, puis F10. Si vous oubliez F2, la liste sera là la prochaine fois.        │
        │ F2 ajoute la liste à OffCirc.dat, que le système de la bibliothèque lira     │
        │ après la panne. Pour la suite : F9.                                          │
        │                                                                              │
        │ Et aussi                                                                     │
        │ Vous pouvez scanner pendant que cette page est ouverte.                      │
        │ Numéro douteux : scannez-le à nouveau pour le confirmer ; sinon, il est      │
        │ ignoré. La liste le marque d'un point d'interrogation.                       │
        │ Quand le poste distingue cartes et exemplaires, il redemande ce qui n'est    │
        │ pas à sa place. Scannez-le à nouveau : une carte commence l'emprunteur       │
        │ suivant, un exemplaire attend sa carte.                                      │
        │ Plusieurs lignes collées sont d'abord montrées : F2 les enregistre, Échap    │
        │ les ignore.                                                                  │
        │ OffCirc.dat a des lignes d'un autre jour ? Demandez à la personne référente  │
        │ si elles ont été déchargées : alors le fichier doit partir, sinon elles le   │
        │ seront deux fois. Vous pouvez continuer. F9 puis F8 : écarter                │
        │ l'avertissement pour ce jour.                                                │
        │ Les fichiers sont dans /home/desk/files.                                     │
        │                                                                              │
        │ Partout                                                                      │
        │   F1                    Aide                                                 │
        │   F2, Ctrl-S            Sauvegarder dans le fichier                          │
        │   F3                    du prêt au retour et inversement                     │
        │   F4                    Nettoyer : emprunteur suivant                        │
        │   F5                    Chercher : scannez ou tapez un numéro ; encore :     │
        │                         ligne suivante                                       │
        │   F6                    corriger la ligne choisie : autre exemplaire ou      │
        │                         emprunteur                                           │
        │   F7                    les prêts de l'emprunteur ; encore : à une autre     │
        │                         carte                                                │
        │   F8                    supprimer la transaction choisie                     │
        │   Ctrl-Z                annuler les dernières suppressions, ou la dernière   │
        │                         correction                                           │
        │   F9                    Après la panne : la suite                            │
        │   F10, Ctrl-C, Ctrl-Q   Fermer                                               │
        │   F12                   la journée, heure par heure                          │
        │   Ctrl-L                redessiner l'écran                                   │
        │   Tab                   à l'élément suivant                                  │
        │   Maj-Tab               à l'élément précédent                                │
        │   Page haut             une page plus haut                                   │
        │   Page bas              une page plus bas                                    │
        │   Alt                   le bouton dont cette lettre est soulignée            │
        │                                                                              │
        │ Dans un champ                                                                │
        │   Entrée                Emprunteur : aller à l'exemplaire. Exemplaire :      │
        │                         l'enregistrer                                        │
        │   Gauche                un caractère à gauche                                │
        │   Droite                un caractère à droite                                │
        │   Début                 au premier caractère                                 │
        │   Fin                   après le dernier caractère                           │
        │   Retour arrière        effacer le caractère précédent                       │
        │   Suppr                 effacer le caractère ici                             │
        │   Échap, Ctrl-U         vider le champ                                       │
        │   Haut                  une ligne plus haut                                  │
        │   Bas                   une ligne plus bas                                   │
        │                                                                              │
        │ Sur un bouton                                                                │
        │   Entrée, Espace        appuyer dessus                                       │
        │   Gauche, Haut          à l'élément précédent                                │
        │   Droite, Bas           à l'élément suivant                                  │
        │                                                                              │
        │ Sur Prêt/Retour                                                              │
        │   Gauche                Prêt                                                 │
        │   Droite                Retour                                               │
        │   Entrée, Espace        l'autre                                              │
        │   Haut                  à l'élément précédent                                │
        │   Bas                   à l'élément suivant                                  │
        │                                                                              │
        │ Dans la liste                                                                │
        │   Haut                  une ligne plus haut                                  │
        │   Bas                   une ligne plus bas                                   │
        │   Début                 à la première ligne                                  │
        │   Fin                   à la dernière ligne                                  │
        │   Entrée                corriger la ligne choisie : autre exemplaire ou      │
        │                         emprunteur                                           │
        │   Suppr                 supprimer la transaction choisie                     │
        │                                                                              │
        │ Dans Chercher, Corriger et Emprunteur                                        │
        │   Entrée                prendre le numéro, ou aller à la ligne choisie       │
        │   Échap                 revenir à la saisie                                  │
        │   Haut                  une ligne plus haut                                  │
        │   Bas                   une ligne plus bas                                   │
        │                                                                              │
        │ À la question avant de fermer                                                │
        │   F2, Ctrl-S            sauvegarder et fermer                                │
        │   F10, Ctrl-C, Ctrl-Q   fermer et garder la liste                            │
        │   F9                    fermer et perdre ce qui ne peut être gardé           │
        │   Échap                 revenir à la saisie                                  │
        │   Ctrl-L                redessiner l'écran                                   │
        │                                                                              │
        │ Devant des lignes collées                                                    │
        │   F2, Ctrl-S            tout enregistrer                                     │
        │   Échap                 abandonner                                           │
        │   Ctrl-L                redessiner l'écran                                   │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │ Échap : revenir. Haut, Bas, Page haut/bas : défiler.                         │
        │ Prêt : lisez la carte de l'emprunteur, puis les exemplaires.                 │
        │                                                                              │
        └─ À sauvegarder : 0   Ce jour : 0 prêt, 0 retour, 0 lecteur ──────────────────┘
        """)
  }
}
