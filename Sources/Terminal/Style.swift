/// A color of the terminal's palette.
public struct Color: Hashable, Sendable {
  /// The index in the palette.
  public let index: Int16

  /// Black.
  public static let black = Color(index: 0)
  /// Red.
  public static let red = Color(index: 1)
  /// Green.
  public static let green = Color(index: 2)
  /// Yellow; brown on some terminals unless bold.
  public static let yellow = Color(index: 3)
  /// Blue.
  public static let blue = Color(index: 4)
  /// Magenta.
  public static let magenta = Color(index: 5)
  /// Cyan.
  public static let cyan = Color(index: 6)
  /// White; light gray on most terminals unless bold.
  public static let white = Color(index: 7)
  /// White on every terminal with 16 colors.
  public static let brightWhite = Color(index: 15)

  /// Returns one of the 256 colors; those from 16 on are equal on all
  /// terminals.
  public static func indexed(_ index: Int16) -> Color { Color(index: index) }
}

/// The number of colors of a terminal, and their reliability.
public enum ColorDepth: Hashable, Sendable, CaseIterable {
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
public struct Style: Hashable, Sendable {
  /// The colors of a cell.
  public struct Colors: Hashable, Sendable {
    /// The color of the character.
    public let foreground: Color
    /// The color of the background.
    public let background: Color
  }

  /// The colors; nil for the terminal's default.
  public var colors: Colors?
  /// True for bold, which brightens colors on most terminals.
  public var isBold = false
  /// True for underlined.
  public var isUnderlined = false
  /// True for exchanged foreground and background.
  public var isReversed = false

  /// The terminal's default colors.
  public static let plain = Style(colors: nil)

  /// Returns a style with a foreground and a background color.
  public static func color(_ foreground: Color, on background: Color) -> Style {
    Style(colors: Colors(foreground: foreground, background: background))
  }

  /// This style in bold.
  public var bold: Style { changed { $0.isBold = true } }
  /// This style, underlined.
  public var underlined: Style { changed { $0.isUnderlined = true } }
  /// This style with exchanged foreground and background.
  public var reversed: Style { changed { $0.isReversed = true } }

  private func changed(_ change: (inout Style) -> Void) -> Style {
    var style = self
    change(&style)
    return style
  }
}
