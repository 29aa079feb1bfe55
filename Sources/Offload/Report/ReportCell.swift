import Typesetting

extension String {
  /// The text with single spaces between words, and without control and format
  /// characters.
  var collapsingWhitespace: String {
    // Nearly all cells are.
    if isSingleSpaced { return self }
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
}
