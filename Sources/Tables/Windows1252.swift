extension Unicode.Scalar {
  /// Creates the character of a byte in Windows-1252; in ISO-8859-1 for the five
  /// bytes that it leaves undefined.
  package init(windows1252 byte: UInt8) {
    self =
      0x80...0x9f ~= byte
      ? Self.windowsSigns[Int(byte) - 0x80] : Unicode.Scalar(byte)
  }

  private static let windowsSigns = Array(
    "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}Ž\u{8f}\u{90}‘’“”•–—˜™š›œ\u{9d}žŸ".unicodeScalars)
}
