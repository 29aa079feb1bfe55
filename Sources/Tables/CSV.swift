/// Rows of comma-separated values (RFC 4180), each with its CR LF.
package enum CSV {
  /// Returns a row with commas, for programs; the fields are not altered.
  package static func row(_ fields: [String]) -> String {
    row(fields, separator: ",")
  }

  /// Returns a row with another separator: a spreadsheet expects `;` where its
  /// locale has a decimal comma.
  package static func row(
    _ fields: [String], separator: String
  ) -> String {
    fields.map(\.quotedForCSV).joined(separator: separator) + "\r\n"
  }

  /// The byte-order mark by which a spreadsheet recognizes UTF-8.
  package static let byteOrderMark = "\u{feff}"

  /// Returns a field that a spreadsheet never runs as a formula, otherwise
  /// unaltered.
  ///
  /// What begins like a formula gets a leading tab.
  package static func withoutFormula(_ field: String) -> String {
    let isFormula = field.utf8.first.map("=+-@".utf8.contains) ?? false
    return isFormula ? "\t" + field : field
  }

  /// Returns a field that a spreadsheet keeps as text, with leading zeros, and
  /// never runs as a formula.
  ///
  /// A field that looks like a number, a date or a formula gets a leading tab,
  /// which the spreadsheet does not show.
  package static func text(_ field: String) -> String {
    field.isPlainWord ? field : "\t" + field
  }

  /// Appends a field of ASCII as ``text(_:)`` returns it, quoted if needed.
  package static func append(text field: Span<UInt8>, to row: inout [UInt8]) {
    guard field.count > 0 else { return }
    guard field[0] < UInt8(ascii: "A") else {
      let field = field.withUnsafeBufferPointer {
        String(decoding: $0, as: UTF8.self)
      }
      row += text(field).quotedForCSV.utf8
      return
    }
    // As most fields are: no plain word, and quoted for the tab.
    row.append(UInt8(ascii: "\""))
    row.append(UInt8(ascii: "\t"))
    for index in field.indices {
      if field[index] == UInt8(ascii: "\"") { row.append(field[index]) }
      row.append(field[index])
    }
    row.append(UInt8(ascii: "\""))
  }
}

extension String {
  /// The field, quoted if needed.
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

  /// True if a spreadsheet is sure to take the field for text.
  fileprivate var isPlainWord: Bool {
    // Most fields are numbers.
    if let byte = utf8.first, byte < UInt8(ascii: "A") { return false }
    guard let first else { return true }
    // The words for true and false in the supported languages.
    let truths = ["true", "false", "vrai", "faux"]
    return first.isLetter && !contains { $0.isNumber }
      && !truths.contains(lowercased())
  }
}
