import Circulation
import Scanning

/// What is on the worklist made of a job report.
package protocol WorklistWords: Sendable {
  func name(of operation: Operation) -> String
  func date(_ time: LocalTime, isShort: Bool) -> String

  // MARK: The page

  var worklistTitle: String { get }
  func worklistOrigin(_ file: String, _ head: JobReport.Head) -> String
  func worklistCounts(_ worklist: Worklist) -> String
  func sentence(_ doubt: Worklist.Doubt) -> String
  func heading(of section: Worklist.Section) -> String
  func advice(on section: Worklist.Section) -> String?
  var lineColumn: String { get }
  var itemColumn: String { get }
  var borrowerColumn: String { get }
  var dateColumn: String { get }
  var noteColumn: String { get }
  var suggestionColumn: String { get }
  /// What a list of numbers is separated by where a spreadsheet is to open it.
  var listSeparator: String { get }
  /// Line, section, date and time, operation, item, borrower, note, suggestion,
  /// message.
  var worklistHead: [String] { get }
  func unknownUser(_ number: String) -> String
  func knownUser(_ number: String) -> String
  func unknownUserNote(_ loan: LocalTime) -> String
  func describe(_ task: Worklist.Task) -> String
  func nothingToDo(_ kind: ReportMessage.Kind, count: Int) -> String

  // MARK: What a number may have been meant for

  func reason(_ reason: NearMiss.Reason) -> String
  func suggestion(_ nearMiss: NearMiss) -> String
  func perhaps(_ suggestions: String) -> String
  func otherKind(_ kind: ReportMessage.Kind, line: Int) -> String
  // Said of a number: the sentence goes on behind it.
  func names(_ title: TitleNumber) -> String

  // MARK: What is uploaded again

  func describe(_ correction: Retry.Correction) -> String
  func leftAsItIs(_ obstacle: Retry.Obstacle, lines: [Int?]) -> String
  func retryWritten(_ path: String, count: Int) -> String
  func nothingToRetry(_ path: String) -> String

  // MARK: What was written, or can't be

  func worklistWritten(_ folder: String, names: [String]) -> String
  func inTheWay(_ path: String) -> String
  func sentence(_ fault: ReportFault, file: String) -> String
  func sentence(_ error: OtherFile, report: String) -> String
}
