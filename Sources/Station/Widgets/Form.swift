import Terminal

/// Fields under one another, of which one has the focus; Tab goes to the next.
struct Form<Name: Hashable>: Hashable {
  /// The names of the fields, in the order of Tab.
  let names: [Name]
  private var fields: [EntryField]
  private var index = 0

  /// A form whose fields have these numbers; the first one has the focus.
  init(_ numbers: [(name: Name, number: String)]) {
    names = numbers.map(\.name)
    fields = numbers.map { EntryField(showing: $0.number) }
  }

  /// The name of the field with the focus.
  var focus: Name { names[index] }

  /// The field with the focus.
  var focused: EntryField {
    get { fields[index] }
    set { fields[index] = newValue }
  }

  subscript(name: Name) -> EntryField? {
    names.firstIndex(of: name).map { fields[$0] }
  }

  /// Gives the focus to the field of a name, if there is one.
  mutating func moveFocus(to name: Name) {
    index = names.firstIndex(of: name) ?? index
  }

  /// Gives the focus to the field so many further on, round the end.
  mutating func moveFocus(by step: Int) {
    let next = (index + step) % names.count
    index = next < 0 ? next + names.count : next
  }
}

/// The picture of a form: labels on the left, fields under one another.
struct FormView {
  /// A field with its label.
  struct Row {
    let label: String
    let field: EntryField
    let hasFocus: Bool
  }

  let rows: [Row]
  /// The place of the first label.
  let position: Position
  /// The columns that labels and fields may take.
  let width: Int
  /// No number is longer than that on the screen.
  private static let maximumFieldWidth = 42

  func draw(_ palette: Palette, on surface: inout Surface) {
    let column = position.column + (rows.map(\.label.count).max() ?? 0) + 1
    let fieldWidth = min(
      position.column + width - column, Self.maximumFieldWidth)
    for (number, row) in rows.enumerated() {
      let line = position.row + number
      FieldView(
        label: row.label,
        position: Position(column: position.column, row: line),
        area: Area(column: column, row: line, width: fieldWidth),
        hasFocus: row.hasFocus
      ).draw(row.field, palette, on: &surface)
    }
  }
}
