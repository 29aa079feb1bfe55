import Circulation

/// The words of Find, of Amend and of a borrower's page.
package protocol RoomWords {
  // MARK: Find

  var findTitle: String { get }
  var findExplanation: String { get }
  var findPrompt: String { get }
  var numberName: String { get }
  var findFoot: String { get }
  /// The keys that work with so many lines and the chosen one of them; nil if
  /// none was found.
  func foundFoot(_ count: Int, isSaved: Bool?) -> String
  /// The count of lines in which a number was found.
  func found(_ number: String, in count: Int) -> String
  /// The number that was looked for, and the count of the lines that have it.
  func answer(_ number: String, _ count: Int, shown: Int) -> String
  func notFound(_ number: String) -> String
  /// A line of the list, or of `OffCirc.dat` where it has a number there.
  func found(_ transaction: Transaction, savedInLine line: Int?) -> String
  var listHead: String { get }
  var savedHead: String { get }

  /// The scanner has sent the answer to Find, Amend or the like twice.
  func answerCameTwice(_ number: String) -> String

  // MARK: Amend

  var amendTitle: String { get }
  func amendExplanation(_ transaction: Transaction) -> String
  var amendPrompt: String { get }
  func amendFoot(_ operation: Operation) -> String
  func recordedAs(_ original: Transaction) -> String
  func amended(_ old: Transaction, to new: Transaction) -> String
  func notChanged(_ transaction: Transaction) -> String
  func notAmended(_ number: Barcode, _ failure: FileFailure) -> String
  func cardForReturn(_ card: String) -> String
  func noLineChosen() -> String
  func lineIsSaved(_ line: Int) -> String

  // MARK: The reader

  func readerTitle(_ borrower: Barcode) -> String
  var readerShown: String { get }
  func readerFoot(isMoving: Bool) -> String
  /// The items that a borrower has now, the loans in the list, and those in
  /// `OffCirc.dat`.
  func readerItems(_ count: Int, listed: Int, saved: Int) -> String
  var nextHead: String { get }
  var cardName: String { get }
  func moveExplanation(_ count: Int) -> String
  func movePrompt(_ count: Int, from borrower: Barcode) -> String
  func moved(
    _ count: Int, from old: Barcode, to new: Barcode, savedCount: Int
  ) -> String
  func nothingToMove(from borrower: Barcode) -> String
  func noReader() -> String
  func notACard(_ number: String) -> String
}
