import Typesetting

extension Document {
  /// Reads a page that was written as plain text: its headings, paragraphs,
  /// steps and points.
  ///
  /// A table in it is read as paragraphs, line by line.
  package init(text: String, language: String) {
    var title = ""
    var blocks: [Block] = []
    for lines in text.split(separator: "\n", omittingEmptySubsequences: false)
      .split(whereSeparator: \.isEmpty).map({ Array($0) })
    {
      let isUnderlined = lines.count > 1
      if isUnderlined, lines.last?.isRule("=") == true, title.isEmpty {
        title = lines.dropLast().joined(separator: " ")
      } else if isUnderlined, lines.last?.isRule("-") == true {
        blocks.append(.heading(lines.dropLast().joined(separator: " ")))
      } else if let steps = Self.items(of: lines, at: \.stepStart) {
        blocks.append(.steps(steps))
      } else if let points = Self.items(of: lines, at: \.pointStart) {
        blocks.append(.points(points))
      } else if lines.count > 1, lines[1].isRuleOfTable {
        blocks += lines.map { .paragraph(String($0)) }
      } else {
        blocks.append(.paragraph(lines.joined(separator: " ")))
      }
    }
    self.init(title: title, language: language, blocks: blocks)
  }

  /// Returns the items of a list, each with its further lines; nil if the lines
  /// are none.
  private static func items(
    of lines: [Substring], at start: (Substring) -> Substring.Index?
  ) -> [String]? {
    var items: [String] = []
    for line in lines {
      if let begin = start(line) {
        items.append(String(line[begin...]))
      } else if let last = items.popLast() {
        items.append(last + " " + line.drop { $0 == " " })
      } else {
        return nil
      }
    }
    return items
  }
}

extension Substring {
  /// The place after the box and the number of a step; nil if it has none.
  fileprivate var stepStart: Index? {
    prefixMatch(of: /\[ \] [0-9]+\. +/)?.range.upperBound
  }

  /// The place after the sign of a point; nil if it has none.
  fileprivate var pointStart: Index? {
    hasPrefix("  - ") ? index(startIndex, offsetBy: 4) : nil
  }

  fileprivate func isRule(_ sign: Character) -> Bool {
    allSatisfy { $0 == sign }
  }

  fileprivate var isRuleOfTable: Bool {
    contains("-") && allSatisfy { $0 == "-" || $0 == " " }
  }
}
