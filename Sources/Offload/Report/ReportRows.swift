import Foundation

/// What a report says, as rows of cells: what every form that it is kept in
/// comes down to.
///
/// A row may be a row of a table, or a line of text, with one cell if nothing
/// parts it into more. An empty row is one that was left blank.
struct ReportRows {
  /// The rows, from the top.
  private(set) var rows: [[String]] = []
  private var cellCount = 0
  private var byteCount = 0

  /// No rows yet.
  init() {}

  /// Adds a row; of its cells only the words count.
  ///
  /// - Throws: ``ReportFault/tooMany(_:most:)``.
  mutating func append(_ cells: [String]) throws(ReportFault) {
    let cells = cells.prefix(ReportLimit.columns).map(\.cutAsMessage.tidied)
    guard cells.contains(where: { !$0.isEmpty }) else {
      // Several blank rows say no more than one.
      if rows.last?.isEmpty != true { rows.append([]) }
      return
    }
    cellCount += cells.count
    byteCount += cells.reduce(0) { $0 + $1.utf8.count }
    for (thing, count, most) in [
      (ReportFault.Thing.rows, rows.count, ReportLimit.rows),
      (.cells, cellCount, ReportLimit.cells),
      (.characters, byteCount, ReportLimit.characters),
    ] where count > most {
      throw .tooMany(thing, most: most)
    }
    rows.append(cells)
  }

  /// What the rows say.
  ///
  /// - Throws: ``ReportFault/noMessage``.
  func report() throws(ReportFault) -> JobReport {
    var reader = TableReader()
    for row in rows { reader.read(row) }
    var report = JobReport()
    report.head = JobReport.Head(in: reader.otherRows)
    report.messages = reader.messages
    report.cutCount = reader.cutCount
    guard !report.messages.isEmpty || report.head.exceptions == 0 else {
      throw .noMessage
    }
    return report
  }
}

extension ReportRows {
  /// Whether cells are the head of a report's table, or a row of it with a
  /// message that is known.
  static func isOfTable(_ cells: [String]) -> Bool {
    TableReader.columns(in: cells) != nil
      || cells.first?.lineNumber != nil
        && cells.contains { ReportMessage.isBeginning($0) }
  }
}

/// Finds the messages among the rows.
private struct TableReader {
  private var found: [(line: Int?, message: GrowingMessage)] = []
  /// The rows that no message is in, in their order.
  private(set) var otherRows: [[String]] = []

  /// Where the table has its columns, if its head told.
  private var columns: (line: Int, message: Int)?
  private var isInTable = false
  private var wasInTable = false
  /// A number that stood alone: that of the line the next message is about, or
  /// of a page.
  private var numberAhead: Int?
  /// Whether the row before was one of a message, which this one may go on.
  private var isOpen = false

  var messages: [JobReport.Message] {
    // What was copied twice, where two pages overlap, is one message.
    var known: Set<JobReport.Message> = []
    return found.compactMap {
      let message = JobReport.Message(line: $0.line, text: $0.message.text)
      let isNew = known.insert(message).inserted
      return isNew || message.line == nil ? message : nil
    }
  }

  var cutCount: Int { found.count { $0.message.isCut } }

  mutating func read(_ row: [String]) {
    if row.isEmpty {
      // Within a message, it is the end of a page.
      if isLastWhole { isOpen = false }
      return
    }
    if takeHead(row) || row.isFurniture { return }
    if let (line, text) = fields(of: row) {
      add(line, text)
      return
    }
    let cells = row.filter { !$0.isEmpty }
    if cells.count == 1, !isAwaitingNumber, let number = cells[0].lineNumber {
      numberAhead = number
      otherRows.append(row)
      return
    }
    let (line, text) = numbered(cells)
    if ReportMessage.isBeginning(text) {
      add(line ?? numberAhead, text)
    } else if isOpen, line == nil, !isLastWhole {
      goOn(text)
    } else if wasInTable, line != nil, isInTable || cells.count > 1 {
      add(line, text)
    } else if isInTable, line == nil,
      numberAhead != nil
        || ReportMessage.isWhole(text)
    {
      add(numberAhead, text)
    } else {
      isInTable = false
      isOpen = false
      numberAhead = nil
      otherRows.append(row)
    }
  }

  private mutating func add(_ line: Int?, _ text: String) {
    found.append((line, GrowingMessage(text)))
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

  private var isLastWhole: Bool { found.last?.message.isWhole ?? true }

  /// Whether the last message ends where its number has to follow.
  private var isAwaitingNumber: Bool {
    isOpen && found.last?.message.text.hasSuffix(":") ?? false
  }

  /// Takes a row for the head of the table, if it is that.
  private mutating func takeHead(_ row: [String]) -> Bool {
    let cells = row.filter { !$0.isEmpty }
    if let found = Self.columns(in: row) {
      columns = found
    } else if cells.count == 1, Self.isHead(cells[0].lowercased()) {
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
    let words = row.map { $0.lowercased() }
    guard
      let line = words.firstIndex(where: { lineHeads.contains($0) }),
      let message = words.firstIndex(where: { messageHeads.contains($0) })
    else { return nil }
    return (line, message)
  }

  /// Whether a line is one of the two heads, or both with a blank between.
  private static func isHead(_ text: String) -> Bool {
    lineHeads.contains(text) || messageHeads.contains(text)
      || lineHeads.contains {
        text.hasPrefix($0 + " ")
          && messageHeads.contains(String(text.dropFirst($0.count + 1)))
      }
  }

  private static let lineHeads: Set = [
    "line", "line number", "ligne", "numéro de ligne", "n° de ligne",
    "n° ligne",
  ]
  private static let messageHeads: Set = [
    "error message", "message", "error", "message d'erreur",
    "message d’erreur", "erreur",
  ]

  /// The fields of a row that has the columns of the table.
  private func fields(of row: [String]) -> (line: Int?, text: String)? {
    guard
      let columns, row.count > max(columns.line, columns.message)
    else { return nil }
    let text = row[columns.message]
    let line = row[columns.line].lineNumber
    guard
      !text.isEmpty, line != nil || row[columns.line].isEmpty,
      line != nil || ReportMessage.isBeginning(text)
        || ReportMessage.isWhole(text)
    else { return nil }
    return (line, text)
  }

  /// The number that cells begin with, and the text after it.
  private func numbered(_ cells: [String]) -> (line: Int?, text: String) {
    if cells.count > 1, let number = cells[0].lineNumber {
      let rest = cells.dropFirst()
      let known = rest.first { ReportMessage.isBeginning($0) }
      return (number, known ?? rest.joined(separator: " "))
    }
    let text = cells.joined(separator: " ")
    var rest = text[...]
    for label in ["Line ", "Ligne "] where rest.hasPrefix(label) {
      rest = rest.dropFirst(label.count)
    }
    let digits = rest.prefix { $0.isASCII && $0.isNumber }
    rest = rest[digits.endIndex...]
    guard let line = String(digits).lineNumber, let first = rest.first,
      " .:)".contains(first)
    else { return (nil, text) }
    let message = String(rest.drop { " .:)".contains($0) })
    guard
      !message.isEmpty, isInTable || ReportMessage.isBeginning(message)
    else { return (nil, text) }
    return (line, message)
  }
}

extension [String] {
  /// Whether it is what a page has above or below what was printed.
  fileprivate var isFurniture: Bool {
    let text = filter { !$0.isEmpty }.joined(separator: " ").lowercased()
    if text.hasPrefix("http://") || text.hasPrefix("https://") { return true }
    guard text.utf8.count <= 24 else { return false }
    var words = text.replacing("/", with: " / ").split(separator: " ")
    if words.count == 3, words[0] == "-", words[2] == "-" {
      return words[1].isNumeral
    }
    let isNamed = words.first == "page"
    if isNamed { words.removeFirst() }
    if words.count == 1 { return isNamed && words[0].isNumeral }
    return words.count == 3 && words[0].isNumeral && words[2].isNumeral
      && ["/", "of", "sur", "de"].contains(words[1])
  }
}

extension Substring {
  fileprivate var isNumeral: Bool { allSatisfy { $0.isASCII && $0.isNumber } }
}
