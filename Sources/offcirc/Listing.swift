import Circulation
import Foundation
import Offload
import Station

/// Writes transactions to standard output as they are read.
struct Listing {
  let format: ListCommand.Format
  let words: any Words
  /// True if each transaction has the time of its deletion.
  let tellsDeletion: Bool
  private var output = OutputBuffer()
  private var count = 0

  private static let itemWidth = 20

  init(
    format: ListCommand.Format, words: any Words, tellsDeletion: Bool = false
  ) {
    self.format = format
    self.tellsDeletion = tellsDeletion
    self.words = words
  }

  /// True if there is no transaction yet.
  var isEmpty: Bool { count == 0 }

  mutating func begin() {
    switch format {
    case .table: break
    case .csv:
      let last = tellsDeletion ? ",deleted" : ""
      write("recorded,operation,item,borrower\(last)\n")
    case .json: write("[")
    }
  }

  mutating func add(_ transaction: Transaction, deleted: LocalTime? = nil) {
    switch format {
    case .table: addRow(transaction, deleted)
    case .csv:
      let fields =
        [
          transaction.recorded.iso8601, transaction.operation.rawValue,
          transaction.item.text.quotedForCSV,
          transaction.borrower?.text.quotedForCSV ?? "",
        ] + (deleted.map { [$0.iso8601] } ?? [])
      write(fields.joined(separator: ",") + "\n")
    case .json:
      let borrower = transaction.borrower?.text.quotedForJSON ?? "null"
      write(
        (count == 0 ? "\n" : ",\n")
          + "  {\"recorded\": \"\(transaction.recorded.iso8601)\", "
          + "\"operation\": \"\(transaction.operation.rawValue)\", "
          + "\"item\": \(transaction.item.text.quotedForJSON), "
          + "\"borrower\": \(borrower)"
          + (deleted.map { ", \"deleted\": \"\($0.iso8601)\"" } ?? "") + "}")
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

  /// Writes what was added so far, so that messages on standard error follow
  /// it.
  mutating func flush() {
    output.flush()
  }

  private mutating func addRow(
    _ transaction: Transaction, _ deleted: LocalTime?
  ) {
    if count == 0 {
      row(
        words.timeHead, words.operationHead, words.barcodeHead,
        words.borrowerHead, tellsDeletion ? words.deletedHead : "")
    }
    let origins = transaction.origins
    row(
      words.tableTime(transaction.recorded),
      words.name(of: transaction.operation),
      transaction.item.text.marked(origins?.item),
      (transaction.borrower?.text ?? "").marked(origins?.borrower),
      deleted.map(words.tableTime) ?? "")
  }

  private mutating func row(
    _ time: String, _ operation: String, _ item: String, _ borrower: String,
    _ deleted: String
  ) {
    let columns = [
      time.padded(to: 19), operation.padded(to: 9),
      item.padded(to: Self.itemWidth), borrower.padded(to: Self.itemWidth),
      deleted,
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
  /// The number, marked if it was accepted despite a warning.
  fileprivate func marked(_ origin: ScanOrigin?) -> String {
    origin?.isDoubtful == true ? self + " ?" : self
  }

  /// The text as a JSON string; barcodes have no control characters.
  fileprivate var quotedForJSON: String {
    let escaped = replacingOccurrences(of: "\\", with: "\\\\")
      .replacingOccurrences(of: "\"", with: "\\\"")
    return "\"\(escaped)\""
  }
}
