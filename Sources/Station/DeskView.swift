import Circulation
import Terminal

/// The window at work: fields, choice, list, buttons, status line.
enum DeskView {
  static func draw(_ station: Station, _ palette: Palette) -> Surface {
    var drawing = Drawing(station, palette)
    drawing.frame()
    drawing.fields()
    drawing.choice()
    drawing.list()
    for button in drawing.layout.buttons { drawing.button(button) }
    drawing.warnings()
    drawing.notice()
    if let panel = drawing.layout.panel {
      PanelView.draw(station, palette, in: panel, on: &drawing.surface)
    }
    return drawing.surface
  }

  /// The notice and the counts alone, for a page over the desk.
  static func drawStatus(
    _ station: Station, _ palette: Palette, on surface: inout Surface
  ) {
    var drawing = Drawing(station, palette)
    drawing.surface = surface
    drawing.notice()
    drawing.counts()
    surface = drawing.surface
  }
}

private struct Drawing {
  let station: Station
  let palette: Palette
  let layout: DeskLayout
  var surface: Surface

  private var words: any Words { station.words }
  private var isReturning: Bool { station.desk.operation == .return }

  init(_ station: Station, _ palette: Palette) {
    self.station = station
    self.palette = palette
    layout = station.layout
    surface = Surface(size: station.size, style: palette[.ground])
  }

  mutating func frame() {
    let isWide = station.size.columns >= 72
    let date = words.date(station.desk.clock.now(), isShort: !isWide)
    surface.drawFrame(
      Area(
        column: 0, row: 0, width: station.size.columns,
        height: station.size.rows),
      style: palette[.frame], title: title(besides: date),
      titleStyle: palette[isReturning ? .returnTitle : .title], right: date,
      isDouble: isReturning)
    counts()
  }

  /// The title with all of its parts that there is room for; nobody takes
  /// returns for loans.
  private func title(besides date: String) -> String {
    var title = words.title
    if isReturning {
      title += " – " + words.name(of: Operation.return).uppercased()
    }
    let room = station.size.columns - 9 - date.count
    for part in [station.deskName.printable, words.subtitle]
    where !part.isEmpty {
      let left = room - title.count - 3
      // Of less, nobody would know the name.
      guard left >= min(part.count, 6) else { continue }
      title += " – " + part.shortened(to: left)
    }
    return title
  }

  /// What is not saved, what is, and what the day has brought: in the lower
  /// edge of the frame, as far as there is room.
  mutating func counts() {
    let waiting = station.desk.waiting.count
    let unsaved =
      (waiting > 0 ? words.waiting(waiting) + "   " : "")
      + words.unsaved(station.desk.unsaved.count)
    let day = words.dayCounts(station.desk.today)
    let file = words.inDataFile(station.savedCount)
    let room = station.size.columns - 6
    let today = "\(words.label(words.dayHead)) \(day)"
    let texts = [
      [unsaved, file, today], [unsaved, today], [unsaved, day], [unsaved],
    ].map { $0.joined(separator: "   ") }
    surface.write(
      " \(texts.first { $0.count <= room } ?? unsaved) ",
      at: Position(column: 2, row: station.size.rows - 1),
      style: palette[.title])
  }

  mutating func fields() {
    field(
      .borrower, words.borrower, station.borrowerField, layout.borrowerField)
    field(.item, layout.itemName, station.itemField, layout.itemField)
    guard let borrower = station.desk.borrower, !isReturning else { return }
    let count = station.desk.today.items(of: borrower).count
    guard count > 0 else { return }
    let notes = [words.items(count), words.itemsInShort(count), "\(count)"]
    surface.write(
      notes.first { $0.count <= layout.itemsNote.width } ?? "",
      at: Position(column: layout.itemsNote.column, row: layout.itemsNote.row),
      style: palette[.label].bold)
  }

  private mutating func field(
    _ control: Control, _ name: String, _ field: EntryField, _ area: Area
  ) {
    let isEnabled = station.isEnabled(control)
    mark(control, at: Position(column: layout.labelColumn - 1, row: area.row))
    surface.write(
      words.label(name),
      at: Position(column: layout.labelColumn, row: area.row),
      style: isEnabled ? labelStyle(control) : palette[.disabled])
    let style = palette[
      !isEnabled ? .disabledField : isReturning ? .returnField : .field]
    surface.fill(area, style: style)
    let start =
      station.focus == control ? field.firstVisible(width: area.width) : 0
    let isSelected = field.isSelected && station.focus == control
    surface.write(
      String(field.characters.dropFirst(start)),
      at: Position(column: area.column, row: area.row),
      style: isSelected && isEnabled ? palette[.selectedField] : style,
      width: area.width)
    if station.focus == control {
      surface.cursor = Position(
        column: area.column + field.cursor - start, row: area.row)
    }
  }

  private func labelStyle(_ control: Control) -> Style {
    palette[station.focus == control ? .focusedLabel : .label]
  }

  /// The mark beside what has the focus, for a screen without colours, and the
  /// cursor on it.
  private mutating func mark(_ control: Control, at position: Position) {
    guard station.focus == control else { return }
    surface.write("▸", at: position, style: palette[.focusedLabel])
    surface.cursor = position
  }

  mutating func choice() {
    let row = layout.choiceRow
    mark(
      .operation, at: Position(column: layout.labelColumn - 1, row: row))
    surface.write(
      words.label(words.chooseTransaction),
      at: Position(column: layout.labelColumn, row: row),
      style: labelStyle(.operation))
    for (operation, area) in [
      (Operation.loan, layout.loanChoice),
      (Operation.return, layout.returnChoice),
    ] {
      let isChosen = station.desk.operation == operation
      surface.write(
        "(\(isChosen ? "•" : " ")) \(words.name(of: operation))",
        at: Position(column: area.column, row: row),
        style: isChosen ? labelStyle(.operation).bold : palette[.label])
    }
    if let key = Command.keys(of: .switchOperation, in: .desk).first {
      surface.write(
        words.name(of: key),
        at: Position(
          column: layout.returnChoice.column + layout.returnChoice.width + 3,
          row: row), style: palette[.key])
    }
  }

  mutating func list() {
    surface.fill(
      Area(
        column: layout.labelColumn, row: layout.listHeadRow,
        width: layout.list.width - 2),
      style: palette[.listHead])
    for column in layout.columns {
      surface.write(
        column.head,
        at: Position(column: column.column, row: layout.listHeadRow),
        style: palette[.listHead], width: column.width)
    }
    mark(
      .list,
      at: Position(column: layout.labelColumn - 1, row: layout.listHeadRow))

    let unsaved = station.desk.unsaved
    let first = station.firstVisibleLine
    let today = station.desk.clock.now()
    let last = min(first + layout.list.height, unsaved.count)
    var isOther = !unsaved.prefix(first + 1).turnCount.isMultiple(of: 2)
    for index in first..<max(last, first) {
      if index > first, unsaved[index].isOtherReader(than: unsaved[index - 1]) {
        isOther.toggle()
      }
      line(
        unsaved[index], row: layout.list.row + index - first, today: today,
        isOther: isOther)
    }
    if unsaved.count > layout.list.height {
      let selected =
        station.selection.flatMap(unsaved.index(ofSequence:)) ?? 0
      let place = " \(selected + 1)/\(unsaved.count)"
      surface.write(
        place,
        at: Position(
          column: layout.columnCount - 3 - place.count,
          row: layout.listHeadRow),
        style: palette[.listHead])
    }
  }

  private mutating func line(
    _ entry: DeskEntry, row: Int, today: LocalTime, isOther: Bool
  ) {
    let isSelected = entry.sequence == station.selection
    let hasFocus = station.focus == .list
    let style = palette[
      !isSelected
        ? isOther ? .otherLine : .line
        : hasFocus ? .focusedLine : .selectedLine]
    let area = Area(
      column: layout.labelColumn - 1, row: row, width: layout.list.width)
    surface.fill(area, style: style)
    if isSelected {
      let place = Position(column: area.column, row: row)
      surface.write("▸", at: place, style: style)
      if hasFocus { surface.cursor = place }
    }
    let transaction = entry.transaction
    let origins = transaction.origins
    let cells = [
      (transaction.item.text, origins?.item.isDoubtful ?? false),
      (words.name(of: transaction.operation), false),
      (transaction.borrower?.text ?? "", origins?.borrower.isDoubtful ?? false),
      (words.listTime(transaction.recorded, today: today), false),
    ]
    for (column, (text, isDoubtful)) in zip(layout.columns, cells) {
      // A number that was taken although it looked wrong has its mark.
      let mark = isDoubtful ? " ?" : ""
      surface.write(
        text.shortened(to: column.width - mark.count) + mark,
        at: Position(column: column.column, row: row), style: style)
    }
  }

  mutating func button(_ button: DeskLayout.Button) {
    let isEnabled = station.isEnabled(button.control)
    let isFocused = station.focus == button.control
    let style =
      palette[isFocused ? .focusedButton : isEnabled ? .button : .disabled]
    let place = Position(column: button.area.column, row: button.area.row)
    mark(
      button.control, at: Position(column: place.column - 1, row: place.row))
    // A disabled button has no brackets, which is seen without colours too.
    surface.write(
      isEnabled ? "[\(button.text)]" : " \(button.text) ", at: place,
      style: style)
    guard isEnabled else { return }
    if let hint = button.hint, !isFocused {
      surface.write(
        hint,
        at: Position(
          column: place.column + 1 + button.text.count - hint.count,
          row: place.row), style: palette[.key])
    }
    if let index = button.mnemonicIndex {
      let letter = button.text.dropFirst(index).prefix(1)
      surface.write(
        String(letter),
        at: Position(column: place.column + 1 + index, row: place.row),
        style: isFocused ? style.underlined : palette[.mnemonic])
    }
  }

  mutating func warnings() {
    for (number, line) in layout.warningLines.enumerated() {
      message(line.text, line.kind, row: layout.warningRow + number)
    }
  }

  mutating func notice() {
    for (number, text) in layout.noticeLines.enumerated() {
      message(text, station.notice.kind, row: layout.noticeRow + number)
    }
  }

  private mutating func message(
    _ text: String, _ kind: Notice.Kind, row: Int
  ) {
    let style = palette[kind.role]
    let width = layout.columnCount - 4
    if kind == .refusal {
      surface.fill(
        Area(column: 1, row: row, width: width + 2),
        style: palette[.refusalEdge])
      surface.fill(Area(column: 2, row: row, width: width), style: style)
    }
    surface.write(text, at: Position(column: 2, row: row), style: style)
  }
}

extension DeskEntry {
  /// Whether another reader stands here than in the other line; a return has
  /// none.
  fileprivate func isOtherReader(than other: DeskEntry) -> Bool {
    transaction.borrower != other.transaction.borrower
  }
}

extension ArraySlice<DeskEntry> {
  /// How often the reader changes from one line to the next.
  fileprivate var turnCount: Int {
    zip(self, dropFirst()).count { $1.isOtherReader(than: $0) }
  }
}
