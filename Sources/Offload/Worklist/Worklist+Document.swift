import Circulation

extension Worklist {
  /// Returns the list as a page to be read or printed.
  package func document(
    _ words: any WorklistWords & RehearsalWords, language: String
  ) -> Document {
    var blocks: [Document.Block] = [
      .paragraph(words.worklistOrigin(file, report.head)),
      .paragraph(words.worklistCounts(self)),
    ]
    if !warnings.isEmpty {
      blocks.append(.points(warnings.map(words.sentence)))
    }
    for section in Section.allCases where section != .corrected {
      let tasks = tasks(in: section)
      guard !tasks.isEmpty else { continue }
      blocks.append(.heading(words.heading(of: section)))
      if let advice = words.advice(on: section, in: report.system) {
        blocks.append(.paragraph(advice))
      }
      blocks += section.blocks(of: tasks, in: report.system, words)
    }
    blocks += loansNotForLoan.blocks(in: report.system, words)
    if isRetried { blocks += retry.blocks(words) }
    return Document(
      title: words.worklistTitle, language: language, blocks: blocks)
  }
}

extension [NumberedTransaction] {
  /// Returns the section of loans of items that are not for loan.
  fileprivate func blocks(
    in system: LibrarySystem, _ words: any WorklistWords & RehearsalWords
  ) -> [Document.Block] {
    guard !isEmpty else { return [] }
    return [
      .heading(words.heading(of: .notForLoan, count: count)),
      .paragraph(words.advice(on: .notForLoan, in: system)),
      .table(
        head: [
          words.lineColumn, words.itemColumn, words.borrowerColumn,
          words.dateColumn,
        ],
        rows: map { loan in
          let transaction = loan.transaction
          return [
            String(loan.line), transaction.item.text,
            transaction.borrower?.text ?? "",
            words.date(transaction.recorded, isShort: true),
          ]
        }),
    ]
  }
}

extension Worklist.Section {
  fileprivate func blocks(
    of tasks: [Worklist.Task], in system: LibrarySystem,
    _ words: any WorklistWords
  ) -> [Document.Block] {
    switch self {
    case .unknownUsers:
      return Self.grouped(tasks).flatMap {
        borrower, tasks -> [Document.Block] in
        let rows = tasks.compactMap { task in
          task.entry.joined.map {
            [
              String($0.line), $0.transaction.item.text,
              words.unknownUserNote($0.transaction.recorded),
            ]
          }
        }
        return [
          .paragraph(
            [words.unknownUser(borrower), tasks.first?.hint(words)]
              .compactMap(\.self).joined(separator: " ")),
          .table(
            head: [words.lineColumn, words.itemColumn, words.noteColumn],
            rows: rows),
        ]
      }
    case .unknownItems:
      return Self.grouped(tasks).flatMap { borrower, tasks in
        [
          .paragraph(words.knownUser(borrower)),
          Self.table(of: tasks, words, withBorrower: false),
        ]
      }
    case .unknownReturns, .returnsAgain:
      return [Self.table(of: tasks, words, withBorrower: false)]
    case .swapped, .neither, .otherBorrowers, .refusedLoans:
      return [Self.table(of: tasks, words, withBorrower: true)]
    case .unclear, .unknownMessages:
      return [
        .points(
          tasks.map { task in
            [words.describe(task), task.titleHint(words)]
              .compactMap(\.self).joined(separator: " ")
          })
      ]
    case .nothing:
      let kinds = ReportMessage.Kind.allCases.compactMap { kind in
        let count = tasks.count { $0.entry.message.said.kind == kind }
        return count == 0
          ? nil : words.nothingToDo(kind, count: count, in: system)
      }
      return [.points(kinds)]
    case .corrected:
      // The corrections have a section of their own.
      return []
    }
  }

  /// Returns the tasks grouped by the loan's borrower, in order of first
  /// occurrence.
  private static func grouped(
    _ tasks: [Worklist.Task]
  ) -> [(borrower: String, tasks: [Worklist.Task])] {
    var groups: [(borrower: String, tasks: [Worklist.Task])] = []
    var places: [String: Int] = [:]
    for task in tasks {
      let borrower = task.entry.joined?.transaction.borrower?.text ?? ""
      if let place = places[borrower] {
        groups[place].tasks.append(task)
      } else {
        places[borrower] = groups.count
        groups.append((borrower, [task]))
      }
    }
    return groups
  }

  /// Returns a table of the tasks' lines, each once.
  private static func table(
    of tasks: [Worklist.Task], _ words: any WorklistWords, withBorrower: Bool
  ) -> Document.Block {
    let lines = Dictionary(grouping: tasks) { $0.entry.joined?.line ?? 0 }
      .values.compactMap { tasks -> (NumberedTransaction, String)? in
        guard let joined = tasks.first?.entry.joined else { return nil }
        var hints: [String] = []
        for hint in tasks.compactMap({ $0.hint(words) })
        where !hints.contains(hint) {
          hints.append(hint)
        }
        return (joined, hints.joined(separator: " "))
      }.sorted { $0.0.line < $1.0.line }
    let hasHints = lines.contains { !$0.1.isEmpty }
    return .table(
      head: [words.lineColumn, words.itemColumn]
        + (withBorrower ? [words.borrowerColumn] : []) + [words.dateColumn]
        + (hasHints ? [words.suggestionColumn] : []),
      rows: lines.map { joined, hint in
        let transaction = joined.transaction
        return [String(joined.line), transaction.item.text]
          + (withBorrower ? [transaction.borrower?.text ?? ""] : [])
          + [words.date(transaction.recorded, isShort: true)]
          + (hasHints ? [hint] : [])
      })
  }
}

extension Worklist.Task {
  /// Returns a sentence about the number that may have been meant; nil if none
  /// is known.
  func hint(_ words: any WorklistWords) -> String? {
    var hints: [String] = []
    // A swapped pair is visible in its section.
    let others = nearMisses.filter { $0.reason != .swapped }
    if !others.isEmpty {
      hints.append(
        words.perhaps(others.map(words.suggestion).joined(separator: ", ")))
    }
    if let otherKindLine, section != .swapped {
      hints.append(
        words.otherKind(entry.message.said.kind, line: otherKindLine))
    }
    if let title = titleHint(words) { hints.append(title) }
    return hints.isEmpty ? nil : hints.joined(separator: " ")
  }

  /// Returns a sentence about the title that the rejected number identifies;
  /// nil if it does not.
  fileprivate func titleHint(_ words: any WorklistWords) -> String? {
    guard let title, let number = entry.message.said.number else { return nil }
    return "\(number) \(words.names(title))"
  }
}

extension Retry {
  fileprivate func blocks(_ words: any WorklistWords) -> [Document.Block] {
    var reasons: [OmissionReason] = []
    for omission in omissions where !reasons.contains(omission.reason) {
      reasons.append(omission.reason)
    }
    let points =
      corrections.map { words.describe($0) }
      + reasons.map { reason in
        words.leftAsItIs(
          reason,
          lines: omissions.filter { $0.reason == reason }.map(\.line))
      }
    return points.isEmpty
      ? [] : [.heading(words.heading(of: .corrected)), .points(points)]
  }
}
