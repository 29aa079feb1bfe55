import Catalogue
import Circulation
import Terminal
import Typesetting

/// Facts under one another: labels on the left, texts in a column.
struct FactsView {
  /// A row, with a label if it is the first one of its fact.
  private struct Row {
    let label: String
    let text: String
  }

  private let rows: [Row]
  /// The place of the first label.
  private let position: Position
  /// The columns that labels and texts may take.
  private let width: Int
  /// The columns from the first of a label to the first of a text.
  private let indent: Int

  /// Creates the view of facts, each of which takes a number of rows at most.
  init(
    _ facts: [ListedFact], maximumRowCount: Int, position: Position,
    width: Int, in words: any StationWords
  ) {
    let labels = facts.map { words.label($0.name.capitalizedAtStart) }
    let indent = (labels.map(\.count).max() ?? 0) + 1
    rows = zip(labels, facts).flatMap { label, fact in
      fact.text.wrapped(
        to: max(width - indent, 1), maximum: maximumRowCount
      ).enumerated().map { index, text in
        Row(label: index == 0 ? label : "", text: text)
      }
    }
    self.position = position
    self.width = width
    self.indent = indent
  }

  var rowCount: Int { rows.count }

  func draw(_ palette: Palette, on surface: inout Surface) {
    for (number, row) in rows.enumerated() {
      let line = position.row + number
      surface.write(
        row.label, at: Position(column: position.column, row: line),
        style: palette[.label], width: width)
      surface.write(
        row.text, at: Position(column: position.column + indent, row: line),
        style: palette[.title], width: width - indent)
    }
  }
}
