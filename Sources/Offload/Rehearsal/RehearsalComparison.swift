import Circulation

/// A rehearsal held against the report of the upload: what differs tells which
/// list is out of date, or which rule is wrong.
package struct RehearsalComparison: Hashable, Sendable {
  /// The cause of a difference.
  package enum Cause: Hashable, Sendable {
    /// A list does not have what the system has.
    case list(Ground)
    /// The rules of the rehearsal are wrong.
    case rule
    /// An earlier line of the item differs.
    case earlierLine
    /// It could not be expected: a later action, or an unknown message.
    case notForetold
  }

  /// A line with another message than expected.
  package struct Difference: Hashable, Sendable {
    /// The line number; nil if the report does not tell it.
    package let line: Int?
    /// The message that was expected; nil if there was none.
    package let expected: String?
    /// The message of the report; nil if there is none.
    package let reported: String?
    /// The cause.
    package let cause: Cause

    /// Creates a difference.
    package init(
      line: Int?, expected: String?, reported: String?, cause: Cause
    ) {
      self.line = line
      self.expected = expected
      self.reported = reported
      self.cause = cause
    }
  }

  /// The number of messages that were expected and came.
  package private(set) var sameCount = 0
  /// The differences, in the order of the lines.
  package private(set) var differences: [Difference] = []

  /// Creates a comparison without a difference.
  package init() {}

  /// Compares the lines that a rehearsal expects to be reported with a report.
  ///
  /// - Parameters:
  ///   - expected: what the rehearsal foretells of the file.
  ///   - report: the report on it.
  ///   - file: the path of the uploaded file.
  ///   - fileSystem: the file system to read the file from.
  /// - Throws: ``OtherFile`` if the report is about another file;
  ///   ``FileError``.
  package init(
    _ expected: [RehearsedLine], with report: JobReport, on file: String,
    fileSystem: any FileSystem = PosixFileSystem()
  ) throws {
    let report = try report.fitted(to: file, with: fileSystem)
    let wanted = expected.filter(\.isReported)
    var lines = ReportedLines(
      lines: Set(report.messages.compactMap(\.line) + wanted.map(\.line)),
      numbers: Set(report.messages.compactMap(\.said.number)))
    try fileSystem.forEachLine(ofUpload: file) { lines.add($0, $1) }
    let reconciliation = Reconciliation(report, with: lines)
    if reconciliation.isOfOtherFile, let example = reconciliation.example {
      throw OtherFile(file: file, example: example)
    }
    compare(wanted, reconciliation.entries, lines)
  }

  private mutating func compare(
    _ expected: [RehearsedLine], _ reported: [Reconciliation.Entry],
    _ lines: ReportedLines
  ) {
    let foretold = Dictionary(grouping: expected, by: \.line)
    let said = Dictionary(grouping: reported) {
      $0.joined?.line ?? $0.message.line ?? .max
    }
    var differing: Set<Barcode> = []
    for line in Set(foretold.keys).union(said.keys).sorted() {
      let transaction = lines.transaction(on: line)
      var rest = said[line] ?? []
      for wanted in foretold[line] ?? [] {
        let place = rest.firstIndex { $0.message.isLike(wanted.message) }
        if let place {
          rest.remove(at: place)
          sameCount += 1
          continue
        }
        let other = rest.isEmpty ? nil : rest.removeFirst().message
        var cause = Cause(of: wanted)
        if let item = transaction?.item, !differing.insert(item).inserted {
          cause = .earlierLine
        }
        differences.append(
          Difference(
            line: line, expected: wanted.message, reported: other?.text,
            cause: cause))
      }
      for entry in rest {
        var cause = Cause(of: entry.message.said.kind, line, transaction, lines)
        if let item = transaction?.item, !differing.insert(item).inserted,
          cause != .notForetold
        {
          cause = .earlierLine
        }
        differences.append(
          Difference(
            line: line == .max ? nil : line, expected: nil,
            reported: entry.message.text, cause: cause))
      }
    }
  }

  /// Returns the differences with a cause.
  package func differences(by cause: Cause) -> [Difference] {
    differences.filter { $0.cause == cause }
  }
}

extension RehearsalComparison.Cause: CaseIterable {
  /// All causes, in the order of the page.
  package static let allCases: [Self] = [
    .list(.items), .list(.borrowers), .list(.loans), .rule, .earlierLine,
    .notForetold,
  ]

  /// The name of the cause for programs.
  package var name: String {
    switch self {
    case .list(let ground): ground.rawValue
    case .rule: "rule"
    case .earlierLine: "earlier-line"
    case .notForetold: "not-expected"
    }
  }

  /// The cause of a message that was expected and did not come.
  fileprivate init(of line: RehearsedLine) {
    self = line.ground == .lines ? .rule : .list(line.ground)
  }

  /// The cause of a message that came and was not expected.
  fileprivate init(
    of kind: ReportMessage.Kind, _ line: Int, _ transaction: Transaction?,
    _ lines: ReportedLines
  ) {
    switch kind {
    case .itemNotFound: self = .list(.items)
    case .userNotFound: self = .list(.borrowers)
    case .notOnLoan:
      let isLaterLine =
        transaction.map { lines.hasLine(of: $0.item, before: line) } ?? false
      self = isLaterLine ? .rule : .list(.loans)
    case .onLoan, .held: self = .list(.loans)
    case .otherBorrower: self = .list(.borrowers)
    case .returnAgain: self = .list(.items)
    case .laterAction, .unknown: self = .notForetold
    }
  }
}

extension JobReport.Message {
  /// Returns true if it is the expected message, if in the words of a page.
  fileprivate func isLike(_ expected: String?) -> Bool {
    guard let expected, text != expected else { return expected != nil }
    guard said.kind != .unknown, SystemMessage.found(in: expected) != nil
    else { return false }
    return ReportMessage(expected).kind == said.kind
  }
}

extension ReportedLines {
  fileprivate func transaction(on line: Int) -> Transaction? {
    guard case .success(let transaction)? = asked[line] else { return nil }
    return transaction
  }

  fileprivate func hasLine(of item: Barcode, before line: Int) -> Bool {
    (byNumber[item.text.collapsingWhitespace] ?? []).contains {
      $0.line < line && $0.transaction.item == item
    }
  }
}
