import Circulation

/// A conflict between two stations: their files together give an item an
/// impossible sequence.
package struct Conflict: Hashable, Sendable {
  /// The kinds of conflict.
  package enum Kind: String, CaseIterable, Hashable, Sendable {
    /// Both have it in the same minute, so that the order is unknown.
    case sameMinute = "same-minute"
    /// Both have it in the same minute, but the seconds in their journals
    /// decide the order: there is nothing to do.
    case decided
    /// It was lent to another borrower without being returned.
    case lentTwice = "lent-twice"
    /// It was returned twice without being lent.
    case returnedTwice = "returned-twice"
  }

  /// A line about the item.
  package struct Line: Hashable, Sendable {
    /// The index of its file in ``Merge/files``.
    package let file: Int
    /// The line number in the file; the first is 1.
    package let number: Int
    /// The operation on the item.
    package let operation: Operation
  }

  /// The kind of conflict.
  package let kind: Kind
  /// The item.
  package let item: String
  /// The first of the two lines in merged order.
  package let first: Line
  /// The second of the two lines.
  package let second: Line
  /// The seconds between them, if the journals decide the order.
  package let secondsBetween: Int?
}

/// A search for conflicts in lines in merged order.
///
/// It remembers the last line of about 10,000 items, the most recent ones, so
/// its memory does not depend on the length of the files. Conflicts further
/// apart are missed; a check of the files finds them.
package struct ConflictFinder {
  /// The first conflicts, each with its index among all.
  private struct Kept {
    var count = 0
    var first: [(place: Int, conflict: Conflict)] = []
  }

  /// The indices of two files, the smaller one first.
  private struct Pair: Hashable {
    let first: Int
    let second: Int

    init(_ one: Int, _ other: Int) {
      (first, second) = (min(one, other), max(one, other))
    }
  }

  private var kept = Kept()
  /// The conflicts that the journals decide.
  private var settled = Kept()
  /// The conflicts between identical lines of two files.
  private var identicalLines: [Pair: Kept] = [:]
  private var place = 0
  /// The number of transactions in each file.
  private var lineCounts: [Int] = []

  /// The maximum number of conflicts kept, unless all are wanted.
  package static let maximumKept = 100
  private let maximumKept: Int
  /// The number of lines that are best taken at a time.
  static let batchSize = 128

  private var recent = RecentItems()
  /// The seconds of the lines; nil if they decide nothing.
  private let seconds: LineSeconds?

  /// Creates a search that keeps the first conflicts.
  package init(keeping maximumKept: Int = Self.maximumKept) {
    self.init(keeping: maximumKept, nil)
  }

  init(keeping maximumKept: Int, _ seconds: LineSeconds?) {
    self.maximumKept = maximumKept
    self.seconds = seconds
  }

  /// The first conflicts that are decided.
  package var decided: [Conflict] { settled.first.map(\.conflict) }

  /// The number of conflicts that are decided.
  package var decidedCount: Int { settled.count }

  /// The first open conflicts, without those of files that share too many lines.
  package var first: [Conflict] {
    told.flatMap(\.first).sorted { $0.place < $1.place }
      .prefix(maximumKept).map(\.conflict)
  }

  /// The number of open conflicts, without those of files that share too many lines.
  package var count: Int { told.reduce(0) { $0 + $1.count } }

  /// Returns the pairs of files that share more lines than by chance.
  package func shared(among files: [StationFile]) -> [SharedLines] {
    identicalLines.filter { exceedsChance($0.key, $0.value) }
      .sorted {
        ($0.key.first, $0.key.second) < ($1.key.first, $1.key.second)
      }
      .map {
        SharedLines(
          first: files[$0.key.first], second: files[$0.key.second],
          count: $0.value.count)
      }
  }

  private var told: [Kept] {
    [kept] + identicalLines.filter { !exceedsChance($0.key, $0.value) }.values
  }

  private func exceedsChance(_ pair: Pair, _ kept: Kept) -> Bool {
    SharedLines.exceedsChance(
      kept.count,
      ofSmaller: min(lineCounts[pair.first], lineCounts[pair.second]))
  }

  /// Processes the next lines in order, with the buffer that contains their
  /// items.
  mutating func take(_ lines: Span<ItemLine>, in bytes: Span<UInt8>) {
    recent.prefetch(lines)
    for index in lines.indices {
      let line = lines[index]
      count(line.event.file)
      let last = recent.replace(line.fingerprint, by: line.event)
      guard let last, last.file != line.event.file else { continue }
      let between = seconds?.between(last, line.event)
      guard let kind = kind(last, line.event, between) else { continue }
      let item = Int(line.itemStart)..<Int(line.itemEnd)
      add(kind, bytes.extracting(item), last, line.event, between)
    }
  }

  /// Counts a transaction of a file.
  private mutating func count(_ file: Int) {
    while lineCounts.count <= file { lineCounts.append(0) }
    lineCounts[file] += 1
  }

  private func kind(
    _ first: ItemEvent, _ second: ItemEvent, _ secondsBetween: Int?
  ) -> Conflict.Kind? {
    let isOneMinute = first.minute == second.minute
    if isOneMinute, secondsBetween == nil { return .sameMinute }
    return switch first.irregularity(of: second) {
    case .lentTwice: .lentTwice
    case .returnedTwice: .returnedTwice
    case .renewal, .returnedWithoutLoan, nil: isOneMinute ? .decided : nil
    }
  }

  private mutating func add(
    _ kind: Conflict.Kind, _ item: Span<UInt8>, _ first: ItemEvent,
    _ second: ItemEvent, _ secondsBetween: Int?
  ) {
    place += 1
    let isIdentical = kind == .sameMinute && first.borrower == second.borrower
    let pair = isIdentical ? Pair(first.file, second.file) : nil
    // A text is made only of what is kept: there may be millions.
    // Of identical lines the first are enough: a file may be given twice.
    let limit = pair == nil ? maximumKept : Self.maximumKept
    let isDecided = kind == .decided
    guard countUp(pair, isDecided: isDecided) < limit else { return }
    func line(_ event: ItemEvent) -> Conflict.Line {
      Conflict.Line(
        file: event.file, number: event.number,
        operation: event.borrower == 0 ? .return : .loan)
    }
    let item = item.withUnsafeBufferPointer {
      String(decoding: $0, as: UTF8.self)
    }
    let conflict = Conflict(
      kind: kind, item: item, first: line(first), second: line(second),
      secondsBetween: secondsBetween)
    if isDecided {
      settled.first.append((place, conflict))
    } else if let pair {
      identicalLines[pair, default: Kept()].first.append((place, conflict))
    } else {
      kept.first.append((place, conflict))
    }
  }

  /// Counts a conflict, of identical lines of a pair of files if there is one;
  /// returns the number of those before it.
  private mutating func countUp(_ pair: Pair?, isDecided: Bool) -> Int {
    if isDecided {
      settled.count += 1
      return settled.count - 1
    }
    guard let pair else {
      kept.count += 1
      return kept.count - 1
    }
    identicalLines[pair, default: Kept()].count += 1
    return (identicalLines[pair]?.count ?? 1) - 1
  }
}
