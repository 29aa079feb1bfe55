import Terminal

/// A page to be read, over the desk: Help, or After the outage.
enum LeafView {
  static func draw(
    _ leaf: Station.Leaf, from first: Int, _ station: Station,
    _ palette: Palette
  ) -> Surface {
    var surface = Surface(size: station.size, style: palette[.ground])
    let words = station.words
    surface.drawFrame(
      Area(
        column: 0, row: 0, width: station.size.columns,
        height: station.size.rows),
      style: palette[.frame],
      title: "\(words.title) – \(words.title(of: leaf))",
      titleStyle: palette[.title])
    let lines = lines(of: leaf, in: station)
    for (row, line) in lines.dropFirst(first).prefix(lineCount(in: station))
      .enumerated()
    {
      surface.write(
        line, at: Position(column: 2, row: row + 1), style: palette[.label],
        width: station.size.columns - 4)
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
  static func lineCount(in station: Station) -> Int {
    max(station.layout.noticeRow - 2, 1)
  }

  /// The line that the page begins with when its end is seen.
  static func lastFirstLine(
    of leaf: Station.Leaf, in station: Station
  ) -> Int {
    max(lines(of: leaf, in: station).count - lineCount(in: station), 0)
  }

  private static func lines(
    of leaf: Station.Leaf, in station: Station
  ) -> [String] {
    switch leaf {
    case .help: HelpView.lines(in: station)
    case .afterOutage: AfterOutageView.lines(in: station)
    }
  }
}
