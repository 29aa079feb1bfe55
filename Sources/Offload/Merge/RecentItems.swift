import Circulation

/// A line's effect on its item.
struct ItemEvent: BitwiseCopyable {
  /// The minutes from 1970-01-01T00:00.
  var minute: Int32
  /// The low bits of the borrower's fingerprint; 0 in a return.
  var borrower: UInt32
  /// The place of the line, as in ``BufferedLine``.
  var line: Int

  /// The state of the item after it.
  @inline(__always)
  var itemState: ItemState { borrower == 0 ? .returned : .lent }

  /// Returns the irregularity of a later line about the item; nil if it is
  /// regular.
  @inline(__always)
  func irregularity(of next: ItemEvent) -> ItemState.Irregularity? {
    itemState.irregularity(
      to: next.itemState, isSameBorrower: borrower == next.borrower)
  }

  var file: Int { BufferedLine.file(line) }
  var number: Int { BufferedLine.number(line) }
}

/// A line in a buffer of lines, not parsed yet.
struct BufferedLine: BitwiseCopyable {
  /// The minute of a line that begins with no valid time.
  static let noMinute = Int32.min

  /// The index of its file, shifted by 40 bits, plus its line number there.
  let place: Int
  /// The minutes from 1970-01-01T00:00 to its time.
  let minute: Int32
  /// The start and end of it in the buffer, in bytes, line end included.
  let start: Int32
  let end: Int32

  @inline(__always)
  init(_ place: MergedLines.Place, _ range: Range<Int>) {
    self.place = place.file << 40 | place.number
    minute = place.minute.map { Int32(truncatingIfNeeded: $0) } ?? Self.noMinute
    start = Int32(truncatingIfNeeded: range.lowerBound)
    end = Int32(truncatingIfNeeded: range.upperBound)
  }

  /// Returns the index of the file of a place.
  static func file(_ place: Int) -> Int { place >> 40 }
  /// Returns the line number of a place.
  static func number(_ place: Int) -> Int { place & (1 << 40 - 1) }
}

/// A line about an item in a buffer of lines.
struct ItemLine: BitwiseCopyable {
  /// The fingerprint of the item.
  let fingerprint: UInt64
  let event: ItemEvent
  /// The start and end of the item in the buffer, in bytes.
  let itemStart: Int32
  let itemEnd: Int32

  /// Parses a line of the buffer; nil if it is not a transaction.
  @inline(__always)
  init?(
    _ line: BufferedLine, in buffer: Span<UInt8>, _ fingerprints: Fingerprints
  ) {
    let text = buffer.extracting(Int(line.start)..<Int(line.end))
    let content = text.extracting(0..<text.endBeforeLineEnd)
    guard
      let layout = try? DataFormat.layout(
        of: content, isTimed: line.minute != BufferedLine.noMinute)
    else { return nil }
    let borrower = layout.borrower.map {
      UInt32(truncatingIfNeeded: fingerprints.of(content.extracting($0))) | 1
    }
    fingerprint = fingerprints.of(content.extracting(layout.item))
    event = ItemEvent(
      minute: line.minute, borrower: borrower ?? 0, line: line.place)
    itemStart = line.start + Int32(truncatingIfNeeded: layout.item.lowerBound)
    itemEnd = line.start + Int32(truncatingIfNeeded: layout.item.upperBound)
  }
}

/// The last line of recently seen items, by fingerprint of the item.
///
/// Each item has four possible slots; if all are taken, the least recent is
/// replaced.
struct RecentItems {
  private struct Slot {
    /// The fingerprint; 0 for an empty slot.
    var fingerprint: UInt64
    var event: ItemEvent
  }

  private static let bits = 15
  private static let reach = 4

  private var slots = [Slot](
    repeating: Slot(
      fingerprint: 0, event: ItemEvent(minute: .min, borrower: 0, line: 0)),
    count: 1 << bits + reach)
  private var fetched: UInt64 = 0

  @inline(__always)
  private static func firstPlace(of fingerprint: UInt64) -> Int {
    Int(truncatingIfNeeded: fingerprint >> UInt64(64 - bits))
  }

  /// Loads the slots of the next items into the cache, so that their cache
  /// misses overlap.
  @inline(__always)
  mutating func prefetch(_ lines: Span<ItemLine>) {
    var sum: UInt64 = 0
    for index in lines.indices {
      let place = Self.firstPlace(of: lines[index].fingerprint)
      sum ^= slots[place].fingerprint
    }
    // Stored, so that the compiler keeps the loads.
    fetched = sum
  }

  /// Stores the last line of an item.
  ///
  /// - Returns: the line before it; nil if it is not remembered.
  @inline(__always)
  mutating func replace(
    _ fingerprint: UInt64, by event: ItemEvent
  ) -> ItemEvent? {
    let first = Self.firstPlace(of: fingerprint)
    var found = -1
    var oldest = first
    // Branch-free: an early exit would be mispredicted.
    for place in first..<first + Self.reach {
      found = slots[place].fingerprint == fingerprint ? place : found
      oldest =
        slots[place].event.minute < slots[oldest].event.minute ? place : oldest
    }
    let last = found < 0 ? nil : slots[found].event
    slots[found < 0 ? oldest : found] = Slot(
      fingerprint: fingerprint, event: event)
    return last
  }
}
