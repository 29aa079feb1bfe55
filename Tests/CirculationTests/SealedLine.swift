@testable import Circulation

extension [UInt8] {
  /// A line of a journal with a right checksum, without its LF.
  static func sealed(_ content: String) -> [UInt8] {
    let bytes = Array((content + "\t").utf8)
    let digits = String(Checksum.of(bytes.span), radix: 16)
    return bytes
      + Array((String(repeating: "0", count: 8 - digits.count) + digits).utf8)
  }
}
