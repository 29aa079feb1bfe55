import Circulation
import Scanning

/// The words of the question about several lines that were pasted.
package protocol PasteWords {
  /// The title of the question.
  var pasteTitle: String { get }
  /// The counts of what was pasted, a line for each.
  func pasteQuestion(_ scans: PastedScans) -> String
  /// The answer that records all.
  var recordPaste: String { get }
  /// The answer that records nothing.
  var dropPaste: String { get }
  /// The lines that were not recorded.
  func pasteDropped(_ count: Int) -> String
  /// The line above the first pasted lines; the borrower is the desk's.
  func pasteTarget(_ borrower: Barcode?) -> String
  /// A pasted line with its kind; nil is a command.
  func pasteLine(_ text: String, as kind: Scan.Kind?) -> String
}
