/// A row of comma-separated values (RFC 4180), its line end included.
package enum CSV {
  /// A row for programs: every field as it is.
  package static func row(_ fields: [String]) -> String {
    fields.map(\.quotedForCSV).joined(separator: ",") + "\r\n"
  }

  /// A row for a spreadsheet: a number stays the text that it is, zeros in
  /// front and all, and nothing can begin a formula.
  ///
  /// A tab stands before each field that a spreadsheet would take for a number,
  /// a date or a formula; it shows nothing of it.
  package static func textRow(_ fields: [String]) -> String {
    row(fields.map { $0.isPlainWord ? $0 : "\t" + $0 })
  }
}

extension String {
  /// The field with the quotes that it needs.
  package var quotedForCSV: String {
    guard
      utf8.contains(where: {
        [0x2c, 0x22, 0x0a, 0x0d, 0x09, 0x3b].contains($0)
      })
    else { return self }
    return "\"" + replacing("\"", with: "\"\"") + "\""
  }

  /// Whether a spreadsheet takes it for nothing but text.
  fileprivate var isPlainWord: Bool {
    guard let first else { return true }
    return first.isLetter && !contains { $0.isNumber }
  }
}
