import Circulation
import Foundation
import Offload
import Station

/// Writes transactions to standard output, as they come.
struct Listing {
  let format: ListCommand.Format
  let words: any Words
  private var output = OutputBuffer()
  private var count = 0

  private static let itemWidth = 20

  init(format: ListCommand.Format, words: any Words) {
    self.format = format
    self.words = words
  }

  mutating func begin() {
    switch format {
    case .table: break
    case .csv: write("recorded,operation,item,borrower\n")
    case .json: write("[")
    }
  }

  mutating func add(_ transaction: Transaction) {
    switch format {
    case .table: addRow(transaction)
    case .csv:
      let fields = [
        transaction.recorded.iso8601, transaction.operation.rawValue,
        transaction.item.text.quotedForCSV,
        transaction.borrower?.text.quotedForCSV ?? "",
      ]
      write(fields.joined(separator: ",") + "\n")
    case .json:
      let borrower = transaction.borrower?.text.quotedForJSON ?? "null"
      write(
        (count == 0 ? "\n" : ",\n")
          + "  {\"recorded\": \"\(transaction.recorded.iso8601)\", "
          + "\"operation\": \"\(transaction.operation.rawValue)\", "
          + "\"item\": \(transaction.item.text.quotedForJSON), "
          + "\"borrower\": \(borrower)}")
    }
    count += 1
    if output.isFull { output.flush() }
  }

  mutating func end() throws(FileFailure) {
    switch format {
    case .table where count == 0: write(words.listEmpty() + "\n")
    case .json: write(count == 0 ? "]\n" : "\n]\n")
    case .table, .csv: break
    }
    try output.end()
  }

  /// Writes what has been added so far, so that what goes to standard error
  /// comes after it.
  mutating func flush() {
    output.flush()
  }

  private mutating func addRow(_ transaction: Transaction) {
    if count == 0 {
      row(
        words.timeHead, words.operationHead, words.barcodeHead,
        words.borrowerHead)
    }
    row(
      // The zone is in the other formats; here it is the desk's own.
      transaction.recorded.iso8601.prefix(19)
        .replacingOccurrences(of: "T", with: " "),
      words.name(of: transaction.operation), transaction.item.text,
      transaction.borrower?.text ?? "")
  }

  private mutating func row(
    _ time: String, _ operation: String, _ item: String, _ borrower: String
  ) {
    let columns = [
      time.padded(to: 19), operation.padded(to: 9),
      item.padded(to: Self.itemWidth), borrower,
    ]
    var line = columns.joined(separator: "  ")
    while line.last == " " { line.removeLast() }
    write(line + "\n")
  }

  private mutating func write(_ text: String) {
    output += text
  }
}

extension String {
  /// A string of JSON; a number on a barcode has no control characters.
  fileprivate var quotedForJSON: String {
    let escaped = replacingOccurrences(of: "\\", with: "\\\\")
      .replacingOccurrences(of: "\"", with: "\\\"")
    return "\"\(escaped)\""
  }
}
