import Circulation
import Glibc
import Settings
import Terminal
import Testing

@testable import Languages
@testable import Station

/// Close asks when something is not saved, and throws nothing away.
struct CloseTests {
  private func deskWithALoan(
    size: Size = .usual, language: Language = .english
  ) throws -> DeskSession {
    let desk = try DeskSession(size: size, language: language)
    desk.scan("9921000000164", "37000034179")
    return desk
  }

  // MARK: The question

  @Test func question() throws {
    let desk = try deskWithALoan()
    desk.press(.function(10))
    #expect(
      desk.screen == """
        ┌─ Offline Circulation ──────────────────────────────── Thu 31 May 2018 09:05 ─┐
        │                                                                              │
        │  Borrower:     9921000000164                         1 item   [Clear F4]     │
        │                                                                              │
        │ ▸Item barcode:                                                 Loan Enter    │
        │                                                                              │
        │  Choose┌─ Close ────────────────────────────────────────────────────┐        │
        │        │                                                            │        │
        │  Barcod│  1 transaction is not in OffCirc.dat yet.                  │        │
        │ ▸370000│                                                            │00      │
        │        │  F2    Save and close                                      │        │
        │        │  F10   Close, and keep the list for next time              │        │
        │        │  Esc   Cancel                                              │        │
        │        │                                                            │        │
        │        └────────────────────────────────────────────────────────────┘        │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │ [Save To File F2]  [Delete F8]  [Help F1]  [Close F10]                       │
        │                                                                              │
        │ Recorded: loan of 37000034179 to 9921000000164.                              │
        │                                                                              │
        └─ Unsaved: 1   In OffCirc.dat: 0   Today: 1 loan, 0 returns, 1 reader ────────┘
        """)
  }

  @Test func questionInFrench() throws {
    let desk = try deskWithALoan(language: .french)
    desk.press(.function(10))
    #expect(
      desk.screen == """
        ┌─ Offline Circulation – Prêt secouru ───────────────── jeu. 31/05/2018 09:05 ─┐
        │                                                                              │
        │  Emprunteur :                  9921000000164        1 ex.    [Nettoyer F4]   │
        │                                                                              │
        │ ▸Code-barres de l'exemplaire :                                Prêt Entrée    │
        │                                                                              │
        │  Choisi┌─ Fermer ───────────────────────────────────────────────────┐        │
        │        │                                                            │        │
        │  Code-b│  1 transaction n'est pas encore dans OffCirc.dat.          │        │
        │ ▸370000│                                                            │00      │
        │        │  F2    Sauvegarder et fermer                               │        │
        │        │  F10   Fermer et garder la liste pour plus tard            │        │
        │        │  Échap Revenir au poste                                    │        │
        │        │                                                            │        │
        │        └────────────────────────────────────────────────────────────┘        │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │ [Sauvegarder dans le fichier F2]  [Supprimer F8]  [Aide F1]  [Fermer F10]    │
        │                                                                              │
        │ Enregistré : prêt de 37000034179 à 9921000000164.                            │
        │                                                                              │
        └─ À sauvegarder : 1   Ce jour : 1 prêt, 0 retour, 1 lecteur ──────────────────┘
        """)
  }

  @Test func questionOnTheSmallestScreen() throws {
    let desk = try deskWithALoan(size: .least)
    desk.press(.function(10))
    #expect(
      desk.screen == """
        ┌─ Offline Circulation ──────────────── 31 May 2018 09:05 ─┐
        │  Borrower:     9921000000164           1 item   [Clear]  │
        │ ▸┌─ Close ────────────────────────────────────────────┐  │
        │  │                                                    │  │
        │  │  1 transaction is not in OffCirc.dat yet.          │  │
        │ ▸│                                                    │  │
        │  │  F2    Save and close                              │  │
        │  │  F10   Close, and keep the list for next time      │  │
        │  │  Esc   Cancel                                      │  │
        │  │                                                    │  │
        │  └────────────────────────────────────────────────────┘  │
        │                                                          │
        │ [Save To File F2]  [Delete F8]  [Help F1]  [Close F10]   │
        │ Recorded: loan of 37000034179 to 9921000000164.          │
        │                                                          │
        └─ Unsaved: 1   Today: 1 loan, 0 returns, 1 reader ────────┘
        """)
  }

  @Test func questionOnTheSmallestScreenInFrench() throws {
    let desk = try deskWithALoan(size: .least, language: .french)
    desk.press(.function(10))
    #expect(
      desk.screen == """
        ┌─ Offline Circulation – Prêt secouru ── 31/05/2018 09:05 ─┐
        │  Emprunteur :  9921000000164         1 ex.    [Nettoyer] │
        │ ▸┌─ Fermer ───────────────────────────────────────────┐  │
        │  │                                                    │3 │
        │  │  1 transaction n'est pas encore dans OffCirc.dat.  │  │
        │ ▸│                                                    │  │
        │  │  F2    Sauvegarder et fermer                       │  │
        │  │  F10   Fermer et garder la liste pour plus tard    │  │
        │  │  Échap Revenir au poste                            │  │
        │  │                                                    │  │
        │  └────────────────────────────────────────────────────┘  │
        │ [Sauvegarder dans le fichier F2]  [Supprimer F8]         │
        │ [Aide F1]  [Fermer F10]                                  │
        │ Enregistré : prêt de 37000034179 à 9921000000164.        │
        │                                                          │
        └─ À sauvegarder : 1   1 prêt, 0 retour, 1 lecteur ────────┘
        """)
  }

  @Test func questionAboutAllThatCanBeLostFitsTheSmallestScreen() throws {
    let desk = try deskWithALoan(size: .least, language: .french)
    desk.disk.journalFailure = (.write, EIO)
    desk.scan("37000034180")
    desk.type(String(repeating: "9", count: 60))
    desk.press(.function(10))
    #expect(
      desk.screen == """
        ┌─ ┌─ Fermer ───────────────────────────────────────────┐ ─┐
        │  │                                                    │] │
        │ ▸│  1 transaction n'est pas encore dans OffCirc.dat.  │  │
        │  │  999999999999999999999999999999999999999… est      │3 │
        │  │  saisi mais n'est PAS enregistré. F2 l'enregistre  │  │
        │ ▸│  aussi.                                            │  │
        │  │  Impossible d'écrire 1 numéro sur le disque. Si    │  │
        │  │  vous fermez maintenant, il sera perdu.            │  │
        │  │                                                    │  │
        │ [│  F2    Sauvegarder et fermer                       │  │
        │ [│  F9    Fermer quand même                           │  │
        │ N│  Échap Revenir au poste                            │  │
        │ a│                                                    │  │
        │ /└────────────────────────────────────────────────────┘  │
        │ (entrée-sortie). Changez de disque.                      │
        └─ NON enregistré : 1   À sauvegarder : 1 ─────────────────┘
        """)
  }

  // MARK: Its answers

  @Test func nothingUnsavedClosesAtOnce() throws {
    for key in [Key.function(10), .control("c"), .control("q"), .alt("c")] {
      let desk = try DeskSession()
      desk.press(key)
      #expect(desk.isClosed)
    }
    let desk = try deskWithALoan()
    desk.press(.function(2), .function(10))
    #expect(desk.isClosed)
  }

  @Test func somethingUnsavedAsksFirst() throws {
    for key in [Key.function(10), .control("c"), .control("q"), .alt("c")] {
      let desk = try deskWithALoan()
      desk.press(key)
      #expect(!desk.isClosed)
      #expect(desk.place(of: "Save and close") != nil)
    }
  }

  @Test func saveAndCloseWritesTheFile() throws {
    for key in [Key.function(2), .control("s")] {
      let desk = try deskWithALoan()
      desk.press(.function(10), key)
      #expect(desk.isClosed)
      #expect(try desk.savedLines.count == 1)
      #expect(desk.list.isEmpty)
    }
  }

  @Test func keepAndCloseKeepsTheListForNextTime() throws {
    for key in [Key.function(10), .control("c"), .control("q")] {
      let desk = try deskWithALoan()
      desk.press(.function(10), key)
      #expect(desk.isClosed)
      #expect(try desk.savedLines.isEmpty)
      let next = try desk.reopened()
      #expect(next.list == ["loan 37000034179 9921000000164"])
      #expect(next.selected == "loan 37000034179 9921000000164")
      #expect(
        next.notice.hasPrefix(
          "1 unsaved transaction from Thu 31 May 2018 09:05"))
    }
  }

  @Test func goBackChangesNothing() throws {
    let desk = try deskWithALoan()
    let before = desk.screen
    desk.press(.function(10), .escape)
    #expect(!desk.isClosed)
    #expect(desk.screen == before)
  }

  @Test func clicksAnswer() throws {
    let back = try deskWithALoan()
    back.press(.function(10))
    #expect(back.click(on: "Cancel"))
    #expect(back.station.room == nil)

    let keep = try deskWithALoan()
    keep.press(.function(10))
    #expect(keep.click(on: "Close, and keep the list"))
    #expect(keep.isClosed)
    #expect(keep.list.count == 1)

    let save = try deskWithALoan()
    save.press(.function(10))
    #expect(save.click(on: "Save and close"))
    #expect(save.isClosed)
    #expect(try save.savedLines.count == 1)
  }

  @Test func clicksBesideTheAnswersDoNothing() throws {
    let desk = try deskWithALoan()
    desk.press(.function(10))
    let answers = try #require(desk.station.question).answers
    for row in 0..<24 {
      for column in 0..<80 {
        let place = Position(column: column, row: row)
        if answers.contains(where: { $0.area.contains(place) }) { continue }
        desk.feed([.click(place)])
      }
    }
    #expect(desk.station.isClosing)
    #expect(!desk.isClosed)
    #expect(try desk.savedLines.isEmpty)
  }

  @Test func aSaveThatFailsDoesNotClose() throws {
    let desk = try deskWithALoan()
    desk.disk.dataFileFailure = ENOSPC
    desk.press(.function(10), .function(2))
    #expect(!desk.isClosed)
    #expect(desk.notice.hasPrefix("NOT saved"))
    #expect(desk.list.count == 1)
    #expect(try desk.savedLines.isEmpty)
    desk.disk.dataFileFailure = nil
    desk.press(.function(10), .function(2))
    #expect(desk.isClosed)
    #expect(try desk.savedLines.count == 1)
  }

  @Test func anItemThatIsOnlyInItsFieldIsAskedAbout() throws {
    let desk = try DeskSession()
    desk.scan("9921000000164")
    desk.type("37000034179")
    desk.press(.function(10))
    #expect(!desk.isClosed)
    #expect(desk.place(of: "37000034179 is typed in but NOT") != nil)
    // Pressed twice, F10 throws nothing away.
    desk.press(.function(10), .control("c"), .control("q"))
    #expect(!desk.isClosed)
    desk.press(.function(2))
    #expect(desk.isClosed)
    #expect(
      try desk.savedLines.map { $0.dropFirst(13).prefix(11) } == ["37000034179"]
    )
  }

  @Test func anItemThatCannotBeRecordedKeepsTheStationOpen() throws {
    let desk = try DeskSession()
    desk.press(.tab)
    desk.type("37000034179")
    desk.press(.function(10), .function(2))
    #expect(!desk.isClosed)
    #expect(desk.item == "37000034179")
    #expect(desk.screen.contains("37000034179 has no borrower"))
    desk.press(.function(10), .function(9))
    #expect(desk.isClosed)
  }

  @Test func anItemThatAScannerLeftWithTabIsRecordedBeforeAnyPage() throws {
    for key in [Key.function(1), .function(10)] {
      let desk = try DeskSession()
      desk.scan("9921000000164")
      desk.type("37000034179")
      desk.press(.tab, key)
      #expect(desk.list == ["loan 37000034179 9921000000164"])
      desk.type("37000034180")
      desk.press(.tab)
      desk.press(.escape, .function(10), .function(2))
      #expect(try desk.savedLines.count == 2)
    }
  }

  @Test func closingTypedAheadOfAnUnseenDiskErrorLosesNothing() throws {
    let desk = try deskWithALoan()
    desk.disk.journalFailure = (.synchronize, EIO)
    desk.feed(
      .scan("37000034180") + [.key(.function(10)), .key(.function(10))])
    #expect(!desk.isClosed)
    #expect(desk.place(of: "Cannot write 1 scan") != nil)
    desk.press(.function(10))
    #expect(!desk.isClosed)
    desk.press(.function(9))
    #expect(desk.isClosed)
  }

  @Test func whatIsScannedBeforeASignalIsRecorded() throws {
    for ending in [Ending.hangup, .signal(SIGTERM)] {
      let desk = try deskWithALoan()
      desk.feed(.scan("37000034180") + [.end(ending)])
      #expect(desk.effects.contains(.quit(ending)))
      #expect(try desk.journal.count == 2)
    }
  }
}
