// The few things about bytes that both file formats need.

extension UInt8 {
  static let blank = UInt8(ascii: " ")
  static let tab = UInt8(ascii: "\t")
  static let carriageReturn = UInt8(ascii: "\r")
  static let lineFeed = UInt8(ascii: "\n")
}

extension [UInt8] {
  /// Appends a number with at least `width` digits, zeros in front.
  mutating func append(digits number: Int, width: Int = 1) {
    var divisor = 1
    for _ in 1..<Swift.max(width, 1) { divisor *= 10 }
    while number / divisor >= 10 { divisor *= 10 }
    while divisor > 0 {
      append(UInt8(ascii: "0") + UInt8(number / divisor % 10))
      divisor /= 10
    }
  }
}

extension Span<UInt8> {
  /// The number that the digits in the range spell, if they are all digits.
  func number(_ range: Range<Int>) -> Int? {
    guard !range.isEmpty, range.count <= 18 else { return nil }
    var number = 0
    for index in range {
      let digit = self[index] &- UInt8(ascii: "0")
      guard digit <= 9 else { return nil }
      number = number * 10 + Int(digit)
    }
    return number
  }

  /// The number that all of the bytes spell, if they are all digits.
  var number: Int? { number(0..<count) }

  /// Where the byte next stands, or the end.
  func firstIndex(of byte: UInt8, from start: Int) -> Int {
    var index = start
    while index < count, self[index] != byte { index += 1 }
    return index
  }

  /// The end of the bytes that stand before `end` and before any blanks there.
  func endBeforeBlanks(_ end: Int) -> Int {
    var end = end
    while end > 0, self[end - 1] == .blank { end -= 1 }
    return end
  }

  func elementsEqual(_ text: StaticString) -> Bool {
    guard count == text.utf8CodeUnitCount else { return false }
    for index in indices where self[index] != text.utf8Start[index] {
      return false
    }
    return true
  }
}

extension String {
  /// Makes a string of bytes that are known to be ASCII.
  init(ascii bytes: Span<UInt8>) {
    self = String(unsafeUninitializedCapacity: bytes.count) { target in
      for index in bytes.indices { target[index] = bytes[index] }
      return bytes.count
    }
  }
}
