internal import CNcurses

/// The painter of the window of curses: of a surface, it puts the rows that have
/// changed.
struct Painter {
  private let window: curses_window
  private let glyphs: Glyphs
  private let hasColors: Bool
  private var pairs: [Style.Colors: Int16] = [:]
  /// A blank of each style.
  private var blanks: [Style: cchar_t] = [:]
  /// The surface in the window; nil if that was changed otherwise.
  private var shown: Surface?

  /// Creates the painter of a window.
  init(_ window: curses_window, glyphs: Glyphs, hasColors: Bool) {
    self.window = window
    self.glyphs = glyphs
    self.hasColors = hasColors
  }

  /// Puts a surface into the window, of so many rows; only changed cells are
  /// sent at the next refresh.
  mutating func put(_ surface: Surface, rowCount: Int) {
    let old = shown?.size == surface.size ? shown : nil
    for row in 0..<min(surface.size.rows, rowCount) {
      let cells = surface.row(row)
      if let old, old.row(row) == cells { continue }
      put(cells, row: row)
    }
    wmove(window, Int32(surface.cursor.row), Int32(surface.cursor.column))
    shown = surface
  }

  /// Makes the next surface be put as a whole.
  mutating func forget() {
    shown = nil
  }

  private mutating func put(_ cells: ArraySlice<Surface.Cell>, row: Int) {
    var characters: [cchar_t] = []
    characters.reserveCapacity(cells.count)
    var style: Style?
    var character = cchar_t()
    for cell in cells {
      if cell.style != style {
        style = cell.style
        character = blank(cell.style)
      }
      character.chars.0 = wchar_t(glyphs.glyph(for: cell.character).value)
      characters.append(character)
    }
    wmove(window, Int32(row), 0)
    wadd_wchnstr(window, characters, Int32(characters.count))
  }

  /// Returns a blank of a style, as curses has it.
  private mutating func blank(_ style: Style) -> cchar_t {
    if let blank = blanks[style] { return blank }
    var attributes: attr_t = 0
    if style.isBold { attributes |= curses_bold }
    if style.isUnderlined { attributes |= curses_underline }
    if style.isReversed { attributes |= curses_reverse }
    var blank = cchar_t()
    setcchar(
      &blank, [wchar_t(UInt8(ascii: " ")), 0], attributes,
      style.colors.map { pair(of: $0) } ?? 0, nil)
    blanks[style] = blank
    return blank
  }

  private mutating func pair(of colors: Style.Colors) -> Int16 {
    guard hasColors else { return 0 }
    if let pair = pairs[colors] { return pair }
    let pair = Int16(pairs.count + 1)
    init_pair(pair, colors.foreground.index, colors.background.index)
    pairs[colors] = pair
    return pair
  }
}
