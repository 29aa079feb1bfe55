import Circulation
import Foundation

/// A job report on a data file: a message for one of ten lines, about its item;
/// loans and returns take turns.
enum SampleReport {
  static let linesForEachMessage = 10

  /// Writes a report as text, with or without line numbers.
  static func write(
    _ path: String, of file: String, hasNumbers: Bool
  ) throws {
    var text = hasNumbers ? "Line\tError Message\n" : "Error Message\n"
    try DataFile.forEachLine(of: file) { number, line in
      guard
        number % linesForEachMessage == number / linesForEachMessage % 2,
        case .success(let transaction) = line
      else { return }
      if hasNumbers { text += "\(number)\t" }
      text +=
        transaction.borrower == nil
        ? "Return item failed, item was not on loan." : "Item not found."
      text += " Barcode: \(transaction.item.text)\n"
    }
    try text.write(toFile: path, atomically: false, encoding: .utf8)
  }
}
