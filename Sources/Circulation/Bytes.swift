// Bytes and parsing shared by both file formats.

import Glibc

extension UInt8 {
  static let space = UInt8(ascii: " ")
  static let tab = UInt8(ascii: "\t")
  static let carriageReturn = UInt8(ascii: "\r")
  static let lineFeed = UInt8(ascii: "\n")
}

extension [UInt8] {
  /// Appends a decimal number, zero-padded to at least `width` digits, 20 at
  /// most.
  package mutating func append(digits number: Int, width: Int = 1) {
    guard number >= 0 else {
      append(UInt8(ascii: "-"))
      return append(contentsOf: "\(number.magnitude)".utf8)
    }
    if number < 100, width <= 2 {
      let (tens, units) = (number / 10, number % 10)
      if tens > 0 || width == 2 { append(UInt8(ascii: "0") + UInt8(tens)) }
      return append(UInt8(ascii: "0") + UInt8(units))
    }
    // From the last digit to the first: one division each.
    var digits: [20 of UInt8] = .init(repeating: UInt8(ascii: "0"))
    var start = digits.count
    var rest = UInt(number)
    repeat {
      start -= 1
      let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
      digits[start] += UInt8(truncatingIfNeeded: digit)
      rest = quotient
    } while rest > 0
    start = Swift.min(start, digits.count - width)
    for index in start..<digits.count { append(digits[index]) }
  }
}

// Appended at once: each of millions of rows has some of these.
extension OutputSpan<UInt8> {
  /// Appends a number below 100 as two digits.
  @inlinable @inline(__always)
  package mutating func append(twoDigits number: Int) {
    let number = UInt8(truncatingIfNeeded: number)
    append(UInt8(ascii: "0") + number / 10)
    append(UInt8(ascii: "0") + number % 10)
  }

  /// Appends bytes of a line.
  @inlinable @inline(__always)
  package mutating func append(_ line: Span<UInt8>, _ range: Range<Int>) {
    line.extracting(range).withUnsafeBufferPointer { new in
      withUnsafeMutableBufferPointer { bytes, count in
        let rest = UnsafeMutableBufferPointer(rebasing: bytes[count...])
        count += rest.update(fromContentsOf: new)
      }
    }
  }

  /// Appends an ASCII text.
  @inlinable @inline(__always)
  package mutating func append(_ text: StaticString) {
    for index in 0..<text.utf8CodeUnitCount { append(text.utf8Start[index]) }
  }
}

extension Span<UInt8> {
  /// Parses the two bytes at a place as digits; nil if one is none.
  @inlinable @inline(__always)
  package func twoDigits(at place: Int) -> Int? {
    let tens = self[place] &- UInt8(ascii: "0")
    let units = self[place + 1] &- UInt8(ascii: "0")
    return tens <= 9 && units <= 9 ? Int(tens * 10 + units) : nil
  }

  /// Parses the range as an unsigned decimal number; nil if it has a non-digit,
  /// or is not 1 to 18 bytes long.
  func number(_ range: Range<Int>) -> Int? {
    guard !range.isEmpty, range.count <= 18 else { return nil }
    return extracting(range).withUnsafeBytes { bytes in
      var number = 0
      for byte in bytes {
        let digit = byte &- UInt8(ascii: "0")
        guard digit <= 9 else { return nil }
        // Eighteen digits cannot overflow an Int.
        number = number &* 10 &+ Int(digit)
      }
      return number
    }
  }

  /// All bytes parsed as an unsigned decimal number; nil if that fails.
  var number: Int? { number(0..<count) }

  /// Returns the index of the next occurrence of the byte; `count` if there is
  /// none.
  func firstIndex(of byte: UInt8, from start: Int) -> Int {
    withUnsafeBytes { bytes in
      guard start < bytes.count, let base = bytes.baseAddress,
        let found = memchr(base + start, Int32(byte), bytes.count - start)
      else { return bytes.count }
      return UnsafeRawPointer(found) - base
    }
  }

  /// Returns the end of the bytes before `end` without their trailing spaces.
  @inline(__always)
  func endBeforeSpaces(_ end: Int) -> Int {
    withUnsafeBytes { bytes in
      var end = end
      // Eight at a time: an item of typical length has 69 spaces after it.
      let blanks = UInt64(UInt8.space) * 0x0101_0101_0101_0101
      while end >= 8 {
        let eight = UInt64(
          littleEndian: bytes.loadUnaligned(
            fromByteOffset: end - 8, as: UInt64.self))
        guard eight == blanks else {
          return end - (eight ^ blanks).leadingZeroBitCount / 8
        }
        end -= 8
      }
      while end > 0, bytes[end - 1] == .space { end -= 1 }
      return end
    }
  }

  /// True if all bytes are printable ASCII characters, spaces included.
  @inline(__always)
  var isPrintableASCII: Bool {
    withUnsafeBytes { bytes in
      guard bytes.count >= 8 else {
        return bytes.allSatisfy { 0x20...0x7e ~= $0 }
      }
      let ones: UInt64 = 0x0101_0101_0101_0101
      /// Returns eight bytes whose high bits are set where one is not printable.
      func marks(_ start: Int) -> UInt64 {
        let eight = bytes.loadUnaligned(fromByteOffset: start, as: UInt64.self)
        let isBelow = (eight &- ones &* 0x20) & ~eight
        // The high bit of a byte is set where it is above 0x7e.
        let isAbove = (eight &+ ones) | eight
        return isBelow | isAbove
      }
      // Eight at a time; the last eight may overlap those before.
      var all = marks(bytes.count - 8)
      for start in stride(from: 0, to: bytes.count - 8, by: 8) {
        all |= marks(start)
      }
      return all & (ones &* 0x80) == 0
    }
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
  /// Creates a string from bytes known to be ASCII.
  init(ascii bytes: Span<UInt8>) {
    self = bytes.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
  }
}
