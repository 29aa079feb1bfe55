/// A color of the terminal's palette.
package struct Color: Hashable, Sendable {
  /// The index in the palette.
  package let index: Int16

  /// Black.
  package static let black = Color(index: 0)
  /// Red.
  package static let red = Color(index: 1)
  /// Green.
  package static let green = Color(index: 2)
  /// Yellow; brown on some terminals unless bold.
  package static let yellow = Color(index: 3)
  /// Blue.
  package static let blue = Color(index: 4)
  /// Magenta.
  package static let magenta = Color(index: 5)
  /// Cyan.
  package static let cyan = Color(index: 6)
  /// White; light gray on most terminals unless bold.
  package static let white = Color(index: 7)
  /// White on every terminal with 16 colors.
  package static let brightWhite = Color(index: 15)

  /// Returns one of the 256 colors; those from 16 on are equal on all
  /// terminals.
  package static func indexed(_ index: Int16) -> Color { Color(index: index) }
}

/// The number of colors of a terminal, and their reliability.
package enum ColorDepth: Hashable, Sendable, CaseIterable {
  /// No colors, or none wanted.
  case none
  /// Eight colors; bold may or may not brighten them.
  case basic
  /// Eight colors that bold brightens: the Linux console.
  case boldIsBright
  /// 16 colors.
  case bright
  /// 256 colors.
  case indexed

  /// Determines the depth from the number of colors and the type of terminal.
  init(count: Int, of kind: String) {
    switch count {
    case ..<8: self = .none
    case 256: self = .indexed
    // More than 256 means direct color, not a palette.
    case 16..<256: self = .bright
    default: self = kind.hasPrefix("linux") ? .boldIsBright : .basic
    }
  }
}

/// The style of a cell.
///
/// One number, so that comparing cells is fast: bits 0–7 and 8–15 are the
/// colors, the others as named here.
package struct Style: Hashable, Sendable {
  /// The colors of a cell.
  package struct Colors: Hashable, Sendable {
    /// The color of the character.
    package let foreground: Color
    /// The color of the background.
    package let background: Color
  }

  private static let colored: UInt32 = 1 << 16
  private static let bold: UInt32 = 1 << 17
  private static let underlined: UInt32 = 1 << 18
  private static let reversed: UInt32 = 1 << 19

  private let bits: UInt32

  /// The colors; nil for the terminal's default.
  package var colors: Colors? {
    guard bits & Self.colored != 0 else { return nil }
    return Colors(
      foreground: .indexed(Int16(bits & 0xff)),
      background: .indexed(Int16(bits >> 8 & 0xff)))
  }
  /// True for bold, which brightens colors on most terminals.
  package var isBold: Bool { bits & Self.bold != 0 }
  /// True for underlined.
  package var isUnderlined: Bool { bits & Self.underlined != 0 }
  /// True for exchanged foreground and background.
  package var isReversed: Bool { bits & Self.reversed != 0 }

  /// The terminal's default colors.
  package static let plain = Style(bits: 0)

  /// Returns a style with a foreground and a background color.
  package static func color(_ foreground: Color, on background: Color) -> Style
  {
    Style(
      bits: colored | UInt32(foreground.index) | UInt32(background.index) << 8)
  }

  /// Returns the style with another background where it has a given one.
  package func replacing(_ background: Color, by other: Color) -> Style {
    guard colors?.background == background else { return self }
    return Style(bits: bits & ~0xff00 | UInt32(other.index) << 8)
  }

  /// This style in bold.
  package var bold: Style { Style(bits: bits | Self.bold) }
  /// This style, underlined.
  package var underlined: Style { Style(bits: bits | Self.underlined) }
  /// This style with exchanged foreground and background.
  package var reversed: Style { Style(bits: bits | Self.reversed) }
}
