import Terminal

/// A page to be read, over the desk: Help, or After the outage.
enum LeafView {
  static func draw(
    _ leaf: Station.Leaf, from first: Int, _ station: Station,
    _ palette: Palette
  ) -> Surface {
    var surface = Surface(size: station.size, style: palette[.ground])
    let words = station.words
    surface.cursor = Position(column: 2, row: 1)
    let isReturning = station.desk.operation == .return
    surface.drawFrame(
      Area(
        column: 0, row: 0, width: station.size.columns,
        height: station.size.rows),
      style: palette[.frame],
      title: "\(words.title) – \(words.title(of: leaf))",
      titleStyle: palette[isReturning ? .returnTitle : .title],
      isDouble: isReturning)
    let lines = lines(of: leaf, in: station).dropFirst(first)
    let height = height(in: station)
    let step = textWidth(of: leaf, in: station) + gap
    for (number, line) in lines.prefix(lineCount(of: leaf, in: station))
      .enumerated()
    {
      surface.write(
        line.text,
        at: Position(
          column: 2 + number / height * step, row: number % height + 1),
        style: palette[line.role], width: step - gap)
    }
    let foot = foot(in: station)
    surface.write(
      words.leafFoot, at: Position(column: foot.column, row: foot.row),
      style: palette[.listHead], width: foot.width)
    DeskView.drawStatus(station, palette, on: &surface)
    return surface
  }

  /// Where the page says how to leave it, and does so on a click.
  static func foot(in station: Station) -> Area {
    Area(
      column: 2, row: station.layout.noticeRow - 1,
      width: station.size.columns - 4)
  }

  /// The number of lines that the page shows at once.
  static func lineCount(of leaf: Station.Leaf, in station: Station) -> Int {
    height(in: station) * columnCount(of: leaf, in: station)
  }

  /// Help is set in two columns where there is room.
  private static func columnCount(
    of leaf: Station.Leaf, in station: Station
  ) -> Int {
    leaf == .help && station.size.columns >= 126 ? 2 : 1
  }

  private static let gap = 4

  private static func height(in station: Station) -> Int {
    max(station.layout.noticeRow - 2, 1)
  }

  /// The line that the page begins with when its end is seen.
  static func lastFirstLine(
    of leaf: Station.Leaf, in station: Station
  ) -> Int {
    max(
      lines(of: leaf, in: station).count - lineCount(of: leaf, in: station), 0)
  }

  /// A line of a page.
  struct Line: Hashable {
    let text: String
    var role = Palette.Role.label
  }

  /// The width of the text of a page.
  static func textWidth(of leaf: Station.Leaf, in station: Station) -> Int {
    let count = columnCount(of: leaf, in: station)
    return min(
      (station.size.columns - 4 - (count - 1) * gap) / count,
      DeskLayout.widestText)
  }

  private static func lines(
    of leaf: Station.Leaf, in station: Station
  ) -> [Line] {
    switch leaf {
    case .help: HelpView.lines(in: station)
    case .afterOutage: AfterOutageView.lines(in: station)
    }
  }
}
