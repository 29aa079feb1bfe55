import Foundation

/// What a report says, as rows of cells: what every form that it is kept in
/// comes down to.
///
/// A row may be a row of a table, or a line of text, with one cell if nothing
/// parts it into more. An empty row is one that was left blank.
struct ReportRows {
  /// The rows, from the top.
  private(set) var rows: [[String]] = []
  private var cellCount = 0
  private var byteCount = 0

  /// No rows yet.
  init() {}

  /// Adds a row; of its cells only the words count.
  ///
  /// - Throws: ``ReportFault/tooMany(_:most:)``.
  mutating func append(_ cells: [String]) throws(ReportFault) {
    let cells = cells.prefix(ReportLimit.columns).map(\.cutAsMessage.tidied)
    guard cells.contains(where: { !$0.isEmpty }) else {
      // Several blank rows say no more than one.
      if rows.last?.isEmpty != true { rows.append([]) }
      return
    }
    cellCount += cells.count
    byteCount += cells.reduce(0) { $0 + $1.utf8.count }
    for (thing, count, most) in [
      (ReportFault.Thing.rows, rows.count, ReportLimit.rows),
      (.cells, cellCount, ReportLimit.cells),
      (.characters, byteCount, ReportLimit.characters),
    ] where count > most {
      throw .tooMany(thing, most: most)
    }
    rows.append(cells)
  }

  /// What the rows say.
  ///
  /// - Throws: ``ReportFault/noMessage``, ``ReportFault/unread(count:)``.
  func report() throws(ReportFault) -> JobReport {
    let report = report(by: TableReader())
    if !report.messages.isEmpty || report.head.exceptions == 0 { return report }
    // In words that nobody has heard of, but each with the number of its line.
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
    return report
  }
}

extension ReportRows {
  /// Whether cells are the head of a report's table, or a row of it with a
  /// message that is known.
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
  /// Whether a word that messages have before a number is in it.
  fileprivate var namesBarcode: Bool {
    let text = lowercased()
    return ReportHeads.number.contains { text.contains($0) }
  }
}
