import Circulation
import Languages
import Offload
import Station

/// Writes transactions to standard output as they are read.
struct Listing {
  /// What a list tells of each transaction beside the transaction itself.
  enum Addition: String {
    /// The time of its deletion.
    case deletion = "deleted"
    /// The objections despite which it was recorded.
    case objections = "against"
  }

  private let table: TransactionTable
  private var writer: RowWriter

  init(
    format: OutputFormat, words: any Words, also addition: Addition? = nil
  ) {
    table = TransactionTable(words: words, addition: addition)
    writer = RowWriter(
      format,
      ["recorded", "operation", "item", "borrower"]
        + (addition.map { [$0.rawValue] } ?? []))
  }

  /// True if there is no transaction yet.
  var isEmpty: Bool { writer.count == 0 }

  mutating func add(_ transaction: Transaction, deleted: LocalTime? = nil) {
    let (table, isFirst) = (table, isEmpty)
    let added = added(to: transaction, deleted)
    writer.add(
      [
        .init(transaction.recorded), .text(transaction.operation.rawValue),
        .text(transaction.item.text), .init(transaction.borrower?.text),
      ] + added,
      text: (isFirst ? table.head : "") + table.line(of: transaction, deleted))
  }

  private func added(
    to transaction: Transaction, _ deleted: LocalTime?
  ) -> [OutputRow.Value] {
    switch table.addition {
    case .deletion: [.init(deleted)]
    case .objections:
      [.list((transaction.origins?.objectionNames ?? []).map { .text($0) })]
    case nil: []
    }
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
  let addition: Listing.Addition?

  /// The widths of the columns, in characters; the last one is open.
  private static let widths = [19, 9, 20, 20, 0]

  var head: String {
    line([
      words.timeHeading, words.operationHeading, words.barcodeHeading,
      words.borrowerHeading, heading,
    ])
  }

  private var heading: String {
    switch addition {
    case .deletion: words.deletedHeading
    case .objections: words.againstHeading
    case nil: ""
    }
  }

  func line(of transaction: Transaction, _ deleted: LocalTime?) -> String {
    let origins = transaction.origins
    return line([
      words.tableTime(transaction.recorded),
      words.name(of: transaction.operation),
      transaction.item.text.marked(origins?.item),
      (transaction.borrower?.text ?? "").marked(origins?.borrower),
      added(to: origins, deleted),
    ])
  }

  private func added(
    to origins: TransactionOrigins?, _ deleted: LocalTime?
  ) -> String {
    switch addition {
    case .deletion: deleted.map(words.tableTime) ?? ""
    case .objections: words.objections(origins?.objectionNames ?? [])
    case nil: ""
    }
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
