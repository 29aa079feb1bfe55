import Terminal

/// A field behind its label, with a mark beside it while it has the focus.
struct FieldView {
  let label: String
  /// The place of the label.
  let position: Position
  /// The place of the field itself.
  let area: Area
  let hasFocus: Bool
  var isEnabled = true
  /// The role of the field where it is neither selected nor disabled.
  var role = Palette.Role.field

  func draw(
    _ field: EntryField, _ palette: Palette, on surface: inout Surface
  ) {
    if hasFocus {
      surface.drawFocusMark(
        at: Position(column: position.column - 1, row: position.row), palette)
    }
    surface.write(
      label, at: position,
      style: palette[
        !isEnabled ? .disabled : hasFocus ? .focusedLabel : .label])
    let style = palette[isEnabled ? role : .disabledField]
    surface.fill(area, style: style)
    let start = hasFocus ? field.firstVisible(width: area.width) : 0
    let isSelected = field.isSelected && hasFocus && isEnabled
    surface.write(
      String(field.characters.dropFirst(start)),
      at: Position(column: area.column, row: area.row),
      style: isSelected ? palette[.selectedField] : style, width: area.width)
    if hasFocus {
      surface.cursor = Position(
        column: area.column + field.cursor - start, row: area.row)
    }
  }
}

extension Surface {
  /// Draws the mark beside what has the focus, for a screen without colours, and
  /// the cursor on it.
  mutating func drawFocusMark(at position: Position, _ palette: Palette) {
    write("▸", at: position, style: palette[.focusedLabel])
    cursor = position
  }
}
