// The origin fields of a transaction's numbers in the journal.
extension JournalFormat {
  static func append(_ origins: TransactionOrigins, to bytes: inout [UInt8]) {
    if let raw = origins.item.raw {
      bytes.append(contentsOf: "\titem-raw=\(raw.escapedForJournal)".utf8)
    }
    if let raw = origins.borrower.raw {
      bytes.append(contentsOf: "\tborrower-raw=\(raw.escapedForJournal)".utf8)
    }
    guard origins.isDoubtful else { return }
    let doubtful = [
      origins.item.isDoubtful ? "item" : nil,
      origins.borrower.isDoubtful ? "borrower" : nil,
    ].compactMap(\.self)
    bytes.append(
      contentsOf: "\tdoubtful=\(doubtful.joined(separator: ","))".utf8)
  }

  /// Parses the origins from a field index on; nil if they are malformed.
  static func origins(
    _ line: Span<UInt8>, _ fields: Fields, from index: Int
  ) -> TransactionOrigins?? {
    if fields.count == index { return .some(nil) }
    guard fields.count - index <= 3 else { return nil }
    var raw: [String: String] = [:]
    var doubtful: [Substring] = []
    for index in index..<fields.count {
      let parts = line.extracting(fields[index]).text.split(
        separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      switch parts.first {
      case "item-raw", "borrower-raw":
        guard
          parts.count == 2, let text = String(parts[1]).unescapedFromJournal
        else { return nil }
        raw[String(parts[0])] = text
      case "doubtful":
        doubtful = parts.last?.split(separator: ",") ?? []
        guard
          !doubtful.isEmpty,
          doubtful.allSatisfy({ $0 == "item" || $0 == "borrower" })
        else { return nil }
      default: return nil
      }
    }
    let item = ScanOrigin(
      raw: raw["item-raw"], isDoubtful: doubtful.contains("item"))
    let borrower = ScanOrigin(
      raw: raw["borrower-raw"], isDoubtful: doubtful.contains("borrower"))
    return .some(TransactionOrigins(item: item, borrower: borrower))
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
