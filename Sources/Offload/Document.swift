import Typesetting

/// A page to be read or printed, such as a checklist, as plain text or HTML.
package struct Document: Hashable, Sendable {
  /// A part of a page.
  package enum Block: Hashable, Sendable {
    /// A heading.
    case heading(String)
    /// A paragraph of sentences.
    case paragraph(String)
    /// A numbered list of steps, each with a box to tick.
    case steps([String])
    /// A bulleted list.
    case points([String])
    /// A table; every row has as many fields as the header.
    case table(head: [String], rows: [[String]])
    /// A table, each row with a bar behind its fields.
    case chart(head: [String], rows: [Bar])
  }

  /// A row of a chart.
  package struct Bar: Hashable, Sendable {
    /// The fields, as many as in the header.
    package let cells: [String]
    /// The length of the bar, beside those of the others.
    package let size: Int

    /// Creates a row with its bar.
    package init(cells: [String], size: Int) {
      self.cells = cells
      self.size = size
    }
  }

  /// The title of the page.
  package var title: String
  /// The language code, such as `fr`.
  package var language: String
  /// The parts of the page, in order.
  package var blocks: [Block]

  /// Creates a page with a title; a list without points is left out.
  package init(title: String, language: String, blocks: [Block] = []) {
    self.title = title
    self.language = language
    self.blocks = blocks.filter { $0 != .points([]) }
  }
}

extension [Document.Bar] {
  /// The lengths of the bars, from 0 to 1.
  package var shares: [Double] {
    let largest = Swift.max(map(\.size).max() ?? 0, 1)
    return map { Double($0.size) / Double(largest) }
  }
}

// MARK: As text

extension Document {
  /// The columns of a page as text.
  package static let width = 80

  /// The page as plain text of 80 columns; longer words are not broken.
  package var text: String {
    var lines = Self.wrap(title, first: "", rest: "")
    lines.append(String(repeating: "=", count: min(title.count, Self.width)))
    for block in blocks {
      lines.append("")
      lines += Self.lines(of: block)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func lines(of block: Block) -> [String] {
    switch block {
    case .heading(let title):
      return wrap(title, first: "", rest: "") + [
        String(repeating: "-", count: min(title.count, width))
      ]
    case .paragraph(let text):
      return wrap(text, first: "", rest: "")
    case .steps(let steps):
      return zip(1..., steps).flatMap { number, step in
        wrap(
          step, first: "[ ] \(number). ".padded(to: 8),
          rest: String(repeating: " ", count: 8))
      }
    case .points(let points):
      return points.flatMap { wrap($0, first: "  - ", rest: "    ") }
    case .table(let head, let rows):
      return table(head, rows)
    case .chart(let head, let rows):
      return table(
        head + [""],
        zip(rows, rows.shares).map { row, share in
          let count = Int((20 * share).rounded(.up))
          return row.cells + [String(repeating: "#", count: count)]
        })
    }
  }

  /// Breaks a text into lines, which begin with what stands before the first,
  /// or before the rest.
  package static func wrap(
    _ text: String, first: String, rest: String, width: Int = width
  ) -> [String] {
    // A no-break space has done its work when the lines are wrapped.
    text.wrapped(to: width, first: first, rest: rest).map {
      // Few lines have any.
      $0.utf8.contains(0xc2) ? $0.replacing("\u{a0}", with: " ") : $0
    }
  }

  /// Returns a row of a table as a line of plain text.
  package static func line(_ fields: [String], widths: [Int]) -> String {
    // What nothing follows needs no padding.
    guard let last = fields.lastIndex(where: { !$0.isEmpty }) else { return "" }
    return
      (zip(fields, widths).prefix(last).map { $0.padded(to: $1) }
      + [fields[last]]).joined(separator: "  ").trimmedAtEnd
  }

  /// Returns a table as lines of plain text; only the last column wraps.
  package static func table(
    _ head: [String], _ rows: [[String]]
  ) -> [String] {
    let widths = head.indices.map { column in
      rows.reduce(head[column].columnCount) {
        max($0, $1[column].columnCount)
      }
    }
    let indent = widths.dropLast().reduce(0) { $0 + $1 + 2 }
    let rule = widths.enumerated().map { column, columnWidth in
      let isLast = column == widths.count - 1
      return String(
        repeating: "-",
        count: isLast ? min(columnWidth, max(width - indent, 20)) : columnWidth)
    }
    return ([head, rule] + rows).flatMap { fields in
      // The last column wraps below itself if it has at least 20 columns.
      guard indent + 20 <= width else { return [line(fields, widths: widths)] }
      let start = zip(fields, widths).dropLast()
        .map { $0.padded(to: $1) + "  " }.joined()
      return wrap(
        fields.last ?? "", first: start,
        rest: String(repeating: " ", count: indent)
      ).map(\.trimmedAtEnd)
    }
  }
}
