/// A row, split into line number and text.
struct TaggedRow {
  /// The possible line numbers; its line is nil if the row does not begin with
  /// one.
  private(set) var tag = TableReader.Tag()
  /// The text after the number.
  let text: String
  /// The cells after the text, which may be the rest of its number.
  private(set) var tail: [String] = []
  /// The numbers before the text, in cells of their own.
  private(set) var numbers: [RowNumber] = []
  /// The text of the whole row.
  let whole: String
  /// True if number and text have separate cells.
  private(set) var hasCells = false
  /// True if the number can't be part of the text.
  private(set) var isSetApart = false

  /// The line number; nil if the row does not begin with one.
  var line: Int? { tag.line }

  /// Creates a tagged row from cells.
  init(_ row: [String]) {
    var cells = row.filter { !$0.isEmpty }
    whole = cells.joined(separator: " ")
    var others: [Int?] = []
    if cells.count > 1 { others = Self.dropCount(of: &cells) }
    if cells.count > 1, let line = cells[0].tagOfCell {
      let rest = cells.dropFirst().map(\.unmarked)
      let known = rest.firstIndex { ReportMessage.isBeginning($0) }
      tag = TableReader.Tag(
        line: line, others: others, isCount: LineTag(cells[0])?.isCount == true)
      text =
        known.map { rest[$0] }
        ?? rest.joined(separator: " ").withoutMessageHead
      tail = known.map { Array(rest[($0 + 1)...].prefix(maximumTails)) } ?? []
      numbers = rest[..<(known ?? 0)].compactMap {
        RowNumber($0, isNamed: false)
      }
      hasCells = true
      isSetApart = true
      return
    }
    if cells.count > 1, let last = cells.last?.tagOfCell,
      ReportMessage.isWhole(cells[0])
    {
      tag.line = last
      text = cells[0]
      (hasCells, isSetApart) = (true, true)
      return
    }
    if let found = LineTag(whole) {
      tag = TableReader.Tag(
        line: found.line, others: found.others, isCount: found.isCount)
      text = found.rest
      isSetApart = found.isNamed || found.isSetApart
    } else {
      text = String(whole[...].withoutBullets).withoutMessageHead.unmarked
    }
  }

  /// Removes the number of a list entry before a line number.
  ///
  /// - Returns: the other number, if it is uncertain which is which.
  private static func dropCount(of cells: inout [String]) -> [Int?] {
    guard cells[0].isCount, let inner = LineTag(cells[1]) else { return [] }
    let count = LineTag(cells[0])
    if !inner.rest.isEmpty {
      guard inner.isNamed || ReportMessage.isBeginning(inner.rest) else {
        return []
      }
      cells.replaceSubrange(...1, with: ["\(inner.line)", inner.rest])
      return count.map { [$0.line] } ?? []
    }
    guard cells.count > 2 else { return [] }
    if inner.isNamed || count?.isCount ?? true {
      cells.removeFirst()
      return count.map { [$0.line] } ?? []
    }
    return [inner.line]
  }

  /// True if the text contains a word: a number alone is not a message.
  var hasWords: Bool { text.hasWords }
}

extension String {
  /// True if the text contains a word.
  var hasWords: Bool {
    var run = 0
    for character in self {
      run = character.isLetter ? run + 1 : 0
      // A Chinese or Japanese character is a word.
      if run >= 3 || run > 0 && character.utf8.count > 2 { return true }
    }
    return false
  }

  /// True if the cell may count rows and holds nothing else; some counts start
  /// at zero.
  var isCount: Bool {
    guard let tag = LineTag(self) else { return self == "0" }
    return tag.rest.isEmpty && !tag.isNamed
  }

  /// The line number, if the cell holds nothing else; nil otherwise.
  fileprivate var tagOfCell: Int? {
    if let number = lineNumber { return number }
    guard utf8.count < 40, let tag = LineTag(self), tag.rest.isEmpty else {
      return nil
    }
    return tag.line
  }
}
