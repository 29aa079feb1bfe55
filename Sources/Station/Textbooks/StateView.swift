import Catalogue
import Circulation
import Terminal
import Textbooks
import Typesetting

/// The state of the chosen copy: what it was at the start, and the scale on
/// which Left and Right move it.
struct StateView {
  let copy: ReturnedCopy
  let scale: StatusScale
  let look: Look

  private var words: any StationWords { look.words }

  /// Draws the copy, if there is a row for it, and the scale.
  func draw(in area: Area, on surface: inout Surface) {
    let last = area.row + area.height - 1
    if area.height > 1 {
      surface.write(
        about.shortened(to: area.width),
        at: Position(column: area.column, row: area.row),
        style: look.palette[.label])
    }
    drawScale(
      Area(column: area.column, row: last, width: area.width), on: &surface)
  }

  private var about: String {
    let start = copy.start.flatMap { scale[$0] }.map(words.numbered)
    return [
      copy.number.text, copy.item?.title?.printable.shortened(to: 40),
      words.stateAtStart(start),
    ].compactMap(\.self).joined(separator: "  ")
  }

  private var fine: String? {
    copy.fine.flatMap { fine in
      guard let amount = fine.amount else { return words.fineToDecide }
      return amount > .zero ? words.fineAside(words.amount(amount)) : nil
    }
  }

  /// Draws all states with their labels, or only the label of the state where
  /// these take too much room.
  private func drawScale(_ area: Area, on surface: inout Surface) {
    let states = scale.statuses.filter { $0.grade != nil }
    let room = area.width - (fine.map { $0.count + 2 } ?? 0)
    let whole = states.map(words.numbered)
    let short = states.map {
      $0.id == copy.state ? words.numbered($0) : String($0.id)
    }
    let width = whole.reduce(0) { $0 + $1.count + 3 }
    let labels = width <= room ? whole : short
    var column = area.column
    for (status, label) in zip(states, labels) {
      let isChosen = status.id == copy.state
      let text = isChosen ? "[\(label)]" : " \(label) "
      surface.write(
        text, at: Position(column: column, row: area.row),
        style: look.palette[isChosen ? .selectedLine : .label],
        width: max(area.column + room - column, 0))
      column += text.count + 1
    }
    if let fine {
      surface.write(
        fine,
        at: Position(
          column: area.column + area.width - fine.count, row: area.row),
        style: look.palette[.title])
    }
  }
}

extension StationWords {
  /// Returns a state with its number: `3 slightly damaged`.
  func numbered(_ status: CopyStatus) -> String {
    "\(status.id) \(label(of: status))"
  }
}

extension ReturnedCopy {
  /// The states before and after, behind the name of the operation; empty if
  /// nothing is known.
  var change: String {
    guard let state else { return "" }
    return noted == nil || noted == start
      ? " \(state)" : " \(start.map(String.init) ?? "?")→\(state)"
  }
}
