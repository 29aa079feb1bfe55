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
      style: palette[.frame],
      title: title(besides: date),
      titleStyle: palette[.title], right: date)
    counts()
  }

  /// The title with all of its parts that there is room for.
  private func title(besides date: String) -> String {
    let room = station.size.columns - 9 - date.count
    return [station.deskName.printable, words.subtitle]
      .filter { !$0.isEmpty }
      .reduce(words.title) { title, part in
        let longer = "\(title) – \(part)"
        return longer.count <= room ? longer : title
      }
  }

  /// What is not saved, what is, and where: in the lower edge of the frame.
  mutating func counts() {
    let waiting = station.desk.waiting.count
    let unsaved =
      (waiting > 0 ? words.waiting(waiting) + "   " : "")
      + words.unsaved(station.desk.unsaved.count)
    func counts(_ path: String) -> String {
      " \(unsaved)   \(words.saved(station.savedCount, in: path)) "
    }
    let path = station.desk.folder.dataFile.printable
    let room = station.size.columns - 4 - counts("").count
    surface.write(
      counts(path.shortenedAtStart(to: room)),
      at: Position(column: 2, row: station.size.rows - 1),
      style: palette[.title])
  }

  mutating func fields() {
    field(
      .borrower, words.borrower, station.borrowerField, layout.borrowerField)
    field(.item, words.item, station.itemField, layout.itemField)
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
    let style = palette[isEnabled ? .field : .disabledField]
    surface.fill(area, with: isEnabled ? " " : "·", style: style)
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

  /// The mark beside what has the focus, for a screen without colours.
  private mutating func mark(_ control: Control, at position: Position) {
    guard station.focus == control else { return }
    surface.write("►", at: position, style: palette[.focusedLabel])
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
          row: row), style: palette[.label])
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
    for row in 0..<min(layout.list.height, unsaved.count - first) {
      line(unsaved[first + row], row: layout.list.row + row, today: today)
    }
    if unsaved.count > layout.list.height {
      let selected =
        station.selection.flatMap(unsaved.index(ofSequence:)) ?? 0
      let place = " \(selected + 1)/\(unsaved.count)"
      surface.write(
        place,
        at: Position(
          column: station.size.columns - 3 - place.count,
          row: layout.listHeadRow),
        style: palette[.listHead])
    }
  }

  private mutating func line(_ entry: DeskEntry, row: Int, today: LocalTime) {
    let isSelected = entry.sequence == station.selection
    let style =
      palette[
        !isSelected
          ? .line : station.focus == .list ? .focusedLine : .selectedLine]
    let area = Area(
      column: layout.labelColumn - 1, row: row, width: layout.list.width)
    surface.fill(area, style: style)
    if isSelected {
      surface.write(
        "►", at: Position(column: area.column, row: row), style: style)
    }
    let transaction = entry.transaction
    let texts = [
      transaction.item.text, words.name(of: transaction.operation),
      transaction.borrower?.text ?? "",
      words.listTime(transaction.recorded, today: today),
    ]
    for (column, text) in zip(layout.columns, texts) {
      surface.write(
        text.shortened(to: column.width),
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
    if isEnabled, let index = button.mnemonicIndex {
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
    let place = Position(column: 2, row: row)
    if kind == .refusal {
      surface.fill(
        Area(
          column: place.column, row: row, width: station.size.columns - 4),
        style: style)
    }
    surface.write(text, at: place, style: style)
  }
}
