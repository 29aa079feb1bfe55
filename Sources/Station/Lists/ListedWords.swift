import Catalogue
import Circulation

/// The words of what lists of the library system say of items and borrowers.
package protocol ListedWords {
  // MARK: Objections

  /// The head of the column of objections.
  var againstHeading: String { get }
  /// An objection, as a cell of a table: no capital at the start.
  func name(of objection: Objection) -> String
  /// All that is against a number that was scanned, by a list of some day, and
  /// what to do.
  func objection(_ verdict: ListVerdict) -> String
  /// All that is against a number that was taken, by a list of some day.
  func against(_ verdict: ListVerdict) -> String

  // MARK: What was taken

  /// An estimate of the day, `YYYY-MM-DD`, on which a loan is due.
  func dueAbout(_ day: String) -> String
  /// A note to be read when a borrower's card is scanned.
  func alert(_ note: String) -> String
  /// An item that came back, and that a list of a day, `YYYY-MM-DD`, has as
  /// requested.
  func putAside(_ item: String, day: String) -> String
  /// The borrower who had an item that came back, by name or number.
  func returned(by holder: String) -> String

  // MARK: Beside numbers

  /// The head of the list's column of titles.
  var titleHeading: String { get }
  /// All that is known of a borrower, on one line under the number; empty for
  /// nothing.
  func facts(of borrower: Borrower) -> String

  // MARK: Look-up

  /// The purpose of Find where there are titles, and what becomes of the next
  /// scans.
  var lookUpExplanation: String { get }
  /// The status line while Find asks for a number or words of a title.
  var lookUpPrompt: String { get }
  /// An item that was found, as a status line.
  func foundItem(_ item: Item) -> String
  /// The count of the items that words were found in, as a status line.
  func foundItems(_ text: String, _ count: Int) -> String
  /// The keys that work with the chosen item; at most 56 columns.
  var foundItemFooter: String { get }
  /// The head of items of a list of a day, `YYYY-MM-DD`.
  func listedHeading(_ day: String) -> String
  /// An item behind its number: title, call number, and what stands against a
  /// loan.
  func line(of item: Item) -> String
  /// The title of an item's page.
  func itemTitle(_ number: String) -> String
  /// The keys of an item's page; at most 56 columns.
  var itemFooter: String { get }
  /// The borrower who has an item by the lists.
  func hasItem(_ name: String) -> String
  /// The head of what a borrower has by a list of a day, `YYYY-MM-DD`.
  func heldHeading(_ day: String) -> String
  /// A borrower who is blocked, and the reason if it is not empty.
  func blocked(_ reason: String) -> String

  // MARK: The lists

  /// A catalogue that can't be read, and what that means for the desk.
  func withoutLists(_ error: CatalogueError) -> String
  /// The day, `YYYY-MM-DD`, of the lists, in the lower edge of the window.
  func listsOf(_ day: String) -> String
}

extension ListedWords {
  /// Returns objections by their names in the journal, separated by commas;
  /// those of a newer version stay as they are.
  package func objections(_ names: [String]) -> String {
    names.map { Objection(rawValue: $0).map(name) ?? $0 }
      .joined(separator: ", ")
  }
}
