extension Character {
  /// The nearest thing in ASCII, as wide as the character itself.
  var ascii: String {
    isASCII ? String(self) : String(standIn ?? "?")
  }

  /// The character of ASCII that can stand for it, if there is one.
  var standIn: Character? { Self.folded[self] }

  private static let folded: [Character: Character] = {
    let pairs: [(String, String)] = [
      ("─━┄═", "---="), ("│┃║┆", "||||"), ("┌┐└┘├┤┬┴┼", "+++++++++"),
      ("╔╗╚╝", "++++"),
      ("•●◆▸►▶", "**>>>>"), ("◂◄◀", "<<<"), ("█▓▒░", "####"), ("▲▼↑↓", "^v^v"),
      ("→←", "><"),
      ("àâäéèêëîïôöùûüÿç", "aaaeeeeiioouuuyc"),
      ("ÀÂÄÉÈÊËÎÏÔÖÙÛÜŸÇ", "AAAEEEEIIOOUUUYC"),
      // What is cut off does not look like a full stop, or a relative path.
      ("’‘“”«»–—…·\u{a0}\u{202f}", "''\"\"\"\"--~_  "),
      ("œŒæÆ", "oOaA"), ("×°", "xo"),
    ]
    var folded: [Character: Character] = [:]
    for (characters, substitutes) in pairs {
      for (character, substitute) in zip(characters, substitutes) {
        folded[character] = substitute
      }
    }
    return folded
  }()
}
