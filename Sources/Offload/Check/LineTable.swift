/// A hash table that finds repeated lines, with 10⅔ bytes for each line.
///
/// A slot holds the line number (40 bits) and 24 bits of the fingerprint. If
/// these match, the caller compares the lines in full, so that no line is
/// mistaken for another.
struct LineTable: ~Copyable {
  private static let numberBits: UInt64 = 40

  /// Empty slots are 0; others hold the low bits of the fingerprint above the
  /// line number, which is at least 1.
  private var slots: LargeTable<UInt64>

  /// Creates a table for a maximum number of lines.
  init(lineCount: Int) {
    slots = LargeTable(count: lineCount + lineCount / 3 + 2)
  }

  /// A search for lines that may equal a given one.
  struct Search {
    fileprivate var place: Int
    fileprivate let tag: UInt64
  }

  /// Starts a search for lines with a fingerprint.
  @inline(__always)
  func search(for fingerprint: UInt64) -> Search {
    Search(
      place: firstPlace(of: fingerprint), tag: fingerprint << Self.numberBits)
  }

  /// Returns the next candidate; nil if there is none, and then the line itself
  /// was inserted.
  @inline(__always)
  mutating func next(_ search: inout Search, orElse line: Int) -> Int? {
    while slots[search.place] != 0 {
      let slot = slots[search.place]
      search.place += 1
      if search.place == slots.count { search.place = 0 }
      if (slot ^ search.tag) >> Self.numberBits == 0 {
        return Int(slot & (1 << Self.numberBits - 1))
      }
    }
    slots[search.place] = search.tag | UInt64(line)
    return nil
  }

  /// Starts to load the first slots of a fingerprint ahead of its look-up.
  @inline(__always)
  func prefetch(_ fingerprint: UInt64) {
    slots.prefetch(firstPlace(of: fingerprint))
  }

  @inline(__always)
  private func firstPlace(of fingerprint: UInt64) -> Int {
    Int(fingerprint.multipliedFullWidth(by: UInt64(slots.count)).high)
  }
}
