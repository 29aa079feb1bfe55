import Circulation

/// The words of files that are fixed as decided.
package protocol FixWords: Sendable {
  /// The reason why a file of decisions can't be used, and what to do.
  func sentence(_ error: DecisionError) -> String
  /// The damage of a file of decisions, and what to do.
  func damaged(
    _ damage: [DecisionReading.Damage], inDecisions path: String
  ) -> String
  /// A decision that can't be played, and what to do.
  func sentence(
    _ fault: DecisionFault.Numbered, of files: [StationFile]
  ) -> String
  /// The number of decisions about files that were not given.
  func decisionsOfOthers(_ count: Int) -> String
  /// The refusal after the faults or the damage.
  var nothingFixed: String { get }
  /// The decisions that were added to a file.
  func decided(_ decisions: [Decision.Numbered], in path: String) -> String
  /// A file in a new decision that is not among those given.
  func notGiven(_ path: String) -> String
  /// A line in a new decision that its file does not have.
  func noLine(_ number: Int, of path: String) -> String
  /// The refusal of new decisions after their faults.
  var notDecided: String { get }
  /// The file that was written, with its counts, and the next step.
  func fixed(_ report: Fix.Report, into path: String) -> String
}
