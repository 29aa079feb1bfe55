extension String {
  /// The words with single blanks between them, and nothing that a terminal
  /// would obey.
  var tidied: String {
    guard !utf8.allSatisfy({ 0x21...0x7e ~= $0 }) else { return self }
    var text = ""
    var isApart = false
    for scalar in unicodeScalars {
      // Most are ASCII, and need no look into the tables of Unicode.
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
