extension DatabaseValue {
  /// Creates the value by which the file finds an item.
  ///
  /// Digits alone are kept as a number, in half of the bytes. What a number
  /// would lose stays a text: `012345` and `12345` are two items.
  init(itemNumber text: String) {
    let bytes = text.utf8
    guard
      let first = bytes.first, first != UInt8(ascii: "0"),
      bytes.count <= Self.maximumDigitCount,
      bytes.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }),
      let number = Int(text)
    else {
      self = .text(text)
      return
    }
    self = .number(number)
  }

  /// The digits that every number of 64 bits can have.
  private static let maximumDigitCount = 18
}
