import Tables

extension ReportRows {
  /// Reads a report saved as comma-separated values; semicolons or tabs may
  /// separate fields.
  ///
  /// - Returns: nil if the text has no row of a report in this format.
  /// - Throws: ``ReportError/tooMany(_:maximum:)``.
  init?(csv text: String) throws(ReportError) {
    guard let separator = text.reportSeparator else { return nil }
    let count = text.unicodeScalars.count { $0 == separator }
    guard count <= ReportLimit.cells else {
      throw .tooMany(.cells, maximum: ReportLimit.cells)
    }
    let rowCount = text.utf8.count { $0 == 0x0a }
    guard rowCount <= ReportLimit.rows else {
      throw .tooMany(.rows, maximum: ReportLimit.rows)
    }
    self.init()
    for row in text.rows(apart: separator) {
      // A single cell is a line of text around the table.
      let cells = row.filter { !$0.isEmpty }
      try append(
        cells.count == 1
          ? ReportDrawing.row(of: cells[0])
          : row.withoutQuotation.joiningMessage(apart: separator))
    }
  }
}

extension String {
  fileprivate func rows(apart separator: Unicode.Scalar) -> [[String]] {
    // An unclosed quotation mark would swallow the following rows.
    if utf8.count(where: { $0 == UInt8(ascii: "\"") }).isMultiple(of: 2),
      let rows = TextDialect(
        separator: UInt8(ascii: separator), isQuoted: true
      ).rows(of: self)
    {
      return rows
    }
    return split(whereSeparator: \.isNewline).map { line in
      line.split(
        separator: Character(separator), omittingEmptySubsequences: false
      ).map { String($0.filter { $0 != "\"" }) }
    }
  }

  /// The separator of the first line that looks like a row of the table; nil if
  /// there is none.
  fileprivate var reportSeparator: Unicode.Scalar? {
    // Line by line: splitting the whole text would take much memory.
    var rest = utf8[...]
    while !rest.isEmpty {
      let line = rest.prefix { $0 != 0x0a && $0 != 0x0d }
      rest = rest[line.endIndex...].dropFirst()
      // A row begins with a number or a word.
      guard
        let first = line.first(where: { $0 != 0x22 && $0 != 0x20 }),
        0x30...0x39 ~= first || 0x61...0x7a ~= first | 0x20 || first >= 0x80
      else { continue }
      for separator in [",", ";", "\t"] as [Unicode.Scalar] {
        let cells = line.split { $0 == UInt8(ascii: separator) }
        guard cells.count > 1 else { continue }
        let texts = cells.map { cell in
          String(decoding: cell.filter { $0 != 0x22 }, as: UTF8.self)
            .collapsingWhitespace
        }
        if ReportRows.isOfTable(texts) { return separator }
      }
    }
    return nil
  }
}

extension [String] {
  /// The row without the quotation marks of a mail.
  fileprivate var withoutQuotation: [String] {
    prefix(1).map { String(ReportDrawing.withoutQuotation($0[...])) }
      + dropFirst()
  }

  /// The row with an unquoted message joined into one cell: one of its parts
  /// contains a comma.
  fileprivate func joiningMessage(apart separator: Unicode.Scalar) -> [String] {
    guard
      let start = firstIndex(where: { ReportMessage.isBeginning($0) }),
      !ReportMessage.isWhole(self[start])
    else { return self }
    var message = GrowingMessage(self[start])
    var end = start + 1
    while end < count, !message.isWhole, !message.isCut {
      message.append(self[end], after: "\(separator) ")
      end += 1
    }
    return message.isWhole
      ? self[..<start] + [message.text] + self[end...] : self
  }
}
