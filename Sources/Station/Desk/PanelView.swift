import Circulation
import Terminal
import Typesetting

/// The panel beside the desk in a wide window: the day, this reader's items, and
/// the last messages.
enum PanelView {
  static func draw(
    _ room: DeskRoom, _ look: Look, in area: Area, on surface: inout Surface
  ) {
    surface.fill(
      Area(
        column: area.column, row: area.row, width: 1, height: area.height),
      with: "│", style: look.palette[.frame])
    let width = min(area.width - 3, DeskLayout.maximumTextWidth)
    let lines = lines(of: room, look, width: width, height: area.height - 2)
    for (number, line) in lines.enumerated() {
      surface.write(
        line.text,
        at: Position(column: area.column + 2, row: area.row + 1 + number),
        style: look.palette[line.role], width: width)
    }
  }

  static func lines(
    of room: DeskRoom, _ look: Look, width: Int, height: Int
  ) -> [TextLine] {
    let words = look.words
    let desk = room.desk
    var lines = [TextLine(text: words.dayHeading, role: .listHeading)]
    lines += [
      words.dayCounts(desk.today),
      words.inDataFile(room.savedCount, named: desk.folder.ownDataFileName),
    ]
    .flatMap { $0.wrapped(to: width) }
    .map { TextLine(text: $0) }
    lines.append(TextLine(text: ""))

    let items = desk.borrower.map { desk.today.items(of: $0) } ?? []
    lines.append(
      TextLine(
        text: words.readerHeading(desk.borrower).shortened(to: width),
        role: .listHeading))
    lines.append(
      TextLine(
        text: items.isEmpty ? words.noneYet : words.items(items.count)))
    // The newest of them, which may have to be looked at.
    let limit = max((height - lines.count) / 2, 1)
    let hiddenCount = items.count > limit ? items.count - limit + 1 : 0
    if hiddenCount > 0 {
      lines.append(TextLine(text: words.more(hiddenCount)))
    }
    for entry in items.dropFirst(hiddenCount) {
      let time = words.listTime(entry.transaction.recorded, today: look.now)
      let gap = String(repeating: " ", count: max(14 - time.count, 2))
      let text = time + gap + entry.transaction.item.text
      lines.append(TextLine(text: text.shortened(to: width)))
    }

    lines += [
      TextLine(text: ""),
      TextLine(text: words.messagesHeading, role: .listHeading),
    ]
    let messages = look.messageLines(
      width: width, most: height - lines.count)
    lines +=
      messages.isEmpty ? [TextLine(text: words.noneYet)] : messages
    return Array(lines.prefix(height))
  }
}
