import Circulation

/// The sentences of the status line about what just happened.
package protocol DeskWords {
  // MARK: Loans and returns

  /// The card or the item to scan first, or next.
  func ready(_ operation: Operation, borrower: Barcode?) -> String
  /// A transaction that is on disk.
  func recorded(_ transaction: Transaction) -> String
  /// Several transactions that are on disk.
  func recorded(_ count: Int, last: Transaction) -> String
  /// Scans that the disk did not take, and that are tried again.
  func notRecorded(_ count: Int, _ error: FileError) -> String
  /// A scan that the disk did not take, and that is not tried again.
  func dropped(_ transaction: Transaction) -> String
  /// An item without a borrower.
  func borrowerFirst(_ item: String) -> String
  /// A borrower's card, and the item that stands in its field, if any.
  func borrowerIdentified(_ borrower: Barcode, pendingItem: String?) -> String
  /// The fields were emptied for the next borrower.
  func cleared() -> String
  /// A number that was typed and not entered when a scan came.
  func numberReplaced(_ number: String) -> String
  /// The refusals after the one that is shown.
  func moreRefused(_ count: Int) -> String
  /// The number of further remarks, and the page that has them.
  func moreRemarks(_ count: Int) -> String
  /// A number that came with spaces around it.
  func spacesTrimmed(_ number: String) -> String

  // MARK: The list

  /// A line that was deleted, and the key that brings it back.
  func deleted(_ transaction: Transaction) -> String
  /// Delete in an empty list.
  func nothingToDelete() -> String
  /// An error that prevented deleting a line.
  func notDeleted(_ error: FileError) -> String
  /// The transactions that were saved, and the file they are in.
  func savedNow(_ count: Int, path: String) -> String
  /// Save with an empty list.
  func nothingToSave() -> String
  /// An error that prevented saving the list.
  func notSaved(_ error: FileError) -> String

  // MARK: Scans

  /// A card that was scanned in return mode.
  func cardAmongReturns(_ number: String) -> String
  /// A card that was scanned among the items.
  func nextBorrower(_ borrower: Barcode) -> String
  /// Items that were scanned before the card.
  func itemsAwaitCard(_ count: Int, last: String) -> String
  /// Items whose card was never scanned.
  func itemsDropped(_ count: Int, last: String) -> String
  /// A text that was scanned, and the number it was repaired to.
  func repaired(_ raw: String, _ number: String) -> String
  /// An item that came twice within the time of a double beep.
  func doubleScan(_ item: Barcode) -> String
  /// Bytes of the terminal that are no key.
  func answerDropped(byteCount: Int) -> String
}
