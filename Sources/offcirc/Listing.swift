import Circulation
import Languages
import Offload
import Station

/// Writes transactions to standard output as they are read.
struct Listing {
  private let table: TransactionTable
  private var writer: RowWriter

  init(format: OutputFormat, words: any Words, tellsDeletion: Bool = false) {
    table = TransactionTable(words: words, tellsDeletion: tellsDeletion)
    writer = RowWriter(
      format,
      ["recorded", "operation", "item", "borrower"]
        + (tellsDeletion ? ["deleted"] : []))
  }

  /// True if there is no transaction yet.
  var isEmpty: Bool { writer.count == 0 }

  mutating func add(_ transaction: Transaction, deleted: LocalTime? = nil) {
    let (table, isFirst) = (table, isEmpty)
    writer.add(
      [
        .init(transaction.recorded), .text(transaction.operation.rawValue),
        .text(transaction.item.text), .init(transaction.borrower?.text),
      ] + (table.tellsDeletion ? [.init(deleted)] : []),
      text: (isFirst ? table.head : "") + table.line(of: transaction, deleted))
  }

  mutating func end() throws(FileError) {
    let isEmpty = isEmpty
    let words = table.words
    try writer.end(text: isEmpty ? words.listEmpty() + "\n" : "")
  }

  /// Writes what was added so far, so that messages on standard error follow
  /// it.
  mutating func flush() {
    writer.flush()
  }
}

/// The lines of a table of transactions.
private struct TransactionTable {
  let words: any Words
  /// True if each transaction has the time of its deletion.
  let tellsDeletion: Bool

  /// The widths of the columns, in characters; the last one is open.
  private static let widths = [19, 9, 20, 20, 0]

  var head: String {
    line([
      words.timeHeading, words.operationHeading, words.barcodeHeading,
      words.borrowerHeading, tellsDeletion ? words.deletedHeading : "",
    ])
  }

  func line(of transaction: Transaction, _ deleted: LocalTime?) -> String {
    let origins = transaction.origins
    return line([
      words.tableTime(transaction.recorded),
      words.name(of: transaction.operation),
      transaction.item.text.marked(origins?.item),
      (transaction.borrower?.text ?? "").marked(origins?.borrower),
      deleted.map(words.tableTime) ?? "",
    ])
  }

  private func line(_ columns: [String]) -> String {
    Document.line(columns, widths: Self.widths) + "\n"
  }
}

extension String {
  /// The number, marked if it was accepted despite a warning.
  fileprivate func marked(_ origin: ScanOrigin?) -> String {
    origin?.isDoubtful == true ? self + " ?" : self
  }
}
