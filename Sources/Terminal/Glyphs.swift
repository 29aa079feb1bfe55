/// The characters that a terminal can show, and stand-ins for the others.
struct Glyphs {
  private enum Stock {
    case unicode
    /// The fonts of Debian's Linux console, which have 512 signs.
    case console
    case ascii
  }

  private let stock: Stock

  /// What a terminal of a kind can show, if its locale's characters are Unicode
  /// or else ASCII.
  init(isUnicode: Bool, kind: String) {
    stock =
      !isUnicode ? .ascii : kind.hasPrefix("linux") ? .console : .unicode
  }

  /// What is sent for a character, as wide as the character itself.
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
  /// Whether each of Debian's Latin-9 console fonts (`Lat15-*`) has it.
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
