import CCrypto
import Circulation

/// The SHA-256 of bytes that come in parts.
package final class SHA256 {
  private let context: OpaquePointer

  /// The digest of nothing so far.
  package init() {
    // Without memory for these few bytes nothing else could go on either.
    guard
      let context = EVP_MD_CTX_new(),
      EVP_DigestInit_ex(context, EVP_sha256(), nil) == 1
    else { preconditionFailure("OpenSSL has no SHA-256") }
    self.context = context
  }

  deinit { EVP_MD_CTX_free(context) }

  /// Takes more bytes.
  package func add(_ bytes: Span<UInt8>) {
    _ = bytes.withUnsafeBytes {
      EVP_DigestUpdate(context, $0.baseAddress, $0.count)
    }
  }

  /// The 32 bytes of the digest of all bytes so far; more can be added yet.
  package var digest: [UInt8] {
    guard let copy = EVP_MD_CTX_new() else { return [] }
    defer { EVP_MD_CTX_free(copy) }
    var digest = [UInt8](repeating: 0, count: 32)
    EVP_MD_CTX_copy_ex(copy, context)
    EVP_DigestFinal_ex(copy, &digest, nil)
    return digest
  }

  /// The first eight bytes of the digest of these bytes alone, whatever came
  /// before; a fresh context for each line would take longer than the line.
  func firstEight(of bytes: Span<UInt8>) -> UInt64 {
    // Without a name of a digest it takes the one that it has.
    EVP_DigestInit_ex(context, nil, nil)
    add(bytes)
    return withUnsafeTemporaryAllocation(byteCount: 32, alignment: 8) {
      EVP_DigestFinal_ex(
        context, $0.bindMemory(to: UInt8.self).baseAddress, nil)
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
    let sha = SHA256()
    var offset = 0
    while true {
      let part = try file.bytes(offset..<offset + 1 << 20)
      if part.isEmpty { return sha.hexadecimal }
      sha.add(part.span)
      offset += part.count
    }
  }
}
