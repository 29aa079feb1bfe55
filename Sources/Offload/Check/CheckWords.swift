/// The words of a check before the upload.
package protocol CheckWords: Sendable {
  /// The counts and times of a file that is checked, and its station.
  func overview(_ overview: FileOverview, of file: StationFile) -> String
  /// The sentences about the desk of that file, what its station has not saved,
  /// what was handed over before, and its clock.
  func standing(_ standing: FileStanding) -> [String]
  /// A severity, in the singular: error, warning, note.
  func name(of severity: Severity) -> String
  /// The first line of a finding: file, lines, severity, sentence.
  func headline(_ finding: Finding, of files: [StationFile]) -> String
  /// The issue, as it goes on after "file, line 3: error: ".
  func sentence(_ finding: Finding, of files: [StationFile]) -> String
  /// The system's answer to such a line, as it goes on after ``inAlmaHeading``.
  func inAlma(_ issue: FileIssue) -> String
  /// The remedy, as it goes on after ``adviceHeading``.
  func advice(_ issue: FileIssue) -> String
  /// The label before what the library system does; ends with a blank.
  var inAlmaHeading: String { get }
  /// The label before what a person can do; ends with a blank.
  var adviceHeading: String { get }
  /// The number of findings of a kind that are not listed, and its name.
  func more(_ count: Int, _ kind: FileIssue.Kind) -> String
  /// The last line: errors, warnings, notes, lines, files.
  func summary(_ summary: Check.Summary) -> String
  /// The next step; nil if a file could not be checked.
  func next(_ summary: Check.Summary) -> String?
}
