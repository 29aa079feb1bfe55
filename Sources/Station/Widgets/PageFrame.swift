import Circulation
import Terminal

extension Surface {
  /// Begins a page over the desk: its ground, and its frame with a title.
  mutating func drawPageFrame(_ title: String, _ look: Look) {
    let mark = look.isExercise ? [look.words.exercise] : []
    drawFrame(
      Area(
        column: 0, row: 0, width: look.size.columns, height: look.size.rows),
      style: look.palette[.frame],
      title: ([look.words.title] + mark + [title]).joined(separator: " – "),
      titleStyle: look.palette[look.isReturning ? .returnTitle : .title],
      isDouble: look.isReturning)
  }

  /// Covers all that is there with one style.
  mutating func clear(_ style: Style) {
    self = Surface(size: size, style: style)
  }
}
