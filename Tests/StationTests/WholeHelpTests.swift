import Settings
import Terminal
import Testing

@testable import Languages
@testable import Station

/// The whole Help page in one, on a screen so high that no one has it.
struct WholeHelpTests {
  private static let high = Size(columns: 80, rows: 124)

  @Test func wholePage() throws {
    let desk = try DeskSession(size: Self.high, language: .english)
    desk.press(.function(1))
    #expect(
      desk.screen == """
        ┌─ Offline Circulation – Help ─────────────────────────────────────────────────┐
        │ Five keys                                                                    │
        │   F4                    Clear: next borrower                                 │
        │   F3                    switch between Loan and Return                       │
        │   F8                    delete the selected transaction                      │
        │   F2                    Save To File                                         │
        │   F10                   Close                                                │
        │                                                                              │
        │ Lend and take back                                                           │
        │ Loans: scan the card, then each item. F4 for the next borrower.              │
        │ Returns: F3, then scan each item. F3 again for loans.                        │
        │ Everything in the list is safe on disk, even if the power fails.             │
        │                                                                              │
        │ When something is wrong                                                      │
        │ Red line and a beep: the scan was NOT recorded. The line gives the reason.   │
        │ Wrong line: select it with Up and Down, then F8. Ctrl-Z to undo.             │
        │                                                                              │
        │ What this station does not do                                                │
        │ It does not check blocks. It has no due dates, renewals or holds.            │
        │ Do not lend items excluded from loan: they would be due at once.             │
        │                                                                              │
        │ At the end of the day                                                        │
        │ F2, then F10. If you forget F2, the list is there next time.                 │
        │ F2 adds the list to OffCirc.dat, the file to upload after the outage. Next   │
        │ steps: F9.                                                                   │
        │                                                                              │
        │ More                                                                         │
        │ You can scan while this page is open.                                        │
        │ A number looks wrong? Scan it again to confirm it. If you scan anything      │
        │ else, it is discarded. A confirmed number has a question mark in the list.   │
        │ Once the station can tell cards from items, a card among the items starts    │
        │ the next borrower. An item before its card waits for it. You may have to     │
        │ scan the number again first.                                                 │
        │ Pasted lines: F2 records all, Esc discards all.                              │
        │ OffCirc.dat has lines from an earlier day? Tell the librarian. If they were  │
        │ uploaded, the file has to be archived. Otherwise they are uploaded twice.    │
        │ You can keep working. F9, then F8, hides the warning for today.              │
        │ What to do in an outage, to print: offcirc guide outage.                     │
        │ The files are in /home/desk/files.                                           │
        │                                                                              │
        │ Anywhere                                                                     │
        │   F1                    Help                                                 │
        │   F2, Ctrl-S            Save To File                                         │
        │   F3                    switch between Loan and Return                       │
        │   F4                    Clear: next borrower                                 │
        │   F5                    Find: scan or type a number; again: next line        │
        │   F6                    amend the selected line: another item or borrower    │
        │   F7                    the borrower's items; again: move them to another    │
        │                         card                                                 │
        │   F8                    delete the selected transaction                      │
        │   Ctrl-Z                undo the last deletions, or the last amendment       │
        │   F9                    After the outage: next steps                         │
        │   F10, Ctrl-C, Ctrl-Q   Close                                                │
        │   F12                   the day, hour by hour                                │
        │   Ctrl-L                redraw the screen                                    │
        │   Tab                   next control                                         │
        │   Shift-Tab             previous control                                     │
        │   PgUp                  one page up                                          │
        │   PgDn                  one page down                                        │
        │   Alt                   the button with this letter underlined               │
        │                                                                              │
        │ In a field                                                                   │
        │   Enter                 Borrower: go to the item. Item: record it            │
        │   Left                  one character left                                   │
        │   Right                 one character right                                  │
        │   Home                  start of the field                                   │
        │   End                   end of the field                                     │
        │   Backspace             delete the character to the left                     │
        │   Del                   delete the character to the right                    │
        │   Esc, Ctrl-U           clear the field                                      │
        │   Up                    one line up                                          │
        │   Down                  one line down                                        │
        │                                                                              │
        │ On a button                                                                  │
        │   Enter, Space          activate                                             │
        │   Left, Up              previous control                                     │
        │   Right, Down           next control                                         │
        │                                                                              │
        │ On Loan/Return                                                               │
        │   Left                  Loan                                                 │
        │   Right                 Return                                               │
        │   Enter, Space          switch                                               │
        │   Up                    previous control                                     │
        │   Down                  next control                                         │
        │                                                                              │
        │ In the list                                                                  │
        │   Up                    one line up                                          │
        │   Down                  one line down                                        │
        │   Home                  first line                                           │
        │   End                   last line                                            │
        │   Enter                 amend the selected line: another item or borrower    │
        │   Del                   delete the selected transaction                      │
        │                                                                              │
        │ In Find, Amend and Borrower                                                  │
        │   Enter                 use the number, or go to the selected line           │
        │   Esc                   back to the station                                  │
        │   Up                    one line up                                          │
        │   Down                  one line down                                        │
        │                                                                              │
        │ Close question                                                               │
        │   F2, Ctrl-S            save and close                                       │
        │   F10, Ctrl-C, Ctrl-Q   close and keep the list                              │
        │   F9                    close and lose what is not recorded                  │
        │   Esc                   back to the station                                  │
        │   Ctrl-L                redraw the screen                                    │
        │                                                                              │
        │ Pasted lines                                                                 │
        │   F2, Ctrl-S            record all                                           │
        │   Esc                   discard all                                          │
        │   Ctrl-L                redraw the screen                                    │
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
        │ Esc: back to the station. Up, Down, PgUp, PgDn: scroll.                      │
        │ Loans: scan the borrower's card, then the items.                             │
        │                                                                              │
        └─ Unsaved: 0   In OffCirc.dat: 0   Today: 0 loans, 0 returns, 0 readers ──────┘
        """)
  }

  @Test func wholePageInFrench() throws {
    let desk = try DeskSession(size: Self.high, language: .french)
    desk.press(.function(1))
    #expect(
      desk.screen == """
        ┌─ Offline Circulation – Aide ─────────────────────────────────────────────────┐
        │ Cinq touches                                                                 │
        │   F4                    Nettoyer : emprunteur suivant                        │
        │   F3                    passer du prêt au retour et inversement              │
        │   F8                    supprimer la transaction choisie                     │
        │   F2                    Sauvegarder dans le fichier                          │
        │   F10                   Fermer                                               │
        │                                                                              │
        │ Prêts et retours                                                             │
        │ Prêt : scannez la carte, puis chaque exemplaire. F4 : emprunteur suivant.    │
        │ Retour : F3, puis scannez chaque exemplaire. F3 à nouveau : mode Prêt.       │
        │ Ce qui est dans la liste est déjà sur le disque, même en cas de coupure.     │
        │                                                                              │
        │ En cas d'erreur                                                              │
        │ Ligne rouge et bip : le numéro n'est PAS enregistré. La raison est indiquée. │
        │ Ligne fausse : choisissez-la avec Haut et Bas, puis F8. Ctrl-Z : annuler.    │
        │                                                                              │
        │ Ce que ce poste ne fait pas                                                  │
        │ Ni blocage, ni date de retour, ni renouvellement, ni réservation.            │
        │ Ne prêtez pas les documents exclus du prêt : ils seraient à rendre aussitôt. │
        │                                                                              │
        │ En fin de journée                                                            │
        │ F2, puis F10. Si vous oubliez F2, la liste sera là la prochaine fois.        │
        │ F2 ajoute la liste à OffCirc.dat, le fichier à décharger après la panne.     │
        │ Pour la suite : F9.                                                          │
        │                                                                              │
        │ Et aussi                                                                     │
        │ Vous pouvez scanner pendant que cette page est ouverte.                      │
        │ Numéro douteux : scannez-le à nouveau pour le confirmer. Sinon, il est       │
        │ ignoré. La liste marque d'un point d'interrogation un numéro confirmé.       │
        │ Quand le poste sait distinguer cartes et exemplaires, une carte parmi les    │
        │ exemplaires passe à l'emprunteur suivant. Un exemplaire scanné avant sa      │
        │ carte est mis en attente. Scannez à nouveau le numéro si le poste le         │
        │ demande.                                                                     │
        │ Lignes collées : F2 pour tout enregistrer, Échap pour tout ignorer.          │
        │ OffCirc.dat contient encore des lignes d'un autre jour ? Prévenez la         │
        │ personne référente. Si elles ont été déchargées, archivez le fichier. Sinon, │
        │ elles seront déchargées deux fois. Vous pouvez continuer à travailler. F9    │
        │ puis F8 : masquer l'avertissement jusqu'à demain.                            │
        │ Que faire en cas de panne, à imprimer : offcirc guide outage.                │
        │ Les fichiers sont dans /home/desk/files.                                     │
        │                                                                              │
        │ Partout                                                                      │
        │   F1                    Aide                                                 │
        │   F2, Ctrl-S            Sauvegarder dans le fichier                          │
        │   F3                    passer du prêt au retour et inversement              │
        │   F4                    Nettoyer : emprunteur suivant                        │
        │   F5                    Chercher : scannez ou tapez un numéro ; encore :     │
        │                         ligne suivante                                       │
        │   F6                    corriger la ligne choisie : autre exemplaire ou      │
        │                         emprunteur                                           │
        │   F7                    les prêts de l'emprunteur ; encore : les transférer  │
        │   F8                    supprimer la transaction choisie                     │
        │   Ctrl-Z                annuler les dernières suppressions, ou la dernière   │
        │                         correction                                           │
        │   F9                    Après la panne : la suite                            │
        │   F10, Ctrl-C, Ctrl-Q   Fermer                                               │
        │   F12                   la journée, heure par heure                          │
        │   Ctrl-L                redessiner l'écran                                   │
        │   Tab                   élément suivant                                      │
        │   Maj-Tab               élément précédent                                    │
        │   Page haut             une page plus haut                                   │
        │   Page bas              une page plus bas                                    │
        │   Alt                   le bouton dont cette lettre est soulignée            │
        │                                                                              │
        │ Dans un champ                                                                │
        │   Entrée                Emprunteur : aller à l'exemplaire. Exemplaire :      │
        │                         l'enregistrer                                        │
        │   Gauche                un caractère à gauche                                │
        │   Droite                un caractère à droite                                │
        │   Début                 début du champ                                       │
        │   Fin                   fin du champ                                         │
        │   Retour arrière        effacer le caractère précédent                       │
        │   Suppr                 effacer le caractère suivant                         │
        │   Échap, Ctrl-U         vider le champ                                       │
        │   Haut                  une ligne plus haut                                  │
        │   Bas                   une ligne plus bas                                   │
        │                                                                              │
        │ Sur un bouton                                                                │
        │   Entrée, Espace        activer                                              │
        │   Gauche, Haut          élément précédent                                    │
        │   Droite, Bas           élément suivant                                      │
        │                                                                              │
        │ Sur Prêt/Retour                                                              │
        │   Gauche                Prêt                                                 │
        │   Droite                Retour                                               │
        │   Entrée, Espace        changer                                              │
        │   Haut                  élément précédent                                    │
        │   Bas                   élément suivant                                      │
        │                                                                              │
        │ Dans la liste                                                                │
        │   Haut                  une ligne plus haut                                  │
        │   Bas                   une ligne plus bas                                   │
        │   Début                 première ligne                                       │
        │   Fin                   dernière ligne                                       │
        │   Entrée                corriger la ligne choisie : autre exemplaire ou      │
        │                         emprunteur                                           │
        │   Suppr                 supprimer la transaction choisie                     │
        │                                                                              │
        │ Dans Chercher, Corriger et Emprunteur                                        │
        │   Entrée                prendre le numéro, ou aller à la ligne choisie       │
        │   Échap                 revenir au poste                                     │
        │   Haut                  une ligne plus haut                                  │
        │   Bas                   une ligne plus bas                                   │
        │                                                                              │
        │ Question « Fermer »                                                          │
        │   F2, Ctrl-S            sauvegarder et fermer                                │
        │   F10, Ctrl-C, Ctrl-Q   fermer et garder la liste                            │
        │   F9                    fermer et perdre ce qui n'est pas enregistré         │
        │   Échap                 revenir au poste                                     │
        │   Ctrl-L                redessiner l'écran                                   │
        │                                                                              │
        │ Lignes collées                                                               │
        │   F2, Ctrl-S            tout enregistrer                                     │
        │   Échap                 tout ignorer                                         │
        │   Ctrl-L                redessiner l'écran                                   │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │ Échap : revenir. Haut, Bas : défiler.                                        │
        │ Mode Prêt : scannez la carte de l'emprunteur, puis les exemplaires.          │
        │                                                                              │
        └─ À sauvegarder : 0   Ce jour : 0 prêt, 0 retour, 0 lecteur ──────────────────┘
        """)
  }
}
