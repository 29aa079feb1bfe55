import Circulation
import Terminal

/// The picture of the window at work: fields, choice, list, buttons, status line.
struct DeskView {
  private let room: DeskRoom
  private let look: Look
  private let layout: DeskLayout

  init(_ room: DeskRoom, _ look: Look) {
    self.room = room
    self.look = look
    layout = look.layout
  }

  private var words: any Words { look.words }
  private var palette: Palette { look.palette }
  private var isReturning: Bool { look.isReturning }

  func draw(on surface: inout Surface) {
    drawFrame(on: &surface)
    drawFields(on: &surface)
    drawChoice(on: &surface)
    drawList(on: &surface)
    for button in layout.buttons { draw(button, on: &surface) }
    for (number, line) in layout.warningLines.enumerated() {
      surface.drawMessage(
        line.text, line.kind, row: layout.warningRow + number,
        width: layout.columnCount - 4, palette)
    }
    StatusView.draw(look, on: &surface)
    if let panel = layout.panel {
      PanelView.draw(room, look, in: panel, on: &surface)
    }
  }

  private func drawFrame(on surface: inout Surface) {
    let isWide = look.size.columns >= 72
    let date = words.date(look.now, isShort: !isWide)
    surface.drawFrame(
      Area(
        column: 0, row: 0, width: look.size.columns, height: look.size.rows),
      style: palette[.frame], title: title(besides: date),
      titleStyle: palette[isReturning ? .returnTitle : .title], right: date,
      isDouble: isReturning)
  }

  /// The title with all of its parts that there is room for; nobody takes
  /// returns for loans.
  private func title(besides date: String) -> String {
    var title = words.title
    if isReturning {
      title += " – " + words.name(of: Operation.return).uppercased()
    }
    let width = look.size.columns - 9 - date.count
    for part in [room.name.printable, words.subtitle]
    where !part.isEmpty {
      let left = width - title.count - 3
      // Of less, nobody would know the name.
      guard left >= min(part.count, 6) else { continue }
      title += " – " + part.shortened(to: left)
    }
    return title
  }

  private func drawFields(on surface: inout Surface) {
    draw(
      .borrower, words.borrower, room.borrowerField, layout.borrowerField,
      on: &surface)
    draw(
      .item, layout.itemName, room.itemField, layout.itemField, on: &surface)
    guard let borrower = room.desk.borrower, !isReturning else { return }
    let count = room.desk.today.items(of: borrower).count
    guard count > 0 else { return }
    let notes = [words.items(count), words.itemsInShort(count), "\(count)"]
    surface.write(
      notes.first { $0.count <= layout.itemsNote.width } ?? "",
      at: Position(column: layout.itemsNote.column, row: layout.itemsNote.row),
      style: palette[.label].bold)
  }

  private func draw(
    _ control: Control, _ name: String, _ field: EntryField, _ area: Area,
    on surface: inout Surface
  ) {
    let isEnabled = room.isEnabled(control, look)
    mark(
      control, at: Position(column: layout.labelColumn - 1, row: area.row),
      on: &surface)
    surface.write(
      words.label(name),
      at: Position(column: layout.labelColumn, row: area.row),
      style: isEnabled ? labelStyle(control) : palette[.disabled])
    let style = palette[
      !isEnabled ? .disabledField : isReturning ? .returnField : .field]
    surface.fill(area, style: style)
    let start =
      room.focus == control ? field.firstVisible(width: area.width) : 0
    let isSelected = field.isSelected && room.focus == control
    surface.write(
      String(field.characters.dropFirst(start)),
      at: Position(column: area.column, row: area.row),
      style: isSelected && isEnabled ? palette[.selectedField] : style,
      width: area.width)
    if room.focus == control {
      surface.cursor = Position(
        column: area.column + field.cursor - start, row: area.row)
    }
  }

  private func labelStyle(_ control: Control) -> Style {
    palette[room.focus == control ? .focusedLabel : .label]
  }

  /// The mark beside what has the focus, for a screen without colours, and the
  /// cursor on it.
  private func mark(
    _ control: Control, at position: Position, on surface: inout Surface
  ) {
    guard room.focus == control else { return }
    surface.write("▸", at: position, style: palette[.focusedLabel])
    surface.cursor = position
  }

  private func drawChoice(on surface: inout Surface) {
    let row = layout.choiceRow
    mark(
      .operation, at: Position(column: layout.labelColumn - 1, row: row),
      on: &surface)
    surface.write(
      words.label(words.chooseTransaction),
      at: Position(column: layout.labelColumn, row: row),
      style: labelStyle(.operation))
    for (operation, area) in [
      (Operation.loan, layout.loanChoice),
      (Operation.return, layout.returnChoice),
    ] {
      let isChosen = room.desk.operation == operation
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

  private func drawList(on surface: inout Surface) {
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
      at: Position(column: layout.labelColumn - 1, row: layout.listHeadRow),
      on: &surface)

    let unsaved = room.desk.unsaved
    let first = room.firstVisibleLine(height: layout.list.height)
    let last = min(first + layout.list.height, unsaved.count)
    var isOther = !unsaved.prefix(first + 1).turnCount.isMultiple(of: 2)
    for index in first..<max(last, first) {
      if index > first, unsaved[index].isOtherReader(than: unsaved[index - 1]) {
        isOther.toggle()
      }
      draw(
        unsaved[index], row: layout.list.row + index - first, isOther: isOther,
        on: &surface)
    }
    if unsaved.count > layout.list.height {
      let place = " \((room.selectedIndex ?? 0) + 1)/\(unsaved.count)"
      surface.write(
        place,
        at: Position(
          column: layout.columnCount - 3 - place.count,
          row: layout.listHeadRow),
        style: palette[.listHead])
    }
  }

  private func draw(
    _ entry: DeskEntry, row: Int, isOther: Bool, on surface: inout Surface
  ) {
    let isSelected = entry.sequence == room.selection
    let hasFocus = room.focus == .list
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
      (words.listTime(transaction.recorded, today: look.now), false),
    ]
    for (column, (text, isDoubtful)) in zip(layout.columns, cells) {
      // A number that was taken although it looked wrong has its mark.
      let mark = isDoubtful ? " ?" : ""
      surface.write(
        text.shortened(to: column.width - mark.count) + mark,
        at: Position(column: column.column, row: row), style: style)
    }
  }

  private func draw(_ button: DeskLayout.Button, on surface: inout Surface) {
    let isEnabled = room.isEnabled(button.control, look)
    let isFocused = room.focus == button.control
    let style =
      palette[isFocused ? .focusedButton : isEnabled ? .button : .disabled]
    let place = Position(column: button.area.column, row: button.area.row)
    mark(
      button.control, at: Position(column: place.column - 1, row: place.row),
      on: &surface)
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
