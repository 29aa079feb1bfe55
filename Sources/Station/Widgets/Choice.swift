import Terminal

/// A choice of one among a few, in a row behind its label.
struct Choice {
  let label: String
  /// The place of the label.
  let position: Position
  let options: [Option]

  /// An answer at its place.
  struct Option {
    let text: String
    let area: Area
  }

  private static let gap = 3

  init(_ label: String, _ texts: [String], at position: Position) {
    self.label = label
    self.position = position
    var column = position.column + label.count + 2
    options = texts.map { text in
      let width = text.count + 4
      defer { column += width + Self.gap }
      return Option(
        text: text,
        area: Area(column: column, row: position.row, width: width))
    }
  }

  /// Returns the index of the option at a position on the screen.
  func index(at position: Position) -> Int? {
    options.firstIndex { $0.area.contains(position) }
  }

  /// Draws it with the option that is chosen, and the key that goes to the next.
  func draw(
    chosen: Int, key: String, hasFocus: Bool, _ palette: Palette,
    on surface: inout Surface
  ) {
    if hasFocus {
      surface.drawFocusMark(
        at: Position(column: position.column - 1, row: position.row), palette)
    }
    let style = palette[hasFocus ? .focusedLabel : .label]
    surface.write(label, at: position, style: style)
    for (index, option) in options.enumerated() {
      let isChosen = index == chosen
      surface.write(
        "(\(isChosen ? "•" : " ")) \(option.text)",
        at: Position(column: option.area.column, row: option.area.row),
        style: isChosen ? style.bold : palette[.label])
    }
    guard let last = options.last else { return }
    surface.write(
      key,
      at: Position(
        column: last.area.column + last.area.width + Self.gap,
        row: position.row), style: palette[.key])
  }
}
