// A line of the journal, taken apart.
extension JournalFormat {
  /// The byte ranges of a line's fields; ranges beyond ``maximumCount`` are
  /// counted but not stored.
  struct Fields {
    static let maximumCount = 11

    private(set) var count = 0
    private var ranges: [11 of Range<Int>] = .init(repeating: 0..<0)

    subscript(index: Int) -> Range<Int> { ranges[index] }

    mutating func append(_ range: Range<Int>) {
      if count < Self.maximumCount { ranges[count] = range }
      count += 1
    }
  }

  static func fields(of line: Span<UInt8>) -> Fields {
    var fields = Fields()
    var start = 0
    while start <= line.count {
      let end = line.firstIndex(of: .tab, from: start)
      fields.append(start..<end)
      start = end + 1
    }
    return fields
  }

  static func hexadecimal(_ bytes: Span<UInt8>) -> UInt32? {
    var number: UInt32 = 0
    for index in bytes.indices {
      switch bytes[index] {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        number = number << 4 | UInt32(bytes[index] - UInt8(ascii: "0"))
      case UInt8(ascii: "a")...UInt8(ascii: "f"):
        number = number << 4 | UInt32(bytes[index] - UInt8(ascii: "a") + 10)
      default: return nil
      }
    }
    return number
  }
}
