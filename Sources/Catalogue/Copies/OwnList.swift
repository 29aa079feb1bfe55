import Tables

/// A list of items that a person makes with commands, and that the catalogue
/// keeps like an imported one.
package struct OwnList: Hashable, Sendable {
  /// Copies of which the same fields are set.
  struct Table: Hashable {
    /// The fields beside the number.
    let fields: [ListField]
    /// The cells, with the number first.
    var rows: [[String]]
  }

  private(set) var tables: [Table] = []

  /// Creates an empty list.
  package init() {}

  /// True if it has no copy.
  package var isEmpty: Bool { tables.isEmpty }

  /// The number of copies.
  package var count: Int { tables.reduce(0) { $0 + $1.rows.count } }

  /// The list as text, by which it is known again.
  package var text: String {
    tables.map { table in
      CSV.row((["item"] + table.fields.map(\.rawValue)))
        + table.rows.map { CSV.row($0) }.joined()
    }.joined()
  }

  /// Adds a copy, with the fields that are set; an empty text takes away what
  /// is known.
  package mutating func add(
    _ number: String, _ values: [ListField: String]
  ) {
    let fields = ListField.allCases.filter { values[$0] != nil }
    let cells = [number] + fields.map { values[$0] ?? "" }
    if let index = tables.firstIndex(where: { $0.fields == fields }) {
      tables[index].rows.append(cells)
    } else {
      tables.append(Table(fields: fields, rows: [cells]))
    }
  }
}

extension OwnList.Table {
  /// The columns, as those of a list without a header.
  var columns: ListColumns {
    ListColumns(
      .items,
      fields: Dictionary(
        uniqueKeysWithValues: zip(0..., [.item] + fields)),
      cellCount: fields.count + 1)
  }
}
