import Circulation

/// The lines of a file that an answer is about.
///
/// An answer has lines in the order of their times: the first of two equal rows
/// is about the first of two equal lines.
struct AnsweredLines {
  private let rows: [AnsweredRow]
  /// The rows of each key, in order.
  private var places: [LineKey: [Int]] = [:]
  private var lines: [LineKey: [NumberedTransaction]] = [:]
  private var joined: [NumberedTransaction?]
  private var taken: Set<Int> = []
  /// The rows whose line has another borrower.
  private var others: Set<Int> = []

  /// Prepares the search for the lines of rows.
  init(of rows: [AnsweredRow]) {
    self.rows = rows
    joined = Array(repeating: nil, count: rows.count)
    for (index, row) in rows.enumerated() {
      for key in row.keys { places[key, default: []].append(index) }
    }
  }

  /// Takes the next line of the file.
  mutating func add(
    _ number: Int, _ line: Result<Transaction, DataFormat.LineError>
  ) {
    guard case .success(let transaction) = line, !taken.contains(number)
    else { return }
    for key in LineKey.keys(of: transaction) where places[key] != nil {
      lines[key, default: []].append(
        NumberedTransaction(line: number, transaction: transaction))
    }
  }

  /// Joins rows and lines, once all lines are there.
  mutating func join() {
    for (key, indices) in places.sorted(by: { $0.value[0] < $1.value[0] }) {
      let free = (lines[key] ?? []).filter { !taken.contains($0.line) }
      join(indices.filter { joined[$0] == nil }, free)
    }
  }

  private mutating func join(_ rows: [Int], _ free: [NumberedTransaction]) {
    guard !rows.isEmpty, !free.isEmpty else { return }
    if rows.count == free.count {
      for (row, line) in zip(rows, free) { join(row, line) }
      return
    }
    // Of several lines with the same numbers, only the time tells which it is.
    var byTime = Dictionary(grouping: free.reversed()) {
      AnsweredTime($0.transaction.recorded)
    }
    for row in rows {
      guard let time = self.rows[row].time,
        let line = byTime[time]?.popLast()
      else { continue }
      join(row, line)
    }
  }

  private mutating func join(_ row: Int, _ line: NumberedTransaction) {
    joined[row] = line
    taken.insert(line.line)
  }

  /// True if a loan went to a borrower who did not take the item, so that all
  /// lines have to come again.
  var hasLoansToOthers: Bool { rows.indices.contains(where: isToOther) }

  private func isToOther(_ index: Int) -> Bool {
    let row = rows[index]
    return joined[index] == nil && row.operation == .loan
      && row.items.count == 1 && row.borrowers.count == 1
  }

  /// Prepares the search for lines whose item went to another borrower.
  mutating func lookForOthers() {
    lines = [:]
    places = [:]
    for index in rows.indices where isToOther(index) {
      others.insert(index)
      places[LineKey(.loan, rows[index].items[0]), default: []].append(index)
    }
  }

  // MARK: Messages

  /// The messages, with their lines as far as these are certain.
  var messages: [JobReport.Message] {
    var messages: [JobReport.Message] = []
    var strange: [JobReport.Message] = []
    for (index, row) in rows.enumerated() {
      let line = joined[index]
      guard line != nil || row.kind != nil else {
        strange.append(message(.unknown, row, nil))
        continue
      }
      let isOther = line != nil && others.contains(index)
      guard let kind = row.kind ?? (isOther ? .otherBorrower : nil) else {
        continue
      }
      messages.append(message(kind, row, line))
    }
    // If most of them are not in the file, it is another one: they tell that.
    return strange.count * 2 > rows.count ? messages + strange : messages
  }

  private func message(
    _ kind: ReportMessage.Kind, _ row: AnsweredRow, _ line: NumberedTransaction?
  ) -> JobReport.Message {
    let said = ReportMessage(kind: kind, number: row.number)
    return JobReport.Message(
      line: line?.line, text: row.text,
      said: line.map { said.naming(oneOf: $0.transaction) } ?? said,
      numbers: line != nil
        ? []
        : (row.items + row.borrowers).compactMap {
          RowNumber($0, isNamed: true)
        })
  }
}

extension JobReport {
  /// Returns the report with the lines to which an answer belongs.
  ///
  /// - Throws: ``FileError``.
  func fitted(
    _ answer: SystemAnswer, to file: String,
    with fileSystem: any FileSystem
  ) throws(FileError) -> JobReport {
    var lines = AnsweredLines(of: answer.rows)
    try fileSystem.forEachLine(ofUpload: file) { lines.add($0, $1) }
    lines.join()
    // PMB gives the items of an unknown reader to the one before.
    if answer.system == .pmb, lines.hasLoansToOthers {
      lines.lookForOthers()
      try fileSystem.forEachLine(ofUpload: file) { lines.add($0, $1) }
      lines.join()
    }
    var report = self
    report.messages =
      lines.messages
      + answer.remarks.map {
        Message(
          line: nil, text: $0, said: ReportMessage(kind: .unknown, number: nil),
          numbers: [])
      }
    return report
  }
}
