/// A record of ISO 2709, in the form of MARC 21 or UNIMARC.
package struct MARCRecord: Sendable {
  /// A field of a record.
  package struct Field: Sendable {
    /// The tag, such as `952`.
    package let tag: String
    fileprivate let bytes: ArraySlice<UInt8>
  }

  /// The value of a subfield.
  package enum Value: Hashable, Sendable {
    /// A text.
    case text(String)
    /// A text in an encoding that is not read: MARC-8, ISO 5426.
    case unread
  }

  /// The fields, in order.
  package let fields: [Field]
  /// True if the record says that it is in an encoding that is not read.
  private let isOld: Bool

  private static let fieldEnd: UInt8 = 0x1e
  fileprivate static let subfieldMark: UInt8 = 0x1f
  private static let leaderLength = 24
  private static let entryLength = 12

  /// Reads a record without its last byte; nil if it is not one.
  init?(_ record: ArraySlice<UInt8>) {
    let bytes = ArraySlice(Array(record))
    guard bytes.count > Self.leaderLength,
      let base = bytes[12..<17].decimal, base > Self.leaderLength,
      base <= bytes.count
    else { return nil }
    var fields: [Field] = []
    var entry = Self.leaderLength
    while entry + Self.entryLength < base {
      let length = bytes[entry + 3..<entry + 7].decimal
      let start = bytes[entry + 7..<entry + 12].decimal
      guard let length, let start, base + start + length <= bytes.count else {
        return nil
      }
      let tag = String(decoding: bytes[entry..<entry + 3], as: UTF8.self)
      let content = bytes[base + start..<base + start + length]
        .prefix { $0 != Self.fieldEnd }
      fields.append(Field(tag: tag, bytes: content))
      entry += Self.entryLength
    }
    self.fields = fields
    isOld = Self.isOld(bytes, fields)
  }

  /// Returns true if the bytes are, as the record says, in MARC-8 or ISO 5426.
  private static func isOld(
    _ bytes: ArraySlice<UInt8>, _ fields: [Field]
  ) -> Bool {
    if bytes[9] == UInt8(ascii: "a") { return false }
    // UNIMARC says it in two digits after the date and the languages.
    guard
      let processing = fields.first(where: { $0.tag == "100" })?
        .subfields.first(where: { $0.code == UInt8(ascii: "a") })?.bytes,
      processing.count >= 28
    else {
      // MARC 21 has a title in 245, and says it in the leader alone.
      return fields.contains { $0.tag == "245" }
    }
    let code = processing.dropFirst(26).prefix(2)
    return code.elementsEqual("01".utf8) || code.elementsEqual("03".utf8)
  }

  /// Returns the first value of a subfield; nil if the field does not have it.
  package func value(of code: Character, in field: Field) -> Value? {
    guard
      let bytes = field.subfields.first(where: { $0.code == code.asciiValue })?
        .bytes
    else { return nil }
    if isOld, String(validating: bytes, as: UTF8.self) == nil { return .unread }
    return .text(bytes.withUnsafeBytes { CellText.decode($0) })
  }
}

extension MARCRecord.Field {
  /// The subfields, by their codes.
  fileprivate var subfields: [(code: UInt8, bytes: ArraySlice<UInt8>)] {
    bytes.split(separator: MARCRecord.subfieldMark).compactMap { part in
      part.first.map { ($0, part.dropFirst()) }
    }
  }
}

extension ArraySlice<UInt8> {
  /// The number that ASCII digits write; nil if others are among them.
  fileprivate var decimal: Int? {
    var number = 0
    for byte in self {
      guard UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte else { return nil }
      number = number * 10 + Int(byte - UInt8(ascii: "0"))
    }
    return number
  }
}
