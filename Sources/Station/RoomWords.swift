import Circulation

/// The words of Find, of Amend and of a borrower's page.
package protocol RoomWords {
  // MARK: Find

  /// The title of the page.
  var findTitle: String { get }
  /// The purpose of the page, and what becomes of the next scans.
  var findExplanation: String { get }
  /// The status line while the page asks for a number.
  var findPrompt: String { get }
  /// The name of the page's field.
  var numberName: String { get }
  /// The keys of the page; at most 56 columns.
  var findFooter: String { get }
  /// The keys that work with the lines that were found and the chosen one of
  /// them; nil if none was. At most 56 columns.
  func foundFooter(_ count: Int, isSaved: Bool?) -> String
  /// The count of the lines in which a number was found, as a status line.
  func found(_ number: String, in count: Int) -> String
  /// The same count above the lines, of which some may be left out.
  func answer(_ number: String, _ count: Int, shown: Int) -> String
  /// A number that is nowhere.
  func notFound(_ number: String) -> String
  /// A line of the list, or of `OffCirc.dat` where it has a number there.
  func found(_ transaction: Transaction, savedInLine line: Int?) -> String
  /// The head of the lines that are in the list.
  var listHeading: String { get }
  /// The head of the lines that are in `OffCirc.dat`.
  var savedHeading: String { get }
  /// A number that the scanner has sent twice as the answer to a page.
  func answerCameTwice(_ number: String) -> String

  // MARK: Amend

  /// The title of the page.
  var amendTitle: String { get }
  /// The line to amend, and what becomes of the next scans.
  func amendExplanation(_ transaction: Transaction) -> String
  /// The status line while the page asks for a number.
  var amendPrompt: String { get }
  /// The keys of the page; at most 56 columns.
  func amendFooter(_ operation: Operation) -> String
  /// The line as it was before it was first amended.
  func recordedAs(_ original: Transaction) -> String
  /// A line that was amended, and the key that takes it back.
  func amended(_ old: Transaction, to new: Transaction) -> String
  /// A line that has the right number already.
  func notChanged(_ transaction: Transaction) -> String
  /// An error that prevented amending a line.
  func notAmended(_ number: Barcode, _ error: FileError) -> String
  /// A card that was scanned where a return is amended.
  func cardForReturn(_ card: String) -> String
  /// Amend where no line is chosen.
  func noLineChosen() -> String
  /// A line of `OffCirc.dat`, which can't be amended.
  func lineIsSaved(_ line: Int) -> String

  // MARK: The borrower

  /// The title of the page.
  func readerTitle(_ borrower: Barcode) -> String
  /// The status line while the page is open.
  var readerShown: String { get }
  /// The keys of the page; at most 56 columns.
  func readerFooter(isMoving: Bool) -> String
  /// The items that a borrower has now, the loans in the list, and those in
  /// `OffCirc.dat`.
  func readerItems(_ count: Int, listed: Int, saved: Int) -> String
  /// The head of the column with the transaction after a loan.
  var nextHeading: String { get }
  /// The name of the field for the card that gets the loans.
  var cardName: String { get }
  /// The purpose of that field, and what becomes of the next scans.
  func moveExplanation(_ count: Int) -> String
  /// The status line while the page asks for that card.
  func movePrompt(_ count: Int, from borrower: Barcode) -> String
  /// Loans that have gone to another card, and saved ones that have not.
  func moved(
    _ count: Int, from old: Barcode, to new: Barcode, savedCount: Int
  ) -> String
  /// A borrower without a loan in the list.
  func nothingToMove(from borrower: Barcode) -> String
  /// The page of a borrower where there is none.
  func noReader() -> String
  /// An item that was scanned where the page asks for a card.
  func notACard(_ number: String) -> String
}
