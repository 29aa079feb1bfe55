import Circulation
import Languages
import Offload
import Station
import Typesetting

/// Writes transactions to standard output as they are read.
struct Listing {
  /// The values that a list has of each transaction beside the transaction
  /// itself.
  enum Addition: String {
    /// The time of its deletion.
    case deletion = "deleted"
    /// The objections despite which it was recorded.
    case objections = "against"
    /// The file, in a folder of several.
    case file
  }

  private let format: OutputFormat
  private var table: TransactionTable
  private var writer: RowWriter
  private var totals = Totals()
  /// The path of the file that is being listed.
  var file = ""

  /// The totals of a list that a person reads.
  private struct Totals {
    var loanCount = 0
    var returnCount = 0
    var readers: Set<Barcode> = []

    mutating func add(_ transaction: Transaction) {
      guard let borrower = transaction.borrower else {
        returnCount += 1
        return
      }
      loanCount += 1
      readers.insert(borrower)
    }
  }

  init(
    format: OutputFormat, words: any Words, also addition: Addition? = nil
  ) {
    self.format = format
    table = TransactionTable(words: words, addition: addition)
    writer = RowWriter(format, table.names)
  }

  /// Adds the columns of states and bringers; nothing may be listed yet.
  mutating func showNotes() {
    table.hasNotes = true
    writer = RowWriter(format, table.names)
  }

  /// True if there is no transaction yet.
  var isEmpty: Bool { writer.count == 0 }

  mutating func add(
    _ transaction: Transaction, _ note: ReturnNote = ReturnNote(),
    deleted: LocalTime? = nil
  ) {
    let (table, isFirst) = (table, isEmpty)
    if format == .text { totals.add(transaction) }
    let noted: [OutputRow.Value] =
      table.hasNotes ? [.init(note.state), .init(note.bringer?.text)] : []
    let added = noted + added(to: transaction, deleted)
    writer.add(
      [
        .init(transaction.recorded), .text(transaction.operation.rawValue),
        .text(transaction.item.text), .init(transaction.borrower?.text),
      ] + added,
      text: (isFirst ? table.head : "")
        + table.line(of: transaction, note, deleted, file))
  }

  private func added(
    to transaction: Transaction, _ deleted: LocalTime?
  ) -> [OutputRow.Value] {
    switch table.addition {
    case .deletion: [.init(deleted)]
    case .objections:
      [.list((transaction.origins?.objectionNames ?? []).map { .text($0) })]
    case .file: [.text(file)]
    case nil: []
    }
  }

  mutating func end() throws(FileError) {
    let isEmpty = isEmpty
    let (words, totals) = (table.words, totals)
    let last =
      isEmpty
      ? words.listEmpty()
      : words.total(
        loanCount: totals.loanCount, returnCount: totals.returnCount,
        readerCount: totals.readers.count)
    try writer.end(text: last + "\n")
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
  /// True to show the states of copies, and who brought them.
  var hasNotes = false

  /// The names of the columns for programs.
  var names: [String] {
    ["recorded", "operation", "item", "borrower"]
      + (hasNotes ? ["state", "by"] : [])
      + (addition.map { [$0.rawValue] } ?? [])
  }

  /// The widths of the columns, in characters; the last one is open.
  private var widths: [Int] {
    [19, 9, 20, 20] + (hasNotes ? [6, 20] : []) + [0]
  }

  var head: String {
    line(
      [
        words.timeHeading, words.operationHeading, words.barcodeHeading,
        words.borrowerHeading,
      ] + (hasNotes ? [words.stateHeading, words.broughtByHeading] : [])
        + [heading])
  }

  private var heading: String {
    switch addition {
    case .deletion: words.deletedHeading
    case .objections: words.againstHeading
    case .file: words.fileHeading
    case nil: ""
    }
  }

  func line(
    of transaction: Transaction, _ note: ReturnNote, _ deleted: LocalTime?,
    _ file: String
  ) -> String {
    let origins = transaction.origins
    let noted = [note.state.map(String.init) ?? "", note.bringer?.text ?? ""]
    return line(
      [
        words.tableTime(transaction.recorded),
        words.name(of: transaction.operation),
        transaction.item.text.marked(origins?.item),
        (transaction.borrower?.text ?? "").marked(origins?.borrower),
      ] + (hasNotes ? noted : []) + [added(to: origins, deleted, file)])
  }

  private func added(
    to origins: TransactionOrigins?, _ deleted: LocalTime?, _ file: String
  ) -> String {
    switch addition {
    case .deletion: deleted.map(words.tableTime) ?? ""
    case .objections: words.objections(origins?.objectionNames ?? [])
    case .file: file.printable
    case nil: ""
    }
  }

  private func line(_ columns: [String]) -> String {
    Document.line(columns, widths: widths) + "\n"
  }
}

extension String {
  /// The number, marked if it was accepted despite a warning.
  fileprivate func marked(_ origin: ScanOrigin?) -> String {
    origin?.isDoubtful == true ? self + " ?" : self
  }
}
