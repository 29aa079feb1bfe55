import Circulation

/// A line's effect on its item.
struct ItemEvent: BitwiseCopyable {
  /// The minutes from 1970-01-01T00:00.
  var minute: Int32
  /// The low bits of the borrower's fingerprint; 0 in a return.
  var borrower: UInt32
  /// The index of the file, shifted by 40 bits, plus the line number.
  var line: Int

  /// The state of the item after it.
  @inline(__always)
  var itemState: ItemState<UInt32> {
    borrower == 0 ? .returned : .lent(to: borrower)
  }

  var file: Int { line >> 40 }
  var number: Int { line & (1 << 40 - 1) }
}

/// A line about an item in a buffer of lines.
struct ItemLine: BitwiseCopyable {
  /// The fingerprint of the item.
  let fingerprint: UInt64
  let event: ItemEvent
  /// The start and end of the item in the buffer, in bytes.
  let itemStart: Int32
  let itemEnd: Int32

  /// Parses a line whose first byte is at `offset` in the buffer, with or
  /// without line end; nil if it is not a transaction.
  @inline(__always)
  init?(
    _ line: Span<UInt8>, _ place: MergedLines.Place, offset: Int,
    _ fingerprints: Fingerprints
  ) {
    let line = line.extracting(0..<line.endBeforeLineEnd)
    guard
      let minute = place.minute,
      let layout = try? DataFormat.layout(of: line, isTimed: true)
    else { return nil }
    let borrower = layout.borrower.map {
      UInt32(truncatingIfNeeded: fingerprints.of(line.extracting($0))) | 1
    }
    fingerprint = fingerprints.of(line.extracting(layout.item))
    event = ItemEvent(
      minute: Int32(truncatingIfNeeded: minute), borrower: borrower ?? 0,
      line: place.file << 40 | place.number)
    itemStart = Int32(truncatingIfNeeded: offset + layout.item.lowerBound)
    itemEnd = Int32(truncatingIfNeeded: offset + layout.item.upperBound)
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
