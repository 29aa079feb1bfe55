/// One of the eight colours that every colour terminal has.
public enum Color: Int16, Sendable {
  /// Black.
  case black
  /// Red.
  case red
  /// Green.
  case green
  /// Yellow; brown on some terminals, where it is not bold.
  case yellow
  /// Blue.
  case blue
  /// Magenta.
  case magenta
  /// Cyan.
  case cyan
  /// White; light grey on most terminals, where it is not bold.
  case white
}

/// How a cell looks.
public struct Style: Hashable, Sendable {
  /// The colours of the character and of its ground; nil for the terminal's.
  public struct Colors: Hashable, Sendable {
    /// The colour of the character.
    public let foreground: Color
    /// The colour behind it.
    public let background: Color
  }

  /// The colours; nil for the terminal's own.
  public var colors: Colors?
  /// Whether it is bold, which brightens colours on most terminals.
  public var isBold = false
  /// Whether it is dim, where the terminal can.
  public var isDim = false
  /// Whether it is underlined.
  public var isUnderlined = false
  /// Whether the character and its ground change places.
  public var isReversed = false

  /// The terminal's own colours.
  public static let plain = Style(colors: nil)

  /// A character's colour on a ground.
  public static func color(_ foreground: Color, on background: Color) -> Style {
    Style(colors: Colors(foreground: foreground, background: background))
  }

  /// The same in bold.
  public var bold: Style { changed { $0.isBold = true } }
  /// The same, dim.
  public var dim: Style { changed { $0.isDim = true } }
  /// The same, underlined.
  public var underlined: Style { changed { $0.isUnderlined = true } }
  /// The same, reversed.
  public var reversed: Style { changed { $0.isReversed = true } }

  private func changed(_ change: (inout Style) -> Void) -> Style {
    var style = self
    change(&style)
    return style
  }
}
