extension String {
  /// The text with single spaces between words, and without control and format
  /// characters.
  var collapsingWhitespace: String {
    if hasSingleSpaces { return self }
    var text = ""
    var isApart = false
    for scalar in unicodeScalars {
      // Most scalars are ASCII, and need no look-up in Unicode tables.
      let category: Unicode.GeneralCategory =
        switch scalar.value {
        case 0x21...0x7e: .otherSymbol
        case 0..<0x21: .control
        default: scalar.properties.generalCategory
        }
      switch category {
      case .control, .spaceSeparator, .lineSeparator, .paragraphSeparator:
        isApart = true
      case .format, .surrogate, .privateUse, .unassigned:
        continue
      default:
        if isApart, !text.isEmpty { text.unicodeScalars.append(" ") }
        isApart = false
        text.unicodeScalars.append(scalar)
      }
    }
    return text
  }

  /// True if the text is printable ASCII with single spaces between words, as
  /// nearly all cells are.
  private var hasSingleSpaces: Bool {
    var last = UInt8(ascii: " ")
    for byte in utf8 {
      guard 0x20...0x7e ~= byte, byte != UInt8(ascii: " ") || byte != last
      else { return false }
      last = byte
    }
    return last != UInt8(ascii: " ") || isEmpty
  }
}
