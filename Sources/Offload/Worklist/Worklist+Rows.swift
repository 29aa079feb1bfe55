import Circulation
import Scanning
import Tables

extension Worklist {
  /// The names of the values of ``rows(_:)``.
  package static let columns = [
    "line", "grade", "section", "recorded", "operation", "item", "borrower",
    "note", "suggestion", "message",
  ]

  /// Returns the list as values for programs, a row for each message, and for
  /// each loan that no message names.
  package func rows(_ words: any WorklistWords) -> [[OutputRow.Value]] {
    tasks.map { task in
      let message = task.entry.message
      let joined = task.entry.joined
      let transaction = joined?.transaction
      return [
        .init(joined?.line ?? message.line), .text(message.said.grade.rawValue),
        .text(task.section.rawValue), .init(transaction?.recorded),
        .init(transaction?.operation.rawValue), .init(transaction?.item.text),
        .init(transaction?.borrower?.text), .init(task.note(words)),
        .init(task.hint(words)), .text(message.text),
      ]
    }
      + loansNotForLoan.map { loan in
        let transaction = loan.transaction
        return [
          .number(loan.line), .text(ReportMessage.Grade.toDo.rawValue),
          .text(LineEffect.notForLoan.rawValue), .init(transaction.recorded),
          .text(transaction.operation.rawValue), .text(transaction.item.text),
          .init(transaction.borrower?.text), .missing, .missing, .missing,
        ]
      }
  }

  /// Returns the list as CSV for a spreadsheet, in the reader's language.
  package func table(
    _ words: any WorklistWords & RehearsalWords
  ) -> String {
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
    let heading = words.heading(of: .notForLoan, count: loansNotForLoan.count)
    let loans = loansNotForLoan.map { loan in
      let transaction = loan.transaction
      let fields = [
        heading, words.tableTime(transaction.recorded),
        words.name(of: transaction.operation), transaction.item.text,
        transaction.borrower?.text ?? "", "", "", "",
      ]
      return [String(loan.line)] + fields.map(CSV.text)
    }
    return CSV.byteOrderMark
      + ([words.worklistHeading] + rows + loans)
      .map { CSV.row($0, separator: words.listSeparator) }.joined()
  }

  /// Returns the list as JSON for programs, with a line end.
  package func json(_ words: any WorklistWords) -> String {
    let head = report.head
    let row: OutputRow = [
      "file": .text(file),
      "report": .row([
        "process": .init(head.process), "name": .init(head.name),
        "started": .init(head.started), "finished": .init(head.finished),
        "status": .init(head.status), "processed": .init(head.processed),
        "exceptions": .init(head.exceptions), "messages": .number(tasks.count),
      ]),
      "warnings": .list(warnings.map { .text(words.sentence($0)) }),
      "messages": .list(tasks.map { .row($0.row(words)) }),
      "notForLoan": .list(loansNotForLoan.map { .row($0.row) }),
      "corrections": .list(retry.corrections.map { .row($0.row) }),
    ]
    return row.json + "\n"
  }
}

extension Worklist.Task {
  /// Returns the note for an item lent to an unknown user.
  fileprivate func note(_ words: any WorklistWords) -> String? {
    guard section == .unknownUsers else { return nil }
    return entry.joined.map { words.unknownUserNote($0.transaction.recorded) }
  }

  fileprivate func row(_ words: any WorklistWords) -> OutputRow {
    let message = entry.message
    return [
      "line": .init(message.line),
      "message": .text(message.text),
      "kind": .text(message.said.kind.rawValue),
      "number": .init(message.said.number),
      "grade": .text(message.said.grade.rawValue),
      "section": .text(section.rawValue),
      "transactions": .list(entry.match.transactions.map { .row($0.row) }),
      "note": .init(note(words)),
      "titleNumber": .init(title?.kind.rawValue),
      "suggestions": .list(nearMisses.map { .row($0.row) }),
    ]
  }
}

extension NearMiss {
  fileprivate var row: OutputRow {
    [
      "number": .text(number), "reason": .text(reason.rawValue),
      "sightings": .number(sightings),
    ]
  }
}

extension Retry.Correction {
  fileprivate var row: OutputRow {
    [
      "old": .row(NumberedTransaction(line: line, transaction: old).row),
      "new": .row(NumberedTransaction(line: line, transaction: new).row),
      "reasons": .list(reasons.map { .text($0.rawValue) }),
    ]
  }
}

extension NumberedTransaction {
  fileprivate var row: OutputRow {
    [
      "line": .number(line), "recorded": .init(transaction.recorded),
      "operation": .text(transaction.operation.rawValue),
      "item": .text(transaction.item.text),
      "borrower": .init(transaction.borrower?.text),
    ]
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
