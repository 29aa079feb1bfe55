import Circulation
import Tables

/// The rules by which the rows of a list become records.
package struct RecordRules: Sendable {
  /// The policies and statuses of items that must not be lent.
  package let notForLoan: [String]
  /// The level at which borrowers are kept.
  package let level: PrivacyLevel
  /// The day of the list, `YYYY-MM-DD`: a block until an earlier day has ended.
  package let day: String

  /// Creates rules.
  package init(
    notForLoan: [String], level: PrivacyLevel, on day: String = ""
  ) {
    self.notForLoan = notForLoan
    self.level = level
    self.day = day
  }

  /// The words that say so in every library.
  static let alwaysNotForLoan = [
    "exclu du prêt", "consultation sur place", "not for loan",
    "reference only", "non-circulating", "in library use only",
    "nicht ausleihbar", "präsenzbestand",
  ]
}

/// A reader of the rows of a list.
struct RecordReader {
  let columns: ListColumns
  private let rules: RecordRules
  private let key: NumberDigest.Key
  private let notForLoan: FoldedWords
  /// True if a workbook has no cell where the flag of PMB is 0.
  private let lacksZeros: Bool
  /// The column of each field.
  let places: [ListField: Int]

  init(_ columns: ListColumns, _ rules: RecordRules, _ key: NumberDigest.Key) {
    self.columns = columns
    self.rules = rules
    self.key = key
    notForLoan = FoldedWords(RecordRules.alwaysNotForLoan + rules.notForLoan)
    places = Dictionary(
      columns.fields.map { ($0.value, $0.key) }
    ) { first, _ in first }
    lacksZeros =
      columns.isRagged
      && columns.column(of: .lendable).map {
        $0 < columns.header.count ? columns.header[$0].foldedForHeader : ""
      } == "pretflag"
  }

  private func cell(_ field: ListField, _ row: TableRow) -> String? {
    guard let place = places[field], place < row.cells.count else { return nil }
    return row.cells[place]
  }

  private func text(_ field: ListField, _ row: TableRow) -> String? {
    cell(field, row).flatMap(CellValue.text)
  }

  /// Returns the number of a row.
  private func number(
    _ field: ListField, _ row: TableRow
  ) throws(RowError) -> String {
    guard let cell = cell(field, row)?.trimmed, !cell.isEmpty else {
      throw RowError(.noNumber)
    }
    // PMB marks what a spreadsheet would take for a number.
    let text = cell.first == "'" ? String(cell.dropFirst()) : cell
    if CellValue.isRounded(text) { throw RowError(.rounded(text)) }
    guard (try? Barcode(text)) != nil else { throw RowError(.notANumber(text)) }
    return text
  }

  /// Returns the number of a row; nil if it has none that is possible.
  func number(of row: TableRow) -> String? {
    columns.kind == .sets
      ? nil : try? number(.number(of: columns.kind), row)
  }

  /// Returns true if a spreadsheet holds the number of a row as a number.
  func holdsNumber(_ row: TableRow) -> Bool {
    columns.kind != .sets
      && places[.number(of: columns.kind)].map(row.numberColumns.contains)
        ?? false
  }

  /// Checks the number of cells: what has another number than the header is
  /// shifted or cut, and no cell can be trusted.
  private func checkCount(of row: TableRow) throws(RowError) {
    guard let count = columns.cellCount, row.cells.count != count else {
      return
    }
    // Rows may end with a separator although the header does not.
    if row.cells.count == count + 1, row.cells.last?.isEmpty == true,
      columns.header.isEmpty || columns.header.count == count
    {
      return
    }
    if columns.isRagged, row.cells.count < count {
      let filled = row.cells.filter { !$0.isEmpty }
      guard filled.count == 1, columns.header.count > 2 else { return }
      throw RowError(.heading(filled[0]))
    }
    throw RowError(.cellCount(row.cells.count, expected: count))
  }

  /// The maximum length of a cell in bytes: longer ones are not of a list.
  static let maximumLength = 8_000

  /// Returns what a row says.
  ///
  /// - Throws: ``RowError``.
  func record(_ row: TableRow) throws(RowError) -> ListRecord {
    for place in places.values where place < row.cells.count {
      guard row.cells[place].utf8.count <= Self.maximumLength else {
        throw RowError(.longCell(maximum: Self.maximumLength))
      }
    }
    return switch columns.kind {
    case .items, .loans: .item(try item(row))
    case .borrowers, .blocks: .borrower(try borrower(row))
    case .sets: .classTitle(try classTitle(row))
    }
  }

  private func item(_ row: TableRow) throws(RowError) -> ItemRecord {
    try checkCount(of: row)
    var record = ItemRecord(number: try number(.item, row))
    record.title = text(.title, row)
    record.author = text(.author, row)
    record[.callNumber] = text(.callNumber, row)
    let label = text(.statusLabel, row)
    record[.statusLabel] = label
    record[.status] =
      CellValue.status(cell(.status, row)) ?? CellValue.status(label)
    record[.policy] = text(.policy, row)
    record[.section] = text(.section, row)
    record[.location] = text(.location, row)
    record[.owner] = text(.owner, row)
    record[.support] = text(.support, row)
    record[.year] = text(.year, row)
    record[.price] = text(.price, row)
    record[.fee] = text(.fee, row)
    record[.initialStatus] = CellValue.status(cell(.initialStatus, row))
    record[.twoYear] = cell(.twoYear, row).flatMap(CellValue.truth)
      .map { $0 ? "1" : "0" }
    record[.isbn] = text(.isbn, row)?.firstISBN
    record[.parts] = text(.parts, row)
    record[.note] = text(.itemNote, row)
    record[.deleted] = cell(.deleted, row).flatMap(CellValue.day)
    record[.due] = cell(.due, row).flatMap(CellValue.day)
    record[.requests] = text(.requests, row)
    record[.notForLoan] = isNotForLoan(row).map { $0 ? "1" : "0" }
    record[.onLoan] = isOnLoan(row).map { $0 ? "1" : "0" }
    if columns.kind == .loans, let holder = text(.borrower, row) {
      record[.holder] = String(NumberDigest(holder, key).value, radix: 16)
    }
    return record
  }

  private func isNotForLoan(_ row: TableRow) -> Bool? {
    if let flag = cell(.notForLoan, row).flatMap(CellValue.truth) {
      if flag { return true }
    }
    let flag = cell(.lendable, row) ?? ""
    if CellValue.truth(flag) == false || flag.isEmpty && lacksZeros {
      return true
    }
    for field in [ListField.policy, .statusLabel, .notForLoan, .process] {
      if let word = text(field, row), notForLoan.contains(word) {
        return true
      }
    }
    let isKnown = [ListField.notForLoan, .lendable, .policy, .statusLabel]
      .contains { places[$0] != nil }
    return isKnown ? false : nil
  }

  /// The words for an item that is on loan.
  private let loanWords = FoldedWords([
    "loan", "on loan", "lent", "checked out", "en prêt", "prêté", "emprunté",
    "ausgeliehen", "charged",
  ])

  private func isOnLoan(_ row: TableRow) -> Bool? {
    if columns.kind == .loans { return true }
    if cell(.due, row).flatMap(CellValue.day) != nil { return true }
    if let word = text(.process, row) {
      return loanWords.contains(word)
        || CellValue.truth(word) == true
    }
    return places[.due] != nil || places[.process] != nil ? false : nil
  }

  /// Returns what a row says of a borrower, as far as the level keeps it.
  private func borrower(_ row: TableRow) throws(RowError) -> BorrowerRecord {
    try checkCount(of: row)
    let number = try number(.borrower, row)
    var record = BorrowerRecord(digest: NumberDigest(number, key))
    record[.number] = number
    record[.name] = name(row)
    record[.groups] = text(.group, row)
    record[.category] = text(.category, row)
    record[.expires] = cell(.expires, row).flatMap(CellValue.day)
    record[.block] = block(row)
    record[.alert] = text(.alert, row)
    return record.reduced(to: rules.level)
  }

  /// Returns the class of a row, and the title that it uses.
  private func classTitle(
    _ row: TableRow
  ) throws(RowError) -> ClassTitleRecord {
    try checkCount(of: row)
    guard let group = text(.group, row) else { throw RowError(.noClass) }
    var record = ClassTitleRecord(group: group)
    record[.title] = text(.title, row)
    record[.isbn] = text(.isbn, row)
    record[.callNumber] = text(.callNumber, row)
    guard record.title.key != nil else { throw RowError(.noTitle) }
    return record
  }

  private func name(_ row: TableRow) -> String? {
    if let name = text(.name, row) { return name }
    let parts = [text(.lastName, row), text(.firstName, row)]
      .compactMap(\.self)
    return parts.isEmpty ? nil : parts.joined(separator: " ")
  }

  /// Returns the reason of a block, or an empty text; nil if there is none.
  private func block(_ row: TableRow) -> String? {
    guard let text = text(.block, row) else {
      return columns.kind == .blocks ? "" : nil
    }
    // A block that has ended is none.
    if let end = CellValue.day(text), end < rules.day { return nil }
    return CellValue.truth(text).map { $0 ? "" : nil } ?? text
  }
}

/// A row that is left out.
struct RowError: Error {
  let reason: RowRejection

  init(_ reason: RowRejection) {
    self.reason = reason
  }
}

/// Words that are recognized by their letters and digits; a list has few
/// different ones, so that each is folded once.
private final class FoldedWords {
  private let words: Set<String>
  private var known: [String: Bool] = [:]

  init(_ words: [String]) {
    self.words = Set(words.map(\.foldedForHeader))
  }

  func contains(_ text: String) -> Bool {
    if let isOne = known[text] { return isOne }
    let isOne = words.contains(text.foldedForHeader)
    if known.count < 1_000 { known[text] = isOne }
    return isOne
  }
}
