// The optional fields of a loan, a return or a move in the journal.
extension JournalFormat {
  static func append(_ origins: TransactionOrigins, to bytes: inout [UInt8]) {
    func append(_ name: String, _ value: String) {
      bytes.append(contentsOf: "\t\(name)=\(value)".utf8)
    }
    if let raw = origins.item.raw {
      append("item-raw", raw.escapedForJournal)
    }
    if let raw = origins.borrower.raw {
      append("borrower-raw", raw.escapedForJournal)
    }
    let doubtful = [
      origins.item.isDoubtful ? "item" : nil,
      origins.borrower.isDoubtful ? "borrower" : nil,
    ].compactMap(\.self)
    if !doubtful.isEmpty {
      append("doubtful", doubtful.joined(separator: ","))
    }
    let objections = origins.objectionNames
    if !objections.isEmpty {
      append("against", objections.joined(separator: ","))
    }
    for field in origins.unknown.fields {
      bytes.append(.tab)
      bytes.append(contentsOf: field.utf8)
    }
  }

  /// Parses the origins from a field index on; nil if they are malformed.
  static func origins(
    _ line: Span<UInt8>, _ fields: Fields, from index: Int
  ) -> TransactionOrigins?? {
    if fields.count == index { return .some(nil) }
    guard fields.count > index else { return nil }
    var optional = OptionalFields()
    var start = fields[index].lowerBound
    while start < line.count - 8 {
      let end = line.firstIndex(of: .tab, from: start)
      guard optional.take(line.extracting(start..<end).text) else { return nil }
      start = end + 1
    }
    return .some(optional.origins)
  }
}

/// The optional fields of one line, read one after the other.
private struct OptionalFields {
  private var raw: [Substring: String] = [:]
  private var doubtful: [Substring] = []
  private var objections: [Objection] = []
  private var unknown = UnknownFields()

  /// Takes a field; returns false if it is malformed.
  mutating func take(_ field: String) -> Bool {
    guard let mark = field.firstIndex(of: "=") else { return false }
    let name = field[..<mark]
    let value = String(field[mark...].dropFirst())
    switch name {
    case "item-raw", "borrower-raw":
      raw[name] = value.unescapedFromJournal
      return raw[name] != nil
    case "doubtful":
      doubtful = value.split(separator: ",")
      return !doubtful.isEmpty
        && doubtful.allSatisfy { $0 == "item" || $0 == "borrower" }
    case "against":
      let names = value.split(separator: ",", omittingEmptySubsequences: false)
      objections = names.compactMap { Objection(rawValue: String($0)) }
      unknown.objections = names.map(String.init).filter {
        Objection(rawValue: $0) == nil
      }
      return names.allSatisfy(\.isFieldName)
    default:
      unknown.fields.append(field)
      return name.isFieldName && value.unescapedFromJournal != nil
    }
  }

  var origins: TransactionOrigins? {
    TransactionOrigins(
      item: ScanOrigin(
        raw: raw["item-raw"], isDoubtful: doubtful.contains("item"),
        against: objections.filter { !$0.isOfBorrower }),
      borrower: ScanOrigin(
        raw: raw["borrower-raw"], isDoubtful: doubtful.contains("borrower"),
        against: objections.filter(\.isOfBorrower)),
      unknown: unknown)
  }
}

extension Substring {
  /// True if it has the form of a field's name: small letters, digits and
  /// hyphens, with a letter at the start.
  fileprivate var isFieldName: Bool {
    let isOfName = utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
        true
      default: false
      }
    }
    return isOfName && first?.isLetter == true
  }
}

extension Span<UInt8> {
  /// The bytes decoded as UTF-8.
  var text: String {
    withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
  }
}

extension String {
  /// The text with control characters and percent signs escaped as `%` and two
  /// hex digits.
  var escapedForJournal: String {
    var text = ""
    for scalar in unicodeScalars {
      if scalar.value < 0x20 || scalar.value == 0x7f || scalar == "%" {
        let digits = String(scalar.value, radix: 16)
        text += "%" + (digits.count == 1 ? "0" : "") + digits
      } else {
        text.unicodeScalars.append(scalar)
      }
    }
    return text
  }

  /// The unescaped text; nil if an escape is malformed.
  var unescapedFromJournal: String? {
    var text = ""
    var rest = self[...]
    while let mark = rest.firstIndex(of: "%") {
      text += rest[..<mark]
      rest = rest[mark...].dropFirst()
      guard
        rest.count >= 2, let value = UInt8(rest.prefix(2), radix: 16)
      else { return nil }
      text.unicodeScalars.append(Unicode.Scalar(value))
      rest = rest.dropFirst(2)
    }
    return text + rest
  }
}
