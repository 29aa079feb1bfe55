import Languages
import Offload
import Scanning
import Settings
import Sheet
import Terminal

@testable import Circulation
@testable import Station

extension Samples {
  /// What is said on the pages, and by the commands of a station.
  mutating func addPages() {
    add("func moreIssues(_ count: Int) -> String") { words in
      Value.counts.map { words.moreIssues($0) }
    }
    add("func patternsLeftOut(others count: Int) -> String") { words in
      ([0] + Value.counts).map { words.patternsLeftOut(others: $0) }
    }
    add(
      "func costly(_ pattern: Pattern) -> String", naming: ["4711"]
    ) {
      [$0.costly(Value.pattern)]
    }
    add(
      "func sentence(_ name: UnusableName) -> String", naming: ["4711"]
    ) { words in
      UnusableName.oneOfEach.map { words.sentence($0) }
    }
    let path = Value.path
    add(
      """
      func clockWarning(_ warning: ClockWarning, now: LocalTime) -> String
      """
    ) { words in
      ClockWarning.oneOfEach.map { words.clockWarning($0, now: Value.time) }
    }
    add(
      """
      func clockJump(from expected: LocalTime, to now: LocalTime) -> \
      String
      """
    ) { words in
      [words.clockJump(from: Value.time, to: Value.later)]
    }
    add(
      """
      func stale(_ count: Int, from oldest: LocalTime, to newest: \
      LocalTime) -> String
      """
    ) { words in
      Value.counts.map { words.stale($0, from: Value.time, to: Value.later) }
    }
    add(
      "func strange(_ count: Int, first line: Int) -> String", naming: ["4711"]
    ) { words in
      Value.counts.map { words.strange($0, first: 4_711) }
    }
    add(
      "func openToOthers(_ folder: StationFolder) -> String",
      naming: ["/files/x"]
    ) { words in
      [words.openToOthers(Value.folder)]
    }
    add("func scarceSpace(megabytes: Int) -> String", naming: ["4711"]) {
      [$0.scarceSpace(megabytes: 4_711)]
    }
    add(
      """
      func copyWarning(_ warning: CopyWarning, folder: String) -> String
      """, naming: ["/files/x"]
    ) { words in
      CopyWarning.oneOfEach.map { words.copyWarning($0, folder: path) }
    }
    add("var closeTitle: String { get }") { [$0.closeTitle] }
    add("var closeOfKiosk: String { get }") { [$0.closeOfKiosk] }
    add("func nextStepOfKiosk(_ step: OffloadStatus.Step) -> String") { words in
      let steps: [OffloadStatus.Step] = [.none, .save, .archive]
      return steps.map { words.nextStepOfKiosk($0) }
    }
    add(
      """
      func closeQuestion(unsaved: Int, waiting: Int, pendingItem: \
      String?, isRecordable: Bool, awaitingCard: [String]) -> String
      """
    ) { words in
      [
        words.closeQuestion(
          unsaved: 4_711, waiting: 2, pendingItem: "ITEM", isRecordable: true,
          awaitingCard: ["CARD"]),
        words.closeQuestion(
          unsaved: 4_711, waiting: 2, pendingItem: "ITEM", isRecordable: false,
          awaitingCard: ["CARD"]),
        words.closeQuestion(
          unsaved: 1, waiting: 0, pendingItem: nil, isRecordable: false,
          awaitingCard: []),
      ]
    }
    add("var saveAndClose: String { get }") { [$0.saveAndClose] }
    add("var keepAndClose: String { get }") { [$0.keepAndClose] }
    add("var discardAndClose: String { get }") { [$0.discardAndClose] }
    add("var goBack: String { get }") { [$0.goBack] }
    add("var pageFooter: String { get }") { [$0.pageFooter] }
    add("var helpTitle: String { get }") { [$0.helpTitle] }
    add("var afterOutageTitle: String { get }") { [$0.afterOutageTitle] }
    add("func afterOutageFooter(hasCommands: Bool) -> String") { words in
      [true, false].map { words.afterOutageFooter(hasCommands: $0) }
    }
    add("func name(of context: KeyContext) -> String") { words in
      KeyContext.allCases.map { words.name(of: $0) }
    }
    add("func explanation(of action: Action) -> String") { words in
      Action.allCases.map { words.explanation(of: $0) }
    }
    add("var altKeys: String { get }") { [$0.altKeys] }
    add("func sentence(_ refusal: BarcodeError) -> String") { words in
      BarcodeError.Reason.oneOfEach.map {
        words.sentence(BarcodeError(value: "ITEM", reason: $0))
      }
    }
    add(
      "func sentence(_ error: FileError) -> String", naming: ["/files/x"]
    ) { words in
      Value.failures.map { words.sentence($0) }
    }
    add("func sentence(about error: any Error) -> String") { words in
      [words.sentence(about: LedgerError.notALedger(path: "/ledger"))]
    }
    add("func sentence(_ error: CirculationError) -> String") { words in
      CirculationError.oneOfEach.map { words.sentence($0) }
    }
    add("func sentence(_ error: TerminalError) -> String") { words in
      TerminalError.oneOfEach.map { words.sentence($0) }
    }
    add("func sentence(_ error: DataFormat.LineError) -> String") { words in
      DataFormat.LineError.oneOfEach.map { words.sentence($0) }
    }
    add("func sentence(_ error: SettingsError) -> String") { words in
      SettingsError.oneOfEach.map { words.sentence($0) }
    }
    add(
      "func place(_ line: Int, of file: String) -> String",
      naming: ["4711", "/files/x"]
    ) { words in
      [words.place(4_711, of: path)]
    }
    add("func name(of kind: SettingsKey.ValueType) -> String") { words in
      SettingsKey.ValueType.oneOfEach.map { words.name(of: $0) }
    }
    add("func takes(_ kind: String) -> String", naming: ["ITEM"]) {
      [$0.takes("ITEM")]
    }
    add("func explanation(of section: SettingsSection) -> String") { words in
      SettingsSection.allCases.map { words.explanation(of: $0) }
    }
    add("func explanation(of key: SettingsKey.Name) -> String") { words in
      SettingsKey.Name.allCases.map { words.explanation(of: $0) }
    }
    add("func settingsHeading(files: [String]) -> String") { words in
      [[], [path], [path, "/etc/x"]].map { words.settingsHeading(files: $0) }
    }
    add("func exampleHeading(forAll: Bool) -> String") { words in
      [false, true].map { words.exampleHeading(forAll: $0) }
    }
    add("var byDefault: String { get }") { [$0.byDefault] }
    add("var notSet: String { get }") { [$0.notSet] }
    add(
      """
      func line(_ number: Int, of file: String, _ text: String) -> \
      String
      """, naming: ["4711", "/files/x", "ITEM"]
    ) { words in
      [words.line(4_711, of: path, "ITEM")]
    }
    add(
      "func line(_ number: Int, _ text: String) -> String",
      naming: ["4711", "ITEM"]
    ) { words in
      [words.line(4_711, "ITEM")]
    }
    add("func unknownTransaction(_ line: String) -> String", naming: ["ITEM"]) {
      [$0.unknownTransaction("ITEM")]
    }
    add("func noSuchFolder(_ path: String) -> String", naming: ["/files/x"]) {
      [$0.noSuchFolder(path)]
    }
    add("func listEmpty() -> String") { [$0.listEmpty()] }
    add("var stateHeading: String { get }") { [$0.stateHeading] }
    add("var broughtByHeading: String { get }") { [$0.broughtByHeading] }
    add(
      """
      func journalFound(_ path: String, _ replay: JournalReplay) -> \
      String
      """, naming: ["/files/x"]
    ) { words in
      [words.journalFound(path, try Value.recovery().replay)]
    }
    add(
      """
      func recovered(_ recovery: Recovery, into folder: \
      StationFolder) -> [String]
      """
    ) { words in
      words.recovered(try Value.recovery(), into: Value.folder)
    }
    add("var sheetTitle: String { get }") { [$0.sheetTitle] }
    add("var sheetPurpose: String { get }") { [$0.sheetPurpose] }
    add("func name(of code: CommandCode) -> String") { words in
      CommandCode.allCases.map { words.name(of: $0) }
    }
    add("func sentence(_ error: DrawingError) -> String") { words in
      DrawingError.oneOfEach.map { words.sentence($0) }
    }
  }
}
