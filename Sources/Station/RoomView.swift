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

/// A room as a page over the desk, with the desk's notice and counts beneath.
enum RoomView {
  static func draw(
    _ room: any Room, _ station: Station, _ palette: Palette
  ) -> Surface {
    var drawing = Drawing(room, station, palette)
    drawing.draw()
    DeskView.drawStatus(station, palette, on: &drawing.surface)
    return drawing.surface
  }

  /// The number of rows that the room's list shows at once.
  static func lineCount(of room: any Room, in station: Station) -> Int {
    Drawing(room, station, Palette()).rowCount
  }

  /// The index of the line that stands on a row of the screen, the first one
  /// being 0; nil if none does.
  static func line(
    at position: Position, of room: any Room, in station: Station
  ) -> Int? {
    Drawing(room, station, Palette()).line(at: position.row)
  }
}

private struct Drawing {
  let station: Station
  let palette: Palette
  let content: RoomContent
  let text: [String]
  let foot: [String]
  let layout: DeskLayout
  var surface: Surface

  init(_ room: any Room, _ station: Station, _ palette: Palette) {
    self.station = station
    self.palette = palette
    content = room.content(at: station)
    text = content.text.flatMap {
      Notice.wrap($0, width: station.layout.columnCount - 4)
    }
    foot = Notice.wrap(content.foot, width: station.size.columns - 4)
    layout = station.layout
    surface = Surface(size: station.size, style: palette[.ground])
    surface.cursor = Position(column: 2, row: 1)
  }

  private var words: any Words { station.words }
  private var isReturning: Bool { station.desk.operation == .return }
  private var firstFieldRow: Int { 1 + text.count }
  private var headRow: Int { firstFieldRow + content.fields.count }
  private var footRow: Int { layout.noticeRow - foot.count }

  /// The number of rows that there are for the list.
  var rowCount: Int { max(footRow - headRow - 1, 1) }

  /// The rows that are seen, so that the chosen one is.
  private var visible: ArraySlice<RoomContent.Row> {
    let chosen = content.rows.firstIndex {
      if case .line(_, true) = $0 { true } else { false }
    }
    let first = max((chosen ?? 0) - rowCount + 1, 0)
    return content.rows[first...].prefix(rowCount)
  }

  func line(at row: Int) -> Int? {
    let index = visible.startIndex + row - headRow - 1
    guard visible.indices ~= index, case .line = content.rows[index] else {
      return nil
    }
    return content.rows[..<index].count {
      if case .line = $0 { true } else { false }
    }
  }

  mutating func draw() {
    surface.drawFrame(
      Area(
        column: 0, row: 0, width: station.size.columns,
        height: station.size.rows),
      style: palette[.frame], title: "\(words.title) – \(content.title)",
      titleStyle: palette[isReturning ? .returnTitle : .title],
      isDouble: isReturning)
    for (number, line) in text.enumerated() {
      write(line, row: 1 + number, .label)
    }
    drawFields()
    if !content.heads.isEmpty { drawList() }
    for (number, line) in foot.enumerated() {
      write(line, row: footRow + number, .listHead)
    }
  }

  private mutating func write(_ text: String, row: Int, _ role: Palette.Role) {
    surface.write(
      text, at: Position(column: 2, row: row), style: palette[role],
      width: station.size.columns - 4)
  }

  private mutating func drawFields() {
    let names = content.fields.map { words.label($0.name) }
    let column = 3 + (names.map(\.count).max() ?? 0) + 1
    let width = min(station.size.columns - 3 - column, 42)
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

  private mutating func drawList() {
    surface.fill(
      Area(column: 3, row: headRow, width: layout.list.width - 2),
      style: palette[.listHead])
    for (column, head) in zip(layout.columns, content.heads) {
      surface.write(
        head, at: Position(column: column.column, row: headRow),
        style: palette[.listHead], width: column.width)
    }
    for (number, row) in visible.enumerated() {
      draw(row, at: headRow + 1 + number)
    }
  }

  private mutating func draw(_ row: RoomContent.Row, at place: Int) {
    switch row {
    case .head(let text): write(text, row: place, .label)
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
