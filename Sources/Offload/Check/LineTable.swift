/// Finds lines again that were there before, in 8 bytes and a third for each.
///
/// Of a line it keeps its number and 24 bits of its fingerprint. Where these are
/// the same, the caller compares the lines, so that none is ever taken for
/// another.
struct LineTable {
  private static let numberBits: UInt64 = 40

  /// 0 where nothing is, else the lower bits of the fingerprint above the number
  /// of the line, which is at least 1.
  private var slots: [UInt64]

  /// A table for so many lines at most.
  init(lineCount: Int) {
    slots = [UInt64](repeating: 0, count: lineCount + lineCount / 3 + 2)
  }

  /// A search for the lines that may be the same as one.
  struct Search {
    fileprivate var place: Int
    fileprivate let tag: UInt64
  }

  /// Begins a search for lines with a fingerprint.
  @inline(__always)
  func search(for fingerprint: UInt64) -> Search {
    Search(
      place: firstPlace(of: fingerprint), tag: fingerprint << Self.numberBits)
  }

  /// The next line that may be the same; nil if there is none, and then the
  /// line itself was taken in.
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

  /// Reads the first place of a fingerprint, so that it is at hand when it is
  /// looked up soon.
  ///
  /// - Returns: a number that means nothing, and is only there to be made.
  @inline(__always)
  func touch(_ fingerprint: UInt64) -> UInt64 {
    slots[firstPlace(of: fingerprint)]
  }

  @inline(__always)
  private func firstPlace(of fingerprint: UInt64) -> Int {
    Int(fingerprint.multipliedFullWidth(by: UInt64(slots.count)).high)
  }
}
