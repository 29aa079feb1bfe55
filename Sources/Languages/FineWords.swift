import Circulation
import Textbooks

/// The words of the commands about fines.
package protocol FineWords {
  /// The heads of the columns: borrower, copy, states, amount and stage.
  var finesHeadings: [String] { get }
  /// The reason for a fine, with what was recorded at its end.
  func reason(of fine: Fine, on scale: StatusScale) -> String
  /// A list without a fine.
  var noFines: String { get }
  /// The sum of the open ones among fines, and the number of those that a
  /// person has to decide.
  func total(of fines: [Fine]) -> String
  /// The copies that came back in a better state than they left in.
  func cameBackBetter(_ items: [String]) -> String
  /// A catalogue that has no classes.
  var noClasses: String { get }
  /// A damaged journal: fines may be missing.
  func finesMayLack(_ journal: String) -> String
  /// A number that no fine has.
  func noFine(_ id: String) -> String
  /// A fine that was paid or waived already, or is void.
  func notOpen(_ fine: Fine) -> String
  /// A fine of which the amount has to be given.
  func needsAmount(_ fine: Fine) -> String
  /// A fine that was paid or waived now, and its amount.
  func settled(
    _ fine: Fine, _ kind: FineSettlement.Kind, _ amount: Money?
  ) -> String
}
