/// The words about another library system's offline file: its rows in a list,
/// and what is found in it before it is loaded.
package protocol OfflineFileWords: Sendable {
  /// The kind of a row, in a table.
  func name(of act: Entry.Act) -> String
  /// The due date, the amount or the count of a row, in a table; empty for most.
  func details(of entry: Entry) -> String
  /// A remark that times in UTC are listed as the clock of a zone shows them.
  func listedInLocalTime(of zone: String) -> String
  /// A remark that rows are not listed because they have no time, which was
  /// asked for.
  func rowsWithoutTimes(_ count: Int) -> String
  /// The first line of a finding: file, lines, severity, sentence.
  func headline(_ finding: OfflineFinding, of path: String) -> String
  /// The issue, as it goes on after "file, line 3: error: ".
  func sentence(_ finding: OfflineFinding) -> String
  /// The label before what the library system does; ends with a space.
  func inSystemHeading(_ format: ExchangeFormat) -> String
  /// The system's answer, as it goes on after ``inSystemHeading(_:)``.
  func inSystem(_ finding: OfflineFinding) -> String
  /// The remedy, as it goes on after "To do: ".
  func advice(on finding: OfflineFinding) -> String
  /// The number of findings that are not listed.
  func moreFindings(_ count: Int) -> String
  /// The last lines about a file: its format, the counts, the next step.
  func conclusion(_ summary: OfflineCheck.Summary, of path: String) -> String
}
