extension Unicode.Scalar {
  /// The ASCII replacement of the character, one column wide.
  var ascii: Unicode.Scalar { isASCII ? self : standIn ?? "?" }

  /// The ASCII character that can replace it; nil if there is none.
  var standIn: Unicode.Scalar? { Self.folded[self] }

  private static let folded: [Unicode.Scalar: Unicode.Scalar] = {
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
    var folded: [Unicode.Scalar: Unicode.Scalar] = [:]
    for (characters, substitutes) in pairs {
      folded.merge(
        zip(characters.unicodeScalars, substitutes.unicodeScalars)
      ) { $1 }
    }
    return folded
  }()
}
