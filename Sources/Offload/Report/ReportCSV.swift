import SwiftCSV

extension ReportRows {
  /// Takes a report that was kept as comma-separated values; semicolons and
  /// tabs may stand for the commas.
  ///
  /// - Returns: nil if the text has no row of a report in this form.
  /// - Throws: ``ReportFault/tooMany(_:most:)``.
  init?(csv text: String) throws(ReportFault) {
    guard let separator = text.reportSeparator else { return nil }
    let count = text.utf8.count { $0 == separator.asciiValue }
    guard count <= ReportLimit.cells else {
      throw .tooMany(.cells, most: ReportLimit.cells)
    }
    let rowCount = text.utf8.count { $0 == 0x0a }
    guard rowCount <= ReportLimit.rows else {
      throw .tooMany(.rows, most: ReportLimit.rows)
    }
    self.init()
    for row in text.rows(apart: separator) {
      // What came with the table is text.
      let cells = row.filter { !$0.isEmpty }
      try append(
        cells.count == 1
          ? ReportDrawing.row(of: cells[0])
          : row.withoutQuotation.joiningMessage(apart: separator))
    }
  }
}

extension String {
  fileprivate func rows(apart separator: Character) -> [[String]] {
    // A quote that nothing closes would swallow the rows after it.
    if count(where: { $0 == "\"" }) % 2 == 0,
      let table = try? EnumeratedCSV(
        string: self, delimiter: .character(separator), loadColumns: false)
    {
      return [table.header] + table.rows
    }
    return split(whereSeparator: \.isNewline).map { line in
      line.split(separator: separator, omittingEmptySubsequences: false)
        .map { String($0.filter { $0 != "\"" }) }
    }
  }

  /// What parts the cells of the first line that is, to a first look, a row of
  /// the table.
  fileprivate var reportSeparator: Character? {
    // One after the other: all of them at once would take a lot of memory.
    var rest = utf8[...]
    while !rest.isEmpty {
      let line = rest.prefix { $0 != 0x0a && $0 != 0x0d }
      rest = rest[line.endIndex...].dropFirst()
      // It begins with a number, or with a word.
      guard
        let first = line.first(where: { $0 != 0x22 && $0 != 0x20 }),
        0x30...0x39 ~= first || 0x61...0x7a ~= first | 0x20 || first >= 0x80
      else { continue }
      for separator in [",", ";", "\t"] as [Character] {
        let cells = line.split { $0 == separator.asciiValue }
        guard cells.count > 1 else { continue }
        let texts = cells.map { cell in
          String(decoding: cell.filter { $0 != 0x22 }, as: UTF8.self).tidied
        }
        if ReportRows.isOfTable(texts) { return separator }
      }
    }
    return nil
  }
}

extension [String] {
  /// The row, without what a mail quotes its line with.
  fileprivate var withoutQuotation: [String] {
    prefix(1).map { String(ReportDrawing.withoutQuotation($0[...])) }
      + dropFirst()
  }

  /// The row, with a message in one cell that nothing kept together: there is a
  /// comma in one of them.
  fileprivate func joiningMessage(apart separator: Character) -> [String] {
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
