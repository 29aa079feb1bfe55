import Circulation

/// What two stations contradict each other in: an item can't have gone the way
/// that their files tell together.
package struct Conflict: Hashable, Sendable {
  /// What is the matter.
  package enum Kind: String, CaseIterable, Hashable, Sendable {
    /// Both had it in the same minute: which was first is not known.
    case sameMinute = "same-minute"
    /// It was lent to another borrower while it was lent.
    case lentTwice = "lent-twice"
    /// It was returned when it had been returned.
    case returnedTwice = "returned-twice"
  }

  /// A line about the item.
  package struct Line: Hashable, Sendable {
    /// The index of its file among those that are merged.
    package let file: Int
    /// Its number there; the first is 1.
    package let number: Int
    /// What was done with the item.
    package let operation: Operation
  }

  /// What is the matter.
  package let kind: Kind
  /// The item.
  package let item: String
  /// The line that comes first in the merged order.
  package let first: Line
  /// The line that comes after it.
  package let second: Line
}

/// Looks for conflicts among lines in their merged order.
///
/// It remembers the last line of some 10,000 items, those that had one last, and
/// so needs the same memory whatever the length of the files. What lies further
/// apart it does not see; a check of the files does.
package struct ConflictFinder {
  /// The conflicts that are kept, the first few, with their place among all.
  private struct Kept {
    var count = 0
    var first: [(place: Int, conflict: Conflict)] = []
  }

  /// Two files, by their index, the smaller one first.
  private struct Pair: Hashable {
    let first: Int
    let second: Int
  }

  private var kept = Kept()
  /// Lines that stand in two files alike.
  private var twins: [Pair: Kept] = [:]
  private var place = 0
  /// The number of transactions in each file.
  private var lineCounts: [Int] = []

  /// The most conflicts that are kept.
  package static let mostKept = 100
  private static let batchSize = 128

  private var recent = RecentItems()

  /// The first conflicts, at most 100, without those of files that share too
  /// many lines.
  package var first: [Conflict] {
    told.flatMap(\.first).sorted { $0.place < $1.place }
      .prefix(Self.mostKept).map(\.conflict)
  }

  /// The number of all of them.
  package var count: Int { told.reduce(0) { $0 + $1.count } }

  /// The files that share too many lines for it to be chance.
  package func shared(among files: [StationFile]) -> [SharedLines] {
    twins.filter { isNoChance($0.key, $0.value) }
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
    [kept] + twins.filter { !isNoChance($0.key, $0.value) }.values
  }

  private func isNoChance(_ pair: Pair, _ kept: Kept) -> Bool {
    SharedLines.isNoChance(
      kept.count,
      ofSmaller: min(lineCounts[pair.first], lineCounts[pair.second]))
  }

  /// Takes the next lines in order, and the bytes that their items stand in.
  mutating func take(_ lines: Span<ItemLine>, in bytes: Span<UInt8>) {
    var start = 0
    while start < lines.count {
      let end = min(start + Self.batchSize, lines.count)
      recent.fetch(lines.extracting(start..<end))
      for index in start..<end {
        let line = lines[index]
        count(line.touch.file)
        let last = recent.replace(line.fingerprint, by: line.touch)
        guard let last, let kind = kind(last, line.touch) else { continue }
        let item = Int(line.itemStart)..<Int(line.itemEnd)
        add(kind, bytes.extracting(item), last, line.touch)
      }
      start = end
    }
  }

  /// Counts a transaction of a file.
  private mutating func count(_ file: Int) {
    while lineCounts.count <= file { lineCounts.append(0) }
    lineCounts[file] += 1
  }

  private func kind(_ first: ItemTouch, _ second: ItemTouch) -> Conflict.Kind? {
    if first.file == second.file { return nil }
    if first.minute == second.minute { return .sameMinute }
    // The same borrower again is a renewal.
    if first.borrower == second.borrower {
      return first.borrower == 0 ? .returnedTwice : nil
    }
    return first.borrower != 0 && second.borrower != 0 ? .lentTwice : nil
  }

  private mutating func add(
    _ kind: Conflict.Kind, _ item: Span<UInt8>, _ first: ItemTouch,
    _ second: ItemTouch
  ) {
    place += 1
    func line(_ touch: ItemTouch) -> Conflict.Line {
      Conflict.Line(
        file: touch.file, number: touch.number,
        operation: touch.borrower == 0 ? .return : .loan)
    }
    let item = item.withUnsafeBufferPointer {
      String(decoding: $0, as: UTF8.self)
    }
    let conflict = Conflict(
      kind: kind, item: item, first: line(first), second: line(second))
    if kind == .sameMinute, first.borrower == second.borrower {
      let pair = Pair(
        first: min(first.file, second.file),
        second: max(first.file, second.file))
      Self.keep(conflict, at: place, &twins[pair, default: Kept()])
    } else {
      Self.keep(conflict, at: place, &kept)
    }
  }

  private static func keep(
    _ conflict: Conflict, at place: Int, _ kept: inout Kept
  ) {
    kept.count += 1
    guard kept.first.count < mostKept else { return }
    kept.first.append((place, conflict))
  }
}

extension Span<UInt8> {
  /// The end of the line, before the LF or CR LF that ends it.
  @inline(__always)
  var endBeforeLineEnd: Int {
    var end = count
    if end > 0, self[end - 1] == UInt8(ascii: "\n") { end -= 1 }
    if end > 0, self[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return end
  }
}
