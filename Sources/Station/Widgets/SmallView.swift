import Terminal
import Typesetting

/// The text on a screen too small for the window: how large it must be.
enum SmallView {
  static func draw(_ look: Look, on surface: inout Surface) {
    surface.clear(look.palette[.ground])
    let text = look.words.tooSmall(look.size, minimum: Shared.minimumSize)
    for (row, line) in text.wrapped(to: max(look.size.columns, 1))
      .enumerated()
    {
      surface.write(
        line, at: Position(column: 0, row: row), style: look.palette[.label])
    }
  }
}
