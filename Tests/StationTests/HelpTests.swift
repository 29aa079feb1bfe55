import Settings
import Terminal
import Testing

@testable import Station

/// The Help page: what to do, and every key of the one table.
struct HelpTests {
  /// A screen so high that the whole page is on it.
  private static let high = Size(columns: 80, rows: 110)

  @Test func wholePage() throws {
    let desk = try Trial(size: Self.high)
    desk.press(.function(1))
    #expect(
      desk.screen == """
        ┌─ Offline Circulation – Help ─────────────────────────────────────────────────┐
        │ Loans: scan the borrower's card, then each item. Then F4, and the next       │
        │ borrower.                                                                    │
        │ Returns: F3, then scan each item. F3 again goes back to loans.               │
        │ What the list shows is safe on disk the moment you see it, even if the power │
        │ goes. One that is wrong: choose it with Up and Down, then F8.                │
        │ Save To File (F2) adds the list to OffCirc.dat, the file that the library    │
        │ system reads after the outage. Forgetting it does no harm: what is not saved │
        │ is in the list again next time.                                              │
        │ At the end of the day: F2, then F10. After the outage, F9 says what is next. │
        │ If the window says that OffCirc.dat has lines of an earlier day: ask the     │
        │ librarian whether they were uploaded. If they were, the file must be moved   │
        │ away before the next upload, or they are uploaded again. You can go on       │
        │ working meanwhile.                                                           │
        │ A red line and a bell: what was scanned is NOT recorded. The line says why.  │
        │ If a number looks wrong, the line asks for it again: scan it once more, and  │
        │ it is taken. Anything else drops it.                                         │
        │ A card scanned among the items begins the next borrower. Items scanned       │
        │ before the card are kept for it.                                             │
        │ Several lines that are pasted are shown first: F2 records them, Esc drops    │
        │ them.                                                                        │
        │ You can scan while this page is open.                                        │
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
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │ Esc: back to the desk. Up, Down, PgUp, PgDn: move.                           │
        │ Loans: scan the borrower's card, then the items.                             │
        │                                                                              │
        └─ Unsaved: 0   In /home/desk/files/OffCirc.dat: 0 ────────────────────────────┘
        """)
  }

  @Test func wholePageInFrench() throws {
    let desk = try Trial(size: Self.high, language: .french)
    desk.press(.function(1))
    #expect(
      desk.screen == """
        ┌─ Offline Circulation – Aide ─────────────────────────────────────────────────┐
        │ Prêt : lisez la carte de l'emprunteur, puis chaque exemplaire. Ensuite F4,   │
        │ et l'emprunteur suivant.                                                     │
        │ Retour : F3, puis lisez chaque exemplaire. F3 de nouveau pour revenir au     │
        │ prêt.                                                                        │
        │ Ce que montre la liste est en sûreté sur le disque dès que vous le voyez,    │
        │ même si le courant est coupé. Une erreur : choisissez la ligne avec Haut et  │
        │ Bas, puis F8.                                                                │
        │ Sauvegarder dans le fichier (F2) ajoute la liste à OffCirc.dat, le fichier   │
        │ que le système de la bibliothèque lira après la panne. L'oublier n'est pas   │
        │ grave : ce qui n'est pas sauvegardé sera dans la liste la prochaine fois.    │
        │ En fin de journée : F2, puis F10. Après la panne, F9 dit la suite.           │
        │ Si la fenêtre dit qu'OffCirc.dat a des lignes d'un autre jour : demandez au  │
        │ bibliothécaire si elles ont été déchargées. Si oui, le fichier doit être     │
        │ déplacé avant le prochain déchargement, sinon elles seront déchargées à      │
        │ nouveau. Vous pouvez continuer à travailler entre-temps.                     │
        │ Une ligne rouge et un signal sonore : ce qui a été lu n'est PAS enregistré.  │
        │ La ligne dit pourquoi.                                                       │
        │ Si un numéro paraît faux, la ligne demande de le relire : lisez-le encore    │
        │ une fois, et il est pris. Toute autre chose l'abandonne.                     │
        │ Une carte lue parmi les exemplaires commence l'emprunteur suivant. Les       │
        │ exemplaires lus avant la carte l'attendent.                                  │
        │ Plusieurs lignes collées sont d'abord montrées : F2 les enregistre, Échap    │
        │ les abandonne.                                                               │
        │ Vous pouvez lire des codes-barres pendant que cette page est ouverte.        │
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
        │                                                                              │
        │ Échap : revenir. Haut, Bas, Page haut/bas : défiler.                         │
        │ Prêt : lisez la carte de l'emprunteur, puis les exemplaires.                 │
        │                                                                              │
        └─ À sauvegarder : 0   Dans /home/desk/files/OffCirc.dat : 0 ──────────────────┘
        """)
  }

  @Test func firstPage() throws {
    let desk = try Trial()
    desk.press(.function(1))
    #expect(
      desk.screen == """
        ┌─ Offline Circulation – Help ─────────────────────────────────────────────────┐
        │ Loans: scan the borrower's card, then each item. Then F4, and the next       │
        │ borrower.                                                                    │
        │ Returns: F3, then scan each item. F3 again goes back to loans.               │
        │ What the list shows is safe on disk the moment you see it, even if the power │
        │ goes. One that is wrong: choose it with Up and Down, then F8.                │
        │ Save To File (F2) adds the list to OffCirc.dat, the file that the library    │
        │ system reads after the outage. Forgetting it does no harm: what is not saved │
        │ is in the list again next time.                                              │
        │ At the end of the day: F2, then F10. After the outage, F9 says what is next. │
        │ If the window says that OffCirc.dat has lines of an earlier day: ask the     │
        │ librarian whether they were uploaded. If they were, the file must be moved   │
        │ away before the next upload, or they are uploaded again. You can go on       │
        │ working meanwhile.                                                           │
        │ A red line and a bell: what was scanned is NOT recorded. The line says why.  │
        │ If a number looks wrong, the line asks for it again: scan it once more, and  │
        │ it is taken. Anything else drops it.                                         │
        │ A card scanned among the items begins the next borrower. Items scanned       │
        │ before the card are kept for it.                                             │
        │ Several lines that are pasted are shown first: F2 records them, Esc drops    │
        │ Esc: back to the desk. Up, Down, PgUp, PgDn: move.                           │
        │ Loans: scan the borrower's card, then the items.                             │
        │                                                                              │
        └─ Unsaved: 0   In /home/desk/files/OffCirc.dat: 0 ────────────────────────────┘
        """)
  }

  @Test func lastPageOnTheSmallestScreenInFrench() throws {
    let desk = try Trial(size: .least, language: .french)
    desk.press(.function(1), .end)
    #expect(
      desk.screen == """
        ┌─ Offline Circulation – Aide ─────────────────────────────┐
        │   F2, Ctrl-S            sauvegarder et fermer            │
        │   F10, Ctrl-C, Ctrl-Q   fermer et garder la liste        │
        │   F9                    fermer et perdre ce qui ne peut  │
        │                         être gardé                       │
        │   Échap                 revenir à la saisie              │
        │   Ctrl-L                redessiner l'écran               │
        │                                                          │
        │ Devant des lignes collées                                │
        │   F2, Ctrl-S            tout enregistrer                 │
        │   Échap                 abandonner                       │
        │   Ctrl-L                redessiner l'écran               │
        │ Échap : revenir. Haut, Bas, Page haut/bas : défiler.     │
        │ Prêt : lisez la carte de l'emprunteur, puis les          │
        │ exemplaires.                                             │
        └─ À sauvegarder : 0   Dans …e/desk/files/OffCirc.dat : 0 ─┘
        """)
  }

  @Test func everyKeyOfTheTableIsOnThePage() throws {
    for language in Language.allCases {
      let desk = try Trial(
        size: Size(columns: 200, rows: 200), language: language)
      desk.press(.function(1))
      let lines = desk.surface.lines
      let words = language.words
      for command in Command.table where command.context != .leaf {
        let keys = command.keys.map(words.name(of:)).joined(separator: ", ")
        let explanation = words.explanation(of: command.act)
        #expect(
          lines.contains { $0.contains(keys) && $0.contains(explanation) },
          "\(keys): \(explanation)")
      }
    }
  }

  @Test func arrowsAndPagesMoveNoFurtherThanTheEnds() throws {
    let desk = try Trial()
    desk.press(.function(1))
    let first = desk.screen
    desk.press(.up, .pageUp)
    #expect(desk.screen == first)
    desk.press(.down)
    #expect(desk.surface.lines[1] != first.split(separator: "\n")[1])
    desk.press(.up)
    #expect(desk.screen == first)
    desk.press(.end)
    let last = desk.screen
    #expect(last != first)
    desk.press(.down, .pageDown)
    #expect(desk.screen == last)
    desk.press(.home)
    #expect(desk.screen == first)
    desk.press(.pageDown)
    desk.press(.pageUp)
    #expect(desk.screen == first)
    desk.feed([.wheel(1)])
    #expect(desk.screen != first)
    desk.feed([.wheel(-1)])
    #expect(desk.screen == first)
  }

  @Test func aLargerScreenShowsNoEmptyEnd() throws {
    let desk = try Trial(size: .least)
    desk.press(.function(1), .end)
    desk.resize(80, 110)
    let other = try Trial(size: Self.high)
    other.press(.function(1))
    #expect(desk.screen == other.screen)
  }

  @Test func escF1AndAClickOnTheFootGoBack() throws {
    let desk = try Trial()
    let before = desk.screen
    for key in [Key.escape, .function(1)] {
      desk.press(.function(1), key)
      #expect(desk.screen == before)
    }
    desk.press(.function(1))
    desk.click(on: "Esc: back")
    #expect(desk.screen == before)
  }

  @Test func closeOnThePageClosesOrAsks() throws {
    let desk = try Trial()
    desk.press(.function(1), .function(10))
    #expect(desk.isClosed)
    let other = try Trial()
    other.scan("9921000000164", "37000034179")
    other.press(.function(1), .control("q"))
    #expect(!other.isClosed)
    #expect(other.station.page == .closing)
  }
}
