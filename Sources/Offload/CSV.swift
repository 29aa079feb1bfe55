/// A row of comma-separated values (RFC 4180), its line end included.
package enum CSV {
  /// A row for programs: every field as it is.
  package static func row(_ fields: [String]) -> String {
    row(fields, separator: ",")
  }

  /// A row with another separator: a spreadsheet takes that by which its country
  /// lists numbers, which is `;` where they have commas in them.
  package static func row(
    _ fields: [String], separator: String
  ) -> String {
    fields.map(\.quotedForCSV).joined(separator: separator) + "\r\n"
  }

  /// What begins a file by which a spreadsheet knows that it is in UTF-8.
  package static let byteOrderMark = "\u{feff}"

  /// A field for a spreadsheet: a number stays the text that it is, zeros in
  /// front and all, and nothing can begin a formula.
  ///
  /// A tab stands before what a spreadsheet would take for a number, a date or
  /// a formula; it shows nothing of it.
  package static func text(_ field: String) -> String {
    field.isPlainWord ? field : "\t" + field
  }
}

extension String {
  /// The field with the quotes that it needs.
  package var quotedForCSV: String {
    let needsQuotes = utf8.contains {
      switch $0 {
      case 0x2c, 0x22, 0x0a, 0x0d, 0x09, 0x3b: true
      default: false
      }
    }
    guard needsQuotes else { return self }
    guard utf8.contains(UInt8(ascii: "\"")) else { return "\"\(self)\"" }
    return "\"" + replacing("\"", with: "\"\"") + "\""
  }

  /// Whether a spreadsheet takes it for nothing but text.
  fileprivate var isPlainWord: Bool {
    // Most fields are numbers.
    if let byte = utf8.first, byte < UInt8(ascii: "A") { return false }
    guard let first else { return true }
    // What is true or false in its language.
    let truths = ["true", "false", "vrai", "faux"]
    return first.isLetter && !contains { $0.isNumber }
      && !truths.contains(lowercased())
  }
}
