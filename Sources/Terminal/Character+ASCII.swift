extension Character {
  /// The ASCII replacement of the character, one column wide.
  var ascii: String {
    isASCII ? String(self) : String(standIn ?? "?")
  }

  /// The ASCII character that can replace it; nil if there is none.
  var standIn: Character? { Self.folded[self] }

  private static let folded: [Character: Character] = {
    let pairs: [(String, String)] = [
      ("─━┄═", "---="), ("│┃║┆", "||||"), ("┌┐└┘├┤┬┴┼", "+++++++++"),
      ("╔╗╚╝", "++++"),
      ("•●◆▸►▶", "**>>>>"), ("◂◄◀", "<<<"), ("█▓▒░", "##=="), ("▲▼↑↓", "^v^v"),
      ("→←", "><"),
      ("àâäéèêëîïôöùûüÿç", "aaaeeeeiioouuuyc"),
      ("ÀÂÄÉÈÊËÎÏÔÖÙÛÜŸÇ", "AAAEEEEIIOOUUUYC"),
      // A truncated text must not look like the end of a sentence or a relative
      // path.
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
