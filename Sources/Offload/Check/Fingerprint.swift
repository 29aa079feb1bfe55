/// Numbers that stand for bytes: the same for the same bytes, and others for
/// others but by a chance of one in 2⁶⁴ for each two.
///
/// They are made by folded products, as in wyhash, from a key that is drawn
/// anew in each run: nobody can write a file whose lines share them.
struct Fingerprints {
  private let key: UInt64

  /// The digits of e, π and √2: odd, and nothing else to them.
  private static let factors: (UInt64, UInt64, UInt64) = (
    0xadf8_5458_a2bb_4a9b, 0x243f_6a88_85a3_08d3, 0x6a09_e667_f3bc_c909
  )

  init(key: UInt64 = .random(in: .min ... .max)) {
    self.key = key
  }

  /// The number of bytes; never 0.
  @inline(__always)
  func of(_ bytes: Span<UInt8>) -> UInt64 {
    let (one, two, three) = Self.factors
    let folded = bytes.withUnsafeBytes { bytes in
      var folded = key ^ UInt64(truncatingIfNeeded: bytes.count) &* one
      var index = 0
      while index + 8 <= bytes.count {
        folded = Self.fold(
          folded ^ bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self),
          two)
        index += 8
      }
      var rest: UInt64 = 0
      if bytes.count >= 8 {
        // Some of them were taken already; the count tells how many.
        rest = bytes.loadUnaligned(
          fromByteOffset: bytes.count - 8, as: UInt64.self)
      } else {
        for byte in bytes { rest = rest << 8 | UInt64(byte) }
      }
      return Self.fold(Self.fold(folded ^ rest, two) ^ key, three)
    }
    return folded == 0 ? 1 : folded
  }

  /// A number for three others; never 0.
  @inline(__always)
  func of(_ one: UInt64, _ two: UInt64, _ three: UInt64) -> UInt64 {
    let factors = Self.factors
    let folded = Self.fold(
      Self.fold(Self.fold(one ^ key, factors.0) ^ two, factors.1) ^ three,
      factors.2)
    return folded == 0 ? 1 : folded
  }

  @inline(__always)
  private static func fold(_ one: UInt64, _ two: UInt64) -> UInt64 {
    let product = one.multipliedFullWidth(by: two)
    return product.high ^ product.low
  }
}
