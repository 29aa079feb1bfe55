/// The tables of a JSON text (RFC 8259): an object whose members are tables,
/// each an object of records or an array of them.
package struct JSONTables {
  /// The names of a record's members that are read, by the name of the table;
  /// all others are passed over.
  package typealias Names = [String: Set<String>]

  private let bytes: [UInt8]
  private let names: Names

  /// Opens a text in UTF-8.
  package init(_ bytes: [UInt8], reading names: Names) {
    self.bytes = bytes
    self.names = names
  }

  /// Calls a body with each record until it returns false.
  ///
  /// - Parameters:
  ///   - begin: takes the name of each table before its records.
  ///   - body: takes the name of the table and the values: texts, numbers as
  ///     they are written, nothing for `null`.
  /// - Throws: ``TableFileError/damaged``.
  package func read(
    begin: (String) -> Void = { _ in },
    _ body: (_ table: String, _ values: [String: String]) -> Bool
  ) throws(TableFileError) {
    var scanner = JSONScanner(bytes)
    var goesOn = true
    try scanner.members { scanner, table throws(TableFileError) in
      guard goesOn, let table, let wanted = names[table],
        scanner.isAtContainer
      else { return try scanner.skipValue() }
      begin(table)
      try scanner.members { scanner, _ throws(TableFileError) in
        guard goesOn, scanner.isAtContainer else {
          return try scanner.skipValue()
        }
        var values: [String: String] = [:]
        try scanner.members { scanner, name throws(TableFileError) in
          guard let name, wanted.contains(name), !scanner.isAtContainer else {
            return try scanner.skipValue()
          }
          values[name] = try scanner.scalar()
        }
        goesOn = body(table, values)
      }
    }
  }
}
