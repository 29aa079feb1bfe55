import Catalogue
import Circulation
import Scanning
import Settings
import Simulated
import Terminal
import Testing
import Typesetting

@testable import Languages
@testable import Station

/// The check of a desk before an outage.
struct ReadyTests {
  private let now = Value.time
  private let folder = TestDisk.folder

  private func readiness(_ findings: [ReadyFinding]) -> Readiness {
    Readiness(of: "Annexe", at: now, findings)
  }

  private func disk(slowest: Int) -> DiskTrial {
    DiskTrial(
      count: 20, median: .milliseconds(4), slowest: .milliseconds(slowest))
  }

  private let terminal = TerminalSurvey(
    kind: "linux", size: Size(columns: 80, rows: 25), isUnicode: true,
    colorCount: 8)

  /// A desk with faults.
  var faulty: Readiness {
    readiness([
      .program(version: "OffCirc 0.1.0", released: now), .untestedScanner,
      .noPattern(.borrower), .unsaved(2, since: now),
      .disk(disk(slowest: 11), freeBytes: 61_200_000_000),
      .leftOver(Value.summary, folder), .copy("/media/key"),
      .clockDiffers(3 * 3_600), .terminal(terminal),
      .oldList(.borrowers, day: "2018-03-08", days: 84),
    ])
  }

  @Test func theTableTellsWhatIsFoundAndWhatToDo() {
    #expect(
      faulty.table(of: faulty.findings, in: English()).joined(separator: "\n")
        == """
        Annexe, Thu 31 May 2018 09:05

        check  settings   No pattern for cards: a card in the place of an item is not
                          noticed.
                          Test the scanner: offcirc scanner
        check  folder     2 transactions to save, since Thu 31 May 2018 09:05.
                          Open the station, and press F2.
        good   disk       Written and synced in 4 ms (slowest of 20: 11 ms). 61 GB free.
        check  left over  OffCirc.dat has 2 lines, from 31 May to 1 Jun 2018.
                          Uploaded? See offcirc status --files /home/desk/files
        good   copy       /media/key is on its own disk, written and read again.
        FAULT  clock      Not set over the network. The hardware clock is 3 h ahead.
                          Set the clock.
        good   screen     80×25, TERM=linux, UTF-8, 8 colors.
        check  scanner    Not tested yet.
                          Test the scanner: offcirc scanner
        check  lists      List of borrowers: 8 Mar 2018, 84 days old.
                          Import a new one: offcirc catalogue import FILE
        good   program    OffCirc 0.1.0, of 31 May 2018.

        Not ready: 1 fault, 5 points to check.
        """)
  }

  @Test func theTableInFrench() {
    #expect(
      faulty.table(of: faulty.findings, in: French()).joined(separator: "\n")
        == """
        Annexe, le jeu. 31/05/2018 à 09:05

        à voir  réglages   Pas de motif pour les cartes : une carte à la place d'un
                           exemplaire n'est pas repérée.
                           Essayez la douchette : offcirc scanner
        à voir  dossier    2 transactions à sauvegarder, depuis le jeu. 31/05/2018 à
                           09:05.
                           Ouvrez le poste et appuyez sur F2.
        bon     disque     Écriture en 4 ms (la plus lente sur 20 : 11 ms). 61 Go
                           libres.
        à voir  reste      OffCirc.dat contient 2 lignes, du 31/05 au 01/06/2018.
                           Déjà déchargé ? Voir offcirc status --files /home/desk/files
        bon     copie      /media/key est sur un autre disque ; écriture et vérification
                           réussies.
        DÉFAUT  horloge    Non réglée par le réseau. L'horloge matérielle avance de 3 h.
                           Réglez l'horloge.
        bon     écran      80×25, TERM=linux, UTF-8, 8 couleurs.
        à voir  douchette  Pas encore essayée.
                           Essayez la douchette : offcirc scanner
        à voir  listes     Liste de lecteurs du 08/03/2018, vieille de 84 jours.
                           Renouvelez-la : offcirc catalogue import FICHIER
        bon     programme  OffCirc 0.1.0, du 31/05/2018.

        Pas en ordre : 1 défaut, 5 points à voir.
        """)
  }

  @Test func theWorstFindingDecides() {
    func verdict(_ findings: ReadyFinding...) -> ReadyVerdict {
      readiness(findings).result.verdict
    }
    #expect(verdict(.nothingLeft, .networkClock) == .ok)
    #expect(verdict(.nothingLeft, .noCopy, .networkClock) == .check)
    #expect(verdict(.noCopy, .clockDiffers(-7_200), .nothingLeft) == .fail)
  }

  @Test func nothingIsToDoAboutWhatIsGood() {
    for finding in ReadyFinding.oneOfEach where finding.verdict == .ok {
      #expect(English().remedy(for: finding).isEmpty)
    }
    #expect(faulty.points.count == 6)
  }

  // MARK: The verdicts

  @Test func aClockIsJudgedByTheNetworkThenByTheHardware() {
    func verdict(
      _ isSynchronized: Bool, _ lead: Int?, latest: LocalTime? = nil,
      release: LocalTime? = nil
    ) -> ReadyVerdict {
      ReadyFinding.finding(
        of: ClockState(isSynchronized: isSynchronized, hardwareLead: lead),
        now: now, latest: latest, release: release
      ).verdict
    }
    #expect(verdict(true, nil) == .ok)
    #expect(verdict(false, 3) == .ok)
    #expect(verdict(false, nil) == .check)
    #expect(verdict(false, -10_800) == .fail)
    #expect(verdict(true, 0, latest: now.later(by: 3_600)) == .fail)
    #expect(verdict(true, 0, release: now.later(by: 3_600)) == .fail)
    // Months without an outage are no reason to doubt it.
    #expect(verdict(true, 0, latest: now.later(by: -90 * 86_400)) == .ok)
  }

  @Test func aDiskIsJudgedByItsSlowestWriteAndItsSpace() {
    func verdicts(_ slowest: Int, _ free: Int) -> [ReadyVerdict] {
      ReadyFinding.findings(of: disk(slowest: slowest), freeBytes: free)
        .map(\.verdict)
    }
    #expect(verdicts(11, 1 << 40) == [.ok])
    #expect(verdicts(501, 1 << 40) == [.check])
    #expect(verdicts(501, 99_000_000) == [.check, .check])
  }

  @Test func aTerminalIsJudgedBySizeThenByItsLetters() {
    func finding(_ columns: Int, _ isUnicode: Bool) -> ReadyVerdict {
      ReadyFinding.finding(
        of: TerminalSurvey(
          kind: "linux", size: Size(columns: columns, rows: 25),
          isUnicode: isUnicode, colorCount: 8)
      ).verdict
    }
    #expect(finding(80, true) == .ok)
    #expect(finding(80, false) == .check)
    #expect(finding(59, true) == .fail)
  }

  private func list(_ kind: ListKind, _ day: String) -> ImportedList {
    ImportedList(
      id: 1, kind: kind, files: [], digest: "", rowCount: 1, exported: day,
      imported: day, level: .numbers, isComplete: true)
  }

  @Test func listsAndTestsOfScannersAge() {
    func scanner(_ days: Int64) -> ReadyVerdict {
      ReadyFinding.finding(
        ofScannerTestedAt: now.later(by: -days * 86_400), now: now
      ).verdict
    }
    #expect(scanner(365) == .ok)
    #expect(scanner(366) == .check)
    let none = ReadyFinding.finding(ofScannerTestedAt: nil, now: now)
    #expect(none.verdict == .check)
    let findings = ReadyFinding.findings(
      of: [
        list(.borrowers, "2017-09-01"), list(.borrowers, "2018-05-20"),
        list(.items, "2018-03-01"),
      ], now: now)
    #expect(findings.map(\.verdict) == [.check, .ok])
  }

  @Test func aLibrarySaysWhatIsOldThere() {
    var ages = ReadySettings()
    (ages.scannerDays, ages.listDays, ages.drillDays) = (1, 7, 30)
    func verdicts(_ days: Int64) -> [ReadyVerdict] {
      let then = now.later(by: -days * 86_400)
      let findings: [ReadyFinding] =
        [
          .finding(ofScannerTestedAt: then, now: now, ages),
          .finding(ofDrillAt: then, now: now, ages),
        ]
        + ReadyFinding.findings(
          of: [list(.items, String(then.iso8601.prefix(10)))], now: now, ages)
      return findings.map(\.verdict)
    }
    #expect(verdicts(1) == [.ok, .ok, .ok])
    #expect(verdicts(7) == [.check, .ok, .ok])
    #expect(verdicts(30) == [.check, .ok, .check])
    #expect(verdicts(31) == [.check, .check, .check])
  }

  @Test func settingsAreJudgedByWhatTheyKnowOfNumbers() {
    let resolved = SettingsSources(
      environment: ["HOME": "/home/m"], flags: [.bell: "loud"],
      readsFile: false
    ).readLeniently()
    #expect(
      ReadyFinding.findings(of: resolved).map(\.verdict)
        == [.fail, .check, .check])
  }

  // MARK: After the outage

  @Test(arguments: Language.allCases)
  func theStationShowsTheLastCheckOfItsOwnDesk(_ language: Language) throws {
    let files = SimulatedFileSystem()
    let notes = PracticeNotes(at: "/state/offcirc/practice", fileSystem: files)
    let desk = try DeskSession(language: language, practice: notes)
    desk.press(.function(9))
    #expect(!desk.screen.contains("offcirc ready"))
    try notes.note(faulty.result, of: folder, at: now)
    try notes.note(
      ReadyResult(failCount: 0, checkCount: 0),
      of: StationFolder(path: "/elsewhere"), at: now)
    desk.tick()
    let text = language.words.lastCheck(faulty.result, at: now)
    for line in text.wrapped(to: 76) { #expect(desk.screen.contains(line)) }
  }

  @Test func aNoteTakesThePlaceOfTheOneBefore() throws {
    let files = SimulatedFileSystem()
    let path = "/state/offcirc/practice"
    let notes = PracticeNotes(at: path, fileSystem: files)
    #expect(notes.lastCheck(of: folder) == nil)
    #expect(notes.scannerTested == nil)
    files[path] = Array("{\"kind\":\"flight\",\"time\":\"\"}\nx\n".utf8)
    for count in 1...3 {
      let result = ReadyResult(failCount: count, checkCount: 0)
      try notes.note(result, of: folder, at: now)
      try notes.noteScannerTest(at: now.later(by: Int64(count)))
    }
    #expect(notes.lastCheck(of: folder)?.result.failCount == 3)
    #expect(notes.lastCheck(of: folder)?.time == now)
    #expect(notes.scannerTested == now.later(by: 3))
    // What another version wrote stays.
    let lines = String(decoding: files[path] ?? [], as: UTF8.self)
      .split(separator: "\n")
    #expect(lines.count == 4)
    #expect(lines[0] == "{\"kind\":\"flight\",\"time\":\"\"}")
  }
}
