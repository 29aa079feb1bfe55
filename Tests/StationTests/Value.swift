import Exchange
import Glibc
import Scanning
import Support
import Terminal

@testable import Circulation
@testable import Offload
@testable import Station

/// The values that the words are asked to name in the tests.
enum Value {
  static let path = "/files/x"
  static let folder = StationFolder(path: path)
  /// One and many, which have words of their own.
  static let counts = [1, 4_711]
  static let time = LocalTime(
    secondsSince1970: 1_527_750_300, utcOffset: 7_200)
  static let later = time.later(by: 86_400)
  static let item = made { try Barcode("ITEM") }
  static let card = made { try Barcode("CARD") }
  static let loan = Transaction.loan(of: item, to: card, at: time)
  static let `return` = Transaction.return(of: item, at: time)
  static let failure = FileError(operation: .write, path: path, code: ENOSPC)

  static let pattern = made { try Pattern("4711") }
  static let title = TitleNumber("9782070368228")

  /// A failure of each act, and each of the reasons that have words.
  static let failures =
    FileError.Operation.oneOfEach.map {
      FileError(operation: $0, path: path, code: EIO)
    }
    + [
      ENOSPC, EDQUOT, EIO, EACCES, EPERM, EROFS, ENOENT, ENOTDIR, EISDIR,
      EINVAL, EFBIG, ELOOP, ENAMETOOLONG, EMFILE, ENFILE, ENOMEM, ESTALE,
      EILSEQ,
    ].map { FileError(operation: .open, path: path, code: $0) }

  static let holder = StationLock.Holder(
    process: 4_711, since: "2018-05-31T09:05:00+02:00", host: "DESK")
  static let drive = Drive(kind: "nfs4", options: ["nolock"])
  /// What tells a station that the files are another's now.
  static let ofAnother = [FileError.Operation.lock, .recognize].map {
    FileError(operation: $0, path: path, code: ESTALE)
  }

  static let journal = JournalHealth(of: path)

  static let damage = [
    JournalDamage(line: 4_711, kind: .checksum),
    JournalDamage(line: 4_712, kind: .missing(count: 2)),
  ]

  /// Two lines of a paste, at a desk of its own.
  static func paste() throws -> PastedScans {
    let station = try DeskSession().station
    return PastedScans(
      "CARD\nITEM", at: station.desk, station.shared.knowledge,
      needsCard: true)
  }

  /// What a journal of a loan and a return tells.
  static func recovery() throws -> Recovery {
    let disk = TestDisk()
    let desk = try Desk(
      folder: TestDisk.folder, clock: WallClock { time }, fileSystem: disk,
      copyingTo: nil, mirrorsInBackground: false)
    desk.identify(card)
    try desk.record(item)
    try desk.commit()
    try desk.close()
    return try Recovery(
      from: TestDisk.folder.journal, fileSystem: disk)
  }

  // MARK: Files

  static let file = StationFile(path: path, desk: "DESK")
  static let otherStationFile = StationFile(path: "/files/y")
  static let stationFiles = [file, otherStationFile]
  static let place = LinePlace(file: 1, number: 4_711)
  static let findings = FileIssue.oneOfEach.map {
    Finding(
      issue: $0, place: LinePlace(file: 0, number: 2), lastLine: 3,
      text: "ITEM")
  }
  static let summaries = [
    summary([:]), summary([.empty: 1]), summary([.future: 1]),
  ]
  private static func summary(_ counts: [FileIssue.Kind: Int]) -> Check.Summary
  {
    var summary = Check.Summary()
    summary.fileCount = 2
    summary.lineCount = 4_711
    for (kind, count) in counts { summary.counts[kind] = count }
    return summary
  }

  static let shared = SharedLines(
    first: file, second: otherStationFile, count: 4_711)
  static let overlap = Overlap(
    file: file, whole: otherStationFile, lineCount: 4_711)
  static let unreadable = {
    var lines = UnreadableLines()
    lines.add(4_711)
    return lines
  }()
  static let conflicts = Conflict.Kind.allCases.map {
    Conflict(
      kind: $0, item: "ITEM",
      first: .init(file: 0, number: 1, operation: .loan),
      second: .init(file: 1, number: 2, operation: .return),
      secondsBetween: $0 == .decided ? 7 : nil)
  }

  // MARK: What was handed over

  static let entries = [
    entry(.uploaded), entry(.kit(folder: "/files/kit")),
    entry(.converted(.koha, path: "/files/x.koc")),
  ]
  private static func entry(_ way: Ledger.Entry.Way) -> Ledger.Entry {
    Ledger.Entry(
      time: time, way: way, desk: "DESK",
      upload: .init(
        name: "1-DESK.dat", sha256: "4711", lineCount: 4_711,
        byteCount: 4_711, first: time, last: later),
      sources: [], marks: [])
  }
  static let uploadStatuses = [
    uploadStatus(old: 0, new: 2), uploadStatus(old: 2, new: 0),
    uploadStatus(old: 1, new: 1),
  ]
  static let doubts: [UploadStatus.Warning] = [
    .damage([.line(4_711)]), .trace(.box("4711")),
    .trace(.ledger(path: "/files/4711")),
  ]
  private static func uploadStatus(
    old: Int, new: Int, _ doubt: UploadStatus.Warning? = nil
  ) -> UploadStatus {
    var uploadStatus = UploadStatus()
    uploadStatus.warning = doubt
    for number in 0..<old + new {
      uploadStatus.take(line: number + 1, isNew: number >= old)
    }
    return uploadStatus
  }

  static let box = Archive.Entry(
    name: "2018-06-01", path: "/files/x/archive/2018-06-01",
    sums: DigestList())
  static let aftermaths =
    [offloadStatus(unsaved: 4_711, nil), offloadStatus(unsaved: 0, nil)]
    + uploadStatuses.map { offloadStatus(unsaved: 0, $0) }
    + kitChecks.map { offloadStatus(unsaved: 0, uploadStatuses[1], kits: [$0]) }
    + [offloadStatus(unsaved: 0, uploadStatuses[0], damage: [.line(4_711)])]
    + doubts.map { offloadStatus(unsaved: 0, uploadStatus(old: 0, new: 2, $0)) }
  static let kitChecks = [
    KitCheck(folder: path, state: .unfinished),
    KitCheck(folder: path, state: .missing),
    KitCheck(folder: path, state: .changed(["ITEM"])),
    KitCheck(folder: path, state: .unreadable(failure)),
    KitCheck(folder: path, state: .elsewhere),
  ]
  private static func offloadStatus(
    unsaved: Int, _ uploadStatus: UploadStatus?,
    damage: [Ledger.Reading.Damage] = [], kits: [KitCheck] = []
  ) -> OffloadStatus {
    OffloadStatus(
      unsavedCount: unsaved, unsavedSince: unsaved > 0 ? time : nil,
      journal: journal, summary: .init(),
      handOver: HandOver(
        uploadStatus: uploadStatus, ledger: path, damage: damage, kits: kits),
      boxes: [], folder: folder, ledger: nil)
  }

  static let kit = Kit(
    folder: path, time: time,
    uploads: [
      Kit.Upload(
        name: "1-DESK.dat", desk: "DESK", sources: [file],
        overlaps: [overlap], content: content, unreadable: unreadable,
        leftOutCount: 4_711, shared: [shared], conflicts: conflicts,
        conflictCount: 4_711, decided: [], decidedCount: 0)
    ], emptyFiles: [otherStationFile])
  /// What is in a file of one transaction.
  private static let content = made {
    let folder = TestFolder()
    return try FileContent(of: dataFile(in: folder))
  }

  /// Writes a file of one transaction; returns its path.
  private static func dataFile(in folder: TestFolder) throws -> String {
    let path = folder.path + "/OffCirc.dat"
    try PosixFileSystem().open(path, for: .appending)
      .append(DataFormat.lines(of: [loan]).span)
    return path
  }

  // MARK: What came back

  static let head = {
    var head = JobReport.Head()
    head.process = "4711"
    head.started = "31/05/2018"
    return head
  }()
  private static let message = JobReport.Message(
    line: 1, text: "Item not found. Barcode: ITEM")
  private static let entryOfReport = Reconciliation.Entry(
    message: message,
    match: .transaction(NumberedTransaction(line: 1, transaction: loan)))
  static let otherFile = OtherFile(file: path, example: entryOfReport)
  static let nearMiss = NearMiss(
    number: "ITEM", reason: .transposed, sightings: 2)
  static let correction = Retry.Correction(
    line: 1, old: loan, new: `return`, reasons: [.transposed])

  /// What is to be done about one loan of an unknown item.
  static func worklist() throws -> Worklist {
    let folder = TestFolder()
    var report = JobReport()
    report.messages = [message]
    return try Worklist(of: report, with: dataFile(in: folder))
  }

  /// What is sure to be made.
  static func made<Made>(_ make: () throws -> Made) -> Made {
    do {
      return try make()
    } catch {
      preconditionFailure("\(error)")
    }
  }
}
