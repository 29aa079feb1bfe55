import Terminal

/// The question that Close asks when something is not saved.
///
/// Only function keys, Esc and the mouse answer it: a scanner types none.
struct CloseQuestion {
  /// An answer with its key.
  struct Answer {
    let act: Act
    let text: String
    let area: Area
  }

  let area: Area
  let answers: [Answer]
  private let station: Station
  private let lines: [String]

  init(_ station: Station) {
    self.station = station
    let words = station.words
    let desk = station.desk
    let width = min(station.size.columns - 6, 62)
    lines = Notice.wrap(
      words.closeQuestion(
        unsaved: desk.unsaved.count, waiting: desk.waiting.count,
        heldItem: station.unrecordedItem), width: width - 6)
    let losesSomething =
      !desk.waiting.isEmpty || station.unrecordedItem != nil
    let shown: [(Act, String)] = [
      (.saveAndClose, words.saveAndClose),
      losesSomething
        ? (.loseAndClose, words.loseAndClose)
        : (.keepAndClose, words.keepAndClose),
      (.goBack, words.goBack),
    ]
    let height = lines.count + shown.count + 5
    let area = Area(
      column: (station.size.columns - width) / 2,
      row: max((station.size.rows - height) / 2 - 1, 0), width: width,
      height: height)
    self.area = area
    let firstRow = area.row + lines.count + 3
    answers = shown.enumerated().map { number, choice in
      let key =
        Command.keys(of: choice.0, in: .closing).first
        .map(words.name(of:)) ?? ""
      let padding = String(repeating: " ", count: max(6 - key.count, 1))
      let text = key + padding + choice.1
      return Answer(
        act: choice.0, text: text,
        area: Area(
          column: area.column + 3, row: firstRow + number, width: text.count))
    }
  }

  /// Whether the act is one of the answers.
  func offers(_ act: Act) -> Bool {
    [.redraw, .suspend].contains(act) || answers.contains { $0.act == act }
  }

  func draw(_ palette: Palette) -> Surface {
    var surface = DeskView.draw(station, palette)
    surface.cursor = nil
    let style = palette[.question]
    surface.fill(area, style: style)
    surface.drawFrame(
      area, style: style, title: station.words.closeTitle,
      titleStyle: style.bold)
    for (number, line) in lines.enumerated() {
      surface.write(
        line, at: Position(column: area.column + 3, row: area.row + 2 + number),
        style: style)
    }
    for answer in answers {
      surface.write(
        answer.text,
        at: Position(column: answer.area.column, row: answer.area.row),
        style: style.bold)
    }
    return surface
  }
}
