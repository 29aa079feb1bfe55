import Circulation
import Scanning

extension Worklist {
  /// Returns the list as rows for programs: a header, and a row for each
  /// message.
  package func rows(_ words: any WorklistWords) -> [[String]] {
    [
      [
        "line", "grade", "section", "recorded", "operation", "item", "borrower",
        "note", "suggestion", "message",
      ]
    ]
      + tasks.map { task in
        let joined = task.entry.joined
        return [
          (joined?.line ?? task.entry.message.line).map(String.init) ?? "",
          task.entry.message.said.grade.rawValue, task.section.rawValue,
          joined?.transaction.recorded.iso8601 ?? "",
          joined?.transaction.operation.rawValue ?? "",
          joined?.transaction.item.text ?? "",
          joined?.transaction.borrower?.text ?? "", task.note(words) ?? "",
          task.hint(words) ?? "", task.entry.message.text,
        ]
      }
  }

  /// Returns the list as CSV for a spreadsheet, in the reader's language.
  package func table(_ words: any WorklistWords) -> String {
    let rows = tasks.map { task in
      let joined = task.entry.joined
      let transaction = joined?.transaction
      let fields = [
        words.heading(of: task.section),
        transaction.map { words.tableTime($0.recorded) } ?? "",
        transaction.map { words.name(of: $0.operation) } ?? "",
        transaction?.item.text ?? "", transaction?.borrower?.text ?? "",
        task.note(words) ?? "", task.hint(words) ?? "", task.entry.message.text,
      ]
      // The line number stays a number, for sorting.
      let line = joined?.line ?? task.entry.message.line
      return [line.map(String.init) ?? ""] + fields.map(CSV.text)
    }
    return CSV.byteOrderMark
      + ([words.worklistHead] + rows)
      .map { CSV.row($0, separator: words.listSeparator) }.joined()
  }

  /// Returns the list as JSON for programs.
  ///
  /// - Throws: `EncodingError`.
  package func json(_ words: any WorklistWords) throws -> String {
    try JSON.text(of: WorklistObject(self, words))
  }
}

extension Worklist.Task {
  /// Returns the note for an item lent to an unknown user.
  fileprivate func note(_ words: any WorklistWords) -> String? {
    guard section == .unknownUsers else { return nil }
    return entry.joined.map { words.unknownUserNote($0.transaction.recorded) }
  }
}

/// The JSON object of a worklist.
private struct WorklistObject: Encodable {
  struct Report: Encodable {
    let process: String?
    let name: String?
    let started: String?
    let finished: String?
    let status: String?
    let processed: Int?
    let exceptions: Int?
    let messages: Int
  }

  struct Line: Encodable {
    let line: Int
    let recorded: String
    let operation: String
    let item: String
    let borrower: String?

    init(_ line: Int, _ transaction: Transaction) {
      self.line = line
      recorded = transaction.recorded.iso8601
      operation = transaction.operation.rawValue
      item = transaction.item.text
      borrower = transaction.borrower?.text
    }
  }

  struct Suggestion: Encodable {
    let number: String
    let reason: String
    let sightings: Int
  }

  struct Message: Encodable {
    let line: Int?
    let message: String
    let kind: String
    let number: String?
    let grade: String
    let section: String
    let transactions: [Line]
    let note: String?
    let titleNumber: String?
    let suggestions: [Suggestion]
  }

  struct Correction: Encodable {
    let old: Line
    let new: Line
    let reasons: [String]
  }

  let file: String
  let report: Report
  let warnings: [String]
  let messages: [Message]
  let corrections: [Correction]

  init(_ worklist: Worklist, _ words: any WorklistWords) {
    let head = worklist.report.head
    file = worklist.file
    report = Report(
      process: head.process, name: head.name, started: head.started,
      finished: head.finished, status: head.status, processed: head.processed,
      exceptions: head.exceptions, messages: worklist.tasks.count)
    warnings = worklist.doubts.map(words.sentence)
    messages = worklist.tasks.map { task in
      let message = task.entry.message
      return Message(
        line: message.line, message: message.text,
        kind: message.said.kind.rawValue, number: message.said.number,
        grade: message.said.grade.rawValue, section: task.section.rawValue,
        transactions: task.entry.match.transactions.map {
          Line($0.line, $0.transaction)
        },
        note: task.note(words), titleNumber: task.title?.kind.rawValue,
        suggestions: task.nearMisses.map {
          Suggestion(
            number: $0.number, reason: $0.reason.rawValue,
            sightings: $0.sightings)
        })
    }
    corrections = worklist.retry.corrections.map {
      Correction(
        old: Line($0.line, $0.old), new: Line($0.line, $0.new),
        reasons: $0.reasons.map(\.rawValue))
    }
  }
}

extension Reconciliation.Match {
  /// The possible transactions.
  fileprivate var transactions: [NumberedTransaction] {
    switch self {
    case .transaction(let only), .otherNumber(let only): [only]
    // Bounded, since many equal messages would each list all candidates.
    case .oneOf(let several): Array(several.prefix(100))
    case .malformed, .beyondEnd, .nowhere: []
    }
  }
}
