import Catalogue
import Circulation

/// The words of the room of copies, and of a copy's page.
package protocol CopyRoomWords {
  // MARK: The titles

  /// The title of the room.
  var copiesTitle: String { get }
  /// The status line: a scan to make, and that nothing is lent.
  var copiesPrompt: String { get }
  /// The name of the room's field.
  var copiesField: String { get }
  /// The counts of titles, of which some may not be shown, and of copies.
  func holdings(
    _ titles: Int, shown: Int, copies: Int, toDelete: Int
  ) -> String
  /// The heads of the columns: title, author, call number, copies, copies that
  /// are in, out, and to be deleted.
  var holdingsHeadings: [String] { get }
  /// The keys of the room; at most 56 columns.
  var copiesFooter: String { get }
  /// The keys of a page over the room; at most 56 columns.
  var copiesPageFooter: String { get }
  /// A catalogue without copies, and the command that imports them.
  var noCopiesListed: String { get }
  /// A text that no title has.
  func nothingFound(_ text: String) -> String
  /// A number that neither lists nor journals have.
  func unknownHere(_ number: String) -> String
  /// A copy that was scanned, and of which nothing was recorded.
  func copySeen(_ number: String) -> String
  /// A key or a code for what can only be done at the desk.
  func onlyAtDesk() -> String
  /// The sections of Help in the room.
  var copiesHelp: [HelpSection] { get }

  // MARK: The copies of a title

  /// The counts of a title's copies, and of those that were scanned here.
  func copyCounts(
    _ copies: Int, in: Int, out: Int, toDelete: Int, seen: Int
  ) -> String
  /// The heads of the columns: number, state, place, borrower, day of the loan,
  /// and a mark for copies that were scanned here.
  var copyHeadings: [String] { get }
  /// The mark of a copy that was scanned here.
  var seenMark: String { get }

  // MARK: The copy

  /// The borrower who has a copy, by name or number.
  func hasCopy(_ name: String, since day: LocalTime?) -> String
  /// The state of a copy; nil if none is known.
  func stateFact(
    _ label: String?, since time: LocalTime?, isOfReturn: Bool
  ) -> ListedFact
  /// The state of a copy that is out, at the start of its loan.
  func startFact(_ label: String?) -> ListedFact
  /// The fee for slight damage and the price; nil if neither is known.
  func costFact(fee: String?, price: String?) -> ListedFact?
  /// The head of a copy's loans.
  var loansHeading: String { get }
  /// The heads of the columns: lent, returned, borrower, state at the start and
  /// at the end, fine.
  var loanHeadings: [String] { get }
  /// The keys of a copy's page; of a borrower, only if one can be shown.
  func copyFooter(
    notesStates: Bool, isAtDesk: Bool, hasBorrower: Bool
  ) -> String

  // MARK: States

  /// A state that was noted without a return, and the key that takes it back.
  func stockNoted(_ number: String, _ label: String) -> String
  /// A copy whose state is not moved, since it is to be deleted.
  func isToDelete(_ number: String) -> String
  /// A key for states where the settings do not have them noted.
  func statesAreOff() -> String
  /// The title of the question if a copy is to be deleted.
  var toDeleteTitle: String { get }
  /// That question, and what becomes of the copy.
  func toDeleteQuestion(_ number: String) -> String
  /// The answer that it is.
  var toDeleteAnswer: String { get }
  /// The answer that leaves it.
  var backToCopy: String { get }
}
