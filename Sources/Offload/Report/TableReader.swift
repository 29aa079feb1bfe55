import Circulation

/// How many pieces are kept that may be of a number: no page is so narrow that
/// it breaks one into more.
private let mostTails = 3

/// Finds the messages among the rows of a report.
struct TableReader {
  private var found: [Found] = []
  /// The rows that no message is in, in their order.
  private(set) var otherRows: [[String]] = []

  /// Whether what stands behind the number of a line is taken for a message
  /// whatever it says.
  private let takesAnyWords: Bool
  /// Where the table has its columns, if its head told.
  private var columns: (line: Int, message: Int)?
  private var isInTable = false
  private var wasInTable = false
  /// A number that stood alone: that of the line the next message is about, or
  /// of a page.
  private var numberAhead: Int?
  /// Whether the row before was one of a message, which this one may go on.
  private var isOpen = false

  /// A message as far as it was read.
  private struct Found {
    let line: Int?
    var message: GrowingMessage
    /// What followed it, and may be the rest of its number.
    var tail: [String] = []
  }

  /// A reader of rows.
  init(takesAnyWords: Bool = false) {
    self.takesAnyWords = takesAnyWords
  }

  /// The messages so far.
  var messages: [JobReport.Message] {
    // What was copied twice, where two pages overlap, is one message.
    var known: Set<JobReport.Message> = []
    return found.compactMap {
      let message = JobReport.Message(
        line: $0.line, text: $0.message.text, tail: $0.tail)
      let isNew = known.insert(message).inserted
      return isNew || message.line == nil ? message : nil
    }
  }

  /// The other rows that name a number as messages do.
  var unread: [String] {
    otherRows.map(TaggedRow.init)
      .filter { $0.hasWords && ReportMessage.isWhole($0.whole) }.map(\.whole)
  }

  /// How many of them have no end, and were cut.
  var cutCount: Int { found.count { $0.message.isCut } }

  /// Takes the next row.
  mutating func read(_ row: [String]) {
    if row.isEmpty {
      // Within a message, it is the end of a page.
      if isLastWhole { isOpen = false }
      return
    }
    if takeHead(row) || row.isFurniture { return }
    if let pieces = MessageRun.pieces(of: row) {
      for piece in pieces { read([piece]) }
    } else if let (line, text, tail) = fields(of: row) {
      add(line, text, tail)
    } else {
      read(TaggedRow(row), of: row)
    }
  }

  private mutating func read(_ tagged: TaggedRow, of row: [String]) {
    let text = tagged.text
    if isAwaitingNumber, !ReportMessage.isBeginning(text) {
      goOn(tagged.whole)
    } else if text.isEmpty {
      if isOpen { addToTail(tagged.whole) }
      numberAhead = tagged.line
      otherRows.append(row)
    } else if ReportMessage.isBeginning(text) {
      add(tagged.line ?? numberAhead, text, tagged.tail)
    } else if isOpen, !isLastWhole, !isMessage(tagged) {
      goOn(tagged.whole)
    } else if isOpen, !tagged.hasWords {
      // Of a number with blanks, a page is too narrow for all of it.
      addToTail(tagged.whole)
    } else if isMessage(tagged) {
      add(tagged.line, text, tagged.tail)
    } else if let (line, text) = MessageRun.known(in: tagged.whole) {
      add(line ?? numberAhead, text, [])
    } else if isInTable && tagged.line == nil || takesAnyWords,
      tagged.hasWords, numberAhead != nil || ReportMessage.isWhole(text)
    {
      add(numberAhead, tagged.line == nil ? text : tagged.whole, [])
    } else {
      if isOpen { addToTail(tagged.whole) }
      isInTable = false
      numberAhead = nil
      otherRows.append(row)
    }
  }

  /// Whether what stands behind the number of a line is said of that line.
  private func isMessage(_ tagged: TaggedRow) -> Bool {
    guard tagged.line != nil, tagged.hasWords else { return false }
    if wasInTable, isInTable || tagged.hasCells { return true }
    return tagged.isSetApart
      && (takesAnyWords || ReportMessage.isWhole(tagged.text))
  }

  private mutating func add(_ line: Int?, _ text: String, _ tail: [String]) {
    found.append(
      Found(line: line, message: GrowingMessage(text), tail: tail))
    isInTable = true
    wasInTable = true
    isOpen = true
    numberAhead = nil
  }

  /// Adds to the last message what was wrapped.
  private mutating func goOn(_ text: String) {
    guard !found.isEmpty else { return }
    found[found.count - 1].message.append(text)
    // No message is as long as that: something else comes now.
    if found.last?.message.isCut == true { isOpen = false }
    numberAhead = nil
  }

  /// Keeps what may be the rest of the last message's number: the file tells.
  private mutating func addToTail(_ text: String) {
    guard let last = found.last else { return }
    guard last.tail.count < mostTails, text.utf8.count <= Barcode.longest
    else {
      isOpen = false
      return
    }
    found[found.count - 1].tail.append(text)
  }

  private var isLastWhole: Bool { found.last?.message.isWhole ?? true }

  /// Whether the last message ends where its number has to follow.
  private var isAwaitingNumber: Bool {
    guard isOpen, !isLastWhole, let text = found.last?.message.text else {
      return false
    }
    return text.hasSuffix(":") || text.hasSuffix("：")
  }

  /// Takes a row for the head of the table, if it is that.
  private mutating func takeHead(_ row: [String]) -> Bool {
    let cells = row.filter { !$0.isEmpty }
    if let found = Self.columns(in: row) {
      columns = found
    } else if cells.count == 1, Self.isHead(cells[0]) {
      columns = nil
    } else {
      return false
    }
    isInTable = true
    wasInTable = true
    if isLastWhole { isOpen = false }
    numberAhead = nil
    return true
  }

  /// Where a row that is the head of the table has its two columns.
  static func columns(in row: [String]) -> (line: Int, message: Int)? {
    guard row.count > 1 else { return nil }
    let words = row.map { $0.utf8.count < 64 ? $0.lowercased() : "" }
    guard
      let line = words.firstIndex(where: { ReportHeads.isLine($0) })
        ?? words.firstIndex(where: { ReportHeads.line.contains($0) }),
      let message = words.firstIndex(where: {
        ReportHeads.message.contains($0)
      })
    else { return nil }
    return (line, message)
  }

  /// Whether a line is one of the two heads, or both with a blank between.
  private static func isHead(_ text: String) -> Bool {
    guard text.utf8.count < 64 else { return false }
    let text = text.lowercased()
    return ReportHeads.line.contains(text) || ReportHeads.message.contains(text)
      || MessageRun.endOfHead(in: text) == text.endIndex
  }

  /// The fields of a row that has the columns of the table.
  private func fields(
    of row: [String]
  ) -> (line: Int?, text: String, tail: [String])? {
    guard
      let columns, row.count > max(columns.line, columns.message)
    else { return nil }
    let text = row[columns.message]
    let number = row[columns.line]
    let line = number.lineNumber ?? LineTag(number)?.line
    guard
      !text.isEmpty, line != nil || number.isEmpty,
      line != nil || ReportMessage.isBeginning(text)
        || ReportMessage.isWhole(text)
    else { return nil }
    let tail = row.indices.dropFirst(columns.message + 1)
      .filter { $0 != columns.line && !row[$0].isEmpty }.map { row[$0] }
    return (line, text, Array(tail.prefix(mostTails)))
  }
}

/// A row with the number of a line before its text, if there is one.
private struct TaggedRow {
  /// The number; nil if the row begins with none.
  let line: Int?
  /// What comes after the number.
  let text: String
  /// What follows the text in cells of its own, and may be the rest of it.
  let tail: [String]
  /// All of the row.
  let whole: String
  /// Whether number and text are in cells of their own.
  let hasCells: Bool
  /// Whether the number can't be one of the text.
  let isSetApart: Bool

  init(_ row: [String]) {
    let cells = row.filter { !$0.isEmpty }
    whole = cells.joined(separator: " ")
    if cells.count > 1, let line = cells[0].tagOfCell {
      let rest = cells.dropFirst()
      let known = rest.firstIndex { ReportMessage.isBeginning($0) }
      self.line = line
      text =
        known.map { rest[$0] }
        ?? rest.joined(separator: " ").withoutMessageHead
      tail = known.map { Array(rest[($0 + 1)...].prefix(mostTails)) } ?? []
      hasCells = true
      isSetApart = true
      return
    }
    if cells.count > 1, let last = cells.last?.tagOfCell,
      ReportMessage.isWhole(cells[0])
    {
      (line, text, tail) = (last, cells[0], [])
      (hasCells, isSetApart) = (true, true)
      return
    }
    let tag = LineTag(whole)
    line = tag?.line
    text =
      tag?.rest ?? String(whole[...].withoutBullets).withoutMessageHead
    tail = []
    hasCells = false
    isSetApart = tag.map { $0.isNamed || $0.isSetApart } ?? false
  }

  /// Whether there is a word in it: a number alone is no message.
  var hasWords: Bool {
    var run = 0
    for character in text {
      run = character.isLetter ? run + 1 : 0
      // A sign of Chinese or Japanese is a word.
      if run >= 3 || run > 0 && character.utf8.count > 2 { return true }
    }
    return false
  }
}

extension String {
  /// The number of a line, where a cell has nothing else.
  fileprivate var tagOfCell: Int? {
    if let number = lineNumber { return number }
    guard utf8.count < 40, let tag = LineTag(self), tag.rest.isEmpty else {
      return nil
    }
    return tag.line
  }
}
