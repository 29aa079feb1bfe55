/// A reader of comma-separated values (RFC 4180).
///
/// White space before a field and after a closing quotation mark is skipped; a
/// line ends with LF, CR or both.
struct CSVReader {
  private enum State {
    case beforeField
    case inField
    case atQuoteInField
    case inQuotes
    case afterQuotes
  }

  private let separator: Unicode.Scalar
  private var rows: [[String]] = []
  private var fields: [String] = []
  private var field = ""
  private var state = State.beforeField

  /// Returns the rows of a text; nil if a quotation mark is misplaced.
  static func rows(
    of text: String, apart separator: Unicode.Scalar
  ) -> [[String]]? {
    var reader = CSVReader(separator: separator)
    var isAfterReturn = false
    for scalar in text.unicodeScalars {
      let endsReturn = isAfterReturn && scalar == "\n"
      isAfterReturn = scalar == "\r" && reader.state != .inQuotes
      guard endsReturn || reader.take(scalar) else { return nil }
    }
    if !reader.field.isEmpty || !reader.fields.isEmpty { reader.endRow() }
    return reader.rows
  }

  private init(separator: Unicode.Scalar) { self.separator = separator }

  /// Takes a character.
  ///
  /// - Returns: false if a quotation mark is misplaced.
  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    switch (state, scalar) {
    case (.inQuotes, "\""): state = .afterQuotes
    case (.inQuotes, _): append(scalar, staying: .inQuotes)
    case (.afterQuotes, "\""): append(scalar, staying: .inQuotes)
    case (.atQuoteInField, "\""): append(scalar, staying: .inField)
    case (.atQuoteInField, _): return false
    case (.inField, "\""): state = .atQuoteInField
    case (.beforeField, "\""): state = .inQuotes
    case (_, separator): endField()
    case (_, "\n"), (_, "\r"): endRow()
    case (.inField, _): append(scalar, staying: .inField)
    case _ where scalar.properties.isWhitespace: break
    case (.beforeField, _): append(scalar, staying: .inField)
    case (.afterQuotes, _): return false
    }
    return true
  }

  private mutating func append(_ scalar: Unicode.Scalar, staying next: State) {
    field.unicodeScalars.append(scalar)
    state = next
  }

  private mutating func endField() {
    fields.append(field)
    (field, state) = ("", .beforeField)
  }

  private mutating func endRow() {
    endField()
    rows.append(fields)
    fields = []
  }
}
