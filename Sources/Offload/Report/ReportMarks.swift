// The markup by which wikis, chats and people emphasize words.
extension String {
  /// The text without markup around all of it: `{{…}}`, `**…**`, `“…”`.
  var unmarked: String {
    guard
      let first = utf8.first,
      !(0x30...0x39 ~= first || 0x61...0x7a ~= first | 0x20)
    else { return self }
    var text = self[...]
    while let (open, close) = Self.pairs.first(where: {
      text.hasPrefix($0.open) && text.hasSuffix($0.close)
        && text.utf8.count > $0.open.utf8.count + $0.close.utf8.count
    }) {
      text = text.dropFirst(open.count).dropLast(close.count)
    }
    return text.utf8.count < utf8.count
      ? String(text).collapsingWhitespace : self
  }

  private static let pairs: [(open: String, close: String)] = [
    ("{{", "}}"), ("**", "**"), ("__", "__"), ("~~", "~~"), ("``", "``"),
    ("''", "''"), ("*", "*"), ("_", "_"), ("`", "`"), ("@", "@"), ("~", "~"),
    ("\"", "\""), ("'", "'"), ("“", "”"), ("„", "“"), ("«", "»"), ("‘", "’"),
    ("<", ">"), ("[", "]"),
  ]

  /// The text without Markdown escapes, if it escapes the end of a sentence;
  /// bars stay escaped.
  var withoutEscapes: String {
    guard utf8.contains(0x5c), contains("\\. ") || contains("\\: ") else {
      return self
    }
    return withoutSlashes
  }

  /// The text without backslashes before punctuation; bars stay escaped.
  var withoutSlashes: String {
    var text = ""
    var isEscaped = false
    for character in self {
      if isEscaped,
        !character.isASCII || character.isLetter || character.isNumber
          || " |\t".contains(character)
      {
        text.append("\\")
      }
      if !isEscaped, character == "\\" {
        isEscaped = true
      } else {
        text.append(character)
        isEscaped = false
      }
    }
    return isEscaped ? text + "\\" : text
  }
}
