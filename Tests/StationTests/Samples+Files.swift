import Circulation
import Offload
import Scanning
import Settings
import Terminal

@testable import Station

extension Samples {
  /// What is said of files: of a check, a merge, a ledger and an archive.
  mutating func addFiles() {
    let path = Value.path
    add(
      """
      func overview(_ overview: FileOverview, of file: StationFile) \
      -> String
      """, naming: ["4711", "/files/x"]
    ) { words in
      [words.overview(FileOverview(lineCount: 4_711), of: Value.file)]
    }
    add("func standing(_ standing: FileStanding) -> [String]") { words in
      [
        FileStanding(desk: "DESK", unsavedCount: 1, handedOverCount: 1),
        FileStanding(
          unsavedCount: 4_711, handedOverCount: 4_711,
          clockCorrections: [3_600, -4_711]),
      ].map { words.standing($0).joined(separator: "\n") }
    }
    add(
      "func found(_ folder: CollectedFiles.Folder) -> String",
      naming: ["/files/x", "/files/x/1"]
    ) { words in
      [[path + "/1"], [path + "/1", path + "/2"]].map {
        words.found(CollectedFiles.Folder(path: path, files: $0))
      }
    }
    add("func name(of severity: Severity) -> String") { words in
      Severity.allCases.map { words.name(of: $0) }
    }
    add(
      """
      func headline(_ finding: Finding, of files: [StationFile]) -> \
      String
      """
    ) { words in
      Value.findings.map { words.headline($0, of: Value.stationFiles) }
    }
    add(
      """
      func sentence(_ finding: Finding, of files: [StationFile]) -> \
      String
      """
    ) { words in
      Value.findings.map { words.sentence($0, of: Value.stationFiles) }
    }
    add("func inAlma(_ issue: FileIssue) -> String") { words in
      FileIssue.oneOfEach.map { words.inAlma($0) }
    }
    add("func advice(_ issue: FileIssue) -> String") { words in
      FileIssue.oneOfEach.map { words.advice($0) }
    }
    add("var inAlmaHeading: String { get }") { [$0.inAlmaHeading] }
    add("var adviceHeading: String { get }") { [$0.adviceHeading] }
    add(
      "func more(_ count: Int, _ kind: FileIssue.Kind) -> String",
      naming: ["4711"]
    ) { words in
      FileIssue.Kind.allCases.map { words.more(4_711, $0) }
    }
    add("func summary(_ summary: Check.Summary) -> String") { words in
      Value.summaries.map { words.summary($0) }
    }
    add("func next(_ summary: Check.Summary) -> String?") { words in
      Value.summaries.compactMap { words.next($0) }
    }
    add("func progress(percent: Int, ofMegabytes megabytes: Int) -> String") {
      [$0.progress(percent: 1, ofMegabytes: 4_711)]
    }
    add(
      """
      func merged(lineCount: Int, fileCount: Int, into path: String) \
      -> String
      """, naming: ["/files/x"]
    ) { words in
      Value.counts.map {
        words.merged(lineCount: $0, fileCount: $0, into: path)
      }
    }
    add(
      "func sentence(_ shared: SharedLines) -> String", naming: ["/files/x"]
    ) { words in
      [words.sentence(Value.shared)]
    }
    add(
      """
      func sentence(_ lines: UnreadableLines, of path: String) -> \
      String
      """, naming: ["4711", "/files/x"]
    ) { words in
      [words.sentence(Value.unreadable, of: path)]
    }
    add("func leftOut(_ overlap: Overlap) -> String", naming: ["/files/x"]) {
      [$0.leftOut(Value.overlap)]
    }
    add(
      """
      func sentence(_ conflict: Conflict, of files: [StationFile]) \
      -> String
      """, naming: ["ITEM"]
    ) { words in
      Value.conflicts.map { words.sentence($0, of: Value.stationFiles) }
    }
    add("func moreConflicts(_ count: Int) -> String") { words in
      Value.counts.map { words.moreConflicts($0) }
    }
    let withoutPath: [LedgerError] = [.heldElsewhere, .notAdmitted, .undecided]
    add(
      "func sentence(_ error: LedgerError) -> String", naming: ["/files/x"]
    ) { words in
      LedgerError.oneOfEach.filter { !withoutPath.contains($0) }
        .map { words.sentence($0) }
    }
    add("func sentence(_ error: LedgerError) -> String") { words in
      withoutPath.map { words.sentence($0) }
    }
    add(
      """
      func damaged(_ damage: [Ledger.Reading.Damage], inLedger path: \
      String) -> String
      """, naming: ["4711", "/files/x"]
    ) { words in
      [
        words.damaged([.line(4_711)], inLedger: path),
        words.damaged([.torn(line: 4_711)], inLedger: path),
      ]
    }
    add("func day(_ time: LocalTime) -> String") { [$0.day(Value.time)] }
    add("func state(_ offloadStatus: OffloadStatus) -> [String]") { words in
      Value.aftermaths.flatMap { words.state($0) }
    }
    add("func nextStep(_ offloadStatus: OffloadStatus) -> [String]") { words in
      Value.aftermaths.map { words.nextStep($0).joined(separator: "\n") }
    }
    add("func handedOverWarning(_ entry: Ledger.Entry) -> String") { words in
      Value.entries.map { words.handedOverWarning($0) }
    }
    add("func sentence(_ error: ArchiveError) -> String") { words in
      ArchiveError.oneOfEach.map { words.sentence($0) }
    }
    add(
      """
      func putAway(_ box: Archive.Entry, lineCount: Int) -> [String]
      """, naming: ["4711"]
    ) { words in
      [words.putAway(Value.box, lineCount: 4_711).joined(separator: "\n")]
    }
    add("func kitStays(_ folder: String) -> String", naming: ["/files/x"]) {
      [$0.kitStays(path)]
    }
    add("func kitMissing(_ kit: KitCheck) -> String", naming: ["/files/x"]) {
      words in
      Value.kitChecks.map { words.kitMissing($0) }
    }
    add(
      "func notNoted(inLedger path: String) -> String", naming: ["/files/x"]
    ) { words in
      [words.notNoted(inLedger: path)]
    }
    add("func copyRemoved(_ path: String) -> String", naming: ["/files/x"]) {
      [$0.copyRemoved(path)]
    }
    add("func copyStays(_ folder: String) -> String", naming: ["/files/x"]) {
      [$0.copyStays(path)]
    }
    add(
      """
      func broughtBack(_ box: Archive.Entry, withJournal: Bool) -> \
      [String]
      """
    ) { words in
      [true, false].map {
        words.broughtBack(Value.box, withJournal: $0).joined(separator: "\n")
      }
    }
    add(
      """
      func erasedBorrowers(_ erasure: BorrowerErasure, after days: Int) \
      -> [String]
      """
    ) { words in
      var erasure = BorrowerErasure()
      erasure.erased = ["ITEM"]
      erasure.inUse = ["ITEM"]
      erasure.doubtful = ["ITEM"]
      return Value.counts.map {
        words.erasedBorrowers(erasure, after: $0).joined(separator: "\n")
      }
    }
    add(
      "func borrowersKept(forDamaged journal: String) -> String",
      naming: ["/a/b"]
    ) { [$0.borrowersKept(forDamaged: "/a/b")] }
    add("var archiveColumns: [String] { get }") {
      [$0.archiveColumns.joined(separator: "\n")]
    }
    add(
      """
      func state(of box: Archive.Entry, damaged: [String]) -> String
      """
    ) { words in
      [[], ["ITEM"]].map { words.state(of: Value.box, damaged: $0) }
    }
    add("func noBoxes(in path: String) -> String", naming: ["/files/x"]) {
      [$0.noBoxes(in: path)]
    }
    add("func nothingToErase(before day: LocalTime) -> String") {
      [$0.nothingToErase(before: Value.time)]
    }
    add(
      """
      func toErase(_ count: Int, before day: LocalTime) -> String
      """
    ) { words in
      Value.counts.map { words.toErase($0, before: Value.time) }
    }
    add("var eraseQuestion: String { get }") { [$0.eraseQuestion] }
    add("var eraseAnswer: String { get }") { [$0.eraseAnswer] }
    add("var notErased: String { get }") { [$0.notErased] }
    add("func erased(_ count: Int) -> String") { words in
      Value.counts.map { words.erased($0) }
    }
  }
}
