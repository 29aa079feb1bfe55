import Circulation

/// The words of what becomes of an open page, and of what it asked for.
package protocol PageWords {
  /// The line that was to be amended is gone: saved, or deleted.
  func amendEnded(isSaved: Bool) -> String
  /// Enter on the number that the line has.
  func nothingToAmend() -> String
  func notAmendedAsSaved(_ number: Barcode) -> String
  /// The card that is to have the loans has them.
  func isSameCard(_ card: Barcode) -> String
  func notMoved(
    _ count: Int, from old: Barcode, to new: Barcode, _ failure: FileFailure
  ) -> String
}
