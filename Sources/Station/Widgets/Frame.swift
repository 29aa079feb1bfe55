import Terminal
import Typesetting

extension Surface {
  /// Draws the frame of the window, of single or double lines, with a text in
  /// its upper edge on the left and one on the right.
  mutating func drawFrame(
    _ area: Area, style: Style, title: String, titleStyle: Style,
    right: String = "", isDouble: Bool = false
  ) {
    let lastRow = area.row + area.height - 1
    let lastColumn = area.column + area.width - 1
    let signs = Array(isDouble ? "═║╔╗╚╝" : "─│┌┐└┘").map(String.init)
    let edge = String(repeating: signs[0], count: max(area.width - 2, 0))
    write(
      signs[2] + edge + signs[3],
      at: Position(column: area.column, row: area.row),
      style: style)
    write(
      signs[4] + edge + signs[5],
      at: Position(column: area.column, row: lastRow),
      style: style)
    for row in area.row + 1..<max(lastRow, area.row + 1) {
      for column in [area.column, lastColumn] {
        write(signs[1], at: Position(column: column, row: row), style: style)
      }
    }
    let rightWidth = right.isEmpty ? 0 : right.count + 2
    write(
      " \(title) ".shortened(to: area.width - 6 - rightWidth),
      at: Position(column: area.column + 2, row: area.row), style: titleStyle)
    if !right.isEmpty {
      write(
        " \(right) ",
        at: Position(column: lastColumn - 1 - rightWidth, row: area.row),
        style: titleStyle)
    }
  }
}

extension Int {
  /// The number with at least two digits.
  package var twoDigits: String { self < 10 ? "0\(self)" : "\(self)" }
}
