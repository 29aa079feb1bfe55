import Circulation
import Scanning

/// The words of the question about several lines that were pasted.
package protocol BatchWords {
  /// The title of the question.
  var batchTitle: String { get }
  /// The counts of what was pasted, a line for each.
  func batchQuestion(_ batch: Batch) -> String
  /// The answer that records all.
  var recordBatch: String { get }
  /// The answer that records nothing.
  var dropBatch: String { get }
  /// The lines that were not recorded.
  func batchDropped(_ count: Int) -> String
  /// The line above the first pasted lines; the borrower is the desk's.
  func batchTarget(_ borrower: Barcode?) -> String
  /// A pasted line with its kind; nil is a command.
  func batchLine(_ text: String, as kind: Scan.Kind?) -> String
}
