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

  /// Returns the text to send for a character, one column wide.
  func text(for character: Character) -> String {
    switch stock {
    case .unicode: String(character)
    case .console:
      character.isInConsoleFonts
        ? String(character)
        : String(character.standIn ?? character)
    case .ascii: character.ascii
    }
  }
}

extension Character {
  /// True if all of Debian's Latin-9 console fonts (`Lat15-*`) have the
  /// character.
  var isInConsoleFonts: Bool {
    guard
      let scalar = unicodeScalars.first, unicodeScalars.count == 1
    else { return false }
    switch scalar.value {
    case 0x20...0x7e, 0xa0...0xff: return true
    default: return Self.consoleGlyphs.contains(self)
    }
  }

  private static let consoleGlyphs = Set(
    "ŒœŠšŸŽž‐–—‘’‚“”„•‹›€←↑→↓−≠≤≥─│┌┐└┘├┤┬┴┼═║╔╗╚╝█░▒■▲▶▸▼◀◂●")
}
