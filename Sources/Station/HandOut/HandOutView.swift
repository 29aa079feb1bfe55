import Circulation
import Terminal
import Textbooks
import Typesetting

/// The picture of a hand-out: the order, the field, and a table of pupils and
/// titles.
struct HandOutView {
  private let room: HandOutRoom
  private let look: Look
  /// The choice of the order.
  let choice: Choice
  private let columns: HandOutColumns
  private let fieldRow: Int
  private let list: Area
  private let footer: [String]
  private let firstPupil: Int

  init(_ room: HandOutRoom, _ look: Look) {
    self.room = room
    self.look = look
    let words = look.words
    let gap = look.size.rows >= 22 ? 1 : 0
    choice = Choice(
      words.label(words.orderName),
      HandOut.Order.allCases.map(words.name),
      at: Position(column: DeskLayout.margin, row: 1 + gap))
    fieldRow = 2 + gap
    let layout = look.layout
    footer = words.handOutFooter(room.order)
      .wrapped(to: look.size.columns - 4)
    let lastRow =
      layout.noticeRow - footer.count - layout.warningLines.count - 1 - gap
    let first = fieldRow + 2 + gap
    list = Area(
      column: 2, row: first, width: look.size.columns - 4,
      height: max(lastRow - first, 1))
    columns = HandOutColumns(
      room.handOut.titles, chosen: room.turn?.title,
      width: look.size.columns - 4)
    firstPupil = ScrollList.first(
      of: room.handOut.pupils.count, height: list.height,
      top: max((room.turn?.pupil ?? 0) - list.height / 2, 0),
      chosen: room.turn?.pupil)
  }

  private var words: any StationWords { look.words }
  private var palette: Palette { look.palette }
  private var handOut: HandOut { room.handOut }

  /// Returns the index of the pupil on a row of the screen; nil if there is
  /// none.
  func pupil(at row: Int) -> Int? {
    let index = firstPupil + row - list.row
    return list.row..<list.row + list.height ~= row
      && handOut.pupils.indices.contains(index) ? index : nil
  }

  func draw(on surface: inout Surface) {
    surface.clear(palette[.ground])
    drawFrame(on: &surface)
    choice.draw(
      chosen: HandOut.Order.allCases.firstIndex(of: room.order) ?? 0,
      key: words.key(.switchOrder, in: .handOut), hasFocus: false, palette,
      on: &surface)
    drawField(on: &surface)
    drawHeadings(on: &surface)
    for row in 0..<list.height {
      let pupil = firstPupil + row
      guard pupil < handOut.pupils.count else { break }
      draw(pupil, at: list.row + row, on: &surface)
    }
    drawEnd(on: &surface)
    StatusView.draw(look, on: &surface)
  }

  private func drawFrame(on surface: inout Surface) {
    let date = words.date(look.now, isShort: look.size.columns < 72)
    surface.drawFrame(
      Area(
        column: 0, row: 0, width: look.size.columns, height: look.size.rows),
      style: palette[.frame],
      title: words.handOutTitle(
        room.lists.group.printable, pupils: handOut.pupils.count,
        titles: handOut.titles.count),
      titleStyle: palette[.title], right: date)
  }

  /// Draws the field, and behind it what is to be scanned.
  private func drawField(on surface: inout Surface) {
    let label = words.label(words.copyName)
    let column = DeskLayout.margin + label.count + 1
    let width = 18
    FieldView(
      label: label,
      position: Position(column: DeskLayout.margin, row: fieldRow),
      area: Area(column: column, row: fieldRow, width: width), hasFocus: true
    ).draw(room.field, palette, on: &surface)
    guard let turn = room.turn else { return }
    let counts = handOut.counts(of: turn.title)
    let text =
      "\(room.title(turn).printable.shortened(to: 30)) "
      + "(\(counts.given)/\(counts.all))"
    let start = column + width + 2
    surface.write(
      text.shortened(to: look.size.columns - 2 - start),
      at: Position(column: start, row: fieldRow), style: palette[.title])
  }

  private func drawHeadings(on surface: inout Surface) {
    let row = list.row - 1
    surface.fill(
      Area(column: list.column + 1, row: row, width: list.width - 2),
      style: palette[.listHeading])
    surface.write(
      words.pupilHeading, at: Position(column: DeskLayout.margin, row: row),
      style: palette[.listHeading])
    for (title, column) in columns.visible {
      surface.write(
        handOut.titles[title].printable,
        at: Position(column: column, row: row), style: palette[.listHeading],
        width: HandOutColumns.titleWidth)
    }
  }

  private func draw(_ pupil: Int, at row: Int, on surface: inout Surface) {
    let isTurn = room.turn?.pupil == pupil
    let style = palette[isTurn ? .selectedLine : .line]
    surface.fill(
      Area(column: list.column, row: row, width: list.width), style: style)
    func write(_ text: String, _ column: Int) {
      surface.write(
        text, at: Position(column: column, row: row), style: style)
    }
    if isTurn { write("▸", list.column) }
    write(
      room.name(pupil).printable.shortened(to: columns.nameWidth),
      DeskLayout.margin)
    if handOut.absent.contains(pupil) {
      write(words.absentMark, columns.absentColumn)
    }
    for (title, column) in columns.visible {
      let mark = handOut.stage(of: pupil, title).mark
      let isNow =
        room.turn == HandOut.Turn(pupil: pupil, title: title)
      write(isNow ? "[\(mark)]" : " \(mark) ", column)
    }
  }

  /// Draws what was given last, the counts, warnings and keys.
  private func drawEnd(on surface: inout Surface) {
    let layout = look.layout
    let footerRow = layout.noticeRow - footer.count
    let warningRow = footerRow - layout.warningLines.count
    let width = look.size.columns - 4
    func write(_ text: String, _ row: Int, _ role: Palette.Role) {
      surface.write(
        text, at: Position(column: 2, row: row), style: palette[role],
        width: width)
    }
    let counts = words.given(
      handOut.givenCount, of: handOut.givenCount + handOut.openCount)
    let told =
      room.last.map {
        words.lastGiven($0.item, $0.title, to: $0.pupil)
      } ?? words.handOutLegend
    write(
      "\(counts)  \(told)".printable.shortened(to: width), warningRow - 1,
      .label)
    for (number, line) in layout.warningLines.enumerated() {
      surface.drawMessage(
        line.text, line.kind, row: warningRow + number, width: width, palette)
    }
    for (number, line) in footer.enumerated() {
      write(line, footerRow + number, .listHeading)
    }
  }
}

/// The columns of the table of a hand-out: pupils, and the titles that there is
/// room for.
struct HandOutColumns {
  /// The width of a title's head.
  static let titleWidth = 4
  /// The width of a name.
  let nameWidth: Int
  /// The column of the mark behind who is not there.
  let absentColumn: Int
  /// The titles that are seen, with their columns.
  let visible: [(title: Int, column: Int)]

  init(_ titles: [String], chosen: Int?, width: Int) {
    nameWidth = width >= 72 ? 24 : 16
    absentColumn = DeskLayout.margin + nameWidth + 1
    let start = absentColumn + 8
    let step = Self.titleWidth + 1
    let room = max((width + 1 - start) / step, 1)
    let first = ScrollList.first(
      of: titles.count, height: room, top: 0, chosen: chosen)
    visible = titles.indices.dropFirst(first).prefix(room).enumerated().map {
      ($1, start + $0 * step)
    }
  }
}

extension HandOut.Stage {
  /// The sign in the table; the fonts of every console have it.
  var mark: String {
    switch self {
    case .notTaken: " "
    case .open: "·"
    case .given: "•"
    case .held: "="
    case .kept: "2"
    case .refused: "×"
    }
  }
}
