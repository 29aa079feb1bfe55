import Circulation
import Terminal

/// The sentences of the errors of the ground floors: what failed, why, and what
/// to do.
package protocol ErrorWords {
  /// A number that can't be recorded.
  func sentence(_ refusal: RefusedNumber) -> String
  /// A file that the system does not open, read or write.
  func sentence(_ failure: FileFailure) -> String
  /// A folder, a journal or a transaction that the station does not take.
  func sentence(_ error: CirculationError) -> String
  /// A terminal that the station can't be shown on.
  func sentence(_ error: TerminalError) -> String
  /// A line that is no transaction, after its number: no capital at the start.
  func sentence(_ fault: DataFormat.Fault) -> String
  /// A name that is not UTF-8, after its place: no capital at the start.
  func sentence(_ name: UnusableName) -> String
}

extension FileFailure {
  /// The name of standard input in the place of a path.
  package static let standardInput = "standard input"
  /// The name of standard output in the place of a path.
  package static let standardOutput = "standard output"
}
