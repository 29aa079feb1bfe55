import Circulation

/// The words on slips, and about printing them.
package protocol SlipWords: CirculationWords {
  // MARK: On the paper

  /// The title of a slip.
  var slipTitle: String { get }
  /// The card, as far as it is shown.
  func cardOnSlip(_ number: String) -> String
  /// The heading of the loans or the returns, with their number.
  func heading(of operation: Operation, count: Int) -> String
  /// The estimated due date of a loan, `YYYY-MM-DD`.
  func dueOnSlip(_ day: String) -> String
  /// The sentence about due dates that nobody knows yet.
  var dueLater: String { get }

  // MARK: On the sheet of a day

  /// The title of the sheet of a day.
  func sessionTitle(_ day: String) -> String
  /// The name of a card.
  var cardHeading: String { get }
  /// The name of the code before the next card.
  var nextOnSheet: String { get }

  // MARK: About printing it

  /// A printer that did not print.
  func sentence(_ error: PrinterError) -> String
  /// A slip that is kept in a folder, since it could not be printed.
  func slipKept(in folder: String) -> String
  /// A reader, or a day, without a transaction.
  var nothingForSlip: String { get }
  /// A sheet of pages, for a file or a printer that takes none.
  var sessionNeedsPages: String { get }
  /// A command that names neither a file nor a printer.
  var noPrinter: String { get }
  /// A file of a slip that was written.
  func slipWritten(_ path: String) -> String
  /// A slip that was handed to a printer.
  func slipPrinted(on printer: Printer) -> String
}
