/// A row with the number of a line before its text, if there is one.
struct TaggedRow {
  /// What the number may be; without a line if the row begins with none.
  private(set) var tag = TableReader.Tag()
  /// What comes after the number.
  let text: String
  /// What follows the text in cells of its own, and may be the rest of it.
  private(set) var tail: [String] = []
  /// The numbers before the text, in cells of their own.
  private(set) var numbers: [RowNumber] = []
  /// All of the row.
  let whole: String
  /// Whether number and text are in cells of their own.
  private(set) var hasCells = false
  /// Whether the number can't be one of the text.
  private(set) var isSetApart = false

  /// The number of the line; nil if the row begins with none.
  var line: Int? { tag.line }

  /// A row of cells.
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
      tail = known.map { Array(rest[($0 + 1)...].prefix(mostTails)) } ?? []
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

  /// Leaves out the number of an entry of a list that stands before that of a
  /// line.
  ///
  /// - Returns: the other one, where it is not known which is which.
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

  /// Whether there is a word in its text: a number alone is no message.
  var hasWords: Bool { text.hasWords }
}

extension String {
  /// Whether there is a word in it.
  var hasWords: Bool {
    var run = 0
    for character in self {
      run = character.isLetter ? run + 1 : 0
      // A sign of Chinese or Japanese is a word.
      if run >= 3 || run > 0 && character.utf8.count > 2 { return true }
    }
    return false
  }

  /// Whether a cell may count the rows, and has nothing else; some count from
  /// zero.
  var isCount: Bool {
    guard let tag = LineTag(self) else { return self == "0" }
    return tag.rest.isEmpty && !tag.isNamed
  }

  /// The number of a line, where a cell has nothing else.
  fileprivate var tagOfCell: Int? {
    if let number = lineNumber { return number }
    guard utf8.count < 40, let tag = LineTag(self), tag.rest.isEmpty else {
      return nil
    }
    return tag.line
  }
}
