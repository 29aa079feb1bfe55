import Circulation

/// What a line did with its item, and which line it was.
struct ItemTouch: BitwiseCopyable {
  /// Minutes from 1970-01-01T00:00.
  var minute: Int32
  /// The lower bits of the borrower's fingerprint; 0 in a return.
  var borrower: UInt32
  /// The index of the file, and below it 40 bits for the number of the line.
  var line: Int

  var file: Int { line >> 40 }
  var number: Int { line & (1 << 40 - 1) }
}

/// A line about an item, among others in a buffer.
struct ItemLine: BitwiseCopyable {
  /// The number that stands for the item.
  let fingerprint: UInt64
  let touch: ItemTouch
  /// Where the item stands in the buffer.
  let itemStart: Int32
  let itemEnd: Int32

  /// Reads a line, with or without its end, whose first byte is at an offset in
  /// the buffer; nil if it is no transaction.
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
    touch = ItemTouch(
      minute: Int32(truncatingIfNeeded: minute), borrower: borrower ?? 0,
      line: place.file << 40 | place.number)
    itemStart = Int32(truncatingIfNeeded: offset + layout.item.lowerBound)
    itemEnd = Int32(truncatingIfNeeded: offset + layout.item.upperBound)
  }
}

/// The last lines about those items that had one last, by the fingerprint of the
/// item.
///
/// An item has four places to be in. Where all are taken, the one that was
/// touched longest ago is forgotten.
struct RecentItems {
  private struct Slot {
    /// 0 where nothing is.
    var fingerprint: UInt64
    var touch: ItemTouch
  }

  private static let bits = 15
  private static let reach = 4

  private var slots = [Slot](
    repeating: Slot(
      fingerprint: 0, touch: ItemTouch(minute: .min, borrower: 0, line: 0)),
    count: 1 << bits + reach)
  private var fetched: UInt64 = 0

  @inline(__always)
  private static func firstPlace(of fingerprint: UInt64) -> Int {
    Int(truncatingIfNeeded: fingerprint >> UInt64(64 - bits))
  }

  /// Reads the places of items that come next, so that the processor waits for
  /// the memory of all of them at once.
  @inline(__always)
  mutating func fetch(_ lines: Span<ItemLine>) {
    var sum: UInt64 = 0
    for index in lines.indices {
      let place = Self.firstPlace(of: lines[index].fingerprint)
      sum ^= slots[place].fingerprint
    }
    // Kept, or the reading would be left out.
    fetched = sum
  }

  /// Takes the last line about an item in, and gives the one before it, if it
  /// is remembered.
  @inline(__always)
  mutating func replace(
    _ fingerprint: UInt64, by touch: ItemTouch
  ) -> ItemTouch? {
    let first = Self.firstPlace(of: fingerprint)
    var found = -1
    var oldest = first
    // All of them are looked at: what is where can't be foretold, and a way out
    // of the loop would be guessed wrong.
    for place in first..<first + Self.reach {
      found = slots[place].fingerprint == fingerprint ? place : found
      oldest =
        slots[place].touch.minute < slots[oldest].touch.minute ? place : oldest
    }
    let last = found < 0 ? nil : slots[found].touch
    slots[found < 0 ? oldest : found] = Slot(
      fingerprint: fingerprint, touch: touch)
    return last
  }
}
