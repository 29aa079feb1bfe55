/// The characters that a terminal can display, with replacements for the
/// others.
struct Glyphs {
  private enum Stock {
    case unicode
    /// The fonts of Debian's Linux console, which have 512 glyphs.
    case console
    case ascii
  }

  private let stock: Stock

  /// Selects the characters by the locale's encoding, Unicode or ASCII, and by
  /// the type of terminal.
  init(isUnicode: Bool, kind: String) {
    stock =
      !isUnicode ? .ascii : kind.hasPrefix("linux") ? .console : .unicode
  }

  /// Returns the character to send for one, which is one column wide too.
  func glyph(for character: Unicode.Scalar) -> Unicode.Scalar {
    switch stock {
    case .unicode: character
    case .console:
      character.isInConsoleFonts ? character : character.standIn ?? character
    case .ascii: character.ascii
    }
  }
}

extension Unicode.Scalar {
  /// True if all of Debian's Latin-9 console fonts (`Lat15-*`) have the
  /// character.
  var isInConsoleFonts: Bool {
    switch value {
    case 0x20...0x7e, 0xa0...0xff: true
    default: Self.consoleGlyphs.contains(self)
    }
  }

  private static let consoleGlyphs = Set(
    "ŒœŠšŸŽž‐–—‘’‚“”„•‹›€←↑→↓−≠≤≥─│┌┐└┘├┤┬┴┼═║╔╗╚╝█░▒■▲▶▸▼◀◂●"
      .unicodeScalars)
}
