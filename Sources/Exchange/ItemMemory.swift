/// The last movement of about a million items, in the order of a file.
///
/// Its memory does not depend on the file: an item takes the place of another
/// one, which is then forgotten.
struct ItemMemory {
  /// A movement of an item.
  enum Movement: UInt64 {
    case `return`
    case loan
  }

  private static let size = 1 << 20
  /// The digests of the items, with the movement in the lowest bit.
  private var items: [UInt64] = []

  /// Returns the movement of the item before; remembers the new one.
  mutating func replace(_ item: String, by movement: Movement) -> Movement? {
    if items.isEmpty { items = Array(repeating: 0, count: Self.size) }
    var digest = RowDigest()
    digest.add(item)
    let index = Int(digest.value % UInt64(Self.size))
    let (key, last) = (digest.value | 1, items[index])
    items[index] = digest.value & ~1 | movement.rawValue
    return last | 1 == key ? Movement(rawValue: last & 1) : nil
  }
}

/// The seconds of rows, as far as they are within twelve days of each other.
///
/// Its memory does not depend on the file.
struct SecondMemory {
  private static let size: Int64 = 1 << 20
  private var seconds: [Int64] = []

  /// Remembers the second of a row; returns true if a row before had it.
  mutating func remember(_ second: Int64) -> Bool {
    if seconds.isEmpty {
      seconds = Array(repeating: .min, count: Int(Self.size))
    }
    let index = Int(second.modulus(Self.size))
    defer { seconds[index] = second }
    return seconds[index] == second
  }
}
