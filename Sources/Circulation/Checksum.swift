/// CRC-32C (Castagnoli), the checksum at the end of each line of the journal.
///
/// The polynomial is that of RFC 3720, section 12.1, bit-reflected. It detects
/// every error burst of up to 32 bits.
package enum Checksum {
  private static let table: [UInt32] = (0..<256).map { byte in
    (0..<8).reduce(UInt32(byte)) { remainder, _ in
      remainder & 1 == 1 ? remainder >> 1 ^ 0x82f6_3b78 : remainder >> 1
    }
  }

  /// Returns the CRC-32C of the bytes.
  package static func of(_ bytes: Span<UInt8>) -> UInt32 {
    let table = table.span
    var remainder = ~UInt32(0)
    for index in bytes.indices {
      let entry = Int(
        truncatingIfNeeded: (remainder ^ UInt32(bytes[index])) & 0xff)
      remainder = remainder >> 8 ^ table[entry]
    }
    return ~remainder
  }
}
