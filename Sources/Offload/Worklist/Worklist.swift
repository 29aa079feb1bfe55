import Catalogue
import Circulation
import Scanning

/// The tasks after an upload: the messages of the job report, with transactions
/// and suggestions.
package struct Worklist: Hashable, Sendable {
  /// A message of the report, with what is known about it.
  package struct Task: Hashable, Sendable {
    /// The message and its match.
    package let entry: Reconciliation.Entry
    /// The suggestions for the rejected number, the likeliest first.
    package let nearMisses: [NearMiss]
    /// The first line with the rejected number as the other kind: an item as a
    /// borrower, or vice versa; nil if there is none.
    package let otherKindLine: Int?
    /// The title that the rejected number identifies, if it does not name a
    /// copy.
    package var title: TitleNumber? {
      let said = entry.message.said
      return said.grade == .nothing
        ? nil : said.number.flatMap(TitleNumber.init)
    }
    /// The section of the list.
    package private(set) var section: Section
  }

  /// A section of the list, in the order of the page.
  package enum Section: String, CaseIterable, Hashable, Sendable {
    /// Loans with item and borrower swapped.
    case swapped
    /// Items lent to unknown users.
    case unknownUsers = "unknown-user"
    /// Unknown items lent to known users.
    case unknownItems = "unknown-item"
    /// Unknown items returned.
    case unknownReturns = "unknown-return"
    /// Loans with unknown item and unknown user.
    case neither
    /// Items that went to another borrower than the one who took them.
    case otherBorrowers = "other-borrower"
    /// Loans that were refused, since the item is on loan.
    case refusedLoans = "on-loan"
    /// Returns to be made again, in the system itself.
    case returnsAgain = "return-again"
    /// Messages that match no certain transaction.
    case unclear
    /// Unknown messages.
    case unknownMessages = "unknown-message"
    /// Messages that need no action.
    case nothing
    /// Loans and returns corrected for another upload.
    case corrected
  }

  /// A reason to suspect that the list is incomplete.
  package enum Warning: Hashable, Sendable {
    /// The report's header counts more messages than its table has.
    case incomplete(present: Int, counted: Int)
    /// The system processed a number of lines that does not fit the file, with
    /// or without those with exceptions.
    case otherCount(processed: Int, inFile: Int)
    /// Messages without an end were cut after this many characters.
    case cut(count: Int, length: Int)
    /// Rows of the report that name a number like messages were not understood.
    case unread(count: Int, first: String)
    /// Rows of the answer have no result: the system has yet to process them.
    case waiting(count: Int)
    /// The answer has no end: the system stopped, or the page is not whole.
    case noEnd
  }

  /// The job report.
  package let report: JobReport
  /// The uploaded file.
  package internal(set) var file: String
  /// The tasks, in the order of the report.
  package let tasks: [Task]
  /// The reasons to suspect that the list is incomplete.
  package let warnings: [Warning]
  /// The lines that can be uploaded again.
  package let retry: Retry
  /// True if these lines are uploaded again, so that they need no person.
  package let isRetried: Bool
  /// The loans of items that are not for loan by the lists: the system has
  /// them, and its report does not name them.
  package private(set) var loansNotForLoan: [NumberedTransaction] = []

  /// Returns the tasks of a section.
  package func tasks(in section: Section) -> [Task] {
    tasks.filter { $0.section == section }
  }

  /// True if nothing on the list needs a person, and nothing may be missing.
  package var isDone: Bool {
    warnings.isEmpty && loansNotForLoan.isEmpty
      && tasks.allSatisfy { $0.section == .nothing }
  }

  /// The items lent to unknown users, each once.
  package var itemsToNote: [String] {
    distinct(tasks(in: .unknownUsers)) { $0.item.text }
  }

  /// The users who borrowed unknown items, each once.
  package var usersToContact: [String] {
    distinct(tasks(in: .unknownItems)) { $0.borrower?.text }
  }

  /// The items that are not for loan and were lent, each once.
  package var itemsNotForLoan: [String] {
    var known: Set<String> = []
    return loansNotForLoan.map(\.transaction.item.text)
      .filter { known.insert($0).inserted }
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

/// An error: the report is about another file.
package struct OtherFile: Error, Hashable, Sendable {
  /// The file given.
  package let file: String
  /// A message that contradicts the file.
  package let example: Reconciliation.Entry
}

extension Worklist {
  /// Reads the uploaded file twice, and matches the report with it.
  ///
  /// - Parameters:
  ///   - report: the report.
  ///   - file: the path of the uploaded file.
  ///   - rules: the rules for numbers.
  ///   - isRetried: true if corrected lines are uploaded again.
  ///   - known: the search in the catalogue; nil if there is none.
  ///   - fileSystem: the file system to read the file from.
  /// - Throws: ``OtherFile`` if most of the report contradicts it;
  ///   ``FileError``; ``CatalogueError``.
  package init(
    of report: JobReport, with file: String, rules: ScanRules = ScanRules(),
    isRetried: Bool = false, known: KnownNeighbours? = nil,
    fileSystem: any FileSystem = PosixFileSystem()
  ) throws {
    let report = try report.fitted(to: file, with: fileSystem)
    let rejected = Reconciliation.rejected(by: report)
    var itemSearch = NearMissSearch(
      rejected: rejected.items, of: .item, rules: rules)
    var borrowerSearch = NearMissSearch(
      rejected: rejected.borrowers, of: .borrower, rules: rules)
    var lines = ReportedLines(of: report)
    try fileSystem.forEachLine(ofUpload: file) { number, line in
      lines.add(number, line)
      guard case .success(let transaction) = line else { return }
      itemSearch.consider(transaction.item.text)
      if let borrower = transaction.borrower {
        borrowerSearch.consider(borrower.text)
      }
    }
    let reconciliation = Reconciliation(report, with: lines)
    if reconciliation.isOfOtherFile, let example = reconciliation.example {
      throw OtherFile(file: file, example: example)
    }
    let items = itemSearch.nearMisses()
    let borrowers = borrowerSearch.nearMisses()
    var neighbours = Neighbours(
      of: reconciliation, items: items, borrowers: borrowers, rules: rules)
    if neighbours.isOfInterest {
      try fileSystem.forEachLine(ofUpload: file) { neighbours.add($0, $1) }
    }
    let near = try NearNumbers(
      items: items, borrowers: borrowers, rejected: rejected, known)
    self.init(
      report, file: file, isRetried: isRetried, reconciliation, lines,
      neighbours, near)
  }

  /// Adds the loans of items that are not for loan by the lists, as far as the
  /// system has not rejected them.
  ///
  /// - Parameters:
  ///   - catalogue: the lists.
  ///   - fileSystem: the file system to read the file from.
  /// - Throws: ``CatalogueError``; ``FileError``.
  package mutating func addLoansNotForLoan(
    by catalogue: Catalogue, fileSystem: any FileSystem = PosixFileSystem()
  ) throws {
    let rejected = Set(
      tasks.filter { $0.entry.message.said.grade == .toDo }
        .compactMap { $0.entry.joined?.line })
    var loans: [NumberedTransaction] = []
    _ = try Rehearsal(
      of: [file], in: report.system, by: catalogue, fileSystem: fileSystem
    ).run { line in
      guard line.effect == .notForLoan, !rejected.contains(line.line),
        let transaction = line.transaction
      else { return }
      loans.append(
        NumberedTransaction(line: line.line, transaction: transaction))
    }
    loansNotForLoan = loans
  }

  private init(
    _ report: JobReport, file: String, isRetried: Bool,
    _ reconciliation: Reconciliation, _ lines: ReportedLines,
    _ neighbours: Neighbours, _ near: NearNumbers
  ) {
    self.report = report
    self.file = file
    let rejectedOn = Dictionary(
      grouping: reconciliation.entries.filter {
        $0.joined != nil && $0.message.said.isOfUnknownNumber
      }
    ) { $0.joined?.line ?? 0 }.mapValues { Set($0.map(\.message.said.kind)) }
    let tasks = reconciliation.entries.map { entry in
      Task(
        entry,
        rejected: entry.joined.flatMap { rejectedOn[$0.line] } ?? [],
        near, neighbours)
    }
    let retry = Retry(of: tasks, beside: neighbours)
    let corrected = Set(isRetried ? retry.corrections.map(\.line) : [])
    self.retry = retry
    self.isRetried = isRetried
    self.tasks = tasks.map { $0.corrected(on: corrected) }
    var warnings: [Warning] = []
    if report.missingCount > 0, let counted = report.head.exceptions {
      warnings.append(
        .incomplete(present: report.messages.count, counted: counted))
    }
    if let processed = report.head.processed,
      !lines.mayBeCounted(processed),
      // A report may contain any number.
      !lines.mayBeCounted(processed &+ (report.head.exceptions ?? 0))
    {
      warnings.append(.otherCount(processed: processed, inFile: lines.count))
    }
    if report.cutCount > 0 {
      warnings.append(
        .cut(count: report.cutCount, length: ReportLimit.messageLength))
    }
    if let first = report.unread.first {
      warnings.append(.unread(count: report.unread.count, first: first))
    }
    if let answer = report.answer {
      if answer.waitingCount > 0 {
        warnings.append(.waiting(count: answer.waitingCount))
      }
      if !answer.hasEnd { warnings.append(.noEnd) }
    }
    self.warnings = warnings
  }
}

extension Worklist.Task {
  fileprivate init(
    _ entry: Reconciliation.Entry, rejected kinds: Set<ReportMessage.Kind>,
    _ near: NearNumbers, _ neighbours: Neighbours
  ) {
    self.entry = entry
    let said = entry.message.said
    guard said.isOfUnknownNumber, let number = said.number else {
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
      // A number of the other kind was not misread.
      nearMisses =
        other == nil ? near.nearMisses(of: number, as: said.kind) : []
    }
    otherKindLine = other
  }

  /// Returns the task as corrected, if its line is among those.
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
  /// Returns true if a system may count the file's lines like this.
  fileprivate func mayBeCounted(_ number: Int) -> Bool {
    number == count || number == transactionCount
  }
}

extension Reconciliation {
  /// The first message that contradicts the file; nil if none does.
  var example: Entry? { entries.first(where: \.isContradiction) }
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
      if said.isOfUnknownNumber, kinds.count > 1 { return .neither }
      return switch said.kind {
      case .userNotFound: .unknownUsers
      case .itemNotFound:
        joined.transaction.operation == .loan ? .unknownItems : .unknownReturns
      case .unknown: .unknownMessages
      case .otherBorrower: .otherBorrowers
      case .onLoan: .refusedLoans
      case .returnAgain: .returnsAgain
      case .notOnLoan, .laterAction, .held: .nothing
      }
    }
  }
}
