import Terminal

/// All that is to be seen of a room.
struct RoomContent {
  /// A field with its name.
  struct Field {
    let name: String
    let field: EntryField
    let hasFocus: Bool
  }

  /// A row of the room's list.
  enum Row {
    /// A head over the rows beneath it.
    case head(String)
    /// The texts of the four columns.
    case line([String], isChosen: Bool)
  }

  let title: String
  /// Paragraphs above all else.
  var text: [String] = []
  var fields: [Field] = []
  /// The heads of the four columns; empty if there is no list.
  var heads: [String] = []
  var rows: [Row] = []
  /// A line about the keys.
  let foot: String
}

/// A room about lines as a page over the desk, with the desk's notice and
/// counts beneath.
struct LineRoomView {
  private let look: Look
  private let content: RoomContent
  private let text: [String]
  private let foot: [String]
  private let layout: DeskLayout

  init(_ content: RoomContent, _ look: Look) {
    self.look = look
    self.content = content
    layout = look.layout
    let width = layout.columnCount - 4
    text = content.text.flatMap { Notice.wrap($0, width: width) }
    foot = Notice.wrap(content.foot, width: look.size.columns - 4)
  }

  private var palette: Palette { look.palette }
  private var firstFieldRow: Int { 1 + text.count }
  private var headRow: Int { firstFieldRow + content.fields.count }
  private var footRow: Int { layout.noticeRow - foot.count }

  /// The number of rows that there are for the list.
  var rowCount: Int { max(footRow - headRow - 1, 1) }

  private var chosenRow: Int? {
    content.rows.firstIndex {
      if case .line(_, true) = $0 { true } else { false }
    }
  }

  /// The rows that are seen, so that the chosen one is.
  private var visible: ArraySlice<RoomContent.Row> {
    let first = max((chosenRow ?? 0) - rowCount + 1, 0)
    return content.rows[first...].prefix(rowCount)
  }

  /// The index of the chosen line, the first one being 0.
  var chosen: Int { chosenRow.map(lineCount(before:)) ?? 0 }

  /// Returns the index of the line that stands on a row of the screen; nil if
  /// none does.
  func line(at row: Int) -> Int? {
    let index = visible.startIndex + row - headRow - 1
    guard visible.indices ~= index, case .line = content.rows[index] else {
      return nil
    }
    return lineCount(before: index)
  }

  private func lineCount(before row: Int) -> Int {
    content.rows[..<row].count {
      if case .line = $0 { true } else { false }
    }
  }

  func draw(on surface: inout Surface) {
    surface.clear(palette[.ground])
    surface.cursor = Position(column: 2, row: 1)
    surface.drawPageFrame(content.title, look)
    for (number, line) in text.enumerated() {
      write(line, row: 1 + number, .label, on: &surface)
    }
    drawFields(on: &surface)
    if !content.heads.isEmpty { drawList(on: &surface) }
    for (number, line) in foot.enumerated() {
      write(line, row: footRow + number, .listHead, on: &surface)
    }
    StatusView.draw(look, on: &surface)
  }

  private func write(
    _ text: String, row: Int, _ role: Palette.Role, on surface: inout Surface
  ) {
    surface.write(
      text, at: Position(column: 2, row: row), style: palette[role],
      width: look.size.columns - 4)
  }

  private func drawFields(on surface: inout Surface) {
    let names = content.fields.map { look.words.label($0.name) }
    let column = 3 + (names.map(\.count).max() ?? 0) + 1
    let width = min(look.size.columns - 3 - column, 42)
    for (number, (name, shown)) in zip(names, content.fields).enumerated() {
      let row = firstFieldRow + number
      surface.write(
        (shown.hasFocus ? "▸" : " ") + name,
        at: Position(column: 2, row: row),
        style: palette[shown.hasFocus ? .focusedLabel : .label])
      let field = shown.field
      let start = shown.hasFocus ? field.firstVisible(width: width) : 0
      surface.fill(
        Area(column: column, row: row, width: width), style: palette[.field])
      let isSelected = field.isSelected && shown.hasFocus
      surface.write(
        String(field.characters.dropFirst(start)),
        at: Position(column: column, row: row),
        style: palette[isSelected ? .selectedField : .field], width: width)
      if shown.hasFocus {
        surface.cursor = Position(
          column: column + field.cursor - start, row: row)
      }
    }
  }

  private func drawList(on surface: inout Surface) {
    surface.fill(
      Area(column: 3, row: headRow, width: layout.list.width - 2),
      style: palette[.listHead])
    for (column, head) in zip(layout.columns, content.heads) {
      surface.write(
        head, at: Position(column: column.column, row: headRow),
        style: palette[.listHead], width: column.width)
    }
    for (number, row) in visible.enumerated() {
      draw(row, at: headRow + 1 + number, on: &surface)
    }
  }

  private func draw(
    _ row: RoomContent.Row, at place: Int, on surface: inout Surface
  ) {
    switch row {
    case .head(let text): write(text, row: place, .label, on: &surface)
    case .line(let texts, let isChosen):
      let hasFocus = isChosen && content.fields.isEmpty
      let style =
        palette[hasFocus ? .focusedLine : isChosen ? .selectedLine : .line]
      surface.fill(
        Area(column: 2, row: place, width: layout.list.width), style: style)
      if isChosen {
        surface.write("▸", at: Position(column: 2, row: place), style: style)
        if hasFocus { surface.cursor = Position(column: 2, row: place) }
      }
      for (column, text) in zip(layout.columns, texts) {
        surface.write(
          text.shortened(to: column.width),
          at: Position(column: column.column, row: place), style: style)
      }
    }
  }
}
