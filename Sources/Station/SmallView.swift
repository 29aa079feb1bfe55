import Terminal

/// What a screen too small for the window shows: how large it must be.
enum SmallView {
  static func draw(_ station: Station, _ palette: Palette) -> Surface {
    var surface = Surface(size: station.size, style: palette[.ground])
    let text = station.words.tooSmall(
      station.size, least: Station.leastSize)
    for (row, line) in Notice.wrap(text, width: max(station.size.columns, 1))
      .enumerated()
    {
      surface.write(
        line, at: Position(column: 0, row: row), style: palette[.label])
    }
    return surface
  }
}
