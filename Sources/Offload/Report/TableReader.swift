import Circulation

/// How many pieces are kept that may be of a number: no page is so narrow that
/// it breaks one into more.
let mostTails = 3

/// Finds the messages among the rows of a report.
struct TableReader {
  private var found: [Found] = []
  /// The rows that no message is in, in their order.
  private(set) var otherRows: [[String]] = []

  /// Whether what stands behind the number of a line is taken for a message
  /// whatever it says.
  private let takesAnyWords: Bool
  /// Where the table has its columns, if its head told.
  private var columns: Columns?
  private var isInTable = false
  private var wasInTable = false
  /// A number that stood alone: that of the line the next message is about, or
  /// of a page.
  private var numberAhead: Int?
  /// Whether the row before was one of a message, which this one may go on.
  private var isOpen = false

  /// A message as far as it was read.
  private struct Found {
    let tag: Tag
    var message: GrowingMessage
    /// Its number, where that stands apart from its words.
    var number: String?
    /// What followed it, and may be the rest of its number.
    var tail: [String] = []
    /// What stands beside it.
    var numbers: [RowNumber] = []
  }

  /// What the number of a message's line may be.
  struct Tag {
    var line: Int?
    /// What else it may be.
    var others: [Int?] = []
    /// Whether it may be the number of an entry of a list.
    var isCount = false
  }

  /// Where a table has its columns.
  struct Columns {
    let line: Int
    let message: Int
    /// Where the number is that the message names.
    let number: Int?
    /// How many there are.
    let count: Int

    /// Whether a row is counted in a column that the head has no word for.
    func isCounted(_ row: [String]) -> Bool {
      let next = message + 1
      guard row.count > count, next < row.count else { return false }
      return row[line].isCount && row[message].lineNumber != nil
        && row[next].hasWords
    }
  }

  /// A reader of rows.
  init(takesAnyWords: Bool = false) {
    self.takesAnyWords = takesAnyWords
  }

  /// The messages so far.
  var messages: [JobReport.Message] {
    // What was copied twice, where two pages overlap, is one message.
    var known: Set<JobReport.Message> = []
    let isCounted = isCounted
    return found.compactMap {
      var message = JobReport.Message(
        line: $0.tag.line, text: $0.message.text, number: $0.number,
        tail: $0.tail)
      message.otherLines = $0.tag.others
      message.numbers = $0.numbers
      message.isCounted = isCounted
      let isNew = known.insert(message).inserted
      return isNew || message.line == nil || isCounted ? message : nil
    }
  }

  /// Whether the numbers before the messages may be those of a list: from 1 on,
  /// or all of them 1, as Markdown counts by itself.
  private var isCounted: Bool {
    var last = 0
    for found in found {
      guard
        found.tag.isCount, let line = found.tag.line,
        line == 1 || line == last + 1
      else { return false }
      last = line
    }
    return true
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
    if let pieces = MessageRun.pieces(of: row, isLoose: takesAnyWords) {
      for piece in pieces { read([piece]) }
    } else if let fields = fields(of: row) {
      add(fields.tag, fields.text, fields.tail, number: fields.number)
      found[found.count - 1].numbers = fields.numbers
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
      add(
        tagged.line == nil ? Tag(line: numberAhead) : tagged.tag, text,
        tagged.tail)
      found[found.count - 1].numbers = tagged.numbers
    } else if isOpen, !isLastWhole, !isMessage(tagged), !isNext(tagged) {
      goOn(tagged.whole)
    } else if isOpen, !tagged.hasWords {
      // Of a number with blanks, a page is too narrow for all of it.
      addToTail(tagged.whole)
    } else if isMessage(tagged) {
      var tag = tagged.tag
      // Only the file tells whether it is a number of the words.
      if !tagged.isSetApart, !wasInTable { tag.others.append(nil) }
      add(tag, text, tagged.tail)
    } else if let (line, text) = MessageRun.known(in: tagged.whole) {
      add(Tag(line: line ?? numberAhead), text, [])
    } else if isInTable && tagged.line == nil || takesAnyWords,
      tagged.hasWords, numberAhead != nil || ReportMessage.isWhole(text)
    {
      add(Tag(line: numberAhead), tagged.line == nil ? text : tagged.whole, [])
    } else if takesAnyWords, let number = tagged.text.looseNumberOfSentence {
      add(Tag(), text, [], number: number)
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
    let isWhole = ReportMessage.isWhole(tagged.text)
    if tagged.isSetApart { return takesAnyWords || isWhole }
    return takesAnyWords && (isWhole || tagged.text.looseNumber != nil)
  }

  /// Whether a row is the next message, and not the rest of one in new words: a
  /// number of a line stood alone before it, and it begins as a sentence does.
  private func isNext(_ tagged: TaggedRow) -> Bool {
    guard
      numberAhead != nil, let last = found.last,
      !ReportMessage.isBeginning(last.message.text)
    else { return false }
    return tagged.hasWords && tagged.text.first?.isLowercase == false
  }

  private mutating func add(
    _ tag: Tag, _ text: String, _ tail: [String], number: String? = nil
  ) {
    found.append(
      Found(
        tag: tag, message: GrowingMessage(text), number: number, tail: tail))
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

  private var isLastWhole: Bool {
    guard let last = found.last, last.number == nil else { return true }
    return last.message.isWhole
      || takesAnyWords && last.message.text.looseNumber != nil
  }

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

  /// Where a row that is the head of the table has its columns.
  static func columns(in row: [String]) -> Columns? {
    guard row.count > 1 else { return nil }
    let words = row.map { $0.utf8.count < 64 ? $0.lowercased() : "" }
    guard
      let line = words.firstIndex(where: { ReportHeads.isLine($0) })
        ?? words.firstIndex(where: { ReportHeads.line.contains($0) }),
      let message = words.firstIndex(where: {
        ReportHeads.message.contains($0)
      })
    else { return nil }
    let number = words.indices.first {
      $0 != message && ReportHeads.isNumber(words[$0])
    }
    return Columns(
      line: line, message: message, number: number, count: row.count)
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
  ) -> (
    tag: Tag, text: String, number: String?, tail: [String],
    numbers: [RowNumber]
  )? {
    guard
      let columns, row.count > max(columns.line, columns.message)
    else { return nil }
    let shift = columns.isCounted(row) ? 1 : 0
    var text = row[columns.message + shift]
    let cell = row[columns.line + shift]
    var tag = Tag(line: cell.lineNumber ?? LineTag(cell)?.line)
    if let inner = LineTag(text), LineTag(cell)?.isNamed != true,
      inner.isNamed || ReportMessage.isBeginning(inner.rest)
    {
      // What counts the rows stands before what has a number of its own.
      tag = Tag(line: inner.line, others: [tag.line])
      text = inner.rest
    }
    let place = columns.number.map { $0 + shift }
    let number = place.flatMap { row.indices.contains($0) ? row[$0] : nil }
      .flatMap { RowNumber($0, isNamed: true)?.text }
    guard
      !text.isEmpty, tag.line != nil || cell.isEmpty,
      tag.line != nil || ReportMessage.isBeginning(text)
        || ReportMessage.isWhole(text)
    else { return nil }
    let tail = row.indices.dropFirst(columns.message + shift + 1)
      .filter { $0 != columns.line + shift && $0 != place && !row[$0].isEmpty }
      .map { row[$0] }
    let others = [columns.line, columns.message].map { $0 + shift }
    let numbers = row.indices.filter { !others.contains($0) }.compactMap {
      RowNumber(row[$0], isNamed: $0 == place)
    }
    return (
      tag, text.unmarked, number, Array(tail.prefix(mostTails)), numbers
    )
  }
}
