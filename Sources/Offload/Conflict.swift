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
  /// The first conflicts, at most 100.
  package private(set) var first: [Conflict] = []
  /// The number of all.
  package private(set) var count = 0

  /// The most conflicts that are kept.
  package static let mostKept = 100
  private static let batchSize = 128

  /// A line that waits for its batch to be full.
  private struct Entry {
    let fingerprint: UInt64
    let touch: ItemTouch
    let item: Range<Int>
  }

  private let fingerprints = Fingerprints()
  private var minutes = MinuteReader()
  private var recent = RecentItems()
  private var batch: [Entry] = []
  /// The items of the batch.
  private var items: [UInt8] = []

  /// A finder that has seen nothing yet.
  package init() {
    batch.reserveCapacity(Self.batchSize)
    items.reserveCapacity(Self.batchSize * Barcode.longest)
  }

  /// Takes the next line in order, with or without its end, of a file and with
  /// its number there.
  @inline(__always)
  package mutating func take(_ line: Span<UInt8>, file: Int, number: Int) {
    guard let minute = minutes.minute(of: line) else { return }
    let line = line.extracting(0..<line.endBeforeLineEnd)
    guard let layout = try? DataFormat.layout(of: line, isTimed: true) else {
      return
    }
    let item = line.extracting(layout.item)
    let borrower = layout.borrower.map {
      UInt32(truncatingIfNeeded: fingerprints.of(line.extracting($0))) | 1
    }
    let start = items.count
    item.withUnsafeBufferPointer { items.append(contentsOf: $0) }
    batch.append(
      Entry(
        fingerprint: fingerprints.of(item),
        touch: ItemTouch(
          minute: Int32(truncatingIfNeeded: minute), borrower: borrower ?? 0,
          line: file << 40 | number),
        item: start..<items.count))
    if batch.count == Self.batchSize { finish() }
  }

  /// Looks at the lines that it has taken so far.
  package mutating func finish() {
    recent.fetch(batch.lazy.map(\.fingerprint))
    for entry in batch {
      let last = recent.replace(entry.fingerprint, by: entry.touch)
      if let last, last.file != entry.touch.file,
        let kind = kind(last, entry.touch)
      {
        add(kind, entry.item, last, entry.touch)
      }
    }
    batch.removeAll(keepingCapacity: true)
    items.removeAll(keepingCapacity: true)
  }

  private func kind(_ first: ItemTouch, _ second: ItemTouch) -> Conflict.Kind? {
    if first.minute == second.minute { return .sameMinute }
    // The same borrower again is a renewal.
    if first.borrower == second.borrower {
      return first.borrower == 0 ? .returnedTwice : nil
    }
    return first.borrower != 0 && second.borrower != 0 ? .lentTwice : nil
  }

  private mutating func add(
    _ kind: Conflict.Kind, _ item: Range<Int>, _ first: ItemTouch,
    _ second: ItemTouch
  ) {
    count += 1
    guard self.first.count < Self.mostKept else { return }
    func line(_ touch: ItemTouch) -> Conflict.Line {
      Conflict.Line(
        file: touch.file, number: touch.number,
        operation: touch.borrower == 0 ? .return : .loan)
    }
    self.first.append(
      Conflict(
        kind: kind, item: String(decoding: items[item], as: UTF8.self),
        first: line(first), second: line(second)))
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
