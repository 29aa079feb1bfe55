import Circulation
import Terminal

/// The words of the window itself: its labels, heads and counts.
///
/// An underscore in a label stands before the letter that Alt takes.
package protocol WindowWords {
  /// The name of the program, in the upper edge of the window.
  var title: String { get }
  /// A second line of the title; empty if there is none.
  var subtitle: String { get }
  /// The name of the borrower's field.
  var borrower: String { get }
  /// The name of the item's field.
  var item: String { get }
  /// The button that empties the fields for the next borrower.
  var clearLabel: String { get }
  /// The button that records a loan.
  var loanLabel: String { get }
  /// The button that records a return.
  var returnLabel: String { get }
  /// The name of the choice between loan and return.
  var chooseTransaction: String { get }
  /// The head of the list's column of items.
  var barcodeHeading: String { get }
  /// The head of the list's column of loans and returns.
  var operationHeading: String { get }
  /// The head of the list's column of borrowers.
  var borrowerHeading: String { get }
  /// The head of the list's column of times.
  var timeHeading: String { get }
  /// The button that saves the list.
  var saveLabel: String { get }
  /// The button that deletes the chosen line.
  var deleteLabel: String { get }
  /// The button that opens the Help page.
  var helpLabel: String { get }
  /// The button that closes the station.
  var closeLabel: String { get }
  /// The count of the transactions to save, in the lower edge.
  func unsaved(_ count: Int) -> String
  /// The count of the scans that the disk has not taken, in the lower edge.
  func waiting(_ count: Int) -> String
  /// The time of a line in the list: with seconds if it is of today, else with
  /// its day.
  func listTime(_ time: LocalTime, today: LocalTime) -> String
  /// The time of a line of `OffCirc.dat`, which has no seconds.
  func savedTime(_ time: LocalTime, today: LocalTime) -> String
  /// The only text of a window that is too small for anything else.
  func tooSmall(_ present: Size, minimum: Size) -> String
}
