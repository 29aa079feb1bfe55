import Circulation
import Terminal

/// The Help page: what to do, then every key, from the one table of keys.
enum HelpView {
  static func draw(_ station: Station, _ palette: Palette) -> Surface {
    var surface = Surface(size: station.size, style: palette[.ground])
    let words = station.words
    surface.drawFrame(
      Area(
        column: 0, row: 0, width: station.size.columns,
        height: station.size.rows),
      style: palette[.frame], title: "\(words.title) – \(words.helpTitle)",
      titleStyle: palette[.title])
    guard case .help(let first) = station.page else { return surface }
    let lines = lines(in: station)
    for (row, line) in lines.dropFirst(first).prefix(lineCount(in: station))
      .enumerated()
    {
      surface.write(
        line, at: Position(column: 2, row: row + 1), style: palette[.label],
        width: station.size.columns - 4)
    }
    let foot = foot(in: station)
    surface.write(
      words.helpFoot, at: Position(column: foot.column, row: foot.row),
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
  static func lastFirstLine(in station: Station) -> Int {
    max(lines(in: station).count - lineCount(in: station), 0)
  }

  private static func lines(in station: Station) -> [String] {
    let words = station.words
    let width = station.size.columns - 4
    var lines = words.help(folder: station.desk.folder).flatMap {
      Notice.wrap($0, width: width)
    }
    for context in Command.Context.allCases where context != .help {
      lines += ["", words.name(of: context)]
      var rows = Command.table.filter { $0.context == context }.map {
        command in
        (
          command.keys.map(words.name(of:)).joined(separator: ", "),
          words.explanation(of: command.act)
        )
      }
      if context == .desk { rows.append(("Alt", words.altKeys)) }
      for (keys, explanation) in rows {
        let padding = String(repeating: " ", count: max(22 - keys.count, 1))
        lines += Notice.wrap(explanation, width: width - 24).enumerated().map {
          number, part in
          number == 0
            ? "  \(keys)\(padding)\(part)"
            : String(repeating: " ", count: 24) + part
        }
      }
    }
    return lines
  }
}
