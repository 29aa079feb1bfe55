import Circulation

/// What a kit says, and what is on its checklist.
package protocol KitWords: Sendable {
  func name(of operation: Operation) -> String

  func date(_ time: LocalTime, isShort: Bool) -> String

  // MARK: The transactions to be read

  /// What stands between the fields of a row for the spreadsheets of those who
  /// speak the language.
  var listSeparator: String { get }
  /// File, line, date and time, operation, item, borrower, station.
  var transactionsHead: [String] { get }
  /// In the place of the operation, where a line is none.
  var unreadable: String { get }

  // MARK: The checklist

  var checklistTitle: String { get }
  func checklistPurpose(_ kit: Kit) -> String
  var beforeUpload: String { get }
  var stepsBeforeUpload: [String] { get }
  var upload: String { get }
  func howToUpload(count: Int) -> String
  func step(for upload: Kit.Upload) -> String
  var afterUpload: String { get }
  var stepsAfterUpload: [String] { get }
  /// The messages that are known, which Alma says in English everywhere.
  var meaningsOfMessages: [String] { get }

  // MARK: What was done

  /// What was made, and what is next.
  func made(_ kit: Kit, ledger: String) -> [String]
  /// What is the matter with a file of it.
  func notices(of upload: Kit.Upload) -> [String]
  func isEmpty(_ file: StationFile) -> String
  func unsaved(_ count: Int, at file: StationFile) -> String
  func finished(_ folder: String, new count: Int) -> [String]
  func standing(_ standing: UploadStatus, of file: StationFile) -> String
  func nothingMade(hasNew: Bool) -> String
  func newLedger(_ path: String) -> String
  func sentence(_ error: KitError) -> String
}
