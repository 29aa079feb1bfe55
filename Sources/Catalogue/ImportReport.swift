import Tables

/// The content of a list, and the changes that it makes in the catalogue.
package struct ImportReport: Hashable, Sendable {
  /// A column of the list that is taken.
  package struct Column: Hashable, Sendable {
    /// Its name in the header, or its number.
    package let name: String
    /// The field that it is.
    package let field: ListField
    /// True if its values are kept, and so may be shown.
    package let isKept: Bool
    /// The number of rows with a value.
    package var filledCount = 0
    /// The first different values.
    package var samples: [String] = []
    /// The number of different values; nil if there are too many to count.
    package var differentCount: Int? { isOverfull ? nil : digests.count }
    fileprivate var digests: Set<Int> = []
    fileprivate var isOverfull = false
    /// The number of rows for each value; nil if there are too many values.
    package var values: [String: Int]? = [:]

    /// Creates a column without values.
    package init(name: String, field: ListField, isKept: Bool = true) {
      self.name = name
      self.field = field
      self.isKept = isKept
    }
  }

  /// The kind of the list.
  package let kind: ListKind
  /// The columns that are taken.
  package var columns: [Column]
  /// The names of those that are named like a field and left out.
  package let leftOut: [String]
  /// The name of the column that is named like the loan status and has states
  /// of copies; nil if there is none.
  package var stateColumn: String?
  /// The number of the other columns that are not taken.
  package let unusedCount: Int
  /// The number of rows, those left out included.
  package var rowCount = 0
  /// The number of records that were not known.
  package var newCount = 0
  /// The number of records that were known otherwise.
  package var changedCount = 0
  /// The number of records that were known as they are.
  package var sameCount = 0
  /// The number of rows that are left out.
  package var rejectedCount = 0
  /// The number of rows that repeat another row.
  package var repeatedCount = 0
  /// The number of what is known and not in the list.
  package var missingCount = 0
  /// The number of numbers that a spreadsheet holds as numbers.
  package var numberCellCount = 0
  /// The number of cells in an encoding that is not read.
  package var unreadCellCount = 0
  /// The kinds of other lists in a file, which are not read, by its path.
  package var otherKinds: [String: [ListKind]] = [:]
  /// The number of items that must not be lent; nil if no column says so.
  package var notForLoanCount: Int?
  /// The number of the first rows whose numbers were compared with known ones.
  package var comparedCount = 0
  /// The number of those that fit only with a zero before them.
  package var shortCount = 0
  /// The number of older lists of which personal data was taken away.
  package var reducedCount = 0
  /// True if what is missing is marked as gone.
  package var isComplete = false
  /// The titles of a list of sets that no item has.
  package var titlesWithoutCopy: [ClassTitle] = []
  /// The files that have exactly as many rows as a system writes at most.
  package var cutFiles: [String: Int] = [:]

  /// The numbers of rows at which systems and spreadsheets cut a list: Koha's
  /// reports and pages, Alma Analytics, Excel.
  static let cutCounts: Set<Int> = [
    10, 100, 1_000, 2_000, 5_000, 10_000, 65_535, 65_536, 100_000, 300_000,
    500_000, 500_001, 1_048_575, 1_048_576,
  ]

  /// Creates the report of a list without rows.
  package init(_ kind: ListKind) {
    self.kind = kind
    columns = []
    leftOut = []
    unusedCount = 0
  }

  /// Creates the report of a list whose rows are kept at a level.
  init(_ columns: ListColumns, at level: PrivacyLevel) {
    kind = columns.kind
    self.columns = columns.fields.sorted { $0.key < $1.key }.map {
      Column(
        name: $0.key < columns.header.count
          ? columns.header[$0.key] : String($0.key + 1), field: $0.value,
        isKept: $0.value.isKept(at: level))
    }
    leftOut = columns.leftOut.keys.sorted().map { columns.header[$0] }
    stateColumn = columns.stateColumn.map { columns.header[$0] }
    unusedCount = max(
      columns.header.count - columns.fields.count - columns.leftOut.count, 0)
  }

  /// Counts a row, and what its form says of its cells.
  mutating func count(_ row: TableRow, _ columns: ListColumns) {
    rowCount += 1
    if !row.numberColumns.isEmpty, kind != .sets,
      let number = columns.column(of: .number(of: kind)),
      row.numberColumns.contains(number)
    {
      numberCellCount += 1
    }
    if !row.unreadColumns.isEmpty {
      unreadCellCount += row.unreadColumns.count {
        columns.fields[$0] != nil
      }
    }
  }

  /// Counts the values of a row that is taken.
  mutating func count(
    _ row: TableRow, as record: ListRecord, _ places: [ListField: Int]
  ) {
    for index in columns.indices {
      if let place = places[columns[index].field], place < row.cells.count {
        columns[index].add(row.cells[place])
      }
    }
    if case .item(let item) = record, let flag = item[.notForLoan] {
      notForLoanCount = (notForLoanCount ?? 0) + (flag == "1" ? 1 : 0)
    }
  }
}

extension ImportReport.Column {
  /// The most samples, and the most different values that are counted.
  private static let sampleCount = 3
  private static let valueCount = 50
  /// The most values of which it is known whether they are different.
  package static let differentLimit = 10_000

  /// True if its values are words of the library, few and the same everywhere.
  private var hasFewValues: Bool {
    [
      .policy, .status, .statusLabel, .process, .notForLoan, .lendable,
      .support,
    ]
    .contains(field)
  }

  /// Takes the value of a row.
  package mutating func add(_ cell: String) {
    guard let value = CellValue.text(cell) else { return }
    filledCount += 1
    guard isKept else { return }
    count(value)
    if samples.count < Self.sampleCount, !samples.contains(value) {
      samples.append(value)
    }
    guard hasFewValues, var counted = values else { return }
    // Moved out and back, so that it is not copied.
    values = nil
    counted[value, default: 0] += 1
    if counted.count <= Self.valueCount { values = counted }
  }

  private mutating func count(_ value: String) {
    guard !isOverfull else { return }
    digests.insert(value.hashValue)
    guard digests.count > Self.differentLimit else { return }
    isOverfull = true
    digests = []
  }
}
