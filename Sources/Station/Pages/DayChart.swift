import Circulation
import Offload
import Typesetting

/// A day as a table with a row of blocks for each of its busy hours.
struct DayChart {
  private let tally: DayTally
  private let refusals: [Int]

  private static let loanBlock: Character = "█"
  private static let returnBlock: Character = "░"
  private static let columnWidth = 9

  /// A chart of a tally, and of the numbers of refused scans in each hour.
  init(_ tally: DayTally, refusals: [Int]) {
    self.tally = tally
    self.refusals = refusals
  }

  /// From the first hour in which there was something to the last one.
  private var hours: Range<Int> {
    let busy = tally.hours.indices.filter { hour in
      !tally.hours[hour].isEmpty || refusals[hour] > 0
    }
    guard let first = busy.first, let last = busy.last else { return 0..<0 }
    return first..<last + 1
  }

  func lines(_ words: any StationWords, width: Int) -> [TextLine] {
    guard !hours.isEmpty else { return [TextLine(text: words.noneYet)] }
    let headings = words.dayColumns
    let heading = row(headings[0], Array(headings.dropFirst()))
    let room = max(width - heading.count - 2, 1)
    let most = hours.map { count(in: $0) }.max() ?? 1
    var lines = [TextLine(text: heading, role: .listHeading)]
    for hour in hours {
      let at = tally.hours[hour]
      let numbers = row(
        "\(hour.twoDigits):00",
        [at.loanCount, at.returnCount, at.readerCount, refusals[hour]]
          .map(String.init))
      lines.append(
        TextLine(text: numbers + "  " + bar(at, room: room, most: most)))
    }
    lines.append(
      TextLine(
        text: row(
          words.wholeDay,
          [
            tally.loanCount, tally.returnCount, tally.readerCount,
            refusals.reduce(0, +),
          ].map(String.init)), role: .listHeading))
    let legend = words.dayLegend(
      loans: Self.loanBlock, returns: Self.returnBlock)
    return lines
      + ["", legend, words.dayNote].map { TextLine(text: $0) }
  }

  private func count(in hour: Int) -> Int {
    tally.hours[hour].loanCount + tally.hours[hour].returnCount
  }

  /// Returns blocks for an hour; the busiest one takes all the room there is,
  /// and whatever there was has at least one.
  private func bar(_ hour: DayTally.Hour, room: Int, most: Int) -> String {
    func length(_ count: Int) -> Int {
      // Two kinds that are rounded up stay within the room.
      count == 0 ? 0 : max(count * (room - 1) / max(most, 1), 1)
    }
    return String(repeating: Self.loanBlock, count: length(hour.loanCount))
      + String(repeating: Self.returnBlock, count: length(hour.returnCount))
  }

  private func row(_ first: String, _ cells: [String]) -> String {
    cells.reduce(first.padded(to: Self.columnWidth - 1)) { row, cell in
      row + String(repeating: " ", count: max(Self.columnWidth - cell.count, 1))
        + cell
    }
  }
}
