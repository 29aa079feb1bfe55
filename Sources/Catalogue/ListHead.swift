import Tables

/// The first rows of a list, in which its kind and its columns are found.
package struct ListHead {
  /// The rows that are looked at for a header.
  static let headerRows = 10
  /// The characters of a cell that are looked at for a header.
  private static let headerLength = 80
  /// The rows whose content is looked at.
  static let sampleRows = 2_000
  /// The bytes of cells after which no more rows are looked at.
  static let sampleSize = 8 << 20

  /// Finds the columns of a list.
  ///
  /// - Parameters:
  ///   - rows: its first rows.
  ///   - kind: the kind, if a person named it or its form shows it.
  ///   - names: the names of columns.
  /// - Returns: the columns.
  /// - Throws: ``ColumnQuestion``, if they can't be told for sure.
  package static func columns(
    of rows: [TableRow], kind: ListKind?, _ names: ColumnNames
  ) throws(ColumnQuestion) -> ListColumns {
    var best: (score: Int, columns: ListColumns)?
    var rival: ListKind?
    let isNamed = kind != nil
    for (index, row) in rows.prefix(headerRows).enumerated() {
      let cells = row.cells.prefix(ListColumns.maximumCount)
        .map { String($0.prefix(headerLength)).foldedForHeader }
      guard names.know(anyOf: cells) else { continue }
      for kind in kind.map({ [$0] }) ?? ListKind.allCases {
        let columns = ListColumns(
          kind, header: row, cells, sample: rows[(index + 1)...], names)
        guard
          columns.column(of: .number(of: kind)) != nil,
          kind != .sets || columns.areOfSets(isNamed: isNamed)
        else { continue }
        let score = score(of: columns)
        if score > best?.score ?? 0 {
          best = (score, columns)
          rival = nil
        } else if score == best?.score, isOfNumbersAlone(columns) {
          rival = rival ?? kind
        }
      }
    }
    let header = rows.first?.cells ?? []
    if let columns = best?.columns {
      if rival != nil, isOfNumbersAlone(columns) {
        throw ColumnQuestion(header: columns.header, .kind)
      }
      if let name = columns.nameOfBookNumbers(in: rows), names.named.isEmpty {
        throw ColumnQuestion(header: columns.header, .bookNumbers(name))
      }
      return try columns.readingStates(in: rows, names)
    }
    if let columns = HeaderlessList.columns(of: rows, kind, names.named) {
      return columns
    }
    throw ColumnQuestion(
      header: header,
      HeaderlessList.hasNumbersAlone(rows)
        ? .kind : .about(kind ?? .items),
      candidate: HeaderlessList.candidate(in: rows))
  }

  /// True if the header has nothing but a number, which both items and cards
  /// may have.
  private static func isOfNumbersAlone(_ columns: ListColumns) -> Bool {
    columns.fields.count == 1 && columns.kind != .blocks
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
      case .blocks, .sets: false
      }
    // A list of loans has all that one of items has.
    return fields.count * 2
      + (columns.kind == .loans ? (isSure ? 5 : -1) : isSure ? 4 : 0)
  }
}

/// A list whose columns can't be told: a person has to name them.
package struct ColumnQuestion: Error, Hashable, Sendable {
  /// A part of the list that is not sure.
  package enum Doubt: Hashable, Sendable {
    /// The column with the numbers of items.
    case items
    /// The column with the numbers of borrowers.
    case borrowers
    /// The columns with the classes and the titles.
    case sets
    /// The kind of the list: its numbers may be those of items or of cards.
    case kind
    /// The column of this name: it has ISBNs, which all copies of a title have.
    case bookNumbers(String)
    /// The column of this name: it may have states of copies, or tell which are
    /// on loan.
    case states(String)

    /// Returns the doubt about the numbers in a list of a kind.
    static func about(_ kind: ListKind) -> Doubt {
      kind == .sets ? .sets : kind.isOfItems ? .items : .borrowers
    }
  }

  /// The cells of its first row.
  package let header: [String]
  /// The part that is not sure.
  package let doubt: Doubt
  /// The column that may have the numbers, by its name or its number; nil if
  /// none looks like it.
  package let candidate: String?

  /// Creates a question.
  package init(
    header: [String], _ doubt: Doubt, candidate: String? = nil
  ) {
    self.header = header
    self.doubt = doubt
    self.candidate = candidate
  }
}

extension ListColumns {
  /// True if the header has words that only lists of loans have.
  fileprivate var namesALoan: Bool {
    !loanWords.isDisjoint(with: header.map(\.foldedForHeader))
  }

  /// Returns true if the columns name titles of classes: in a list that nobody
  /// has called one of sets, there is nothing else.
  fileprivate func areOfSets(isNamed: Bool) -> Bool {
    !Set(fields.values).isDisjoint(with: [.title, .isbn, .callNumber])
      && (isNamed || fields.count == header.count)
  }

  private var loanWords: Set<String> {
    [
      "sortie", "emprunteur", "loandate", "checkoutdate", "issuedate",
      "datedepret", "datedesortie", "ausleihdatum", "patronbarcode",
      "borrowername", "cardnumber",
    ]
  }

  /// The name of the column of item numbers, if its values are ISBNs; nil if
  /// they are not.
  fileprivate func nameOfBookNumbers(in rows: [TableRow]) -> String? {
    guard kind.isOfItems, let column = column(of: .item) else { return nil }
    let values = rows.filter { $0.line > headerLine }
      .compactMap { column < $0.cells.count ? $0.cells[column].trimmed : nil }
      .filter { !$0.isEmpty }
    let count = values.count { $0.isBookNumber }
    guard count * 10 > values.count * 9 else { return nil }
    return column < header.count ? header[column] : String(column + 1)
  }
}

extension String {
  /// True for an ISBN of 13 digits.
  fileprivate var isBookNumber: Bool {
    utf8.count == 13 && (hasPrefix("978") || hasPrefix("979"))
      && utf8.allSatisfy { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
  }
}
