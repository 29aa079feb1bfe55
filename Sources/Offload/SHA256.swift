import CCrypto
import Circulation

/// The SHA-256 of bytes that come in parts.
package struct SHA256 {
  private var state = SHA256_CTX()

  /// The digest of nothing so far.
  package init() { SHA256_Init(&state) }

  /// Takes more bytes.
  package mutating func add(_ bytes: Span<UInt8>) {
    _ = bytes.withUnsafeBytes {
      SHA256_Update(&state, $0.baseAddress, $0.count)
    }
  }

  /// The 32 bytes of the digest of all bytes so far; more can be added yet.
  package var digest: [UInt8] {
    [UInt8](unsafeUninitializedCapacity: 32) { digest, count in
      var copy = state
      SHA256_Final(digest.baseAddress, &copy)
      count = 32
    }
  }

  /// Returns the first eight bytes of the digest of these bytes alone.
  static func firstEight(of bytes: Span<UInt8>) -> UInt64 {
    var sha = SHA256()
    sha.add(bytes)
    return withUnsafeTemporaryAllocation(byteCount: 32, alignment: 8) {
      SHA256_Final($0.bindMemory(to: UInt8.self).baseAddress, &sha.state)
      return UInt64(bigEndian: $0.load(as: UInt64.self))
    }
  }

  /// The digest in 64 hexadecimal digits, as `sha256sum` prints it.
  package var hexadecimal: String {
    let digits = Array("0123456789abcdef")
    return String(
      digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
  }

  /// The digest of a file, in hexadecimal digits.
  package static func of(
    _ file: any OpenFile
  ) throws(FileError) -> String {
    var sha = SHA256()
    var offset = 0
    while true {
      let part = try file.bytes(offset..<offset + 1 << 20)
      if part.isEmpty { return sha.hexadecimal }
      sha.add(part.span)
      offset += part.count
    }
  }
}
