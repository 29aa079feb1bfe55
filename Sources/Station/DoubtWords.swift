import Circulation
import Scanning

/// What is said against a number that was scanned.
package protocol DoubtWords: Sendable {
  // By the settings.
  func inDoubt(
    _ number: String, _ kind: Scan.Kind, _ reason: NumberRules.Warning
  ) -> String
  // By what was seen before; the operation tells which keys help, and is nil
  // where the number is a page's answer.
  func inDoubt(
    _ number: String, _ kind: Scan.Kind, _ reason: SeenNumbers.Warning,
    at operation: Operation?
  ) -> String
  // The item comes after a number that may be the next borrower's card.
  func notRecorded(_ item: String, before card: String) -> String
  // Final: it is not taken if it is scanned again.
  func isTitle(
    _ number: String, _ title: TitleNumber, _ kind: Scan.Kind, isFinal: Bool
  ) -> String
  func accepted(_ number: String) -> String
  func doubtDropped(_ number: String) -> String
  func contradiction(_ contradiction: Desk.Contradiction) -> String
  // The transaction is the earlier one.
  func repetition(of transaction: Transaction) -> String
}
