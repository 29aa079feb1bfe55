/// A colour that a terminal has by its number.
public struct Color: Hashable, Sendable {
  /// The number that the terminal knows it by.
  public let index: Int16

  /// Black.
  public static let black = Color(index: 0)
  /// Red.
  public static let red = Color(index: 1)
  /// Green.
  public static let green = Color(index: 2)
  /// Yellow; brown on some terminals, where it is not bold.
  public static let yellow = Color(index: 3)
  /// Blue.
  public static let blue = Color(index: 4)
  /// Magenta.
  public static let magenta = Color(index: 5)
  /// Cyan.
  public static let cyan = Color(index: 6)
  /// White; light grey on most terminals, where it is not bold.
  public static let white = Color(index: 7)
  /// White on every terminal that has sixteen colours.
  public static let brightWhite = Color(index: 15)

  /// One of the 256: from 16 on they are the same on every terminal.
  public static func indexed(_ index: Int16) -> Color { Color(index: index) }
}

/// How many colours a terminal has, and which of them can be relied on.
public enum ColorDepth: Hashable, Sendable, CaseIterable {
  /// None, or none are wanted.
  case none
  /// Eight; bold may or may not make them brighter.
  case basic
  /// Eight, which bold makes brighter: the Linux console.
  case boldIsBright
  /// Sixteen.
  case bright
  /// 256.
  case indexed

  /// The depth of a terminal of a kind that has so many colours.
  init(count: Int, of kind: String) {
    switch count {
    case ..<8: self = .none
    case 256: self = .indexed
    // More than 256 are no numbers, but what each is made of.
    case 16..<256: self = .bright
    default: self = kind.hasPrefix("linux") ? .boldIsBright : .basic
    }
  }
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
