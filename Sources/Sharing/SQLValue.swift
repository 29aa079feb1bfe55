import CPostgres

/// A value of a statement.
package enum SQLValue {
  /// A text, which may stand for any type.
  case text(String)
  /// Bytes, for `bytea`.
  case bytes([UInt8])
  /// An array of `bigint`.
  case numbers([Int])
  /// An array of texts, with nil for NULL.
  case texts([[UInt8]?])

  /// The number of the type; 0 lets the server find it out.
  var type: UInt32 {
    switch self {
    case .text: 0
    case .bytes: UInt32(postgres_bytea)
    case .numbers: UInt32(postgres_bigint_array)
    case .texts: UInt32(postgres_text_array)
    }
  }

  var isBinary: Bool {
    if case .text = self { false } else { true }
  }

  /// The bytes that are sent: an array has its size and its elements' type at
  /// the beginning, and a length before each element.
  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    func begin(_ type: Int, count: Int) {
      for number in [1, 1, Int32(type), Int32(count), 1] {
        bytes.append(bigEndian: number)
      }
    }
    switch self {
    case .text(let text): return Array(text.utf8) + [0]
    case .bytes(let content): return content
    case .numbers(let numbers):
      bytes.reserveCapacity(20 + 12 * numbers.count)
      begin(postgres_bigint, count: numbers.count)
      for number in numbers {
        bytes.append(bigEndian: Int32(8))
        bytes.append(bigEndian: number)
      }
    case .texts(let texts):
      begin(postgres_text, count: texts.count)
      for text in texts {
        bytes.append(bigEndian: Int32(text?.count ?? -1))
        bytes += text ?? []
      }
    }
    return bytes
  }
}

extension [UInt8] {
  fileprivate mutating func append(bigEndian number: some FixedWidthInteger) {
    Swift.withUnsafeBytes(of: number.bigEndian) { append(contentsOf: $0) }
  }
}
