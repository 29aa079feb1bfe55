import Tables

/// The columns of a list: which of them is which field.
package struct ListColumns: Hashable, Sendable {
  /// The kind of the list.
  package let kind: ListKind
  /// The texts of the header; empty if the list has none.
  package let header: [String]
  /// The number of the header's line; 0 if there is none.
  package let headerLine: Int
  /// The fields, by column from 0.
  package private(set) var fields: [Int: ListField] = [:]
  /// The columns that have a name of a field that another column has too, and
  /// are left out.
  package private(set) var leftOut: [Int: ListField] = [:]

  /// The column that is named like the loan status and has states of copies;
  /// nil if there is none.
  package private(set) var stateColumn: Int?

  /// The number of cells of the header's row, an empty one after the last
  /// separator included; nil if there is no header and any number will do.
  package let cellCount: Int?

  /// True if rows may lack their last cells, as those of a sheet do.
  package internal(set) var isRagged: Bool

  /// The header; where there is none, names by which the columns are known
  /// again.
  package var names: [String] {
    guard header.isEmpty else { return header }
    let count = max(cellCount ?? 0, (fields.keys.max() ?? -1) + 1)
    return (0..<count).map { fields[$0]?.rawValue ?? "" }
  }

  /// Returns the column of a field; nil if the list does not have it.
  package func column(of field: ListField) -> Int? {
    fields.first { $0.value == field }?.key
  }

  /// Recognizes the columns of a kind of list by their header and content.
  ///
  /// - Parameters:
  ///   - kind: the kind of the list.
  ///   - row: the row of the header.
  ///   - names: its folded cells.
  ///   - sample: rows beneath it.
  ///   - known: the names of columns.
  init(
    _ kind: ListKind, header row: TableRow, _ names: [String],
    sample: ArraySlice<TableRow>, _ known: ColumnNames
  ) {
    self.kind = kind
    header = row.cells.prefix(Self.maximumCount)
      .droppingLast(while: \.isEmpty)
    cellCount = row.cells.count
    isRagged = false
    headerLine = row.line
    let names = names.prefix(header.count)
    let isTextbookList = names.contains { Self.signsOfPMB.contains($0) }
    for field in ListField.all(of: kind) {
      if let name = known.named[field] {
        let places = names.indices.filter {
          header[$0] == name || names[$0] == name.foldedForHeader
        }
        if let place = places.first { fields[place] = field }
        continue
      }
      var claims: [(column: Int, rank: Int)] = []
      for (column, name) in names.enumerated() where fields[column] == nil {
        if let rank = known.rank(of: name, as: field) {
          claims.append((column, rank))
        }
      }
      guard let best = claims.map(\.rank).min() else { continue }
      let rivals = claims.filter { $0.rank == best }.map(\.column)
      let chosen = Self.choose(
        among: rivals, of: field, in: sample,
        title: names.firstIndex { ListField.title.aliasRanks[$0] != nil })
      for claim in claims where claim.column != chosen {
        leftOut[claim.column] = field
      }
      guard let chosen else { continue }
      // In PMB, the price of a copy is what its reader owes.
      if field == .price, isTextbookList, rivals.count == 1,
        names[chosen] == "prix"
      {
        leftOut[chosen] = field
        continue
      }
      fields[chosen] = field
      leftOut[chosen] = nil
    }
  }

  /// Returns the columns with one as states of copies, or left out if another
  /// has them already.
  func taking(_ column: Int, asState field: ListField) -> ListColumns {
    var columns = self
    if self.column(of: field) == nil {
      columns.fields[column] = field
      columns.stateColumn = column
    } else {
      columns.fields[column] = nil
      columns.leftOut[column] = field
    }
    return columns
  }

  /// The columns of a list without a header.
  ///
  /// - Parameters:
  ///   - kind: the kind of the list.
  ///   - fields: the fields, by column from 0.
  ///   - cellCount: the number of cells of a row; nil if any will do.
  init(_ kind: ListKind, fields: [Int: ListField], cellCount: Int? = nil) {
    self.kind = kind
    self.fields = fields
    self.cellCount = cellCount
    header = []
    headerLine = 0
    isRagged = cellCount == nil
  }

  /// The columns that are looked at.
  static let maximumCount = 1_000

  /// Headers that only lists of PMB have.
  private static let signsOfPMB: Set<String> = [
    "codebarresexemplaire", "statutinitial", "numerostatut", "explcb",
    "explstatut", "tdoclibelle", "statutlibelle", "marque",
  ]

  /// Returns the column whose content fits a field, among those of one name;
  /// nil if none does.
  private static func choose(
    among columns: [Int], of field: ListField,
    in sample: ArraySlice<TableRow>,
    title: Int?
  ) -> Int? {
    guard columns.count > 1 else { return columns.first }
    let profiles = columns.map {
      (column: $0, profile: ColumnProfile($0, of: sample, title: title))
    }
    let filled = profiles.filter { $0.profile.filledCount > 0 }
    guard filled.count > 1 else { return (filled.first ?? profiles[0]).column }
    switch field {
    case .price:
      // A price is the title's: all its copies have the same one.
      return filled.first { $0.profile.isOfTitle }?.column
    case .statusLabel:
      // A status is the copy's: the copies of one title differ.
      return (filled.first { !$0.profile.isOfTitle } ?? filled.last)?.column
    default:
      return filled.max { $0.profile.filledCount < $1.profile.filledCount }?
        .column
    }
  }
}

/// The content of a column, in a sample of rows.
struct ColumnProfile {
  /// The number of cells that are not empty.
  let filledCount: Int
  /// True if all rows of one title have the same value.
  let isOfTitle: Bool

  init(_ column: Int, of sample: ArraySlice<TableRow>, title: Int?) {
    var filledCount = 0
    var valueOfTitle: [String: String] = [:]
    var isOfTitle = title != nil
    for row in sample where column < row.cells.count {
      let value = row.cells[column]
      if !value.isEmpty { filledCount += 1 }
      guard let title, title < row.cells.count else { continue }
      let known = valueOfTitle.updateValue(value, forKey: row.cells[title])
      if known != nil, known != value { isOfTitle = false }
    }
    self.filledCount = filledCount
    self.isOfTitle = isOfTitle
  }
}

extension ArraySlice<String> {
  /// The texts without those at the end that a condition holds for.
  fileprivate func droppingLast(while isDropped: (String) -> Bool) -> [String] {
    Array(prefix((lastIndex { !isDropped($0) } ?? -1) + 1))
  }
}
