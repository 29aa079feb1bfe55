import Circulation

/// The maximum number of text pieces kept as a possible rest of a number: no
/// page is so narrow that it wraps one into more.
let maximumTails = 3

/// Finds the messages in the rows of a report.
struct TableReader {
  private var found: [Found] = []
  /// The rows without a message, in order.
  private(set) var otherRows: [[String]] = []

  /// True to accept any text after a line number as a message.
  private let takesAnyWords: Bool
  /// The columns named by the table's header; nil if it has none.
  private var columns: Columns?
  private var isInTable = false
  private var wasInTable = false
  /// A number that stood alone: the line of the next message, or a page number.
  private var numberAhead: Int?
  /// True if the row before belonged to a message that this one may continue.
  private var isOpen = false

  /// A message that may still grow.
  private struct Found {
    let tag: Tag
    var message: GrowingMessage
    /// Its number, if separate from the text.
    var number: String?
    /// The following text, which may be the rest of its number.
    var tail: [String] = []
    /// The numbers in other columns.
    var numbers: [RowNumber] = []
  }

  /// The possible line numbers of a message.
  struct Tag {
    var line: Int?
    /// The alternatives.
    var others: [Int?] = []
    /// True if it may be the number of a list entry.
    var isCount = false
  }

  /// The positions of a table's columns, from 0.
  struct Columns {
    let line: Int
    let message: Int
    /// The column of the message's number; nil if there is none.
    let number: Int?
    /// The number of columns.
    let count: Int

    /// Returns true if the row has an extra column that counts rows.
    func isCounted(_ row: [String]) -> Bool {
      let next = message + 1
      guard row.count > count, next < row.count else { return false }
      return row[line].isCount && row[message].lineNumber != nil
        && row[next].hasWords
    }
  }

  /// Creates a reader.
  init(takesAnyWords: Bool = false) {
    self.takesAnyWords = takesAnyWords
  }

  /// The messages read so far.
  var messages: [JobReport.Message] {
    // A row copied twice, where two pages overlap, is one message.
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

  /// True if the line numbers may be those of a list: 1, 2, 3…, or all 1, which
  /// Markdown renumbers.
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

  /// The other rows that name a number like messages.
  var unread: [String] {
    otherRows.map(TaggedRow.init)
      .filter { $0.hasWords && ReportMessage.isWhole($0.whole) }.map(\.whole)
  }

  /// The number of messages that were cut.
  var cutCount: Int { found.count { $0.message.isCut } }

  /// Processes the next row.
  mutating func read(_ row: [String]) {
    if row.isEmpty {
      // Within a message, a blank row is a page break.
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
      // A narrow page wraps a number at its spaces.
      addToTail(tagged.whole)
    } else if isMessage(tagged) {
      var tag = tagged.tag
      // The number may belong to the text; the uploaded file decides.
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

  /// Returns true if the text after a line number is a message about that line.
  private func isMessage(_ tagged: TaggedRow) -> Bool {
    guard tagged.line != nil, tagged.hasWords else { return false }
    if wasInTable, isInTable || tagged.hasCells { return true }
    let isWhole = ReportMessage.isWhole(tagged.text)
    if tagged.isSetApart { return takesAnyWords || isWhole }
    return takesAnyWords && (isWhole || tagged.text.looseNumber != nil)
  }

  /// Returns true if a row is a new message and not the rest of an unknown one:
  /// a line number stood alone before it, and it begins like a sentence.
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

  /// Appends wrapped text to the last message.
  private mutating func goOn(_ text: String) {
    guard !found.isEmpty else { return }
    found[found.count - 1].message.append(text)
    // No message is so long: other text follows.
    if found.last?.message.isCut == true { isOpen = false }
    numberAhead = nil
  }

  /// Keeps text that may be the rest of the last number; the uploaded file
  /// decides.
  private mutating func addToTail(_ text: String) {
    guard let last = found.last else { return }
    guard last.tail.count < maximumTails,
      text.utf8.count <= Barcode.maximumLength
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

  /// True if the last message ends right before its number.
  private var isAwaitingNumber: Bool {
    guard isOpen, !isLastWhole, let text = found.last?.message.text else {
      return false
    }
    return text.hasSuffix(":") || text.hasSuffix("：")
  }

  /// Processes a row that is the table's header; returns false if it is not.
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

  /// Returns the columns if the row is the table's header; nil otherwise.
  static func columns(in row: [String]) -> Columns? {
    guard row.count > 1 else { return nil }
    func heads(_ cells: [String]) -> [String] {
      cells.map { $0.utf8.count < 64 ? $0.lowercased() : "" }
    }
    // No head of these two columns has a digit, as nearly all rows have.
    let words = heads(row.map { $0.hasDigit ? "" : $0 })
    guard
      let line = words.firstIndex(where: { ReportHeads.isLine($0) })
        ?? words.firstIndex(where: { ReportHeads.line.contains($0) }),
      let message = words.firstIndex(where: {
        ReportHeads.message.contains($0)
      })
    else { return nil }
    let all = heads(row)
    let number = all.indices.first {
      $0 != message && ReportHeads.isNumber(all[$0])
    }
    return Columns(
      line: line, message: message, number: number, count: row.count)
  }

  /// Returns true if a line consists of one column header, or of both.
  private static func isHead(_ text: String) -> Bool {
    guard text.utf8.count < 64 else { return false }
    let text = text.lowercased()
    return ReportHeads.line.contains(text) || ReportHeads.message.contains(text)
      || MessageRun.endOfHead(in: text) == text.endIndex
  }

  /// Returns the fields of a row by the table's columns; nil if it does not
  /// fit.
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
      // A column that counts rows precedes the message's own line number.
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
      tag, text.unmarked, number, Array(tail.prefix(maximumTails)), numbers
    )
  }
}

extension String {
  /// True if it has a digit of ASCII.
  fileprivate var hasDigit: Bool { utf8.contains { 0x30...0x39 ~= $0 } }
}
