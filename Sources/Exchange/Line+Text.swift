import Glibc
import Tables

// The text of lines, as bytes of a file have it.

extension UInt8 {
  static let tab = UInt8(ascii: "\t")
  static let space = UInt8(ascii: " ")
  static let carriageReturn = UInt8(ascii: "\r")
  static let lineFeed = UInt8(ascii: "\n")
}

extension Span<UInt8> {
  /// True if it begins with the byte order mark of UTF-8.
  var hasByteOrderMark: Bool {
    count >= 3 && self[0] == 0xef && self[1] == 0xbb && self[2] == 0xbf
  }

  /// Returns true if a byte occurs.
  func has(_ byte: UInt8) -> Bool {
    withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress else { return false }
      return memchr(base, Int32(byte), bytes.count) != nil
    }
  }

  /// Returns true if it begins with an ASCII text.
  func begins(with text: StaticString) -> Bool {
    guard count >= text.utf8CodeUnitCount else { return false }
    for index in 0..<text.utf8CodeUnitCount
    where self[index] != text.utf8Start[index] {
      return false
    }
    return true
  }

  /// True if all bytes are blanks or tabs.
  var isBlank: Bool {
    for index in indices where self[index] != .space && self[index] != .tab {
      return false
    }
    return true
  }

  /// Returns the ranges of the fields between a sign.
  func fields(between sign: UInt8) -> [Range<Int>] {
    var fields: [Range<Int>] = []
    var start = 0
    for index in indices where self[index] == sign {
      fields.append(start..<index)
      start = index + 1
    }
    fields.append(start..<count)
    return fields
  }

  /// Returns the text of a range that is known to be ASCII.
  func plainText(_ range: Range<Int>) -> String {
    extracting(range).withUnsafeBufferPointer {
      String(decoding: $0, as: UTF8.self)
    }
  }

  /// Returns the text of a range: UTF-8, or else as Windows reads the bytes.
  func text(_ range: Range<Int>, _ notes: inout FileNotes) -> String {
    let bytes = extracting(range)
    if let text = bytes.withUnsafeBufferPointer({
      String(validating: $0, as: UTF8.self)
    }) {
      return text
    }
    notes.add(.notUTF8)
    var text = ""
    for index in bytes.indices {
      text.unicodeScalars.append(Unicode.Scalar(windows1252: bytes[index]))
    }
    return text
  }

  /// Returns the number in a range, without outer blanks.
  ///
  /// - Throws: ``LineFault/emptyNumber``; ``LineFault/controlCharacter``.
  func number(
    _ range: Range<Int>, line: Int, _ notes: inout FileNotes
  ) throws(LineFault) -> String {
    var range = range
    while !range.isEmpty, self[range.lowerBound] == .space {
      range = range.lowerBound + 1..<range.upperBound
      notes.add(.outerBlanks(line: line))
    }
    while !range.isEmpty, self[range.upperBound - 1] == .space {
      range = range.lowerBound..<range.upperBound - 1
      notes.add(.outerBlanks(line: line))
    }
    guard !range.isEmpty else { throw .emptyNumber }
    return try text(range, &notes).asNumber()
  }
}

extension String {
  /// Returns the text as a number, without outer blanks of any kind.
  ///
  /// - Throws: ``LineFault/emptyNumber``; ``LineFault/controlCharacter``.
  func asNumber() throws(LineFault) -> String {
    // Nearly all numbers are short and plain.
    if utf8.allSatisfy({ 0x21..<0x7f ~= $0 }), !isEmpty { return self }
    var number = self[...]
    while number.first?.isWhitespace == true { number.removeFirst() }
    while number.last?.isWhitespace == true { number.removeLast() }
    guard !number.isEmpty else { throw .emptyNumber }
    for scalar in number.unicodeScalars
    where scalar.properties.generalCategory == .control {
      throw .controlCharacter
    }
    return String(number)
  }

  /// True if it has only printable ASCII characters.
  var isPrintableASCII: Bool { utf8.allSatisfy { 0x20..<0x7f ~= $0 } }
}
