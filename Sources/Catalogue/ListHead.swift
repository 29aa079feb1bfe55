import Tables

/// The first rows of a list, in which its kind and its columns are found.
package struct ListHead {
  /// The rows that are looked at for a header.
  static let headerRows = 10
  /// The rows whose content is looked at.
  static let sampleRows = 2_000

  /// Finds the columns of a list.
  ///
  /// - Parameters:
  ///   - rows: its first rows.
  ///   - kind: the kind, if a person named it.
  ///   - named: the columns that a person named.
  /// - Returns: the columns.
  /// - Throws: ``ColumnQuestion``, if they can't be told for sure.
  package static func columns(
    of rows: [TableRow], kind: ListKind?, named: [ListField: String]
  ) throws(ColumnQuestion) -> ListColumns {
    var best: (score: Int, columns: ListColumns)?
    for (index, row) in rows.prefix(headerRows).enumerated() {
      for kind in kind.map({ [$0] }) ?? ListKind.allCases {
        let columns = ListColumns(
          kind, header: row, sample: Array(rows[(index + 1)...]), named: named)
        guard columns.column(of: .number(of: kind)) != nil else { continue }
        let score = score(of: columns)
        if score > best?.score ?? 0 { best = (score, columns) }
      }
    }
    if let best { return best.columns }
    if let kind, let columns = withoutHeader(rows, kind, named: named) {
      return columns
    }
    throw ColumnQuestion(
      header: rows.first?.cells ?? [], isOfItems: kind?.isOfItems ?? true)
  }

  /// Returns how well columns fit their kind: a list of loans has dates, one of
  /// items titles, one of borrowers names.
  private static func score(of columns: ListColumns) -> Int {
    let fields = Set(columns.fields.values)
    let isSure =
      switch columns.kind {
      case .items: !fields.isDisjoint(with: [.title, .callNumber, .status])
      case .loans: fields.contains(.due) && columns.namesALoan
      case .borrowers:
        !fields.isDisjoint(with: [.lastName, .name, .expires, .category])
      case .blocks: false
      }
    // A list of loans has all that one of items has.
    return fields.count * 2
      + (columns.kind == .loans ? (isSure ? 5 : -1) : isSure ? 4 : 0)
  }

  /// Returns the columns of a list that has no header: numbers alone, or those
  /// that a person named by number.
  private static func withoutHeader(
    _ rows: [TableRow], _ kind: ListKind, named: [ListField: String]
  ) -> ListColumns? {
    if !named.isEmpty {
      let fields = named.compactMap { field, name in
        Int(name).map { ($0 - 1, field) }
      }
      guard fields.count == named.count,
        fields.contains(where: { $0.1 == .number(of: kind) })
      else { return nil }
      return ListColumns(
        kind, fields: Dictionary(fields) { first, _ in first })
    }
    guard rows.allSatisfy({ $0.cells.count == 1 }) else { return nil }
    return ListColumns(kind, fields: [0: .number(of: kind)])
  }
}

/// A list whose columns can't be told: a person has to name them.
package struct ColumnQuestion: Error, Hashable, Sendable {
  /// The cells of its first row.
  package let header: [String]
  /// True if it may be a list of items.
  package let isOfItems: Bool

  /// Creates a question.
  package init(header: [String], isOfItems: Bool) {
    self.header = header
    self.isOfItems = isOfItems
  }
}

extension ListColumns {
  /// True if the header has words that only lists of loans have.
  fileprivate var namesALoan: Bool {
    !loanWords.isDisjoint(with: header.map(\.foldedForHeader))
  }

  private var loanWords: Set<String> {
    [
      "sortie", "emprunteur", "loandate", "checkoutdate", "issuedate",
      "datedepret", "datedesortie", "ausleihdatum", "patronbarcode",
      "borrowername", "cardnumber",
    ]
  }
}
