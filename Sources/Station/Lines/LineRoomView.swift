import Catalogue
import Terminal
import Typesetting

/// All that is to be seen of a room.
struct RoomContent {
  /// A row of the room's list.
  enum Row {
    /// A head over the rows beneath it.
    case heading(String)
    /// The texts of the four columns.
    case line([String], isChosen: Bool)
    /// An item of the lists: its number, and what is known of it.
    case item(String, String, isChosen: Bool)
    /// The heads of the table, beneath rows in four columns.
    case tableHeads
    /// The texts of a row of the table.
    case cells([String], isChosen: Bool)

    /// True if it is chosen; nil for a head.
    fileprivate var isChosen: Bool? {
      switch self {
      case .heading, .tableHeads: nil
      case .line(_, let isChosen), .item(_, _, let isChosen),
        .cells(_, let isChosen):
        isChosen
      }
    }
  }

  let title: String
  /// Paragraphs above all else.
  var text: [String] = []
  /// The facts that lists tell, under the paragraphs.
  var facts: [ListedFact] = []
  var fields: [FormView.Row] = []
  /// The heads of the four columns; empty if there is no list.
  var headings: [String] = []
  /// The columns of the table, if the list has one; without heads of four
  /// columns, theirs stand above the list.
  var columns: [TableColumn] = []
  var rows: [Row] = []
  /// A line about the keys.
  var footer: String
}

/// A room about lines as a page over the desk, with the desk's notice and
/// counts beneath.
struct LineRoomView {
  private let look: Look
  private let content: RoomContent
  private let text: [String]
  private let facts: FactsView
  private let footer: [String]
  private let layout: DeskLayout

  init(_ content: RoomContent, _ look: Look) {
    self.look = look
    self.content = content
    layout = look.layout
    let width = layout.columnCount - 4
    text = content.text.flatMap { $0.wrapped(to: width) }
    facts = FactsView(
      content.facts, maximumRowCount: look.size.rows < 22 ? 1 : 2,
      position: Position(column: 2, row: 1 + text.count),
      width: width, in: look.words)
    footer = content.footer.wrapped(to: look.size.columns - 4)
  }

  private var palette: Palette { look.palette }
  private var firstFieldRow: Int { 1 + text.count + facts.rowCount }
  private var headingRow: Int { firstFieldRow + content.fields.count }
  private var footerRow: Int { layout.noticeRow - footer.count }

  /// The number of rows that there are for the list.
  var rowCount: Int { max(footerRow - headingRow - 1, 1) }

  private var chosenRow: Int? {
    content.rows.firstIndex { $0.isChosen == true }
  }

  /// The rows that are seen, so that the chosen one is.
  private var visible: ArraySlice<RoomContent.Row> {
    let first = ScrollList.first(
      of: content.rows.count, height: rowCount, top: 0, chosen: chosenRow)
    return content.rows[first...].prefix(rowCount)
  }

  /// The index of the chosen line, the first one being 0.
  var chosen: Int { chosenRow.map(lineCount(before:)) ?? 0 }

  /// Returns the index of the line that stands on a row of the screen; nil if
  /// none does.
  func line(at row: Int) -> Int? {
    let index = visible.startIndex + row - headingRow - 1
    guard visible.indices ~= index, content.rows[index].isChosen != nil else {
      return nil
    }
    return lineCount(before: index)
  }

  private func lineCount(before row: Int) -> Int {
    content.rows[..<row].count { $0.isChosen != nil }
  }

  func draw(on surface: inout Surface) {
    surface.clear(palette[.ground])
    surface.cursor = Position(column: 2, row: 1)
    surface.drawPageFrame(content.title, look)
    for (number, line) in text.enumerated() {
      write(line, row: 1 + number, .label, on: &surface)
    }
    facts.draw(palette, on: &surface)
    FormView(
      rows: content.fields,
      position: Position(column: DeskLayout.margin, row: firstFieldRow),
      width: look.size.columns - 2 * DeskLayout.margin
    ).draw(palette, on: &surface)
    if !content.headings.isEmpty || !content.columns.isEmpty {
      drawList(on: &surface)
    }
    for (number, line) in footer.enumerated() {
      write(line, row: footerRow + number, .listHeading, on: &surface)
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

  private func drawList(on surface: inout Surface) {
    let table = tableLayout
    (content.headings.isEmpty ? tableList(table) : list)
      .drawHeadings(row: headingRow, palette, on: &surface)
    for (number, row) in visible.enumerated() {
      draw(row, table, at: headingRow + 1 + number, on: &surface)
    }
  }

  /// The list in the columns of the desk's.
  private var list: ScrollList {
    ScrollList(
      columns: zip(layout.list.columns, content.headings).map {
        column, heading in
        ScrollList.Column(
          heading: heading, column: column.column, width: column.width)
      }, area: layout.list.area)
  }

  private func draw(
    _ row: RoomContent.Row, _ table: TableLayout, at screenRow: Int,
    on surface: inout Surface
  ) {
    switch row {
    case .tableHeads:
      tableList(table).drawHeadings(row: screenRow, palette, on: &surface)
    case .cells(let texts, let isChosen):
      tableList(table).draw(
        table.cells(texts), at: screenRow, isChosen: isChosen,
        hasFocus: isChosen && content.fields.isEmpty, palette, on: &surface)
    case .heading(let text): write(text, row: screenRow, .label, on: &surface)
    case .line(let texts, let isChosen):
      list.draw(
        texts, at: screenRow, isChosen: isChosen,
        hasFocus: isChosen && content.fields.isEmpty, palette, on: &surface)
    case .item(let number, let text, let isChosen):
      itemList.draw(
        [number, text], at: screenRow, isChosen: isChosen,
        hasFocus: isChosen && content.fields.isEmpty, palette, on: &surface)
    }
  }

  /// The places of the table's columns, by all its rows.
  private var tableLayout: TableLayout {
    let rows = content.rows.compactMap { row in
      if case .cells(let texts, _) = row { texts } else { nil }
    }
    return TableLayout(
      content.columns, rows, from: DeskLayout.margin,
      width: layout.list.area.width - 2)
  }

  private func tableList(_ table: TableLayout) -> ScrollList {
    ScrollList(columns: table.columns, area: layout.list.area)
  }

  /// The list in two columns: a number, and the rest of the row.
  private var itemList: ScrollList {
    let columns = layout.list.columns
    let start = columns[0].column + 16
    return ScrollList(
      columns: [
        ScrollList.Column(heading: "", column: columns[0].column, width: 15),
        ScrollList.Column(
          heading: "", column: start,
          width: layout.columnCount - 3 - start),
      ], area: layout.list.area)
  }
}
