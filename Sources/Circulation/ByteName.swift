extension String {
  /// Quotes a file name of arbitrary bytes for a shell: `$'u\\xe9'`.
  package init(quoting bytes: some Sequence<UInt8>) {
    var text = "$'"
    var rest = Array(bytes)[...]
    while let byte = rest.first {
      let scalar = rest.leadingScalar
      rest = rest.dropFirst(scalar.map { UTF8.width($0) } ?? 1)
      switch scalar {
      case "'"?, "\\"?: text += "\\" + String(Character(Unicode.Scalar(byte)))
      case let scalar? where scalar.value >= 0x20 && scalar.value != 0x7f:
        text.unicodeScalars.append(scalar)
      default:
        let digits = String(byte, radix: 16)
        text += "\\x" + (digits.count == 1 ? "0" : "") + digits
      }
    }
    self = text + "'"
  }
}

extension ArraySlice<UInt8> {
  /// The first scalar of the bytes; nil if they do not begin with valid UTF-8.
  fileprivate var leadingScalar: Unicode.Scalar? {
    var decoder = UTF8()
    var bytes = makeIterator()
    guard case .scalarValue(let scalar) = decoder.decode(&bytes) else {
      return nil
    }
    return scalar
  }
}
