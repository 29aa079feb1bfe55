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

  private var recent = RecentItems()

  /// Takes the next lines in order, and the bytes that their items stand in.
  mutating func take(_ lines: Span<ItemLine>, in bytes: Span<UInt8>) {
    var start = 0
    while start < lines.count {
      let end = min(start + Self.batchSize, lines.count)
      recent.fetch(lines.extracting(start..<end))
      for index in start..<end {
        let line = lines[index]
        let last = recent.replace(line.fingerprint, by: line.touch)
        guard let last, let kind = kind(last, line.touch) else { continue }
        count += 1
        if first.count < Self.mostKept {
          let item = Int(line.itemStart)..<Int(line.itemEnd)
          keep(kind, bytes.extracting(item), last, line.touch)
        }
      }
      start = end
    }
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

  private mutating func keep(
    _ kind: Conflict.Kind, _ item: Span<UInt8>, _ first: ItemTouch,
    _ second: ItemTouch
  ) {
    func line(_ touch: ItemTouch) -> Conflict.Line {
      Conflict.Line(
        file: touch.file, number: touch.number,
        operation: touch.borrower == 0 ? .return : .loan)
    }
    let item = item.withUnsafeBufferPointer {
      String(decoding: $0, as: UTF8.self)
    }
    self.first.append(
      Conflict(
        kind: kind, item: item, first: line(first), second: line(second)))
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
