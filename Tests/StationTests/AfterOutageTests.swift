import Foundation
import Settings
import Simulated
import Terminal
import Testing

@testable import Circulation
@testable import Languages
@testable import Offload
@testable import Station

/// The page "After the outage": how the station stands, and the next step.
struct AfterOutageTests {
  /// A desk whose ledger lies beside its files.
  private func desk(
    _ language: Language = .english, size: Size = .usual
  ) throws -> DeskSession {
    try DeskSession(size: size, language: language, keepsLedger: true)
  }

  /// Hands over what is saved now, in a kit for the central desk.
  private func handOver(_ desk: DeskSession) throws {
    let path = desk.disk.realPath(of: TestDisk.folder.dataFile)
    let content = try FileContent(of: path)
    let bytes = try #require(FileManager.default.contents(atPath: path))
    desk.kits["/home/m/kit/OffCirc.dat"] = Array(bytes)
    var list = DigestList()
    list["OffCirc.dat"] = content.sha256
    desk.kits["/home/m/kit/SHA256SUMS"] = list.bytes
    try desk.ledger.append(
      Ledger.Entry(
        at: desk.station.desk.clock.now(), .kit(folder: "/home/m/kit"),
        desk: "Central", name: "OffCirc.dat", content, sources: []))
    desk.tick()
  }

  @Test func aStationAtWhichNothingHappensSleeps() throws {
    let desk = try desk()
    #expect(desk.station.millisecondsToWait > 1_000)
    desk.scan("9921000000164", "37000034179")
    #expect(desk.station.millisecondsToWait > 1_000)
    desk.press(.function(2))
    #expect(desk.station.millisecondsToWait > 1_000)
    try handOver(desk)
    #expect(desk.station.millisecondsToWait > 1_000)
  }

  @Test func itSaysToSaveFirst() throws {
    let desk = try desk()
    desk.scan("9921000000164", "37000034179", "37000034180")
    desk.press(.function(9))
    #expect(
      desk.screen == """
        ┌─ Offline Circulation – After the outage ─────────────────────────────────────┐
        │ /home/desk/files                                                             │
        │ 2 transactions to save, since Thu 31 May 2018 09:05.                         │
        │ OffCirc.dat: empty.                                                          │
        │ Archive: empty.                                                              │
        │                                                                              │
        │ Next: at the end of the day, press F2 to save to the file. Or close the      │
        │ station, then:                                                               │
        │   offcirc save --files /home/desk/files                                      │
        │                                                                              │
        │ Type these commands in a terminal on this computer. You can scan while this  │
        │ page is open.                                                                │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │                                                                              │
        │ Esc: back to the station. Up, Down, PgUp, PgDn: scroll.                      │
        │ Recorded: loan of 37000034180 to 9921000000164.                              │
        │                                                                              │
        └─ Unsaved: 2   In OffCirc.dat: 0   Today: 2 loans, 0 returns, 1 reader ───────┘
        """)
  }

  @Test func itLeadsToTheKitThenToTheArchive() throws {
    let desk = try desk()
    desk.scan("9921000000164", "37000034179")
    desk.press(.function(2), .function(9))
    #expect(
      desk.screen.contains("offcirc check /home/desk/files/OffCirc.dat"))
    #expect(
      desk.screen.contains(
        "offcirc kit /home/desk/files/OffCirc.dat --output FOLDER"))
    try handOver(desk)
    #expect(
      desk.screen.contains(
        "In kit /home/m/kit (desk Central) since Thu 31 May 2018 09:05."
      ))
    #expect(desk.screen.contains("offcirc archive --files /home/desk/files"))
    desk.press(.escape)
    #expect(
      desk.screen.contains(
        "OffCirc.dat was put in a kit on Thu 31 May 2018 09:05 and is not archived"
      ))
    // The next outage: what is added now is told apart from it.
    desk.scan("9921000000164", "37000034180")
    desk.press(.function(2))
    #expect(!desk.screen.contains("was put in a kit"))
    desk.press(.function(9))
    #expect(desk.screen.contains("1 of 2 lines is in a kit or uploaded."))
    #expect(desk.screen.contains("offcirc kit --rest"))
    // Put away by the command meanwhile.
    try FileManager.default.removeItem(
      atPath: desk.disk.realPath(of: TestDisk.folder.dataFile))
    desk.tick()
    #expect(
      desk.screen.contains("Nothing to do: nothing is left of an outage."))
  }

  @Test func theWholePageInFrench() throws {
    let desk = try desk(.french)
    desk.scan("9921000000164", "37000034179")
    desk.press(.function(2))
    try handOver(desk)
    desk.press(.function(9))
    #expect(
      desk.screen == """
        ┌─ Offline Circulation – Après la panne ───────────────────────────────────────┐
        │ À vérifier                                                                   │
        │ OffCirc.dat a été mis dans un lot le jeu. 31/05/2018 à 09:05 et n'est pas    │
        │ encore archivé. Voir F9.                                                     │
        │                                                                              │
        │ /home/desk/files                                                             │
        │ Tout est sauvegardé.                                                         │
        │ OffCirc.dat : 1 ligne, du 31/05/2018.                                        │
        │ Mis dans le lot /home/m/kit (bureau de prêt Central) le jeu. 31/05/2018 à    │
        │ 09:05 ; pas encore archivé.                                                  │
        │ Archives : aucune.                                                           │
        │                                                                              │
        │ À faire par la personne référente, après le déchargement : examinez les      │
        │ rejets, puis fermez le poste et archivez le fichier. Sinon, il sera déchargé │
        │ à nouveau après la prochaine panne.                                          │
        │   offcirc reconcile RAPPORT /home/m/kit/OffCirc.dat                          │
        │   offcirc archive --files /home/desk/files                                   │
        │                                                                              │
        │ Tapez ces commandes dans un terminal de cet ordinateur. Vous pouvez scanner  │
        │ pendant que cette page est ouverte.                                          │
        │ Échap : revenir. Haut, Bas : défiler.                                        │
        │ 1 transaction sauvegardée dans /home/desk/files/OffCirc.dat.                 │
        │                                                                              │
        └─ À sauvegarder : 0   Ce jour : 1 prêt, 0 retour, 1 lecteur ──────────────────┘
        """)
  }

  @Test func onASmallScreenItMoves() throws {
    let desk = try desk(.french, size: .least)
    desk.scan("9921000000164", "37000034179")
    desk.press(.function(2), .function(9), .end)
    #expect(desk.screen.contains("cette page est ouverte."))
    desk.press(.home)
    #expect(desk.screen.contains("Tout est sauvegardé."))
    desk.press(.function(9))
    #expect(desk.station.room == nil)
  }

  @Test func aScanIsRecordedAndThePageTellsAtOnce() throws {
    let desk = try desk()
    desk.scan("9921000000164", "37000034179")
    desk.press(.function(9))
    desk.scan("37000034180")
    #expect(desk.screen.contains("2 transactions to save"))
  }

  @Test func aLedgerThatCantBeReadIsSaidOnThePageAlone() throws {
    let desk = try desk()
    desk.scan("9921000000164", "37000034179")
    desk.press(.function(2))
    try Data("no ledger\n".utf8).write(
      to: URL(fileURLWithPath: desk.ledger.path))
    desk.tick()
    #expect(!desk.screen.contains("ledger"))
    desk.press(.function(9))
    #expect(
      desk.screen.contains("so the upload state is unknown"))
    #expect(desk.screen.contains("with --ledger"))
  }

  @Test func whatIsDamagedInTheLedgerIsSaidOnThePage() throws {
    let desk = try desk()
    desk.scan("9921000000164", "37000034179")
    desk.press(.function(2))
    try handOver(desk)
    try damage(desk) { $0.replacing("\"marks\"", with: "\"Marks\"") }
    desk.tick()
    desk.press(.function(9))
    #expect(
      desk.screen.contains(
        "The upload state is unknown: the ledger is damaged (line 2)"))
    #expect(!desk.screen.contains("Not in a kit yet"))
  }

  /// Changes the text of the ledger.
  private func damage(
    _ desk: DeskSession, _ change: (String) -> String
  ) throws {
    let text = try String(contentsOfFile: desk.ledger.path, encoding: .utf8)
    try change(text).write(
      toFile: desk.ledger.path, atomically: true, encoding: .utf8)
  }

  @Test func aKitThatIsGoneOrChangedOrUnfinishedIsSaidOnThePage() throws {
    let desk = try desk()
    desk.scan("9921000000164", "37000034179")
    desk.press(.function(2), .function(9))
    try handOver(desk)
    #expect(desk.screen.contains("offcirc archive --files"))
    desk.kits.edit("/home/m/kit/OffCirc.dat") { $0[3] ^= 1 }
    desk.tick()
    #expect(
      desk.screen.contains("The kit /home/m/kit has changed: OffCirc.dat"))
    desk.kits["/home/m/kit/OffCirc.dat"] = nil
    desk.kits["/home/m/kit/SHA256SUMS"] = nil
    desk.tick()
    #expect(desk.screen.contains("Cannot find the kit /home/m/kit."))
    desk.kits["/home/m/.kit.offcirc-new/transactions.csv"] = []
    desk.tick()
    #expect(desk.screen.contains("The kit /home/m/kit is unfinished."))
    #expect(!desk.screen.contains("offcirc archive"))
  }
}
