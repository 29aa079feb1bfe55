/// A value of JSON (RFC 8259), read as strictly as Evergreen's server reads it.
enum JSONValue: Hashable {
  case null
  case flag(Bool)
  /// A number, as it is written.
  case number(String)
  case text(String)
  case array([JSONValue])
  /// The members of an object, in order.
  case object([Member])

  struct Member: Hashable {
    let name: String
    let value: JSONValue
  }

  /// Parses a whole text; nil if it is not one value of JSON.
  init?(_ text: String) {
    var parser = JSONParser(Array(text.utf8))
    guard let value = parser.wholeValue() else { return nil }
    self = value
  }

  /// Returns the member of a name, the last one if there are several; nil if
  /// it is missing, or this is not an object.
  subscript(_ name: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.last { $0.name == name }?.value
  }

  /// The text of a text or a number.
  var written: String? {
    switch self {
    case .text(let text), .number(let text): text
    default: nil
    }
  }

  /// Appends the value in ASCII, with other letters as escapes.
  func append(to bytes: inout [UInt8]) {
    switch self {
    case .null: bytes.append(contentsOf: "null".utf8)
    case .flag(let flag): bytes.append(contentsOf: "\(flag)".utf8)
    case .number(let number): bytes.append(contentsOf: number.utf8)
    case .text(let text): Self.append(text, to: &bytes)
    case .array(let values):
      bytes.append(UInt8(ascii: "["))
      for (index, value) in values.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        value.append(to: &bytes)
      }
      bytes.append(UInt8(ascii: "]"))
    case .object(let members):
      bytes.append(UInt8(ascii: "{"))
      for (index, member) in members.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        Self.append(member.name, to: &bytes)
        bytes.append(UInt8(ascii: ":"))
        member.value.append(to: &bytes)
      }
      bytes.append(UInt8(ascii: "}"))
    }
  }

  /// Appends a text in quotes, in ASCII.
  static func append(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\":
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(UInt8(ascii: scalar))
      case " "..."~": bytes.append(UInt8(ascii: scalar))
      default:
        for unit in String(scalar).utf16 {
          let digits = String(unit, radix: 16)
          bytes.append(contentsOf: "\\u".utf8)
          for _ in digits.utf8.count..<4 { bytes.append(UInt8(ascii: "0")) }
          bytes.append(contentsOf: digits.utf8)
        }
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}

/// A parser of one value.
private struct JSONParser {
  /// The most objects and arrays inside each other.
  private static let maximumDepth = 64

  private let bytes: [UInt8]
  private var place = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Returns the value that all bytes are; nil if they are none.
  mutating func wholeValue() -> JSONValue? {
    guard let value = value(depth: 0) else { return nil }
    skipBlanks()
    return place == bytes.count ? value : nil
  }

  private var next: UInt8? { place < bytes.count ? bytes[place] : nil }

  private mutating func skipBlanks() {
    while let next, next == 0x20 || next == 0x09 || next == 0x0a || next == 0x0d
    {
      place += 1
    }
  }

  /// Takes a byte if it is the next one after blanks.
  private mutating func take(_ byte: Unicode.Scalar) -> Bool {
    skipBlanks()
    guard next == UInt8(ascii: byte) else { return false }
    place += 1
    return true
  }

  private mutating func take(word: String) -> Bool {
    guard bytes[place...].starts(with: word.utf8) else { return false }
    place += word.utf8.count
    return true
  }

  private mutating func value(depth: Int) -> JSONValue? {
    skipBlanks()
    guard let next, depth < Self.maximumDepth else { return nil }
    switch next {
    case UInt8(ascii: "{"): return object(depth: depth)
    case UInt8(ascii: "["): return array(depth: depth)
    case UInt8(ascii: "\""): return text().map(JSONValue.text)
    case UInt8(ascii: "t"): return take(word: "true") ? .flag(true) : nil
    case UInt8(ascii: "f"): return take(word: "false") ? .flag(false) : nil
    case UInt8(ascii: "n"): return take(word: "null") ? .null : nil
    default: return number().map(JSONValue.number)
    }
  }

  private mutating func object(depth: Int) -> JSONValue? {
    guard take("{") else { return nil }
    var members: [JSONValue.Member] = []
    if take("}") { return .object(members) }
    repeat {
      skipBlanks()
      guard
        next == UInt8(ascii: "\""), let name = text(), take(":"),
        let value = value(depth: depth + 1)
      else { return nil }
      members.append(JSONValue.Member(name: name, value: value))
    } while take(",")
    return take("}") ? .object(members) : nil
  }

  private mutating func array(depth: Int) -> JSONValue? {
    guard take("[") else { return nil }
    var values: [JSONValue] = []
    if take("]") { return .array(values) }
    repeat {
      guard let value = value(depth: depth + 1) else { return nil }
      values.append(value)
    } while take(",")
    return take("]") ? .array(values) : nil
  }

  /// Parses a number: no plus, no leading zero, digits on both sides of
  /// a point.
  private mutating func number() -> String? {
    let start = place
    func digits(_ parser: inout JSONParser) -> Int {
      let start = parser.place
      while let next = parser.next, 0x30...0x39 ~= next { parser.place += 1 }
      return parser.place - start
    }
    if next == UInt8(ascii: "-") { place += 1 }
    let isZero = next == UInt8(ascii: "0")
    let count = digits(&self)
    guard count > 0, !isZero || count == 1 else { return nil }
    if next == UInt8(ascii: ".") {
      place += 1
      guard digits(&self) > 0 else { return nil }
    }
    if next == UInt8(ascii: "e") || next == UInt8(ascii: "E") {
      place += 1
      if next == UInt8(ascii: "+") || next == UInt8(ascii: "-") { place += 1 }
      guard digits(&self) > 0 else { return nil }
    }
    return String(decoding: bytes[start..<place], as: UTF8.self)
  }

  /// Parses a text after its opening quote is seen.
  private mutating func text() -> String? {
    place += 1
    var text: [UInt8] = []
    while let byte = next {
      place += 1
      switch byte {
      case UInt8(ascii: "\""): return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"):
        guard let character = escape() else { return nil }
        text.append(contentsOf: String(character).utf8)
      // A control character has to be written as an escape.
      case 0..<0x20: return nil
      default: text.append(byte)
      }
    }
    return nil
  }

  private mutating func escape() -> Unicode.Scalar? {
    guard let byte = next else { return nil }
    place += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"):
      return Unicode.Scalar(byte)
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{c}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"):
      guard let unit = unit() else { return nil }
      guard UTF16.isLeadSurrogate(unit) else { return Unicode.Scalar(unit) }
      // The second half of a character has to follow.
      guard take(word: "\\u"), let second = self.unit(),
        UTF16.isTrailSurrogate(second)
      else { return nil }
      return Unicode.Scalar(
        0x1_0000 + (UInt32(unit) - 0xd800) << 10 + UInt32(second) - 0xdc00)
    default: return nil
    }
  }

  /// Parses four hexadecimal digits.
  private mutating func unit() -> UInt16? {
    guard place + 4 <= bytes.count else { return nil }
    let digits = bytes[place..<place + 4]
    guard
      digits.allSatisfy({
        0x30...0x39 ~= $0 || 0x41...0x46 ~= $0 || 0x61...0x66 ~= $0
      })
    else { return nil }
    place += 4
    return UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
  }
}
