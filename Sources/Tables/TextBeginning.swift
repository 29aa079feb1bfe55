/// The first bytes of a text, which show its encoding.
package struct TextBeginning {
  /// An encoding, as far as it matters how many bytes a character has.
  package enum Encoding {
    /// ASCII and what extends it: UTF-8, or a byte a character.
    case bytes
    case utf16LittleEndian
    case utf16BigEndian
  }

  /// The encoding, by the byte-order mark or by zeros.
  package let encoding: Encoding
  /// The length of the byte-order mark; 0 if there is none.
  package let markLength: Int

  /// Inspects the first four bytes of a text, or more.
  package init(_ bytes: [UInt8]) {
    if bytes.starts(with: [0xff, 0xfe]) {
      (encoding, markLength) = (.utf16LittleEndian, 2)
    } else if bytes.starts(with: [0xfe, 0xff]) {
      (encoding, markLength) = (.utf16BigEndian, 2)
    } else if bytes.starts(with: [0xef, 0xbb, 0xbf]) {
      (encoding, markLength) = (.bytes, 3)
    } else {
      // The first two characters are ASCII in most languages.
      let zeros = bytes.prefix(4).map { $0 == 0 }
      encoding =
        switch zeros {
        case [false, true, false, true]: .utf16LittleEndian
        case [true, false, true, false]: .utf16BigEndian
        default: .bytes
        }
      markLength = 0
    }
  }
}
