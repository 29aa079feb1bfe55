import Circulation
import Scanning

/// The words about lines that were deleted or amended, and taken back.
package protocol ChangeWords {
  /// A run of deletions, with the last of them.
  func deleted(_ count: Int, last: Transaction) -> String
  /// The head of the column of times at which lines were deleted.
  var deletedHeading: String { get }
  /// Delete came again too soon, as from a key that is held down.
  func deleteIsHeld() -> String
  /// Undo came again too soon, as from a key that is held down.
  func undoIsHeld() -> String
  /// A command code came again too soon, as from a scanner that beeped twice.
  func codeBeepedTwice(_ code: CommandCode) -> String
  /// The changes that were taken back, in the order in which they were done; one
  /// at least.
  func undone(_ changes: [Change]) -> String
  /// There is nothing that could be taken back.
  func nothingToUndo() -> String
  /// An error that prevented taking back.
  func notUndone(_ error: FileError) -> String
}
