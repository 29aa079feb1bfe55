import Catalogue
import Circulation
import Offload
import Terminal
import Typesetting

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

  private var words: any StationWords { look.words }
  private var palette: Palette { look.palette }
  private var isReturning: Bool { look.isReturning }

  func draw(on surface: inout Surface) {
    drawFrame(on: &surface)
    drawFields(on: &surface)
    drawChoice(on: &surface)
    drawState(on: &surface)
    drawList(on: &surface)
    for (control, button) in layout.buttons.map({ ($0.control, $0.button) }) {
      button.draw(
        isEnabled: room.isEnabled(control, look),
        hasFocus: room.focus == control, palette, on: &surface)
    }
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
    let fields = layout.fields
    draw(
      .borrower, fields.borrowerName, room.borrowerField,
      fields.borrowerField,
      on: &surface)
    draw(
      .item, fields.itemName, room.itemField, fields.itemField, on: &surface)
    guard let borrower = room.desk.borrower, !isReturning || room.notesStates
    else { return }
    drawKnown(borrower, on: &surface)
    guard !isReturning else { return }
    let count = room.desk.today.items(of: borrower).count
    guard count > 0 else { return }
    let notes = [words.items(count), words.itemsInShort(count), "\(count)"]
    surface.write(
      notes.first { $0.count <= fields.itemsNote.width } ?? "",
      at: Position(column: fields.itemsNote.column, row: fields.itemsNote.row),
      // As the lines of the list: each change of style takes twenty bytes.
      style: palette[.line])
  }

  /// Draws what lists know of the borrower under the number.
  private func drawKnown(_ borrower: Barcode, on surface: inout Surface) {
    guard
      let area = layout.borrowerLine,
      let known = look.lists?.borrower(borrower.text)
    else { return }
    surface.write(
      words.facts(of: known).shortened(to: area.width),
      at: Position(column: area.column, row: area.row),
      style: palette[.label])
  }

  private func draw(
    _ control: Control, _ name: String, _ field: EntryField, _ area: Area,
    on surface: inout Surface
  ) {
    FieldView(
      label: words.label(name),
      position: Position(column: DeskLayout.margin, row: area.row), area: area,
      hasFocus: room.focus == control,
      isEnabled: room.isEnabled(control, look),
      role: isReturning ? .returnField : .field
    ).draw(field, palette, on: &surface)
  }

  private func drawChoice(on surface: inout Surface) {
    layout.choice.draw(
      chosen: isReturning ? 1 : 0,
      key: words.hint(of: .switchOperation) ?? "",
      hasFocus: room.focus == .operation, palette, on: &surface)
  }

  private func drawState(on surface: inout Surface) {
    guard
      let area = layout.state, let textbooks = room.textbooks,
      let copy = room.chosenReturn(look.lists)
    else { return }
    StateView(copy: copy, scale: textbooks.scale, look: look)
      .draw(in: area, on: &surface)
  }

  private func drawList(on surface: inout Surface) {
    let list = layout.titledList ?? layout.list
    list.drawHeadings(row: layout.listHeadingRow, palette, on: &surface)
    if room.focus == .list {
      surface.drawFocusMark(
        at: Position(column: list.area.column, row: layout.listHeadingRow),
        palette)
    }
    let unsaved = room.desk.unsaved
    let first = room.firstVisibleLine(height: list.area.height)
    let last = min(first + list.area.height, unsaved.count)
    var isOther = !unsaved.prefix(first + 1).turnCount.isMultiple(of: 2)
    for index in first..<max(last, first) {
      if index > first, unsaved[index].isOtherReader(than: unsaved[index - 1]) {
        isOther.toggle()
      }
      draw(
        unsaved[index], row: list.area.row + index - first, isOther: isOther,
        on: &surface)
    }
    if unsaved.count > list.area.height {
      let counter = " \((room.selectedIndex ?? 0) + 1)/\(unsaved.count)"
      surface.write(
        counter,
        at: Position(
          column: layout.columnCount - 3 - counter.count,
          row: layout.listHeadingRow),
        style: palette[.line])
    }
  }

  private func draw(
    _ entry: DeskEntry, row: Int, isOther: Bool, on surface: inout Surface
  ) {
    let transaction = entry.transaction
    let origins = transaction.origins
    let copy =
      room.notesStates
      ? room.textbooks?.returned(entry, at: room.desk, look.lists) : nil
    var cells = [
      (transaction.item.text, origins?.item.mark ?? ""),
      (
        words.name(of: transaction.operation) + (copy?.change ?? ""), ""
      ),
      (
        (transaction.borrower ?? copy?.holder).map(name) ?? "",
        copy?.bringer == nil ? origins?.borrower.mark ?? "" : " ⇄"
      ),
      (words.listTime(transaction.recorded, today: look.now), ""),
    ]
    if let list = layout.titledList {
      let width = list.columns[1].width
      cells.insert((title(of: transaction.item, width: width), ""), at: 1)
    }
    (layout.titledList ?? layout.list).draw(
      cells.map(\.0), marks: cells.map(\.1), at: row,
      role: isOther ? .otherLine : .line,
      isChosen: entry.sequence == room.selection,
      hasFocus: room.focus == .list, palette, on: &surface)
  }

  /// Returns the title of an item, with its call number if there is room.
  private func title(of item: Barcode, width: Int) -> String {
    guard let item = look.lists?.item(item.text), let title = item.title else {
      return ""
    }
    let both = [title, item.callNumber].compactMap(\.self)
      .joined(separator: " · ").printable
    return both.count <= width ? both : title.printable
  }

  /// Returns the name of a borrower beside a title, else the number.
  private func name(of borrower: Barcode) -> String {
    let name =
      layout.titledList == nil
      ? nil : look.lists?.borrower(borrower.text)?.name
    return name?.printable ?? borrower.text
  }
}

extension ScanOrigin {
  /// The mark of a number that was taken although lists were against it, or
  /// although it looked wrong.
  fileprivate var mark: String {
    objections.isEmpty ? isDoubtful ? " ?" : "" : " !"
  }
}

extension DeskEntry {
  /// Returns true if the other line is of another reader; a return has none.
  fileprivate func isOtherReader(than other: DeskEntry) -> Bool {
    transaction.borrower != other.transaction.borrower
  }
}

extension ArraySlice<DeskEntry> {
  /// The number of changes of reader from one line to the next.
  fileprivate var turnCount: Int {
    zip(self, dropFirst()).count { $1.isOtherReader(than: $0) }
  }
}
