/// A scanner of JSON (RFC 8259), which goes from value to value.
///
/// What is passed over is not checked beyond its brackets and quotes.
struct JSONScanner {
  private let bytes: [UInt8]
  private var place = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// True before an object or an array.
  var isAtContainer: Bool {
    let next = nextByte
    return next == UInt8(ascii: "{") || next == UInt8(ascii: "[")
  }

  /// The next byte that is not blank; nil at the end.
  private var nextByte: UInt8? {
    bytes[place...].first { !Self.isBlank($0) }
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || 0x09...0x0a ~= byte || byte == 0x0d
  }

  private mutating func skipBlanks() {
    while place < bytes.count, Self.isBlank(bytes[place]) { place += 1 }
  }

  /// Takes a byte if it is the next one after blanks.
  private mutating func take(_ byte: Unicode.Scalar) -> Bool {
    skipBlanks()
    guard place < bytes.count, bytes[place] == UInt8(ascii: byte) else {
      return false
    }
    place += 1
    return true
  }

  /// Calls a body before each value of an object or an array, which it has to
  /// take; the name is nil in an array.
  ///
  /// - Throws: ``TableFileError/damaged``.
  mutating func members(
    _ body: (inout JSONScanner, String?) throws(TableFileError) -> Void
  ) throws(TableFileError) {
    let isObject = take("{")
    guard isObject || take("[") else { throw .damaged }
    let end: Unicode.Scalar = isObject ? "}" : "]"
    if take(end) { return }
    repeat {
      var name: String?
      if isObject {
        name = try text()
        guard take(":") else { throw .damaged }
      }
      try body(&self, name)
    } while take(",")
    guard take(end) else { throw .damaged }
  }

  /// Returns the next value, which is neither an object nor an array: a text,
  /// a number as it is written, nothing for `null`.
  ///
  /// - Throws: ``TableFileError/damaged``.
  mutating func scalar() throws(TableFileError) -> String {
    skipBlanks()
    guard place < bytes.count else { throw .damaged }
    if bytes[place] == UInt8(ascii: "\"") { return try text() }
    let start = place
    while place < bytes.count, !Self.isBlank(bytes[place]),
      !",]}".utf8.contains(bytes[place])
    {
      place += 1
    }
    let word = String(decoding: bytes[start..<place], as: UTF8.self)
    return word == "null" ? "" : word
  }

  /// Passes a value over, however deep it is.
  ///
  /// - Throws: ``TableFileError/damaged``.
  mutating func skipValue() throws(TableFileError) {
    var depth = 0
    repeat {
      skipBlanks()
      guard place < bytes.count else { throw .damaged }
      switch bytes[place] {
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        depth += 1
        place += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        depth -= 1
        place += 1
        guard depth >= 0 else { throw .damaged }
      case UInt8(ascii: "\""): try skipText()
      case UInt8(ascii: ","), UInt8(ascii: ":"):
        guard depth > 0 else { throw .damaged }
        place += 1
      default: _ = try scalar()
      }
    } while depth > 0
  }

  private mutating func skipText() throws(TableFileError) {
    place += 1
    while place < bytes.count {
      switch bytes[place] {
      case UInt8(ascii: "\\"): place += 2
      case UInt8(ascii: "\""):
        place += 1
        return
      default: place += 1
      }
    }
    throw .damaged
  }

  /// Returns the next value, which is a text.
  private mutating func text() throws(TableFileError) -> String {
    skipBlanks()
    guard place < bytes.count, bytes[place] == UInt8(ascii: "\"") else {
      throw .damaged
    }
    let start = place + 1
    try skipText()
    let content = bytes[start..<place - 1]
    guard content.contains(UInt8(ascii: "\\")) else {
      return String(decoding: content, as: UTF8.self)
    }
    return try Self.unescaped(content)
  }

  private static let escapes: [UInt8: UInt8] = [
    UInt8(ascii: "n"): 0x0a, UInt8(ascii: "t"): 0x09,
    UInt8(ascii: "r"): 0x0d, UInt8(ascii: "b"): 0x08,
    UInt8(ascii: "f"): 0x0c,
  ]

  private static func unescaped(
    _ content: ArraySlice<UInt8>
  ) throws(TableFileError) -> String {
    var bytes: [UInt8] = []
    var units: [UInt16] = []
    var rest = content
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "\\") else {
        bytes.append(byte)
        continue
      }
      guard let escape = rest.popFirst() else { throw .damaged }
      guard escape == UInt8(ascii: "u") else {
        bytes.append(escapes[escape] ?? escape)
        continue
      }
      let digits = String(decoding: rest.prefix(4), as: UTF8.self)
      guard digits.utf8.count == 4, let unit = UInt16(digits, radix: 16) else {
        throw .damaged
      }
      rest = rest.dropFirst(4)
      units.append(unit)
      // The second half of a character follows the first one.
      if UTF16.isLeadSurrogate(unit), rest.starts(with: "\\u".utf8) { continue }
      bytes += String(decoding: units, as: UTF16.self).utf8
      units = []
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
