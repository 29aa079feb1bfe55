import Terminal
import Typesetting

/// The picture of a question, over the desk.
struct QuestionView {
  /// An answer with its key.
  struct Answer {
    let action: Action
    let key: String
    let text: String
    let area: Area
  }

  let area: Area
  let lines: [String]
  let answers: [Answer]
  private let title: String
  private let palette: Palette
  private static let keyWidth = 6

  init(
    _ content: QuestionContent, in contexts: [KeyContext], _ look: Look
  ) {
    title = content.title
    palette = look.palette
    let size = look.size
    let width = min(size.columns - 6, 62)
    lines = content.text.wrapped(to: width - 6)
    let height = lines.count + content.answers.count + 5
    let area = Area(
      column: (size.columns - width) / 2,
      row: max((size.rows - height) / 2 - 1, 0), width: width, height: height)
    self.area = area
    let firstRow = area.row + lines.count + 3
    answers = content.answers.enumerated().map { number, answer in
      let key = contexts.lazy.flatMap {
        KeyBinding.keys(of: answer.action, in: $0)
      }
      .first
      return Answer(
        action: answer.action, key: key.map(look.words.name(of:)) ?? "",
        text: answer.text,
        area: Area(
          column: area.column + 3, row: firstRow + number,
          width: Self.keyWidth + answer.text.count))
    }
  }

  func draw(on surface: inout Surface) {
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
      let position = Position(column: answer.area.column, row: answer.area.row)
      surface.write(answer.key, at: position, style: palette[.questionKey])
      surface.write(
        answer.text,
        at: Position(
          column: position.column + Self.keyWidth, row: position.row),
        style: style)
    }
  }
}
