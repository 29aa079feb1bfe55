/// A keyed digest of a number (SipHash-2-4), so that a list of numbers can be
/// searched and not be read.
///
/// It saves data and hides nothing from who has the key: numbers can be
/// guessed.
package struct NumberDigest: Hashable, Sendable {
  /// The key of digests, two times 64 bits.
  package struct Key: Hashable, Sendable {
    /// The first half, in the order of the bytes.
    package let first: UInt64
    /// The second half.
    package let second: UInt64

    /// Creates a key.
    package init(_ first: UInt64, _ second: UInt64) {
      self.first = first
      self.second = second
    }

    /// Returns a key that nobody knows.
    package static func random() -> Key {
      Key(.random(in: .min ... .max), .random(in: .min ... .max))
    }
  }

  /// The digest.
  package let value: UInt64

  /// Creates a digest from its value.
  package init(value: UInt64) {
    self.value = value
  }

  /// Creates a digest from the number in a file.
  init(signedValue: Int) {
    value = UInt64(bitPattern: Int64(signedValue))
  }

  /// The value as a file keeps it.
  var signedValue: Int { Int(Int64(bitPattern: value)) }

  /// Creates the digest of a text.
  package init(_ text: String, _ key: Key) {
    var state = SipState(key)
    var word: UInt64 = 0
    var count = 0
    for byte in text.utf8 {
      word |= UInt64(byte) << UInt64(8 * (count % 8))
      count += 1
      if count % 8 == 0 {
        state.take(word)
        word = 0
      }
    }
    state.take(word | UInt64(count & 0xff) << 56)
    value = state.end()
  }
}

/// The state of SipHash (Aumasson and Bernstein, 2012).
private struct SipState {
  private var v0, v1, v2, v3: UInt64

  init(_ key: NumberDigest.Key) {
    v0 = key.first ^ 0x736f_6d65_7073_6575
    v1 = key.second ^ 0x646f_7261_6e64_6f6d
    v2 = key.first ^ 0x6c79_6765_6e65_7261
    v3 = key.second ^ 0x7465_6462_7974_6573
  }

  mutating func take(_ word: UInt64) {
    v3 ^= word
    for _ in 0..<2 { round() }
    v0 ^= word
  }

  mutating func end() -> UInt64 {
    v2 ^= 0xff
    for _ in 0..<4 { round() }
    return v0 ^ v1 ^ v2 ^ v3
  }

  private mutating func round() {
    v0 &+= v1
    v1 = v1.rotated(13) ^ v0
    v0 = v0.rotated(32)
    v2 &+= v3
    v3 = v3.rotated(16) ^ v2
    v0 &+= v3
    v3 = v3.rotated(21) ^ v0
    v2 &+= v1
    v1 = v1.rotated(17) ^ v2
    v2 = v2.rotated(32)
  }
}

extension UInt64 {
  fileprivate func rotated(_ count: UInt64) -> UInt64 {
    self << count | self >> (64 - count)
  }
}
