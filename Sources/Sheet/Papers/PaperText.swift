import Typesetting

extension Paper {
  /// The columns of a paper as text.
  private static let width = 80

  /// The paper as plain text.
  package var text: String {
    var lines = [title, String(repeating: "=", count: title.count)]
    lines += subject + [number].compactMap(\.self)
    for block in blocks { lines += [""] + Self.lines(of: block) }
    return lines.map { $0 + "\n" }.joined()
  }

  private static func lines(of block: Block) -> [String] {
    switch block {
    case .heading(let text):
      [text, String(repeating: "-", count: text.count)]
    case .paragraph(let text): text.wrapped(to: width)
    case .table(let table): table.lines(width: width)
    case .lines(let names):
      names.map { $0 + " " + String(repeating: "_", count: 30) }
    }
  }
}

extension PaperTable {
  /// The width of a column whose cells may be cut, as text.
  private static let widthToCut = 20

  /// Returns the table as lines of plain text.
  fileprivate func lines(width: Int) -> [String] {
    var widths = columns.indices.map { index in
      let width = texts(in: index).map(\.columnCount).max() ?? 0
      return columns[index].fit == .cut ? min(width, Self.widthToCut) : width
    }
    if let wide = columns.firstIndex(where: \.isWide) {
      let others = widths.reduce(2 * (widths.count - 1), +) - widths[wide]
      widths[wide] = min(
        widths[wide], max(width - others, Self.widthToCut))
    }
    let rule = widths.map { String(repeating: "-", count: $0) }
    return [Self.line(columns.map(\.head), widths), Self.line(rule, widths)]
      + rows.flatMap { row in
        lines(of: row) { text, column in
          text.shortened(to: widths[column])
        } wrap: { text, column in
          text.wrapped(to: widths[column])
        }.map { Self.line($0, widths) }
          + (row.note.map {
            $0.wrapped(to: width, first: "    ", rest: "    ")
          } ?? [])
      }
  }

  private static func line(_ cells: [String], _ widths: [Int]) -> String {
    zip(cells, widths).map { $0.padded(to: $1) }.joined(separator: "  ")
      .trimmedAtEnd
  }
}
