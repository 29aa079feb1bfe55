/// The content of a report as rows of cells, common to all formats.
///
/// A row is a row of a table, or a line of text with one cell if nothing
/// separates it into more. An empty row stands for blank ones.
struct ReportRows {
  /// The rows, from top to bottom.
  private(set) var rows: [[String]] = []
  private var cellCount = 0
  private var byteCount = 0

  /// Creates an empty report.
  init() {}

  /// Appends a row; white space in cells is collapsed.
  ///
  /// - Throws: ``ReportError/tooMany(_:maximum:)``.
  mutating func append(_ cells: [String]) throws(ReportError) {
    let cells = cells.prefix(ReportLimit.columns).map(
      \.cutAsMessage.collapsingWhitespace)
    guard cells.contains(where: { !$0.isEmpty }) else {
      // Several blank rows count as one.
      if rows.last?.isEmpty != true { rows.append([]) }
      return
    }
    cellCount += cells.count
    byteCount += cells.reduce(0) { $0 + $1.utf8.count }
    for (thing, count, maximum) in [
      (ReportError.Thing.rows, rows.count, ReportLimit.rows),
      (.cells, cellCount, ReportLimit.cells),
      (.characters, byteCount, ReportLimit.characters),
    ] where count > maximum {
      throw .tooMany(thing, maximum: maximum)
    }
    rows.append(cells)
  }

  /// Finds header and messages in the rows.
  ///
  /// - Throws: ``ReportError/noMessage``, ``ReportError/unread(count:)``.
  func report() throws(ReportError) -> JobReport {
    if let answer = SystemAnswer(rows) { return JobReport(answer) }
    let report = report(by: TableReader())
    if !report.messages.isEmpty || report.head.exceptions == 0 { return report }
    // Unknown messages are accepted if each has a line number.
    let guessed = self.report(by: TableReader(takesAnyWords: true))
    if !guessed.messages.isEmpty { return guessed }
    let seenCount = rows.count { $0.contains(where: \.namesBarcode) }
    throw seenCount > 0 ? .unread(count: seenCount) : .noMessage
  }

  private func report(by reader: TableReader) -> JobReport {
    var reader = reader
    for row in rows { reader.read(row) }
    var report = JobReport()
    report.head = JobReport.Head(in: reader.otherRows)
    report.messages = reader.messages
    report.cutCount = reader.cutCount
    report.unread = reader.unread
    // The report of a rehearsal for another system.
    report.system =
      report.messages.prefix(1_000).lazy.compactMap {
        SystemMessage.found(in: $0.text)?.system
      }.first ?? .alma
    return report
  }
}

extension ReportRows {
  /// Returns true if the cells are the header of a report's table, or a row
  /// with a known message.
  static func isOfTable(_ cells: [String]) -> Bool {
    TableReader.columns(in: cells) != nil
      || cells.first?.lineNumber != nil
        && cells.contains {
          ReportMessage.isBeginning($0)
            || $0.first?.isNumber == false && ReportMessage.isWhole($0)
        }
  }
}

extension String {
  /// True if the text contains a label that precedes numbers in messages.
  fileprivate var namesBarcode: Bool {
    let text = lowercased()
    return ReportHeads.number.contains { text.contains($0) }
  }
}
