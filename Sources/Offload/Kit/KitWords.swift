import Circulation

/// The words of a kit and its checklist.
package protocol KitWords: CirculationWords {
  // MARK: The table of transactions

  /// The sign between fields that spreadsheets of the language expect.
  var listSeparator: String { get }
  /// Column heads: file, line, date and time, operation, item, borrower,
  /// station.
  var transactionsHeading: [String] { get }
  /// The cell of the operation for a line that is not a transaction.
  var unreadable: String { get }

  // MARK: The checklist

  /// The title of the page.
  var checklistTitle: String { get }
  /// The paragraph under the title: the kit, its date, the rule.
  func checklistPurpose(_ kit: Kit) -> String
  /// The heading of the steps before the upload.
  var beforeUpload: String { get }
  /// The steps before the upload, with the system's own menu names.
  var stepsBeforeUpload: [String] { get }
  /// The step before the upload if a rehearsal is in the kit.
  func stepBeforeUpload(_ rehearsal: KitRehearsal) -> String
  /// The step after the upload if items were lent that are not for loan; nil if
  /// there are none.
  func stepAfterUpload(_ rehearsal: KitRehearsal) -> String?
  /// The stations in each file, so that none is forgotten; empty if the files
  /// have no sources.
  func stations(in uploads: [Kit.Upload]) -> [String]
  /// The heading of the upload.
  var upload: String { get }
  /// The steps for each file, with the system's own menu and button names.
  var howToUpload: [String] { get }
  /// A file to upload, with gaps for the two numbers of the result.
  func step(for upload: Kit.Upload) -> String
  /// The heading of the steps after the upload.
  var afterUpload: String { get }
  /// The steps after the upload.
  var stepsAfterUpload: [String] { get }
  /// The checks that a station does not make, and the system's answer.
  var limitsOfStations: [String] { get }
  /// The system's messages, English everywhere, and what to do about each.
  var meaningsOfMessages: [String] { get }

  // MARK: The result

  /// The kit that was made, and the next step.
  func made(_ kit: Kit, ledger: String) -> [String]
  /// The counts of the kit's rehearsal, and where to read it.
  func rehearsed(_ rehearsal: KitRehearsal) -> String
  /// The lines of a file in the kit that the library system may refuse.
  func notices(of upload: Kit.Upload) -> [String]
  /// A file without transactions, which is left out.
  func isEmpty(_ file: StationFile) -> String
  /// The transactions of a station that are not in its file yet.
  func unsaved(_ count: Int, at file: StationFile) -> String
  /// An interrupted kit that was finished, and newer lines that it lacks.
  func finished(_ folder: String, new count: Int) -> [String]
  /// The lines of a file that are in a kit already, and the new ones.
  func uploadStatus(_ uploadStatus: UploadStatus, of file: StationFile)
    -> String
  /// The refusal after those lines, and the options that go on.
  func nothingMade(hasNew: Bool) -> String
  /// A ledger that did not exist before.
  func newLedger(_ path: String) -> String
  /// The refusal of a kit that would lack states or fines of copies, after the
  /// file that can't be read, and what to do.
  var noKitWithoutStates: String { get }
  /// The reason why no kit was made, and what to do.
  func sentence(_ error: KitError) -> String
}
