import Catalogue
import Circulation
import Sharing
import Terminal

/// The notice, and the counts in the lower edge of the frame: what every page
/// over the desk shows too.
enum StatusView {
  static func draw(_ look: Look, on surface: inout Surface) {
    drawNotice(look, on: &surface)
    drawCounts(look, on: &surface)
  }

  static func drawNotice(_ look: Look, on surface: inout Surface) {
    let layout = look.layout
    for (number, text) in layout.noticeLines.enumerated() {
      surface.drawMessage(
        text, look.notice.kind, row: layout.noticeRow + number,
        width: layout.columnCount - 4, look.palette)
    }
  }

  /// Draws the numbers of unsaved and of saved transactions, and those of the
  /// day, as far as there is room.
  static func drawCounts(_ look: Look, on surface: inout Surface) {
    guard let status = look.status else { return }
    let words = look.words
    let waiting = status.waitingCount
    let count =
      (waiting > 0 ? words.waiting(waiting) + "   " : "")
      + words.unsaved(status.unsavedCount)
    let sharing = status.sharing.map { "   " + words.shared($0) } ?? ""
    let day = words.dayCounts(status.today)
    let file = words.inDataFile(status.savedCount, named: status.fileName)
    let room = look.size.columns - 6
    let unsaved = count + (count.count + sharing.count <= room ? sharing : "")
    let today = "\(words.label(words.dayHeading)) \(day)"
    let lists = look.lists?.oldestDay.map(words.listsOf)
    let ranked =
      lists.map {
        [[unsaved, file, today, $0], [unsaved, file, $0], [unsaved, $0]]
      } ?? [[unsaved, file, today], [unsaved, today], [unsaved, day]]
    let texts = (ranked + [[unsaved]]).map { $0.joined(separator: "   ") }
    surface.write(
      " \(texts.first { $0.count <= room } ?? unsaved) ",
      at: Position(column: 2, row: look.size.rows - 1),
      style: look.palette[.title])
  }
}

extension Surface {
  /// Draws a line of a notice or a warning.
  mutating func drawMessage(
    _ text: String, _ kind: Notice.Kind, row: Int, width: Int,
    _ palette: Palette
  ) {
    let style = palette[kind.role]
    if kind == .refusal {
      fill(
        Area(column: 1, row: row, width: width + 2),
        style: palette[.refusalEdge])
      fill(Area(column: 2, row: row, width: width), style: style)
    }
    write(text, at: Position(column: 2, row: row), style: style)
  }
}
