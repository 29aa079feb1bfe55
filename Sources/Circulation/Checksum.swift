/// CRC-32C (Castagnoli), the checksum at the end of each line of the journal.
///
/// The polynomial is that of RFC 3720, section 12.1, bit-reflected. It detects
/// every error burst of up to 32 bits.
package enum Checksum {
  /// The remainders of each byte value followed by 0 to 7 zero bytes, 256 for
  /// each number of zero bytes.
  private static let remainders: [UInt32] = {
    var remainders: [UInt32] = (0..<256).map { byte in
      (0..<8).reduce(UInt32(byte)) { remainder, _ in
        remainder & 1 == 1 ? remainder >> 1 ^ 0x82f6_3b78 : remainder >> 1
      }
    }
    for index in 256..<8 * 256 {
      let shorter = remainders[index - 256]
      remainders.append(shorter >> 8 ^ remainders[Int(shorter & 0xff)])
    }
    return remainders
  }()

  /// Returns the CRC-32C of the bytes.
  package static func of(_ bytes: Span<UInt8>) -> UInt32 {
    remainders.withUnsafeBufferPointer { remainders in
      bytes.withUnsafeBytes { bytes in
        func part(_ byte: UInt64, _ zeroCount: Int) -> UInt32 {
          remainders[zeroCount << 8 | Int(truncatingIfNeeded: byte & 0xff)]
        }
        var remainder = ~UInt32(0)
        var index = 0
        // Eight bytes at a time: a line has about 70.
        while index + 8 <= bytes.count {
          let eight =
            bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
            ^ UInt64(remainder)
          remainder = part(eight, 7) ^ part(eight >> 8, 6)
          remainder ^= part(eight >> 16, 5) ^ part(eight >> 24, 4)
          remainder ^= part(eight >> 32, 3) ^ part(eight >> 40, 2)
          remainder ^= part(eight >> 48, 1) ^ part(eight >> 56, 0)
          index += 8
        }
        while index < bytes.count {
          let byte = Int((remainder ^ UInt32(bytes[index])) & 0xff)
          remainder = remainder >> 8 ^ remainders[byte]
          index += 1
        }
        return ~remainder
      }
    }
  }
}
