import Circulation

/// The words of the check before an outage.
package protocol ReadyWords {
  /// The first line of the table: the desk and the time.
  func readyHeading(_ desk: String, at time: LocalTime) -> String
  /// A subject, as the second column of the table.
  func name(of subject: ReadySubject) -> String
  /// A verdict, as the first column of the table.
  func name(of verdict: ReadyVerdict) -> String
  /// The fact that was found, as a sentence.
  func reason(of finding: ReadyFinding) -> String
  /// The remedy for it; empty if it needs none, or the reason has it.
  func remedy(for finding: ReadyFinding) -> String
  /// The result of a check.
  func sentence(_ result: ReadyResult) -> String
  /// The result of the last check of a desk, on the page After the outage.
  func lastCheck(_ result: ReadyResult, at time: LocalTime) -> String
}
