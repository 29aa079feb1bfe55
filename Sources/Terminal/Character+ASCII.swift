extension Character {
  /// The nearest thing in ASCII, as wide as the character itself.
  var ascii: String {
    if isASCII { return String(self) }
    if let folded = Self.folded[self] { return String(folded) }
    return "?"
  }

  private static let folded: [Character: Character] = {
    let pairs: [(String, String)] = [
      ("─━═┄", "----"), ("│┃║┆", "||||"), ("┌┐└┘├┤┬┴┼", "+++++++++"),
      ("•●◆▸►▶", "**>>>>"), ("◂◄◀", "<<<"), ("█▓▒░", "####"), ("▲▼↑↓", "^v^v"),
      ("→←", "><"),
      ("àâäéèêëîïôöùûüÿç", "aaaeeeeiioouuuyc"),
      ("ÀÂÄÉÈÊËÎÏÔÖÙÛÜŸÇ", "AAAEEEEIIOOUUUYC"),
      ("’‘“”«»–—…·\u{a0}\u{202f}", "''\"\"\"\"--._  "),
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
