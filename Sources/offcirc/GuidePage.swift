import Offload

/// A guide laid out as plain text for a terminal.
struct GuidePage {
  private let blocks: [Markdown]

  /// Reads a guide.
  init(_ markdown: String) {
    blocks = Markdown.blocks(of: markdown)
  }

  /// The first heading.
  var title: String {
    for case .heading(_, let text) in blocks { return text }
    return ""
  }

  /// The page in lines of at most so many columns, but for code and for words
  /// that are longer.
  func text(columns: Int) -> String {
    blocks.map { Self.lines(of: $0, columns).joined(separator: "\n") + "\n" }
      .joined(separator: "\n")
  }

  private static func lines(of block: Markdown, _ columns: Int) -> [String] {
    switch block {
    case .heading(let level, let text):
      let rule = String(
        repeating: level == 1 ? "=" : "-", count: min(text.count, columns))
      return wrap(text, columns) + (level < 3 ? [rule] : [])
    case .paragraph(let text):
      return wrap(text, columns)
    case .points(let points):
      return points.flatMap { item($0, mark: "  - ", columns) }
    case .steps(let steps):
      return zip(1..., steps).flatMap { number, step in
        item(step, mark: " \(number). ", columns)
      }
    case .table(let head, let rows):
      return GuideTable(head: head, rows: rows).lines(columns: columns)
    case .code(let lines):
      return lines.map { "    " + $0 }
    }
  }

  private static func wrap(_ text: String, _ columns: Int) -> [String] {
    Document.wrap(text, first: "", rest: "", width: columns)
  }

  private static func item(
    _ text: String, mark: String, _ columns: Int
  ) -> [String] {
    Document.wrap(
      text, first: mark, rest: String(repeating: " ", count: mark.count),
      width: columns)
  }
}
