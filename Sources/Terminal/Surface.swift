/// The content of a screen as a value: its cells, and the cursor.
///
/// Views draw on it, tests read it, and ``Terminal/show(_:)`` displays it.
package struct Surface: Hashable, Sendable {
  /// A cell of the screen.
  package struct Cell: Hashable, Sendable {
    /// The character, always one column wide.
    package var character: Unicode.Scalar
    /// The style.
    package var style: Style
  }

  /// The size.
  package let size: Size
  /// The cursor position: on the focused element, where braille displays,
  /// screen readers and magnifiers look for it.
  package var cursor = Position(column: 0, row: 0)
  private var cells: [Cell]

  /// Creates a surface of spaces.
  package init(size: Size, style: Style) {
    self.size = size
    self.cells = Array(
      repeating: Cell(character: " ", style: style),
      count: max(size.columns * size.rows, 0))
  }

  /// The cell at a position, which must be on the surface.
  package subscript(position: Position) -> Cell {
    cells[position.row * size.columns + position.column]
  }

  /// Returns the cells of a row.
  package func row(_ row: Int) -> ArraySlice<Cell> {
    cells[row * size.columns..<(row + 1) * size.columns]
  }

  /// The rows as text, without trailing spaces.
  package var lines: [String] {
    (0..<size.rows).map { number in
      var line = String.UnicodeScalarView(row(number).lazy.map(\.character))
      while line.last == " " { line.removeLast() }
      return String(line)
    }
  }

  /// Writes text from a position on; text beyond the width or the screen is
  /// cut.
  ///
  /// A character that is not known to be one column wide is written as `?`, so
  /// that nothing in the row shifts.
  package mutating func write(
    _ text: String, at position: Position, style: Style, width: Int = .max
  ) {
    if text.unicodeScalars.allSatisfy(\.isOneColumn) {
      put(text.unicodeScalars, at: position, style: style, width: width)
    } else {
      put(
        text.lazy.map(\.oneColumn), at: position, style: style, width: width)
    }
  }

  private mutating func put(
    _ characters: some Sequence<Unicode.Scalar>, at position: Position,
    style: Style, width: Int
  ) {
    guard 0..<size.rows ~= position.row else { return }
    var column = position.column
    let end = min(size.columns - position.column, width) + position.column
    for character in characters {
      guard column < end else { return }
      if column >= 0 {
        cells[position.row * size.columns + column] = Cell(
          character: character, style: style)
      }
      column += 1
    }
  }

  /// Fills an area with a character; parts outside of the surface are cut.
  package mutating func fill(
    _ area: Area, with character: Unicode.Scalar = " ", style: Style
  ) {
    for row in area.row..<area.row + max(area.height, 0) {
      put(
        repeatElement(character, count: max(area.width, 0)),
        at: Position(column: area.column, row: row), style: style,
        width: area.width)
    }
  }
}

extension Character {
  /// The character, or `?` if it is not known to be one column wide.
  fileprivate var oneColumn: Unicode.Scalar {
    guard
      let scalar = unicodeScalars.first, unicodeScalars.count == 1,
      scalar.isOneColumn
    else { return "?" }
    return scalar
  }
}

extension Unicode.Scalar {
  /// True if every terminal displays it in exactly one column, and it joins
  /// with no character: European alphabets, punctuation, arrows, box drawing
  /// and block elements.
  var isOneColumn: Bool {
    switch value {
    case 0xad: false
    case 0x20...0x7e, 0xa0...0x2ff, 0x370...0x482, 0x48a...0x52f,
      0x2010...0x2027, 0x2030...0x205e, 0x20a0...0x20bf, 0x2190...0x21ff,
      0x2500...0x259f, 0x25a0...0x25fc:
      true
    default: false
    }
  }
}
