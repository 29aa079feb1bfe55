import Circulation
import Terminal

/// What stands beside the desk in a wide window: the day, this reader's items,
/// and what was refused or remarked last.
enum PanelView {
  static func draw(
    _ station: Station, _ palette: Palette, in area: Area,
    on surface: inout Surface
  ) {
    surface.fill(
      Area(
        column: area.column, row: area.row, width: 1, height: area.height),
      with: "│", style: palette[.frame])
    let width = min(area.width - 3, DeskLayout.widestText)
    let lines = lines(in: station, width: width, height: area.height - 2)
    for (number, line) in lines.enumerated() {
      surface.write(
        line.text,
        at: Position(column: area.column + 2, row: area.row + 1 + number),
        style: palette[line.role], width: width)
    }
  }

  static func lines(
    in station: Station, width: Int, height: Int
  ) -> [LeafView.Line] {
    let words = station.words
    let desk = station.desk
    var lines = [LeafView.Line(text: words.dayHead, role: .listHead)]
    lines += [
      words.dayCounts(desk.today), words.inDataFile(station.savedCount),
    ]
    .flatMap { Notice.wrap($0, width: width) }
    .map { LeafView.Line(text: $0) }
    lines.append(LeafView.Line(text: ""))

    let items = desk.borrower.map { desk.today.items(of: $0) } ?? []
    lines.append(
      LeafView.Line(
        text: words.readerHead(desk.borrower).shortened(to: width),
        role: .listHead))
    lines.append(
      LeafView.Line(
        text: items.isEmpty ? words.noneYet : words.items(items.count)))
    // The newest of them, which may have to be looked at.
    let room = max((height - lines.count) / 2, 1)
    let hiddenCount = items.count > room ? items.count - room + 1 : 0
    if hiddenCount > 0 {
      lines.append(LeafView.Line(text: words.more(hiddenCount)))
    }
    let now = desk.clock.now()
    for entry in items.dropFirst(hiddenCount) {
      let time = words.listTime(entry.transaction.recorded, today: now)
      let gap = String(repeating: " ", count: max(14 - time.count, 2))
      let text = time + gap + entry.transaction.item.text
      lines.append(LeafView.Line(text: text.shortened(to: width)))
    }

    lines += [
      LeafView.Line(text: ""),
      LeafView.Line(text: words.messagesHead, role: .listHead),
    ]
    let messages = station.messageLines(
      width: width, most: height - lines.count)
    lines +=
      messages.isEmpty ? [LeafView.Line(text: words.noneYet)] : messages
    return Array(lines.prefix(height))
  }
}

extension Station {
  /// What was refused or remarked last, the newest first, in so many lines at
  /// most.
  func messageLines(width: Int, most: Int = .max) -> [LeafView.Line] {
    let now = desk.clock.now()
    var lines: [LeafView.Line] = []
    for entry in refusalLog.entries where lines.count < most {
      let time = words.listTime(entry.time, today: now)
      lines += Notice.wrap(
        "\(time) \(entry.text)", width: width, most: most - lines.count
      ).map { LeafView.Line(text: $0) }
    }
    return lines
  }
}
