/// 64-bit fingerprints of bytes: equal for equal bytes, and for two different
/// ones with a probability of 2⁻⁶⁴.
///
/// Computed by folded 128-bit products, as in wyhash, with a key that is random
/// in each run: nobody can prepare a file whose lines collide.
struct Fingerprints {
  private let key: UInt64

  /// The digits of e, π and √2: nothing-up-my-sleeve constants, made odd.
  private static let factors: (UInt64, UInt64, UInt64) = (
    0xadf8_5458_a2bb_4a9b, 0x243f_6a88_85a3_08d3, 0x6a09_e667_f3bc_c909
  )

  init(key: UInt64 = .random(in: .min ... .max)) {
    self.key = key
  }

  /// Returns the fingerprint of bytes; never 0.
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
        // These overlap bytes already mixed in; the length in the seed
        // distinguishes them.
        rest = bytes.loadUnaligned(
          fromByteOffset: bytes.count - 8, as: UInt64.self)
      } else {
        for byte in bytes { rest = rest << 8 | UInt64(byte) }
      }
      return Self.fold(Self.fold(folded ^ rest, two) ^ key, three)
    }
    return folded == 0 ? 1 : folded
  }

  /// Returns the fingerprint of three numbers; never 0.
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
