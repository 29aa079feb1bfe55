import Circulation
import Scanning

/// What is to be done after an upload: the messages of the job report, each
/// with its transaction and with what its numbers may have been meant for.
package struct Worklist: Hashable, Sendable {
  /// A message, and what is known about it.
  package struct Task: Hashable, Sendable {
    /// The message and its transaction.
    package let entry: Reconciliation.Entry
    /// What the rejected number may have been meant for, the likeliest first.
    package let nearMisses: [NearMiss]
    /// The first line on which the rejected number stands as the other of the
    /// two: that of an item as a borrower's, or the other way round.
    package let otherKindLine: Int?
    /// What it is if the rejected number names a title, and no copy.
    package var title: TitleNumber? {
      let said = entry.message.said
      return said.grade == .nothing
        ? nil : said.number.flatMap(TitleNumber.init)
    }
    /// Where on the list it belongs.
    package private(set) var section: Section
  }

  /// A part of the list, in the order of the parts.
  package enum Section: String, CaseIterable, Hashable, Sendable {
    /// Loans whose item and borrower are in each other's place.
    case swapped
    /// Items that were lent to users that nobody knows.
    case unknownUsers = "unknown-user"
    /// Items that nobody knows, lent to users that are known.
    case unknownItems = "unknown-item"
    /// Items that nobody knows, and that came back.
    case unknownReturns = "unknown-return"
    /// Loans of which neither item nor user is known.
    case neither
    /// Messages of which it is not clear what they are about.
    case unclear
    /// Messages that are not known.
    case unknownMessages = "unknown-message"
    /// What needs nothing.
    case nothing
    /// Loans and returns that were corrected, to be uploaded again.
    case corrected
  }

  /// What makes one doubt that all is on the list.
  package enum Doubt: Hashable, Sendable {
    /// The head of the report counts more messages than its table has.
    case incomplete(present: Int, counted: Int)
    /// The system read another number of lines than the file has, whether or
    /// not those with exceptions are among the ones it counts as processed.
    case otherCount(processed: Int, inFile: Int)
    /// Messages have no end, and were cut after so many characters.
    case cut(count: Int, length: Int)
    /// Rows of the report name a number as messages do, and were not read.
    case unread(count: Int, first: String)
  }

  /// The report.
  package let report: JobReport
  /// The file that was uploaded.
  package internal(set) var file: String
  /// What is to be done, in the order of the report.
  package let tasks: [Task]
  /// What makes one doubt that all is on the list.
  package let doubts: [Doubt]
  /// What can be uploaded again.
  package let retry: Retry
  /// Whether that is uploaded again, and is no work for a person any more.
  package let isRetried: Bool

  /// The tasks of a part of the list.
  package func tasks(in section: Section) -> [Task] {
    tasks.filter { $0.section == section }
  }

  /// Whether a person has anything to do.
  package var isDone: Bool {
    doubts.isEmpty && tasks.allSatisfy { $0.section == .nothing }
  }

  /// The items that were lent to unknown users, each once.
  package var itemsToNote: [String] {
    distinct(tasks(in: .unknownUsers)) { $0.item.text }
  }

  /// The users who borrowed unknown items, each once.
  package var usersToContact: [String] {
    distinct(tasks(in: .unknownItems)) { $0.borrower?.text }
  }

  private func distinct(
    _ tasks: [Task], _ number: (Transaction) -> String?
  ) -> [String] {
    var known: Set<String> = []
    return tasks.compactMap { task in
      task.entry.joined.flatMap { number($0.transaction) }
    }.filter { known.insert($0).inserted }
  }
}

/// The file is not the one that the report is about.
package struct OtherFile: Error, Hashable, Sendable {
  /// The file.
  package let file: String
  /// A message that contradicts it.
  package let example: Reconciliation.Entry
}

extension Worklist {
  /// Reads the file that was uploaded, twice, and joins the report with it.
  ///
  /// - Parameters:
  ///   - report: the report.
  ///   - file: the file that was uploaded.
  ///   - rules: what numbers look like.
  ///   - isRetried: whether the lines that can be corrected are uploaded again.
  ///   - fileSystem: what the file is read with.
  /// - Throws: ``OtherFile`` if most of the report contradicts it;
  ///   ``FileFailure``.
  package init(
    of report: JobReport, with file: String, rules: ScanRules = ScanRules(),
    isRetried: Bool = false,
    fileSystem: any FileSystem = PosixFileSystem()
  ) throws {
    let report = try report.fitted(to: file, with: fileSystem)
    let rejected = Reconciliation.rejected(by: report)
    var items = NearMissSearch(
      rejected: rejected.items, of: .item, rules: rules)
    var borrowers = NearMissSearch(
      rejected: rejected.borrowers, of: .borrower, rules: rules)
    var lines = ReportedLines(of: report)
    try fileSystem.forEachLine(ofInput: file) { number, line in
      lines.add(number, line)
      guard case .success(let transaction) = line else { return }
      items.consider(transaction.item.text)
      if let borrower = transaction.borrower {
        borrowers.consider(borrower.text)
      }
    }
    let reconciliation = Reconciliation(report, with: lines)
    if reconciliation.isOfOtherFile,
      let example = reconciliation.entries.first(where: \.isContradiction)
    {
      throw OtherFile(file: file, example: example)
    }
    var neighbours = Neighbours(
      of: reconciliation, items: items, borrowers: borrowers, rules: rules)
    try fileSystem.forEachLine(ofInput: file) { neighbours.add($0, $1) }
    self.init(
      report, file: file, isRetried: isRetried, reconciliation, lines,
      neighbours, items, borrowers)
  }

  private init(
    _ report: JobReport, file: String, isRetried: Bool,
    _ reconciliation: Reconciliation, _ lines: ReportedLines,
    _ neighbours: Neighbours, _ items: NearMissSearch,
    _ borrowers: NearMissSearch
  ) {
    self.report = report
    self.file = file
    let rejectedOn = Dictionary(
      grouping: reconciliation.entries.filter {
        $0.joined != nil && $0.message.said.grade == .toDo
      }
    ) { $0.joined?.line ?? 0 }.mapValues { Set($0.map(\.message.said.kind)) }
    let tasks = reconciliation.entries.map { entry in
      Task(
        entry,
        rejected: entry.joined.flatMap { rejectedOn[$0.line] } ?? [],
        near: entry.message.said.kind == .userNotFound ? borrowers : items,
        neighbours)
    }
    let retry = Retry(of: tasks, beside: neighbours)
    let corrected = Set(isRetried ? retry.corrections.map(\.line) : [])
    self.retry = retry
    self.isRetried = isRetried
    self.tasks = tasks.map { $0.corrected(on: corrected) }
    var doubts: [Doubt] = []
    if report.missingCount > 0, let counted = report.head.exceptions {
      doubts.append(
        .incomplete(present: report.messages.count, counted: counted))
    }
    if let processed = report.head.processed,
      !lines.mayBeCounted(processed),
      // A report may give any number.
      !lines.mayBeCounted(processed &+ (report.head.exceptions ?? 0))
    {
      doubts.append(.otherCount(processed: processed, inFile: lines.count))
    }
    if report.cutCount > 0 {
      doubts.append(
        .cut(count: report.cutCount, length: ReportLimit.messageLength))
    }
    if let first = report.unread.first {
      doubts.append(.unread(count: report.unread.count, first: first))
    }
    self.doubts = doubts
  }
}

extension Worklist.Task {
  fileprivate init(
    _ entry: Reconciliation.Entry, rejected kinds: Set<ReportMessage.Kind>,
    near search: NearMissSearch, _ neighbours: Neighbours
  ) {
    self.entry = entry
    let said = entry.message.said
    guard said.grade == .toDo, let number = said.number else {
      section = entry.section(rejected: kinds)
      nearMisses = []
      otherKindLine = nil
      return
    }
    let other = neighbours.line(
      of: number, as: said.kind == .itemNotFound ? .borrower : .item)
    let swap = entry.joined.flatMap {
      neighbours.swap(of: $0.transaction, for: number)
    }
    if let swap {
      section = .swapped
      nearMisses = [swap]
    } else {
      section = entry.section(rejected: kinds)
      // What is a number of the other kind was not misread.
      nearMisses = other == nil ? search.nearMisses(of: number) : []
    }
    otherKindLine = other
  }

  /// The task as it is when lines were corrected.
  fileprivate func corrected(on lines: Set<Int>) -> Self {
    guard
      entry.message.said.grade == .toDo, let line = entry.joined?.line,
      lines.contains(line)
    else { return self }
    var task = self
    task.section = .corrected
    return task
  }
}

extension ReportedLines {
  /// Whether a system may count the lines of the file like this.
  fileprivate func mayBeCounted(_ number: Int) -> Bool {
    number == count || number == transactionCount
  }
}

extension Reconciliation.Entry {
  fileprivate var isContradiction: Bool {
    switch match {
    case .transaction, .oneOf: false
    case .otherNumber, .malformed, .beyondEnd, .nowhere: namesNumber
    }
  }

  fileprivate func section(
    rejected kinds: Set<ReportMessage.Kind>
  ) -> Worklist.Section {
    let said = message.said
    switch match {
    case .otherNumber, .malformed, .beyondEnd: return .unclear
    case .oneOf, .nowhere:
      return switch said.grade {
      case .nothing: .nothing
      case .toDo: .unclear
      case .unknown: .unknownMessages
      }
    case .transaction(let joined):
      if said.grade == .toDo, kinds.count > 1 { return .neither }
      return switch said.kind {
      case .userNotFound: .unknownUsers
      case .itemNotFound:
        joined.transaction.operation == .loan ? .unknownItems : .unknownReturns
      case .unknown: .unknownMessages
      case .notOnLoan, .laterAction: .nothing
      }
    }
  }
}
