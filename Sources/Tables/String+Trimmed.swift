extension String {
  /// The text without white space and control characters around it.
  package var trimmed: String {
    let scalars = unicodeScalars
    guard let first = scalars.first, let last = scalars.last,
      first.isBlank || last.isBlank
    else { return self }
    guard let start = scalars.firstIndex(where: { !$0.isBlank }),
      let end = scalars.lastIndex(where: { !$0.isBlank })
    else { return "" }
    return String(scalars[start...end])
  }
}

extension Unicode.Scalar {
  fileprivate var isBlank: Bool {
    value <= 0x20 || value >= 0x80 && properties.isWhitespace
  }
}
