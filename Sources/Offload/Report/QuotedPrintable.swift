/// The quoted-printable encoding of mails (RFC 2045, section 6.7), which some
/// programs save undecoded.
enum QuotedPrintable {
  /// Decodes bytes; nil if they do not look encoded, that is unless every `=`
  /// is a valid escape, and one of them is a soft line break or at a line end.
  static func decoded(_ bytes: ArraySlice<UInt8>) -> [UInt8]? {
    guard bytes.contains(0x3d) else { return nil }
    var result: [UInt8] = []
    var isSure = false
    var place = bytes.startIndex
    while place < bytes.endIndex {
      let byte = bytes[place]
      place += 1
      guard byte == 0x3d else {
        result.append(byte)
        continue
      }
      if let end = lineEnd(at: place, in: bytes) {
        // A soft line break.
        place = end
        isSure = true
        continue
      }
      guard
        place + 2 <= bytes.endIndex, let high = bytes[place].hexDigit,
        let low = bytes[place + 1].hexDigit
      else { return nil }
      place += 2
      result.append(high << 4 | low)
      isSure =
        isSure || place == bytes.endIndex
        || lineEnd(at: place, in: bytes) != nil
    }
    return isSure ? result : nil
  }

  private static func lineEnd(
    at place: Int, in bytes: ArraySlice<UInt8>
  ) -> Int? {
    guard place < bytes.endIndex else { return nil }
    if bytes[place] == 0x0a { return place + 1 }
    guard bytes[place] == 0x0d else { return nil }
    let isPair = place + 1 < bytes.endIndex && bytes[place + 1] == 0x0a
    return place + (isPair ? 2 : 1)
  }
}

extension UInt8 {
  fileprivate var hexDigit: UInt8? {
    switch self {
    case 0x30...0x39: self - 0x30
    case 0x41...0x46: self - 0x37
    case 0x61...0x66: self - 0x57
    default: nil
    }
  }
}
