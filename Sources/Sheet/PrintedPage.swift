/// All that is drawn on a page, in millimetres from its top left corner.
package struct PrintedPage: Hashable, Sendable {
  /// The size of A4.
  static let whole = Box(left: 0, top: 0, width: 210, height: 297)

  /// The size, A4 by default.
  var size = Self.whole
  /// The black rectangles: bars of codes, and rules.
  var bars: [Box] = []
  /// The lines of text.
  var texts: [Text] = []
}

/// A rectangle on the page, in millimetres.
struct Box: Hashable, Sendable {
  let left: Double
  let top: Double
  let width: Double
  let height: Double

  var right: Double { left + width }
  var bottom: Double { top + height }
}

/// A kind of letters.
struct Font: Hashable, Sendable {
  /// The size in millimetres.
  let size: Double
  var isBold = false

  /// The height of a line.
  var lineHeight: Double { size * Text.lineHeight }
}

/// A line of text in its box.
struct Text: Hashable, Sendable {
  /// The side of the box at which a text begins.
  enum Alignment: Hashable, Sendable {
    case left, center, right
  }

  /// The height of a line, relative to the font size.
  static let lineHeight = 1.25
  /// The depth of letters below the baseline, relative to the font size.
  private static let descent = 0.25

  let string: String
  /// The maximum font size in millimetres, reduced if the text is too wide.
  let size: Double
  let isBold: Bool
  let place: Box
  var alignment = Alignment.center

  /// The vertical position of the baseline, in millimetres.
  var baseline: Double { place.bottom - Self.descent * size }

  /// Returns the left end of the text, whose width is known.
  func start(ofWidth width: Double) -> Double {
    let room = place.width - width
    return switch alignment {
    case .left: place.left
    case .center: place.left + room / 2
    case .right: place.left + room
    }
  }
}
