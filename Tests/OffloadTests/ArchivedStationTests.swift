import Circulation
import Support
import Testing
import Typesetting

@testable import Languages
@testable import Offload

/// A station that is archived in the course of a morning, which goes on.
@Suite struct ArchivedStationTests {
  private let folder = TestFolder()
  private let time = LocalTime(
    secondsSince1970: 1_795_330_320, utcOffset: 3_600)

  private func station(_ name: String = "c1") throws -> StationFile {
    try folder.stationFile(
      name, "202605300900R301\r\n202605300901R30\(name.suffix(1))9\r\n")
  }

  private func morning(_ files: [StationFile]) throws -> Offload.Morning {
    try Offload.Morning(files, rules: Check.Rules(now: time))
  }

  private func archive(_ file: StationFile) -> Archive {
    Archive(of: StationFolder(path: file.path.folder))
  }

  private func putAway(_ file: StationFile) throws -> Archive.Entry {
    try archive(file).putAway(desk: "Central", attachments: [], at: time)
  }

  private func numbered(_ acts: [Decision.Act]) -> [Decision.Numbered] {
    zip(1..., acts).map {
      Decision.Numbered($0, Decision($1, by: "m", at: time))
    }
  }

  /// The files that are collected when somebody goes on.
  private func collected(
    _ path: String, _ decisions: [Decision.Numbered]
  ) -> [StationFile] {
    CollectedFiles(
      [StationFile(path: path, desk: "Central")],
      archived: decisions.archivedFiles
    ).files
  }

  @Test func itsFileIsTakenFromTheArchiveWhetherItsFolderOrItselfIsNamed()
    throws
  {
    let file = try station()
    let decisions = numbered([try morning([file]).act(archiving: 0)])
    // Noted before it is done: nothing has changed yet.
    #expect(collected(folder.path, decisions).map(\.path) == [file.path])
    let box = try putAway(file)
    for path in [folder.path, file.path.folder, file.path] {
      let found = collected(path, decisions)
      #expect(found.map(\.path) == [box.dataFile])
      #expect(found.map(\.desk) == ["Central"])
      #expect(found.map(\.station) == [file.station])
      #expect(file.station != nil)
    }
    // Other archives are of earlier outages.
    #expect(collected(folder.path, []).isEmpty)
    try archive(file).restore(box)
    for path in [folder.path, file.path] {
      #expect(collected(path, decisions).map(\.path) == [file.path])
    }
  }

  @Test func decisionsAboutItsLinesAreStillThere() throws {
    let file = try station()
    var before = try morning([file])
    let place = FixedFile.Place(file: 0, number: 2)
    let acts = [
      try before.act(.takeOut, on: [place]), before.act(archiving: 0),
    ]
    before.take(numbered(acts))
    // Nothing to undo: it was done.
    #expect(before.lastDecision?.number == 1)
    #expect(before.decidedCount == 1)
    _ = try putAway(file)
    var after = try morning(collected(folder.path, numbered(acts)))
    after.take(numbered(acts))
    #expect(after.line(at: place)?.isOut == true)
    #expect(try Fix(after.mergedFiles).played(numbered(acts)).faults.isEmpty)
  }

  @Test func itIsAtHandUntilItIsArchived() throws {
    let files = try [station("c1"), station("c2")]
    // A file that was brought alone has no journal, a fetched one no lock.
    let copy = try folder.file("copy.dat", "202605300902R303\r\n")
    let fetched = try station("c3")
    try PosixFileSystem().remove(
      StationFolder(path: fetched.path.folder).lock)
    var morning = try morning(files + [copy, fetched])
    #expect(morning.stationsAtHand() == [0, 1])
    let box = try putAway(files[0])
    morning.take(0, from: box.dataFile)
    #expect(morning.stationsAtHand() == [1])
    #expect(morning.mergedFiles[0].path == box.dataFile)
    #expect(morning.files[0].file.path == box.dataFile)
  }

  @Test func thePageOfWhatIsStillToDoNamesNoStepThere() throws {
    let file = try station()
    var morning = try morning([file.named("Central")])
    let box = try putAway(file)
    morning.take(0, from: box.dataFile)
    let upload = try folder.file(
      "sent.dat", "202605300900R301\r\n202605300901R3019\r\n")
    let report = RehearsalReport().bytes(lineCount: 2)
    let account = morning.account(
      uploads: [
        try AccountedUpload(
          Worklist(
            of: JobReport(bytes: report), with: upload.path))
      ], handedOver: nil, expecting: ExpectedDesks(), at: time)
    #expect(account.errors.isEmpty)
    #expect(account.sums.uploaded == 2)
    let page = Document(
      toDoAfter: account, RollCall(of: CollectedFiles([]), expecting: .init()),
      English(), language: "en")
    #expect(page.text.contains(English().nothingLeftToDo))
    #expect(
      !page.blocks.contains { if case .steps = $0 { true } else { false } })
  }

  @Test func linesCorrectedByHandAreHandedOverByTheAccount() throws {
    let file = try station().named("Central")
    var morning = try morning([file])
    let place = FixedFile.Place(file: 0, number: 2)
    func account(_ acts: [Decision.Act], sent: String) throws -> Account {
      morning.take(numbered(acts))
      let upload = try folder.file("sent.dat", sent)
      let count = sent.split(separator: "\r\n").count
      let report = RehearsalReport().bytes(lineCount: count)
      return morning.account(
        uploads: [
          try AccountedUpload(
            Worklist(
              of: JobReport(bytes: report), with: upload.path))
        ], handedOver: nil, expecting: ExpectedDesks(), at: time)
    }
    let out = [try morning.act(.takeOut, on: [place])]
    let (one, both) = (
      "202605300900R301\r\n", "202605300900R301\r\n202605300901R3019\r\n"
    )
    #expect(try account(out, sent: one).isCorrectedAndHandedOver(file))
    // The ledger knows them itself, or a line waits.
    #expect(try !account([], sent: both).isCorrectedAndHandedOver(file))
    #expect(try !account([], sent: one).isCorrectedAndHandedOver(file))
  }
}
