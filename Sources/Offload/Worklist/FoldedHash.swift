/// Case-insensitive hashes of a number and its forms: values of a polynomial,
/// so that each form costs one step.
struct FoldedHash {
  /// The hash of all characters.
  private(set) var whole: UInt64 = 0
  /// The hashes with one character deleted.
  private(set) var shortened: [UInt64] = []
  /// The hashes of the prefixes and suffixes.
  private(set) var parts: [UInt64] = []

  /// The minimum length of a prefix or suffix, in bytes.
  private let minimumPart: Int
  /// The hashes of all beginnings, the empty one included.
  private var beginnings: [UInt64] = []

  private static let base: UInt64 = 0x9e37_79b9_7f4a_7c15

  /// Creates the hashes of an empty number.
  init(minimumPart: Int) {
    self.minimumPart = minimumPart
  }

  @inline(__always)
  private static func value(_ byte: UInt8) -> UInt64 {
    let isCapital = UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte
    return UInt64(isCapital ? byte | 0x20 : byte) &+ 1
  }

  /// Returns the hash of all characters of a number.
  static func whole(_ bytes: Span<UInt8>) -> UInt64 {
    var hash: UInt64 = 0
    for index in bytes.indices { hash = hash &* base &+ value(bytes[index]) }
    return hash
  }

  /// Replaces the hashes by those of a number, in the same memory.
  mutating func read(_ bytes: Span<UInt8>) {
    beginnings.removeAll(keepingCapacity: true)
    shortened.removeAll(keepingCapacity: true)
    parts.removeAll(keepingCapacity: true)
    whole = 0
    for index in bytes.indices {
      beginnings.append(whole)
      whole = whole &* Self.base &+ Self.value(bytes[index])
    }
    // The hash and power of the suffix after the position.
    var end: UInt64 = 0
    var power: UInt64 = 1
    for index in bytes.indices.reversed() {
      shortened.append(beginnings[index] &* power &+ end)
      if index >= minimumPart { parts.append(beginnings[index]) }
      end = Self.value(bytes[index]) &* power &+ end
      power = power &* Self.base
      if index > 0, bytes.count - index >= minimumPart { parts.append(end) }
    }
  }
}

extension Span<UInt8> {
  /// The number of leading zeros; of the zeros of a number that has nothing else
  /// all but one.
  var leadingZeroCount: Int {
    var zeros = 0
    while zeros < count - 1, self[zeros] == UInt8(ascii: "0") { zeros += 1 }
    return zeros
  }
}
