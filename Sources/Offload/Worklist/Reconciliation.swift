import Circulation

/// A transaction and the number of its line, from 1.
package struct NumberedTransaction: Hashable, Sendable {
  /// The number of the line.
  package let line: Int
  /// What is on it.
  package let transaction: Transaction

  /// A transaction on a line.
  package init(line: Int, transaction: Transaction) {
    self.line = line
    self.transaction = transaction
  }
}

/// The messages of a job report, each with the transaction that it is about.
package struct Reconciliation: Hashable, Sendable {
  /// What a message was found to be about.
  package enum Match: Hashable, Sendable {
    /// A transaction: the message says it of this line, or its number stands
    /// nowhere else.
    case transaction(NumberedTransaction)
    /// One of several transactions, which can't be told apart.
    case oneOf([NumberedTransaction])
    /// The line has another number than the message.
    case otherNumber(NumberedTransaction)
    /// The line is no transaction.
    case malformed(line: Int, DataFormat.Fault)
    /// The file ends before the line.
    case beyondEnd(line: Int)
    /// The number is nowhere in the file, or the message names none.
    case nowhere
  }

  /// A message with what it is about.
  package struct Entry: Hashable, Sendable {
    /// The message.
    package let message: JobReport.Message
    /// What it is about.
    package let match: Match

    /// The transaction, if it is known.
    package var joined: NumberedTransaction? {
      guard case .transaction(let joined) = match else { return nil }
      return joined
    }

    /// Whether a number of it can be compared with the file.
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

  /// The messages, in the order of the report.
  package let entries: [Entry]

  /// Joins a report with the lines of a file, of which those that it asks for
  /// have been collected.
  package init(_ report: JobReport, with lines: ReportedLines) {
    var matches: [Match?] = report.messages.map { message in
      message.line.map { Self.match(of: message, on: $0, in: lines) }
    }
    // Without a line, by the number: of the lines that no message claims.
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
    case .failure(let fault): return .malformed(line: line, fault)
    case nil: return .beyondEnd(line: line)
    }
  }

  /// Whether most of the messages contradict the file, so that it is not the
  /// one that was uploaded.
  package var isOfOtherFile: Bool {
    // A message without a number says nothing of the file; what the number in
    // an unknown one is, nobody knows.
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

  /// The numbers of each kind that the library system rejected.
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
      case .notOnLoan, .laterAction, .unknown: break
      }
    }
    return (items, borrowers)
  }
}

extension ReportMessage {
  /// Whether it can be said of a transaction: its number stands there, in the
  /// place that the message speaks of.
  func isAbout(_ transaction: Transaction) -> Bool {
    guard let number else { return true }
    let item = transaction.item.text.tidied
    let borrower = transaction.borrower?.text.tidied
    return switch kind {
    case .itemNotFound, .laterAction: item == number
    case .notOnLoan: item == number && transaction.operation == .return
    case .userNotFound: borrower == number
    case .unknown: item == number || borrower == number
    }
  }
}

/// Of the lines of an uploaded file, those that a job report may speak of.
package struct ReportedLines: Sendable {
  /// How many lines the file has.
  package private(set) var count = 0
  /// How many of them are transactions.
  package private(set) var transactionCount = 0
  /// What is on the lines whose numbers were asked for.
  private(set) var asked: [Int: Result<Transaction, DataFormat.Fault>] = [:]
  /// The transactions that have one of the numbers that were asked for.
  private(set) var byNumber: [String: [NumberedTransaction]] = [:]

  private let lines: Set<Int>
  private let numbers: Set<String>

  /// Asks for the lines that a report names, or whose number it does.
  package init(of report: JobReport) {
    self.init(
      lines: Set(report.messages.compactMap(\.line)),
      numbers: Set(report.messages.compactMap(\.said.number)))
  }

  /// Asks for lines by their numbers, and for those with certain numbers of
  /// items or borrowers.
  init(lines: Set<Int> = [], numbers: Set<String>) {
    self.lines = lines
    self.numbers = numbers
  }

  /// Takes the next line of the file.
  package mutating func add(
    _ number: Int, _ line: Result<Transaction, DataFormat.Fault>
  ) {
    count = number
    if lines.contains(number) { asked[number] = line }
    guard case .success(let transaction) = line else { return }
    transactionCount += 1
    guard !numbers.isEmpty else { return }
    // A report has single blanks in a number.
    let item = transaction.item.text.tidied
    let borrower = transaction.borrower?.text.tidied
    let found = NumberedTransaction(line: number, transaction: transaction)
    if numbers.contains(item) { byNumber[item, default: []].append(found) }
    if let borrower, borrower != item, numbers.contains(borrower) {
      byNumber[borrower, default: []].append(found)
    }
  }
}
