/// A screen as a value: cells, and where the cursor is.
///
/// Views draw on it, tests read it, ``Terminal/show(_:)`` puts it on the screen.
public struct Surface: Hashable, Sendable {
  /// One place of the screen.
  public struct Cell: Hashable, Sendable {
    /// What stands there; always one column wide.
    public var character: Character
    /// How it looks.
    public var style: Style
  }

  /// The surface's size.
  public let size: Size
  /// Where the cursor is: on what has the focus, where those who read with
  /// their fingers or their ears, or through a glass, look for it.
  public var cursor = Position(column: 0, row: 0)
  private var cells: [Cell]

  /// An empty surface.
  public init(size: Size, style: Style) {
    self.size = size
    self.cells = Array(
      repeating: Cell(character: " ", style: style),
      count: max(size.columns * size.rows, 0))
  }

  /// The cell at a place of the surface.
  public subscript(position: Position) -> Cell {
    cells[position.row * size.columns + position.column]
  }

  /// The cells of a row.
  public func row(_ row: Int) -> ArraySlice<Cell> {
    cells[row * size.columns..<(row + 1) * size.columns]
  }

  /// The rows as text, without the blanks at their ends.
  public var lines: [String] {
    (0..<size.rows).map { number in
      let characters = row(number).map(\.character)
      let end = (characters.lastIndex { $0 != " " } ?? -1) + 1
      return String(characters[..<end])
    }
  }

  /// Writes text from a place on; what does not fit, or is beyond the width,
  /// is left out.
  ///
  /// A character that is not known to be one column wide, or is no character,
  /// is shown as `?`, so that nothing on the row can shift.
  public mutating func write(
    _ text: String, at position: Position, style: Style, width: Int = .max
  ) {
    var column = position.column
    let end = min(size.columns - position.column, width) + position.column
    for character in text {
      guard column < end else { return }
      put(
        character.isOneColumn ? character : "?",
        at: Position(column: column, row: position.row), style: style)
      column += 1
    }
  }

  /// Fills an area with a character.
  public mutating func fill(
    _ area: Area, with character: Character = " ", style: Style
  ) {
    guard area.width > 0, area.height > 0 else { return }
    for row in area.row..<area.row + area.height {
      for column in area.column..<area.column + area.width {
        put(character, at: Position(column: column, row: row), style: style)
      }
    }
  }

  private mutating func put(
    _ character: Character, at position: Position, style: Style
  ) {
    guard
      0..<size.columns ~= position.column, 0..<size.rows ~= position.row
    else { return }
    cells[position.row * size.columns + position.column] = Cell(
      character: character, style: style)
  }
}

extension Character {
  /// Whether every terminal gives it exactly one column: the alphabets of
  /// Europe, punctuation, arrows and the lines and blocks that frames are
  /// made of.
  var isOneColumn: Bool {
    guard
      let scalar = unicodeScalars.first, unicodeScalars.count == 1
    else { return false }
    switch scalar.value {
    case 0xad: return false
    case 0x20...0x7e, 0xa0...0x2ff, 0x370...0x482, 0x48a...0x52f,
      0x2010...0x2027, 0x2030...0x205e, 0x20a0...0x20bf, 0x2190...0x21ff,
      0x2500...0x259f, 0x25a0...0x25fc:
      return true
    default: return false
    }
  }
}
