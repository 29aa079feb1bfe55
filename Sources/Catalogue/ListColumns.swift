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

  /// The number of cells of the header's row, an empty one after the last
  /// separator included; nil if there is no header.
  package let cellCount: Int?

  /// True if rows may lack their last cells, as those of a sheet do.
  package internal(set) var isRagged: Bool

  /// Returns the column of a field; nil if the list does not have it.
  package func column(of field: ListField) -> Int? {
    fields.first { $0.value == field }?.key
  }

  /// Recognizes the columns of a kind of list by their header and content.
  ///
  /// - Parameters:
  ///   - kind: the kind of the list.
  ///   - row: the row of the header.
  ///   - sample: rows beneath it.
  ///   - named: the columns that a person named, by their header.
  init(
    _ kind: ListKind, header row: TableRow, sample: [TableRow],
    named: [ListField: String]
  ) {
    self.kind = kind
    header = row.cells.droppingLast(while: \.isEmpty)
    cellCount = row.cells.count
    isRagged = false
    headerLine = row.line
    let names = header.map(\.foldedForHeader)
    let isTextbookList = names.contains { Self.signsOfPMB.contains($0) }
    for field in ListField.all(of: kind) {
      if let name = named[field] {
        let places = names.indices.filter {
          header[$0] == name || names[$0] == name.foldedForHeader
        }
        if let place = places.first { fields[place] = field }
        continue
      }
      var claims: [(column: Int, rank: Int)] = []
      for (column, name) in names.enumerated() where fields[column] == nil {
        if let rank = field.aliases.firstIndex(of: name) {
          claims.append((column, rank))
        }
      }
      guard let best = claims.map(\.rank).min() else { continue }
      let rivals = claims.filter { $0.rank == best }.map(\.column)
      let chosen = Self.choose(
        among: rivals, of: field, in: sample,
        title: names.firstIndex { ListField.title.aliases.contains($0) })
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

  /// The columns of a list without a header: what a person named, by number.
  init(_ kind: ListKind, fields: [Int: ListField]) {
    self.kind = kind
    self.fields = fields
    header = []
    cellCount = nil
    headerLine = 0
    isRagged = true
  }

  /// Headers that only lists of PMB have.
  private static let signsOfPMB: Set<String> = [
    "codebarresexemplaire", "statutinitial", "numerostatut", "explcb",
    "explstatut", "tdoclibelle", "statutlibelle", "marque",
  ]

  /// Returns the column whose content fits a field, among those of one name;
  /// nil if none does.
  private static func choose(
    among columns: [Int], of field: ListField, in sample: [TableRow],
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

  init(_ column: Int, of sample: [TableRow], title: Int?) {
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

extension [String] {
  /// The texts without those at the end that a condition holds for.
  fileprivate func droppingLast(while isDropped: (String) -> Bool) -> [String] {
    Array(prefix((lastIndex { !isDropped($0) } ?? -1) + 1))
  }
}
