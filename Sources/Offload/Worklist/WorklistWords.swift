import Circulation
import Scanning

/// The words of the worklist that is made of a job report.
package protocol WorklistWords: CirculationWords {
  // MARK: The page

  /// The title of the page.
  var worklistTitle: String { get }
  /// The uploaded file, and the job of the library system.
  func worklistOrigin(_ file: String, _ head: JobReport.Head) -> String
  /// The counts of the report, then those of the list.
  func worklistCounts(_ worklist: Worklist) -> String
  /// A sign that the list is incomplete or of another file.
  func sentence(_ warning: Worklist.Warning) -> String
  /// The heading of a section.
  func heading(of section: Worklist.Section) -> String
  /// The paragraph under the heading: what to do; nil if nothing.
  func advice(on section: Worklist.Section, in system: LibrarySystem) -> String?
  /// The column head of line numbers.
  var lineColumn: String { get }
  /// The column head of items' barcodes.
  var itemColumn: String { get }
  /// The column head of borrowers' numbers.
  var borrowerColumn: String { get }
  /// The column head of dates and times.
  var dateColumn: String { get }
  /// The column head of notes to add to items.
  var noteColumn: String { get }
  /// The column head of numbers that may be the right ones.
  var suggestionColumn: String { get }
  /// The sign between fields that spreadsheets of the language expect.
  var listSeparator: String { get }
  /// Column heads of the spreadsheet: line, section, date and time, operation,
  /// item, borrower, note, suggestion, message.
  var worklistHeading: [String] { get }
  /// The line above the items that a user unknown to the system borrowed.
  func unknownUser(_ number: String) -> String
  /// The line above the items that a known user borrowed.
  func knownUser(_ number: String) -> String
  /// The note to add to an item in the library system, with the day.
  func unknownUserNote(_ loan: LocalTime) -> String
  /// A message of the report, in quotes, and the line that it is about.
  func describe(_ task: Worklist.Task) -> String
  /// The lines with a message that needs no work.
  func nothingToDo(
    _ kind: ReportMessage.Kind, count: Int, in system: LibrarySystem
  ) -> String

  // MARK: Suggestions

  /// The difference between two similar numbers, in parentheses after one.
  func reason(_ reason: NearMiss.Reason) -> String
  /// A similar number of the file with the difference.
  func suggestion(_ nearMiss: NearMiss) -> String
  /// A sentence of suggestions, already separated by commas.
  func perhaps(_ suggestions: String) -> String
  /// A rejected number that the file has as one of the other kind.
  func otherKind(_ kind: ReportMessage.Kind, line: Int) -> String
  /// The end of a sentence that begins with a number: an ISBN, ISSN or ISMN.
  func names(_ title: TitleNumber) -> String

  // MARK: Corrected lines

  /// A line with its old and new numbers, and the reason.
  func describe(_ correction: Retry.Correction) -> String
  /// The lines that are not corrected, and the reason; nil has no number.
  func leftAsItIs(_ reason: Retry.OmissionReason, lines: [Int?]) -> String
  /// The file of corrected lines, and what to do with it.
  func retryWritten(_ path: String, count: Int) -> String
  /// The file of corrected lines, not written as it would be empty.
  func nothingToRetry(_ path: String) -> String

  // MARK: The result

  /// The files of the worklist, and their folder.
  func worklistWritten(_ folder: String, names: [String]) -> String
  /// A file of an earlier worklist, which is not overwritten.
  func inTheWay(_ path: String) -> String
  /// A file that can't be read as a report, and what to do.
  func sentence(_ error: ReportError, file: String) -> String
  /// A report that is about another file, with an example.
  func sentence(_ error: OtherFile, report: String) -> String
}
