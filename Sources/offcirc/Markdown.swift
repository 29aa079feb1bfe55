/// A block of the part of Markdown that the guides are written in.
///
/// A paragraph, an item and a row are a line each.
enum Markdown: Hashable {
  case heading(level: Int, String)
  case paragraph(String)
  case points([String])
  case steps([String])
  case table(head: [String], rows: [[String]])
  case code([String])

  /// Reads the blocks of a text, without the marks within their lines.
  static func blocks(of text: String) -> [Markdown] {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)[
      ...]
    var blocks: [Markdown] = []
    while let line = lines.first {
      if line.isEmpty {
        lines.removeFirst()
      } else {
        blocks.append(block(beginningWith: line, of: &lines))
      }
    }
    return blocks
  }

  private static func block(
    beginningWith line: Substring, of lines: inout ArraySlice<Substring>
  ) -> Markdown {
    if line.hasPrefix("```") {
      lines.removeFirst()
      let code = lines.prefix { $0 != "```" }
      lines = lines.dropFirst(code.count + 1)
      return .code(code.map(String.init))
    }
    if line.hasPrefix("#") {
      lines.removeFirst()
      let level = line.prefix { $0 == "#" }.count
      return .heading(level: level, line.dropFirst(level + 1).plain)
    }
    if line.hasPrefix("- ") {
      return .points(lines.removePrefix { $0.item(after: #/- /#) })
    }
    if line.item(after: #/\d+\. /#) != nil {
      return .steps(lines.removePrefix { $0.item(after: #/\d+\. /#) })
    }
    if line.hasPrefix("|") {
      var rows = lines.removePrefix { $0.cells }
      let head = rows.removeFirst()
      return .table(head: head, rows: Array(rows.dropFirst()))
    }
    lines.removeFirst()
    return .paragraph(line.plain)
  }
}

extension ArraySlice<Substring> {
  /// Removes the first lines, as long as each of them gives a value.
  fileprivate mutating func removePrefix<Value>(
    _ value: (Substring) -> Value?
  ) -> [Value] {
    var values: [Value] = []
    while let line = first, let next = value(line) {
      values.append(next)
      removeFirst()
    }
    return values
  }
}

extension Substring {
  /// The text without the marks of code and of emphasis.
  fileprivate var plain: String {
    split(separator: "`", omittingEmptySubsequences: false).enumerated()
      // Every other part stands between two marks of code, and stays on a line.
      .map { number, part in
        number % 2 == 1
          ? part.replacing(" ", with: "\u{a0}")
          : part.replacing("**", with: "")
      }
      .joined()
  }

  /// The text of an item of a list; nil if the line is not one.
  fileprivate func item(after mark: some RegexComponent) -> String? {
    prefixMatch(of: mark).map { self[$0.range.upperBound...].plain }
  }

  /// The cells of a row of a table; nil if the line is not one.
  fileprivate var cells: [String]? {
    guard hasPrefix("|"), hasSuffix("|") else { return nil }
    return dropFirst().dropLast()
      .split(separator: "|", omittingEmptySubsequences: false)
      .map { cell in
        var text = cell.plain[...]
        while text.first == " " { text.removeFirst() }
        while text.last == " " { text.removeLast() }
        return String(text)
      }
  }
}
