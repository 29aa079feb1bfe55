import Terminal

/// A question over the desk: how to close when something is not saved, or what
/// to do with a batch.
///
/// Only function keys, Esc and the mouse answer it: a scanner types none.
struct Question {
  /// An answer with its key.
  struct Answer {
    let act: Act
    let key: String
    let text: String
    let area: Area
  }

  let area: Area
  let answers: [Answer]
  let context: Command.Context
  private let station: Station
  private let title: String
  let lines: [String]
  private static let keyWidth = 6

  private init(
    _ station: Station, _ title: String, _ text: String,
    _ shown: [(Act, String)], in context: Command.Context
  ) {
    self.station = station
    self.title = title
    self.context = context
    let words = station.words
    let width = min(station.size.columns - 6, 62)
    lines = Notice.wrap(text, width: width - 6)
    let height = lines.count + shown.count + 5
    let area = Area(
      column: (station.size.columns - width) / 2,
      row: max((station.size.rows - height) / 2 - 1, 0), width: width,
      height: height)
    self.area = area
    let firstRow = area.row + lines.count + 3
    answers = shown.enumerated().map { number, choice in
      let key =
        Command.keys(of: choice.0, in: context).first
        .map(words.name(of:)) ?? ""
      return Answer(
        act: choice.0, key: key, text: choice.1,
        area: Area(
          column: area.column + 3, row: firstRow + number,
          width: Self.keyWidth + choice.1.count))
    }
  }

  /// How to close when something is not saved.
  static func closing(_ station: Station) -> Question {
    let words = station.words
    let desk = station.desk
    // What waits for a card can't be saved.
    var answers: [(Act, String)] =
      station.held.isEmpty ? [(.saveAndClose, words.saveAndClose)] : []
    answers += [
      station.losesSomething
        ? (.loseAndClose, words.loseAndClose)
        : (.keepAndClose, words.keepAndClose),
      (.goBack, words.goBack),
    ]
    return Question(
      station, words.closeTitle,
      words.closeQuestion(
        unsaved: desk.unsaved.count, waiting: desk.waiting.count,
        heldItem: station.unrecordedItem,
        isRecordable: station.canRecordItem,
        awaitingCard: station.held.map(\.scan.number)), answers,
      in: .closing)
  }

  /// Whether to record a batch.
  static func batch(_ batch: Batch, _ station: Station) -> Question {
    let words = station.words
    return Question(
      station, words.batchTitle, batch.question(at: station),
      [(.recordBatch, words.recordBatch), (.dropBatch, words.dropBatch)],
      in: .batch)
  }

  /// Whether the act is one of the answers.
  func offers(_ act: Act) -> Bool {
    act == .redraw || answers.contains { $0.act == act }
  }

  func draw(_ palette: Palette) -> Surface {
    var surface = DeskView.draw(station, palette)
    let style = palette[.question]
    surface.fill(area, style: style)
    surface.drawFrame(
      area, style: style, title: title, titleStyle: palette[.questionTitle])
    surface.cursor = Position(column: area.column + 3, row: area.row + 2)
    for (number, line) in lines.enumerated() {
      surface.write(
        line, at: Position(column: area.column + 3, row: area.row + 2 + number),
        style: style)
    }
    for answer in answers {
      let place = Position(column: answer.area.column, row: answer.area.row)
      surface.write(answer.key, at: place, style: palette[.questionKey])
      surface.write(
        answer.text,
        at: Position(column: place.column + Self.keyWidth, row: place.row),
        style: style)
    }
    return surface
  }
}

extension Station {
  /// The question that is asked now.
  var question: Question? {
    switch page {
    case .closing: .closing(self)
    case .batch(let batch): .batch(batch, self)
    case .leaf, .find, .amend, .reader, nil: nil
    }
  }
}
