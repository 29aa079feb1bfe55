import Circulation
import Offload
import Scanning
import Settings
import Terminal

/// Every word that a person reads, in one language.
///
/// A language is a type that has all of them: one that lacks a word does not
/// compile. An underscore in a label stands before the letter that Alt takes.
package protocol Words:
  BurstWords, ChangeWords, CommandWords, DayWords, DoctorWords, DoubtWords,
  GuideWords, OffloadWords, PageWords, RepairWords, RoomWords, ScreenWords
{
  // MARK: The window

  var title: String { get }
  var subtitle: String { get }
  var borrower: String { get }
  var item: String { get }
  var clearLabel: String { get }
  var loanLabel: String { get }
  var returnLabel: String { get }
  var chooseTransaction: String { get }
  var barcodeHead: String { get }
  var operationHead: String { get }
  var borrowerHead: String { get }
  var timeHead: String { get }
  var saveLabel: String { get }
  var deleteLabel: String { get }
  var helpLabel: String { get }
  var closeLabel: String { get }
  func label(_ name: String) -> String
  func name(of operation: Operation) -> String
  func unsaved(_ count: Int) -> String
  func waiting(_ count: Int) -> String
  func date(_ time: LocalTime, isShort: Bool) -> String
  func listTime(_ time: LocalTime, today: LocalTime) -> String
  func tooSmall(_ present: Size, least: Size) -> String
  func name(of key: Key) -> String

  // MARK: What just happened

  func ready(_ operation: Operation, borrower: Barcode?) -> String
  func restored(_ count: Int, since: LocalTime) -> String
  func torn(byteCount: Int, in journal: String) -> String
  func damaged(_ damage: [JournalDamage], in journal: String) -> String
  func saveCompleted(_ count: Int) -> String
  func saveReturned(_ count: Int) -> String
  func saveNotCompleted(_ failure: FileFailure) -> String
  func recorded(_ transaction: Transaction) -> String
  func recorded(_ count: Int, last: Transaction) -> String
  func notRecorded(_ count: Int, _ failure: FileFailure) -> String
  func dropped(_ transaction: Transaction) -> String
  func borrowerFirst(_ item: String) -> String
  func borrowerTaken(_ borrower: Barcode, heldItem: String?) -> String
  func cleared() -> String
  func gaveWay(_ number: String) -> String
  func moreRefused(_ count: Int) -> String
  func blanksTakenOff(_ number: String) -> String
  func deleted(_ transaction: Transaction) -> String
  func nothingToDelete() -> String
  func notDeleted(_ failure: FileFailure) -> String
  func savedNow(_ count: Int, path: String) -> String
  func nothingToSave() -> String
  func notSaved(_ failure: FileFailure) -> String

  // MARK: What was scanned

  func cardAmongReturns(_ number: String) -> String
  func nextBorrower(_ borrower: Barcode) -> String
  func heldForCard(_ count: Int, last: String) -> String
  func heldDropped(_ count: Int, last: String) -> String
  func repaired(_ raw: String, _ number: String) -> String
  func doubleScan(_ item: Barcode) -> String
  func answerDropped(byteCount: Int) -> String
  var batchTitle: String { get }
  func batchQuestion(_ batch: Batch) -> String
  var recordBatch: String { get }
  var dropBatch: String { get }
  func batchDropped(_ count: Int) -> String

  // MARK: What stays to be looked at

  func clockWarning(_ doubt: ClockWarning, now: LocalTime) -> String
  func clockJump(from expected: LocalTime, to now: LocalTime) -> String
  func stale(_ count: Int, from oldest: LocalTime, to newest: LocalTime)
    -> String
  func strange(_ count: Int, first line: Int) -> String
  func openToOthers(_ folder: StationFolder) -> String
  func scarceSpace(megabytes: Int) -> String
  func copyWarning(_ doubt: CopyWarning, folder: String) -> String

  // MARK: Closing

  var closeTitle: String { get }
  func closeQuestion(
    unsaved: Int, waiting: Int, heldItem: String?, isRecordable: Bool,
    awaitingCard: [String]
  ) -> String
  var saveAndClose: String { get }
  var keepAndClose: String { get }
  var loseAndClose: String { get }
  var goBack: String { get }

  // MARK: Help

  var leafFoot: String { get }
  /// The title of the page Help.
  var helpTitle: String { get }
  /// The title of the page After the outage.
  var afterOutageTitle: String { get }
  var afterOutageFoot: String { get }
  func name(of context: Command.Context) -> String
  func explanation(of act: Act) -> String
  var altKeys: String { get }

  // MARK: Errors

  func sentence(_ refusal: RefusedNumber) -> String
  func sentence(_ failure: FileFailure) -> String
  func sentence(_ error: CirculationError) -> String
  func sentence(_ error: TerminalError) -> String
  func sentence(_ fault: DataFormat.Fault) -> String
  func sentence(_ fault: SettingsFault) -> String
  func moreProblems(_ count: Int) -> String
  func patternsLeftOut(others count: Int) -> String
  func costly(_ pattern: Pattern) -> String

  // MARK: Settings

  func place(_ line: Int, of file: String) -> String
  func name(of kind: SettingsKey.ValueType) -> String
  func takes(_ kind: String) -> String
  func explanation(of section: SettingsSection) -> String
  func explanation(of key: SettingsKey.Name) -> String
  func settingsHead(file: String?) -> String
  func exampleHead() -> String
  var byDefault: String { get }
  var notSet: String { get }

  // MARK: Commands

  func line(_ number: Int, of file: String, _ text: String) -> String
  func line(_ number: Int, _ text: String) -> String
  func unknownTransaction(_ line: String) -> String
  func noSuchFolder(_ path: String) -> String
  func sentence(_ name: UnusableName) -> String
  func listEmpty() -> String
  func journalFound(_ path: String, _ replay: JournalReplay) -> String
  func recovered(_ recovery: Recovery, into folder: StationFolder) -> [String]

  // MARK: The sheet of command codes

  var sheetTitle: String { get }
  var sheetPurpose: String { get }
  func name(of code: CommandCode) -> String
  func notDrawn(_ reason: String) -> String
}

extension Words {
  /// What `offcirc save` has done.
  package func saveReport(_ count: Int, path: String) -> String {
    count == 0 ? nothingToSave() : savedNow(count, path: path)
  }

  /// The sentence of any error that the ground floors throw.
  package func sentence(_ error: any Error) -> String {
    switch error {
    case let error as FileFailure: sentence(error)
    case let error as CirculationError: sentence(error)
    case let error as RefusedNumber: sentence(error)
    case let error as TerminalError: sentence(error)
    case let error as LedgerError: sentence(error)
    case let error as ArchiveError: sentence(error)
    case let error as SettingsProblem: sentence(error)
    case let error as SettingsFault: sentence(error)
    case let error as SettingsProblem: sentence(error)
    default: "\(error)".printable
    }
  }

  /// Why a ledger can't be read.
  package func sentence(_ failure: HandOver.Failure) -> String {
    switch failure {
    case .ledger(let error): sentence(error)
    case .file(let failure): sentence(failure)
    }
  }

  /// What was found when the desk was opened, if anything.
  package func opening(_ desk: Desk) -> String? {
    let opening = desk.opening
    var sentences: [String] = []
    if let first = desk.unsaved.first {
      sentences.append(
        restored(desk.unsaved.count, since: first.transaction.recorded))
    }
    if opening.completedCount > 0 {
      sentences.append(saveCompleted(opening.completedCount))
    }
    if opening.returnedCount > 0 {
      sentences.append(saveReturned(opening.returnedCount))
    }
    if let failure = opening.failure {
      sentences.append(saveNotCompleted(failure))
    }
    return sentences.isEmpty ? nil : sentences.joined(separator: " ")
  }
}

extension String {
  /// The text for a sentence: printable, and not longer than a line can bear.
  var quotable: String {
    let text = printable
    return text.count > 40 ? text.prefix(39) + "…" : text
  }
}

extension StationLock.Holder {
  /// When it took the folder, to the minute and without the zone.
  var readableSince: String {
    String(since.prefix(16)).replacing("T", with: " ").printable
  }
}

extension Character {
  /// The codes of the character's scalars, like U+00E9.
  var codes: String { unicodeScalars.map(\.code).joined(separator: " ") }
}

extension [JournalDamage] {
  /// The numbers of the lines, the first few of them.
  var lineNumbers: String {
    let numbers = map { String($0.line) }
    let shown = numbers.prefix(8).joined(separator: ", ")
    return numbers.count > 8 ? shown + ", …" : shown
  }

  /// How many events are missing altogether.
  var missingCount: Int {
    reduce(0) { count, damage in
      if case .missing(let missing) = damage.kind {
        count + missing
      } else {
        count
      }
    }
  }
}
