/// A column that a person names, such as `item=book_code`.
package struct NamedColumn: Hashable, Sendable {
  /// The field that the column is.
  package let field: ListField
  /// Its name in the header, or its number where there is no header.
  package let name: String

  /// Parses a field, an equals sign and a name; nil if the field is unknown or
  /// the name empty.
  package init?(_ text: some StringProtocol) {
    let parts = text.split(
      separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[1].isEmpty,
      let field = ListField(rawValue: String(parts[0]))
    else { return nil }
    self.field = field
    name = String(parts[1])
  }

  /// The column as it is parsed.
  package var text: String { "\(field.rawValue)=\(name)" }
}
