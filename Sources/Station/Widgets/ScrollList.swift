import Terminal
import Typesetting

/// A list in columns under their heads, of which some rows are seen.
struct ScrollList {
  /// A column, by its place on the screen.
  struct Column {
    let heading: String
    let column: Int
    let width: Int
  }

  let columns: [Column]
  /// The place of the rows.
  let area: Area

  /// Returns the index of the first row that is seen: the one at the top before,
  /// as far as the chosen one is seen then.
  static func first(of count: Int, height: Int, top: Int, chosen: Int?) -> Int {
    let first = min(top, max(count - height, 0))
    guard let chosen else { return first }
    return min(max(first, chosen - height + 1), chosen)
  }

  func drawHeadings(row: Int, _ palette: Palette, on surface: inout Surface) {
    surface.fill(
      Area(column: area.column + 1, row: row, width: area.width - 2),
      style: palette[.listHeading])
    for column in columns {
      surface.write(
        column.heading, at: Position(column: column.column, row: row),
        style: palette[.listHeading], width: column.width)
    }
  }

  /// Draws a row with a mark if it is chosen, and the cursor there if the list
  /// has the focus.
  ///
  /// - Parameters:
  ///   - cells: the texts of the columns.
  ///   - marks: what stands behind each text, however long that is.
  ///   - row: the row on the screen.
  ///   - role: the role of a row that is not chosen.
  ///   - isChosen: true if it is the chosen row.
  ///   - hasFocus: true if the list has the focus.
  ///   - palette: the colours.
  ///   - surface: the screen.
  func draw(
    _ cells: [String], marks: [String] = [], at row: Int,
    role: Palette.Role = .line, isChosen: Bool, hasFocus: Bool,
    _ palette: Palette, on surface: inout Surface
  ) {
    let style = palette[
      !isChosen ? role : hasFocus ? .focusedLine : .selectedLine]
    surface.fill(
      Area(column: area.column, row: row, width: area.width), style: style)
    if isChosen {
      let position = Position(column: area.column, row: row)
      surface.write("▸", at: position, style: style)
      if hasFocus { surface.cursor = position }
    }
    for (index, (column, cell)) in zip(columns, cells).enumerated() {
      let mark = index < marks.count ? marks[index] : ""
      surface.write(
        cell.shortened(to: column.width - mark.count) + mark,
        at: Position(column: column.column, row: row), style: style)
    }
  }
}
