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
/// It remembers the last line of at least the 65,536 items that had one last,
/// and so needs the same memory whatever the length of the files. What lies
/// further apart it does not see; a check of the files does.
package struct ConflictFinder {
  /// The first conflicts, at most 100.
  package private(set) var conflicts: [Conflict] = []
  /// The number of all.
  package private(set) var count = 0

  /// The most conflicts that are kept.
  package static let mostKept = 100
  private static let itemCount = 1 << 16

  /// The last line about an item.
  private struct Touch: BitwiseCopyable {
    var minute: Int = 0
    var file: UInt32 = 0
    /// The lower bits of its fingerprint; 0 in a return.
    var borrower: UInt32 = 0
    var number: Int = 0
  }

  private let fingerprints = Fingerprints()
  private var recent = FingerprintTable(
    minimumCapacity: itemCount, empty: Touch())
  /// Those before the recent ones.
  private var earlier = FingerprintTable(
    minimumCapacity: itemCount, empty: Touch())

  /// A finder that has seen nothing yet.
  package init() {}

  /// Takes the next line in order.
  ///
  /// - Parameters:
  ///   - line: its bytes, with or without its end.
  ///   - file: the index of its file.
  ///   - number: its number there.
  @inline(__always)
  package mutating func take(_ line: Span<UInt8>, file: Int, number: Int) {
    let line = line.extracting(0..<line.endBeforeLineEnd)
    guard let layout = try? DataFormat.layout(of: line) else { return }
    var touch = Touch(
      minute: layout.time.wallMinutes, file: UInt32(truncatingIfNeeded: file),
      number: number)
    if let borrower = layout.borrower {
      touch.borrower =
        UInt32(truncatingIfNeeded: fingerprints.of(line.extracting(borrower)))
        | 1
    }
    let item = fingerprints.of(line.extracting(layout.item))
    if let last = recent[item] ?? earlier[item], last.file != touch.file,
      let kind = kind(last, touch)
    {
      add(kind, String(line.extracting(layout.item)), last, touch)
    }
    if recent.count == Self.itemCount {
      swap(&recent, &earlier)
      recent.removeAll()
    }
    recent[item] = touch
  }

  private func kind(_ first: Touch, _ second: Touch) -> Conflict.Kind? {
    if first.minute == second.minute { return .sameMinute }
    // The same borrower again is a renewal.
    if first.borrower == second.borrower {
      return first.borrower == 0 ? .returnedTwice : nil
    }
    return first.borrower != 0 && second.borrower != 0 ? .lentTwice : nil
  }

  private mutating func add(
    _ kind: Conflict.Kind, _ item: String, _ first: Touch, _ second: Touch
  ) {
    count += 1
    guard conflicts.count < Self.mostKept else { return }
    func line(_ touch: Touch) -> Conflict.Line {
      Conflict.Line(
        file: Int(touch.file), number: touch.number,
        operation: touch.borrower == 0 ? .return : .loan)
    }
    conflicts.append(
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

extension String {
  /// The text of bytes, damaged ones replaced.
  init(_ bytes: Span<UInt8>) {
    self = bytes.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
  }
}
