/// The text of a cell, in the encoding that its own bytes show.
///
/// A file may hold several: a header in UTF-8 over rows in Windows-1252.
enum CellText {
  /// Decodes UTF-8 if it is valid, or else Windows-1252; in ISO-8859-15 where
  /// a fraction or a currency sign would stand between letters.
  static func decode(_ bytes: UnsafeRawBufferPointer) -> String {
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    let hasControls = bytes.contains { 0x80...0x9f ~= $0 }
    var text = String.UnicodeScalarView()
    for index in bytes.indices {
      let byte = bytes[index]
      if !hasControls, let scalar = latin9(byte),
        isAmongLetters(bytes, index) || byte == 0xa4
      {
        text.append(scalar)
      } else {
        text.append(Unicode.Scalar(windows1252: byte))
      }
    }
    return String(text)
  }

  /// The letters of ISO-8859-15 in the places of signs of ISO-8859-1.
  private static func latin9(_ byte: UInt8) -> Unicode.Scalar? {
    switch byte {
    case 0xa4: "€"
    case 0xa6: "Š"
    case 0xa8: "š"
    case 0xb4: "Ž"
    case 0xb8: "ž"
    case 0xbc: "Œ"
    case 0xbd: "œ"
    case 0xbe: "Ÿ"
    default: nil
    }
  }

  private static func isAmongLetters(
    _ bytes: UnsafeRawBufferPointer, _ index: Int
  ) -> Bool {
    func isLetter(_ place: Int) -> Bool {
      guard bytes.indices ~= place else { return false }
      let byte = bytes[place]
      return UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20
        || byte >= 0xc0
    }
    return isLetter(index - 1) || isLetter(index + 1)
  }
}
