import Textbooks

/// The names by which columns are known, beside those that systems give them.
package struct ColumnNames: Hashable, Sendable {
  /// The columns that a person named for this list, by field; a number where
  /// there is no header.
  package var named: [ListField: String] = [:]
  /// The names that the settings add, by field; they come before all others.
  package var added: [ListField: [String]] = [:]
  /// The states of the school's copies, by which a column of them is known.
  package var scale = StatusScale()

  /// Creates names.
  package init(
    named: [ListField: String] = [:], added: [ListField: [String]] = [:]
  ) {
    self.named = named
    self.added = added
  }

  /// Adds the columns that the settings name.
  package mutating func add(_ columns: [NamedColumn]) {
    for column in columns {
      added[column.field, default: []].append(column.name)
    }
  }

  /// Returns the rank of a folded name among those of a field, the surest one
  /// first; nil if it is none of them.
  func rank(of name: String, as field: ListField) -> Int? {
    let own = added[field] ?? []
    if let place = own.firstIndex(where: { $0.foldedForHeader == name }) {
      return place - own.count
    }
    return field.aliasRanks[name]
  }

  /// Returns true if one of the folded names in a row may be a header.
  func know(anyOf names: [String]) -> Bool {
    if !named.isEmpty { return true }
    return names.contains { name in
      ListField.allAliases.contains(name)
        || added.values.joined().contains { $0.foldedForHeader == name }
    }
  }
}
