import Circulation
import Scanning

/// The warnings about a number that was scanned.
package protocol NumberWords: Sendable {
  /// A number that does not fit the settings, and what to do.
  func numberWarning(
    _ number: String, _ kind: Scan.Kind, _ reason: NumberRules.Warning
  ) -> String
  /// A number that does not fit earlier scans, and what to do; the operation
  /// is nil where the number is a page's answer.
  func numberWarning(
    _ number: String, _ kind: Scan.Kind, _ reason: SeenNumbers.Warning,
    at operation: Operation?
  ) -> String
  /// An item after a number that may be the next borrower's card.
  func notRecorded(_ item: String, before card: String) -> String
  /// An ISBN, ISSN or ISMN in the place of a library's number; final if it is
  /// also refused when it is scanned again.
  func isTitle(
    _ number: String, _ title: TitleNumber, _ kind: Scan.Kind, isFinal: Bool
  ) -> String
  /// A doubtful number that was scanned again, and so is taken.
  func accepted(_ number: String) -> String
  /// A doubtful number that was not scanned again.
  func confirmationDropped(_ number: String) -> String
  /// A warning about a loan or return that does not fit an earlier loan.
  func itemWarning(_ warning: Desk.ItemWarning) -> String
  /// A transaction that comes again; it is the earlier one that is given.
  func repetition(of transaction: Transaction) -> String
}
