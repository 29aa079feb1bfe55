import Circulation
import Offload
import Scanning
import Settings
import Terminal

@testable import Station

extension Samples {
  /// What is said of a kit and of a worklist.
  mutating func addUpload() {
    let path = Value.path
    add("var listSeparator: String { get }") { [$0.listSeparator] }
    add("var transactionsHeading: [String] { get }") {
      [$0.transactionsHeading.joined(separator: "\n")]
    }
    add("var unreadable: String { get }") { [$0.unreadable] }
    add("var checklistTitle: String { get }") { [$0.checklistTitle] }
    add("func checklistPurpose(_ kit: Kit) -> String") {
      [$0.checklistPurpose(Value.kit)]
    }
    add("var beforeUpload: String { get }") { [$0.beforeUpload] }
    add("var stepsBeforeUpload: [String] { get }") {
      [$0.stepsBeforeUpload.joined(separator: "\n")]
    }
    add("var upload: String { get }") { [$0.upload] }
    add("var howToUpload: [String] { get }") {
      [$0.howToUpload.joined(separator: "\n")]
    }
    add(
      "func stations(in uploads: [Kit.Upload]) -> [String]",
      naming: ["1-DESK.dat", "/files/x"]
    ) { [$0.stations(in: Value.kit.uploads).joined(separator: "\n")] }
    add("func step(for upload: Kit.Upload) -> String") { words in
      Value.kit.uploads.map { words.step(for: $0) }
    }
    add("var afterUpload: String { get }") { [$0.afterUpload] }
    add("var stepsAfterUpload: [String] { get }") {
      [$0.stepsAfterUpload.joined(separator: "\n")]
    }
    add("var limitsOfStations: [String] { get }") {
      [$0.limitsOfStations.joined(separator: "\n")]
    }
    add("var meaningsOfMessages: [String] { get }") {
      [$0.meaningsOfMessages.joined(separator: "\n")]
    }
    add("func made(_ kit: Kit, ledger: String) -> [String]") {
      [$0.made(Value.kit, ledger: path).joined(separator: "\n")]
    }
    add("func notices(of upload: Kit.Upload) -> [String]") { words in
      Value.kit.uploads.flatMap { words.notices(of: $0) }
    }
    add("func isEmpty(_ file: StationFile) -> String", naming: ["/files/x"]) {
      [$0.isEmpty(Value.file)]
    }
    add("func unsaved(_ count: Int, at file: StationFile) -> String") { words in
      Value.counts.map { words.unsaved($0, at: Value.file) }
    }
    add(
      """
      func finished(_ folder: String, new count: Int) -> [String]
      """, naming: ["/files/x"]
    ) { words in
      [words.finished(path, new: 4_711).joined(separator: "\n")]
    }
    add(
      """
      func uploadStatus(_ uploadStatus: UploadStatus, of file: StationFile) -> \
      String
      """
    ) { words in
      Value.uploadStatuses.map { words.uploadStatus($0, of: Value.file) }
    }
    add("func nothingMade(hasNew: Bool) -> String") { words in
      [true, false].map { words.nothingMade(hasNew: $0) }
    }
    add("func newLedger(_ path: String) -> String", naming: ["/files/x"]) {
      [$0.newLedger(path)]
    }
    add("var noKitWithoutStates: String { get }") { [$0.noKitWithoutStates] }
    add("func sentence(_ error: KitError) -> String") { words in
      KitError.oneOfEach.map { words.sentence($0) }
    }
    add("var worklistTitle: String { get }") { [$0.worklistTitle] }
    add(
      """
      func worklistOrigin(_ file: String, _ head: JobReport.Head) -> \
      String
      """, naming: ["/files/x"]
    ) { words in
      [words.worklistOrigin(path, Value.head)]
    }
    add("func worklistCounts(_ worklist: Worklist) -> String") {
      [$0.worklistCounts(try Value.worklist())]
    }
    add(
      "func sentence(_ warning: Worklist.Warning) -> String", naming: ["4711"]
    ) { words in
      Worklist.Warning.oneOfEach.filter { $0 != .noEnd }
        .map { words.sentence($0) }
    }
    add("func sentence(_ warning: Worklist.Warning) -> String") {
      [$0.sentence(Worklist.Warning.noEnd)]
    }
    add("func heading(of section: Worklist.Section) -> String") { words in
      Worklist.Section.allCases.map { words.heading(of: $0) }
    }
    add(
      """
      func advice(on section: Worklist.Section, in system: LibrarySystem) -> \
      String?
      """
    ) { words in
      LibrarySystem.allCases.flatMap { system in
        Worklist.Section.allCases.compactMap {
          words.advice(on: $0, in: system)
        }
      }
    }
    add("var lineColumn: String { get }") { [$0.lineColumn] }
    add("var itemColumn: String { get }") { [$0.itemColumn] }
    add("var borrowerColumn: String { get }") { [$0.borrowerColumn] }
    add("var dateColumn: String { get }") { [$0.dateColumn] }
    add("var noteColumn: String { get }") { [$0.noteColumn] }
    add("var suggestionColumn: String { get }") { [$0.suggestionColumn] }
    add("var worklistHeading: [String] { get }") {
      [$0.worklistHeading.joined(separator: "\n")]
    }
    add("func unknownUser(_ number: String) -> String", naming: ["CARD"]) {
      [$0.unknownUser("CARD")]
    }
    add("func knownUser(_ number: String) -> String", naming: ["CARD"]) {
      [$0.knownUser("CARD")]
    }
    add("func unknownUserNote(_ loan: LocalTime) -> String") {
      [$0.unknownUserNote(Value.time)]
    }
    add("func describe(_ task: Worklist.Task) -> String") { words in
      try Value.worklist().tasks.map { words.describe($0) }
    }
    add(
      """
      func nothingToDo(_ kind: ReportMessage.Kind, count: Int, in system: \
      LibrarySystem) -> String
      """, naming: ["4711"]
    ) { words in
      [LibrarySystem.alma, .koha].flatMap { system in
        ReportMessage.Kind.allCases.map {
          words.nothingToDo($0, count: 4_711, in: system)
        }
      }
    }
    add("func reason(_ reason: NearMiss.Reason) -> String") { words in
      NearMiss.Reason.allCases.map { words.reason($0) }
    }
    add("func suggestion(_ nearMiss: NearMiss) -> String", naming: ["ITEM"]) {
      [$0.suggestion(Value.nearMiss)]
    }
    add("func perhaps(_ suggestions: String) -> String", naming: ["ITEM"]) {
      [$0.perhaps("ITEM")]
    }
    add(
      """
      func otherKind(_ kind: ReportMessage.Kind, line: Int) -> \
      String
      """, naming: ["4711"]
    ) { words in
      [ReportMessage.Kind.itemNotFound, .userNotFound].map {
        words.otherKind($0, line: 4_711)
      }
    }
    add("func names(_ title: TitleNumber) -> String", naming: ["ISBN"]) {
      words in
      [Value.title].compactMap(\.self).map { words.names($0) }
    }
    add("func describe(_ correction: Retry.Correction) -> String") {
      [$0.describe(Value.correction)]
    }
    add(
      """
      func leftAsItIs(_ reason: Retry.OmissionReason, lines: [Int?]) -> \
      String
      """, naming: ["4711"]
    ) { words in
      Retry.OmissionReason.oneOfEach.map {
        words.leftAsItIs($0, lines: [4_711])
      }
    }
    add(
      "func retryWritten(_ path: String, count: Int) -> String",
      naming: ["/files/x"]
    ) { words in
      Value.counts.map { words.retryWritten(path, count: $0) }
    }
    add("func nothingToRetry(_ path: String) -> String", naming: ["/files/x"]) {
      [$0.nothingToRetry(path)]
    }
    add(
      """
      func worklistWritten(_ folder: String, names: [String]) -> \
      String
      """, naming: ["/files/x"]
    ) { words in
      [words.worklistWritten(path, names: ["ITEM"])]
    }
    add("func inTheWay(_ path: String) -> String", naming: ["/files/x"]) {
      [$0.inTheWay(path)]
    }
    add(
      """
      func sentence(_ error: ReportError, file: String) -> String
      """, naming: ["/files/x"]
    ) { words in
      ReportError.oneOfEach.map { words.sentence($0, file: path) }
    }
    add(
      """
      func sentence(_ error: OtherFile, report: String) -> String
      """, naming: ["/files/x"]
    ) { words in
      [words.sentence(Value.otherFile, report: path)]
    }
  }
}
