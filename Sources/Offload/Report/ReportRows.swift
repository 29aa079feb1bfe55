import Foundation

/// What a report says, as rows of cells: what every form that it is kept in
/// comes down to.
///
/// A row may be a row of a table, or a line of text, with one cell if nothing
/// parts it into more. An empty row is one that was left blank.
struct ReportRows {
  /// The rows, from the top.
  private(set) var rows: [[String]] = []

  /// No rows yet.
  init() {}

  /// Adds a row; of its cells only the words count.
  mutating func append(_ cells: [String]) {
    let cells = cells.map(\.tidied)
    rows.append(cells.contains { !$0.isEmpty } ? cells : [])
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
  private var found: [(line: Int?, text: String, isWhole: Bool)] = []
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
      let message = JobReport.Message(line: $0.line, text: $0.text)
      let isNew = known.insert(message).inserted
      return isNew || message.line == nil ? message : nil
    }
  }

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
    found.append((line, text, ReportMessage.isWhole(text)))
    isInTable = true
    wasInTable = true
    isOpen = true
    numberAhead = nil
  }

  /// Adds to the last message what was wrapped.
  private mutating func goOn(_ text: String) {
    guard var last = found.popLast() else { return }
    last.text += " " + text
    last.isWhole = ReportMessage.isWhole(last.text)
    found.append(last)
    numberAhead = nil
  }

  private var isLastWhole: Bool { found.last?.isWhole ?? true }

  /// Whether the last message ends where its number has to follow.
  private var isAwaitingNumber: Bool {
    isOpen && found.last?.text.hasSuffix(":") ?? false
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

// MARK: The head

extension JobReport.Head {
  private enum Field: CaseIterable {
    case process, name, started, finished, status, processed, exceptions
    /// What is of no use here, but ends the field before it.
    case other

    /// The labels, in English and as they are shown in French.
    var labels: [String] {
      switch self {
      case .process:
        [
          "process id", "job id", "id du processus", "id du traitement",
          "identifiant du processus", "identifiant du traitement",
        ]
      case .name: ["name", "job name", "nom", "nom du traitement"]
      case .started:
        ["started on", "start time", "démarré le", "commencé le", "début"]
      case .finished: ["finished on", "end time", "terminé le", "fini le"]
      case .status: ["status", "statut", "état", "statut de traitement"]
      case .processed:
        [
          "records processed", "enregistrements traités",
          "enregistrements terminés",
        ]
      case .exceptions:
        [
          "records with exceptions", "enregistrements avec échecs",
          "enregistrements avec exceptions",
          "enregistrements avec des exceptions",
        ]
      case .other:
        [
          "total run time", "created by", "status date", "durée totale",
          "temps d'exécution total", "créé par", "date du statut",
          "date de statut",
        ]
      }
    }
  }

  private static let labels = Field.allCases.flatMap { field in
    field.labels.map { (text: $0, field: field) }
  }.sorted { $0.text.count > $1.text.count }

  /// Finds what the rows above a table say.
  fileprivate init(in rows: [[String]]) {
    var open: Field?
    for (index, row) in rows.enumerated() {
      let cells = row.filter { !$0.isEmpty }
      let fields = cells.map { Self.field(labelled: $0) }
      // A row of labels above a row of what they label.
      if cells.count > 1, fields.allSatisfy({ $0 != nil }) {
        if index + 1 < rows.count {
          let values = rows[index + 1].filter { !$0.isEmpty }
          if values.count == cells.count {
            for case (let field?, let value) in zip(fields, values) {
              set(field, value)
            }
          }
        }
        open = nil
        continue
      }
      let parts = Self.parts(of: cells)
      if parts.first?.field == nil, let field = open, let part = parts.first {
        set(field, part.text)
      }
      open = nil
      for (part, next) in zip(
        parts, parts.dropFirst().map(Optional.some) + [nil])
      {
        guard let field = part.field else { continue }
        if let next {
          if next.field == nil { set(field, next.text) }
        } else {
          open = field
        }
      }
    }
  }

  private static func field(labelled text: String) -> Field? {
    let text = text.lowercased()
    let name = text.hasSuffix(":") ? String(text.dropLast()).tidied : text
    return labels.first { $0.text == name }?.field
  }

  /// The labels and the texts between them, in order.
  private static func parts(
    of cells: [String]
  ) -> [(field: Field?, text: String)] {
    var parts: [(field: Field?, text: String)] = []
    for cell in cells {
      guard var label = label(at: cell[...]) else {
        parts.append((nil, cell))
        continue
      }
      // Only what begins with a label has more of them within.
      while true {
        parts.append((label.field, ""))
        let rest = label.rest
        let next = rest.indices.lazy.filter { rest[$0] == " " }
          .compactMap { blank in
            Self.label(at: rest[rest.index(after: blank)...])
              .map { (end: blank, label: $0) }
          }.first
        let text = String(rest[..<(next?.end ?? rest.endIndex)]).tidied
        if !text.isEmpty { parts.append((nil, text)) }
        guard let next else { break }
        label = next.label
      }
    }
    return parts
  }

  /// The label that a text begins with, and what comes after it.
  private static func label(
    at text: Substring
  ) -> (field: Field, rest: Substring)? {
    guard text.first?.isUppercase ?? false else { return nil }
    let beginning = text.prefix(40).lowercased()
    for (label, field) in labels where beginning.hasPrefix(label) {
      let rest = text.dropFirst(label.count)
      guard let next = rest.first else { return (field, rest) }
      if next == " " || next == ":" {
        return (field, rest.drop { $0 == " " || $0 == ":" })
      }
    }
    return nil
  }

  private mutating func set(_ field: Field, _ value: String) {
    let count = Int(value.filter { !" .,".contains($0) })
    switch field {
    case .process: process = process ?? value
    case .name: name = name ?? value
    case .started: started = started ?? value
    case .finished: finished = finished ?? value
    case .status: status = status ?? value
    case .processed: processed = processed ?? count
    case .exceptions: exceptions = exceptions ?? count
    case .other: break
    }
  }
}

// MARK: Cells

extension String {
  /// The words with single blanks between them, and nothing that a terminal
  /// would obey.
  var tidied: String {
    guard !utf8.allSatisfy({ 0x21...0x7e ~= $0 }) else { return self }
    var text = ""
    var isApart = false
    for scalar in unicodeScalars {
      // Most are ASCII, and need no look into the tables of Unicode.
      let category: Unicode.GeneralCategory =
        switch scalar.value {
        case 0x21...0x7e: .otherSymbol
        case 0..<0x21: .control
        default: scalar.properties.generalCategory
        }
      switch category {
      case .control, .spaceSeparator, .lineSeparator, .paragraphSeparator:
        isApart = true
      case .format, .surrogate, .privateUse, .unassigned:
        continue
      default:
        if isApart, !text.isEmpty { text.unicodeScalars.append(" ") }
        isApart = false
        text.unicodeScalars.append(scalar)
      }
    }
    return text
  }

  /// The number of a line, as a person or a spreadsheet writes it.
  fileprivate var lineNumber: Int? {
    guard utf8.count <= 12, first?.isNumber ?? false else { return nil }
    let number = Int(self) ?? Double(self).flatMap(Int.init(exactly:))
    return number.flatMap { 1...999_999_999 ~= $0 ? $0 : nil }
  }
}
