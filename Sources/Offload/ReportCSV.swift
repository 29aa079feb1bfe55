import SwiftCSV

extension ReportRows {
  /// Takes a report that was kept as comma-separated values; semicolons and
  /// tabs may stand for the commas.
  ///
  /// - Returns: nil if the text has no row of a report in this form.
  init?(csv text: String) {
    // A quote that nothing closes would swallow the rows after it.
    guard text.count(where: { $0 == "\"" }) % 2 == 0 else { return nil }
    let separators: [Character] = [",", ";", "\t"]
    guard
      let separator = separators.first(where: { text.hasReportRow(apart: $0) }),
      let table = try? EnumeratedCSV(
        string: text, delimiter: .character(separator), loadColumns: false)
    else { return nil }
    self.init()
    append(table.header)
    for row in table.rows { append(row.joiningMessage(apart: separator)) }
  }
}

extension String {
  /// Whether one of the lines is, to a first look, a row of the table.
  fileprivate func hasReportRow(apart separator: Character) -> Bool {
    split(whereSeparator: \.isNewline).contains { line in
      line.contains(separator)
        && ReportRows.isOfTable(
          line.split(separator: separator).map {
            String($0.filter { $0 != "\"" }).tidied
          })
    }
  }
}

extension [String] {
  /// The row, with a message in one cell that nothing kept together: there is a
  /// comma in one of them.
  fileprivate func joiningMessage(apart separator: Character) -> [String] {
    guard
      let start = firstIndex(where: { ReportMessage.isBeginning($0) }),
      !ReportMessage.isWhole(self[start])
    else { return self }
    var message = self[start]
    var end = start + 1
    while end < count, !ReportMessage.isWhole(message) {
      message += "\(separator) \(self[end])"
      end += 1
    }
    return ReportMessage.isWhole(message)
      ? self[..<start] + [message] + self[end...] : self
  }
}
