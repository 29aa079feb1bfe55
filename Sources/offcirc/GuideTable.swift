import Offload
import Typesetting

/// A table of a guide, which has to fit into narrow terminals too.
struct GuideTable {
  let head: [String]
  let rows: [[String]]

  /// The fewest characters of a wrapped column: a narrower one is hard to read.
  private static let minimumWidth = 24
  private static let gap = "  "

  /// The table in columns, with long cells wrapped; or, if there is no room for
  /// that, the cells of a row below each other.
  func lines(columns: Int) -> [String] {
    guard let widths = widths(columns: columns) else {
      return stackedLines(columns: columns)
    }
    let rule = widths.map { String(repeating: "-", count: $0) }
    return ([head, rule] + rows).flatMap { row in
      Self.lines(of: row, widths)
    }
  }

  /// The widths of the columns; nil if one would be too narrow.
  private func widths(columns: Int) -> [Int]? {
    let cells = head.indices.map { column in
      ([head] + rows).map { $0[column] }
    }
    let minimums = cells.map { cells in
      cells.flatMap { $0.split(separator: " ") }.map(\.count)
        .reduce(Self.minimumWidth, max)
    }
    let gaps = Self.gap.count * (head.count - 1)
    var widths = cells.map { $0.map(\.count).max() ?? 0 }
    while widths.reduce(gaps, +) > columns {
      // The widest is wrapped first.
      guard
        let column = widths.indices.filter({ widths[$0] > minimums[$0] })
          .max(by: { widths[$0] < widths[$1] })
      else { return nil }
      widths[column] -= 1
    }
    return widths
  }

  private static func lines(of row: [String], _ widths: [Int]) -> [String] {
    let cells = zip(row, widths).map { cell, width in
      Document.wrap(cell, first: "", rest: "", width: width)
    }
    let height = cells.map(\.count).max() ?? 0
    return (0..<height).map { line in
      var text = zip(cells, widths).map { cell, width in
        (line < cell.count ? cell[line] : "").padded(to: width)
      }.joined(separator: gap)
      while text.last == " " { text.removeLast() }
      return text
    }
  }

  private func stackedLines(columns: Int) -> [String] {
    let labels = head.dropFirst()
    let width = labels.map(\.count).max() ?? 0
    let indent = String(repeating: " ", count: width + 4)
    let parts = rows.map { row in
      [row[0]]
        + zip(labels, row.dropFirst()).filter { !$1.isEmpty }.flatMap {
          Document.wrap(
            $1, first: "  " + $0.padded(to: width) + Self.gap, rest: indent,
            width: columns)
        }
    }
    return Array(parts.joined(separator: [""]))
  }
}
