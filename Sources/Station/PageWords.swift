import Circulation
import Terminal

/// The words of what becomes of an open page, and of what it asked for.
package protocol PageWords {
  /// The line that was to be amended is gone: saved, or deleted.
  func amendEnded(isSaved: Bool) -> String
  /// Enter on the number that the line has.
  func nothingToAmend() -> String
  /// A line that was saved before it could be amended.
  func notAmendedAsSaved(_ number: Barcode) -> String
  /// The card that is to have the loans has them already.
  func isSameCard(_ card: Barcode) -> String
  /// The key that has opened a question is still held, or came again at once.
  func answerIsHeld(_ key: Key) -> String
  /// The borrower who has an item since its last transaction, or the time of
  /// its return.
  func whereabouts(_ last: Transaction, today: LocalTime) -> String
  /// Loans that the disk did not let go to another card.
  func notMoved(
    _ count: Int, from old: Barcode, to new: Barcode, _ error: FileError
  ) -> String
}
