import Circulation

/// A transaction with its line number.
package struct NumberedTransaction: Hashable, Sendable {
  /// The line number, from 1.
  package let line: Int
  /// The transaction on the line.
  package let transaction: Transaction

  /// Creates a numbered transaction.
  package init(line: Int, transaction: Transaction) {
    self.line = line
    self.transaction = transaction
  }
}

/// The messages of a job report, matched with transactions.
package struct Reconciliation: Hashable, Sendable {
  /// The match of a message.
  package enum Match: Hashable, Sendable {
    /// This transaction: its line confirms the message, or no other line has
    /// the number.
    case transaction(NumberedTransaction)
    /// One of several transactions that can't be distinguished.
    case oneOf([NumberedTransaction])
    /// The line has another number than the message.
    case otherNumber(NumberedTransaction)
    /// The line is not a transaction.
    case malformed(line: Int, DataFormat.LineError)
    /// The file ends before the line.
    case beyondEnd(line: Int)
    /// The number is not in the file, or the message has none.
    case nowhere
  }

  /// A message with its match.
  package struct Entry: Hashable, Sendable {
    /// The message.
    package let message: JobReport.Message
    /// The match.
    package let match: Match

    /// The matched transaction; nil if it is not certain.
    package var joined: NumberedTransaction? {
      guard case .transaction(let joined) = match else { return nil }
      return joined
    }

    /// True if it has a number that can be compared with the file.
    var namesNumber: Bool {
      if message.said.number != nil { return true }
      return switch match {
      case .otherNumber: true
      case .transaction(let joined):
        message.isConfirmed(by: joined.transaction)
      case .oneOf, .malformed, .beyondEnd, .nowhere: false
      }
    }
  }

  /// The messages in the order of the report.
  package let entries: [Entry]

  /// Matches a report with the lines collected for it.
  package init(_ report: JobReport, with lines: ReportedLines) {
    var matches: [Match?] = report.messages.map { message in
      message.line.map { Self.match(of: message, on: $0, in: lines) }
    }
    // Messages without a line number match by number, among lines that no other
    // message claims.
    let claimed = Set(
      matches.compactMap { match -> Int? in
        guard case .transaction(let joined)? = match else { return nil }
        return joined.line
      })
    let numberless = report.messages.indices.filter { matches[$0] == nil }
    let groups = Dictionary(grouping: numberless) { report.messages[$0].said }
    for (said, indices) in groups {
      let candidates = (said.number.flatMap { lines.byNumber[$0] } ?? [])
        .filter { said.isAbout($0.transaction) && !claimed.contains($0.line) }
      for (place, index) in indices.enumerated() {
        matches[index] =
          if candidates.isEmpty {
            .nowhere
          } else if candidates.count == indices.count {
            .transaction(candidates[place])
          } else {
            .oneOf(candidates)
          }
      }
    }
    entries = zip(report.messages, matches).map {
      Entry(message: $0, match: $1 ?? .nowhere)
    }
  }

  private static func match(
    of message: JobReport.Message, on line: Int, in lines: ReportedLines
  ) -> Match {
    guard line <= lines.count else { return .beyondEnd(line: line) }
    switch lines.asked[line] {
    case .success(let transaction):
      let joined = NumberedTransaction(line: line, transaction: transaction)
      return message.isAbout(transaction)
        ? .transaction(joined) : .otherNumber(joined)
    case .failure(let error): return .malformed(line: line, error)
    case nil: return .beyondEnd(line: line)
    }
  }

  /// True if most messages contradict the file, so that it is not the uploaded
  /// one.
  package var isOfOtherFile: Bool {
    // A message without a number can't contradict the file, and the number in
    // an unknown message is uncertain.
    let numbered = entries.filter(\.namesNumber)
    let known = numbered.filter { $0.message.said.kind != .unknown }
    let telling = known.isEmpty ? numbered : known
    let strange = telling.count {
      switch $0.match {
      case .transaction, .oneOf: false
      case .otherNumber, .malformed, .beyondEnd, .nowhere: true
      }
    }
    return strange * 2 > telling.count
  }

  /// Returns the rejected numbers of each kind.
  package static func rejected(
    by report: JobReport
  ) -> (items: Set<String>, borrowers: Set<String>) {
    var items: Set<String> = []
    var borrowers: Set<String> = []
    for case (let kind, let number?) in report.messages.map({
      ($0.said.kind, $0.said.number)
    }) {
      switch kind {
      case .itemNotFound: items.insert(number)
      case .userNotFound: borrowers.insert(number)
      case .notOnLoan, .laterAction, .otherBorrower, .onLoan, .held,
        .returnAgain, .unknown:
        break
      }
    }
    return (items, borrowers)
  }
}

extension ReportMessage {
  /// Returns true if the transaction has the message's number, as the kind that
  /// the message is about.
  func isAbout(_ transaction: Transaction) -> Bool {
    guard let number else { return true }
    var isItem: Bool { transaction.item.text.collapsingWhitespace == number }
    var isBorrower: Bool {
      transaction.borrower?.text.collapsingWhitespace == number
    }
    return switch kind {
    case .itemNotFound, .laterAction: isItem
    case .notOnLoan, .returnAgain:
      transaction.operation == .return && isItem
    case .otherBorrower, .onLoan, .held:
      transaction.operation == .loan && isItem
    case .userNotFound: isBorrower
    case .unknown: isItem || isBorrower
    }
  }
}

/// The lines of an uploaded file to which a job report may refer.
package struct ReportedLines: Sendable {
  /// The number of lines in the file.
  package private(set) var count = 0
  /// The number of transactions in the file.
  package private(set) var transactionCount = 0
  /// The content of the requested lines.
  private(set) var asked: [Int: Result<Transaction, DataFormat.LineError>] = [:]
  /// The transactions that contain each requested number.
  private(set) var byNumber: [String: [NumberedTransaction]]

  /// The requested lines that are still to come, in descending order.
  private var lines: [Int]

  /// Requests the lines and numbers named in a report.
  package init(of report: JobReport) {
    self.init(
      lines: Set(report.messages.compactMap(\.line)),
      numbers: Set(report.messages.compactMap(\.said.number)))
  }

  /// Requests lines by line number, and transactions with certain items or
  /// borrowers.
  init(lines: Set<Int> = [], numbers: Set<String>) {
    self.lines = lines.sorted(by: >)
    byNumber = Dictionary(uniqueKeysWithValues: numbers.map { ($0, []) })
  }

  /// True if any line or number is requested.
  var isOfInterest: Bool { !lines.isEmpty || !byNumber.isEmpty }

  /// Processes the next line of the file; the line numbers ascend.
  package mutating func add(
    _ number: Int, _ line: Result<Transaction, DataFormat.LineError>
  ) {
    count = number
    while let next = lines.last, next <= number {
      lines.removeLast()
      if next == number { asked[number] = line }
    }
    guard case .success(let transaction) = line else { return }
    transactionCount += 1
    guard !byNumber.isEmpty else { return }
    // A report has single spaces in a number.
    let item = transaction.item.text.collapsingWhitespace
    let borrower = transaction.borrower?.text.collapsingWhitespace
    add(number, transaction, under: item)
    if let borrower, borrower != item {
      add(number, transaction, under: borrower)
    }
  }

  private mutating func add(
    _ line: Int, _ transaction: Transaction, under number: String
  ) {
    guard let index = byNumber.index(forKey: number) else { return }
    byNumber.values[index].append(
      NumberedTransaction(line: line, transaction: transaction))
  }
}
