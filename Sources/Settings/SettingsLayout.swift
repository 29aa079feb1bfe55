import Algorithms

/// The positions of keys and values in TOML text.
///
/// TOMLKit parses values without positions. This finds the positions in valid
/// TOML, and never fails on invalid text.
struct SettingsLayout: Sendable {
  /// A key with its value, including keys of inline tables.
  struct Entry: Sendable {
    /// The names that lead to the key, including its section.
    var path: [String]
    /// The index of the header above it; nil if there is none.
    var header: Int?
    /// The range of its lines, line end included.
    var lines: Range<Int>
    /// The range of the value.
    var value: Range<Int>
    /// The ranges of the elements of a list.
    var elements: [Range<Int>]
    /// The ranges of the comments between the elements.
    var comments: [Range<Int>]
    /// True for a key in an inline table.
    var isInline = false
  }

  /// A line that begins a section.
  struct Header: Sendable {
    var path: [String]
    var line: Range<Int>
  }

  /// Invalid TOML that the parser (toml++ 3.4.0) does not report, but crashes
  /// on.
  struct ParserHazard: Sendable {
    let place: Int
    /// The start of its line, or of the value that contains it.
    let start: Int
    let issue: TOMLFlaw
  }

  let entries: [Entry]
  let headers: [Header]
  /// The first place that the parser must not reach.
  let hazard: ParserHazard?
  private let places: [[String]: Int]
  private let lineStarts: [Int]

  /// Scans a text.
  init(_ text: [UInt8]) {
    var scanner = LayoutScanner(text)
    scanner.scan()
    entries = scanner.entries
    headers = scanner.headers
    hazard = scanner.hazard
    var places: [[String]: Int] = [:]
    func note(_ path: some Collection<String>, at place: Int) {
      if places[Array(path)] == nil { places[Array(path)] = place }
    }
    for entry in entries {
      note(
        entry.path,
        at: entry.isInline ? entry.value.lowerBound : entry.lines.lowerBound)
    }
    for header in headers {
      for count in header.path.indices {
        note(header.path[...count], at: header.line.lowerBound)
      }
    }
    for entry in entries {
      for count in entry.path.indices {
        note(entry.path[...count], at: entry.lines.lowerBound)
      }
    }
    self.places = places
    lineStarts =
      [0]
      + text.indices.filter { text[$0] == UInt8(ascii: "\n") }.map { $0 + 1 }
  }

  /// Returns the offset of a key or section, or of what contains it; nil if
  /// there is none.
  func place(of path: [String], element: Int? = nil) -> Int? {
    if let element, let entry = entries.first(where: { $0.path == path }),
      entry.elements.indices.contains(element)
    {
      return entry.elements[element].lowerBound
    }
    var path = path
    while places[path] == nil, !path.isEmpty { path.removeLast() }
    return places[path]
  }

  /// Returns the line number of an offset, from 1.
  func line(at place: Int) -> Int {
    lineStarts.partitioningIndex { $0 > place }
  }
}

private struct LayoutScanner {
  let text: [UInt8]
  var at = 0
  var entries: [SettingsLayout.Entry] = []
  var headers: [SettingsLayout.Header] = []
  var hazard: SettingsLayout.ParserHazard?
  private var comments: [Range<Int>] = []
  private var lineStart = 0
  private var depth = 0
  // The maximum nesting, more than settings need: the parser is recursive.
  private static let maximumDepth = 30

  init(_ text: [UInt8]) {
    self.text = text
  }

  mutating func scan() {
    if text.starts(with: [0xef, 0xbb, 0xbf]) { at = 3 }
    while at < text.count {
      lineStart = at
      skipBlanks()
      switch peek {
      case "\n": at += 1
      case "#": skipComment()
      case "[": readHeader()
      case nil: break
      default: readEntry()
      }
    }
  }

  private var peek: Unicode.Scalar? {
    at < text.count ? Unicode.Scalar(text[at]) : nil
  }

  private mutating func note(_ issue: TOMLFlaw) {
    guard hazard == nil else { return }
    hazard = .init(place: at, start: lineStart, issue: issue)
  }

  private var canBeginName: Bool {
    guard let byte = peek else { return false }
    return switch byte {
    case "a"..."z", "A"..."Z", "0"..."9", "_", "-", "\"", "'": true
    default: false
    }
  }

  private func looksAt(_ bytes: String) -> Bool {
    text[at...].starts(with: bytes.utf8)
  }

  /// Skips the rest of a line and its end.
  private mutating func skipLine() {
    while let byte = peek, byte != "\n" { at += 1 }
    if at < text.count { at += 1 }
  }

  private mutating func skipComment() {
    let start = at
    while let byte = peek, byte != "\n", byte != "\r" { at += 1 }
    comments.append(start..<at)
  }

  /// Skips white space within a line.
  private mutating func skipBlanks() {
    while peek == " " || peek == "\t" || looksAt("\r\n") { at += 1 }
  }

  /// Skips white space, line ends and comments.
  private mutating func skipBetweenElements() {
    while true {
      skipBlanks()
      switch peek {
      case "\n": at += 1
      case "#": skipComment()
      default: return
      }
    }
  }

  private mutating func readHeader() {
    at += looksAt("[[") ? 2 : 1
    skipBlanks()
    if !canBeginName { note(.headerWithoutName) }
    let path = readPath()
    skipLine()
    headers.append(.init(path: path, line: lineStart..<at))
  }

  private mutating func readEntry() {
    let header = headers.indices.last
    let path = (headers.last?.path ?? []) + readPath()
    let first = entries.count
    readValue(of: path)
    skipLine()
    for index in first..<entries.count {
      entries[index].header = header
      entries[index].lines = lineStart..<at
      entries[index].isInline = index > first
    }
  }

  /// Reads the value of a key and stores it, with the keys inside.
  private mutating func readValue(of path: [String]) {
    if path.count > 2 * Self.maximumDepth {
      return stop(.manyNames(maximum: Self.maximumDepth))
    }
    if peek == "=" { at += 1 }
    skipBlanks()
    let index = entries.count
    entries.append(
      .init(
        path: path, header: nil, lines: at..<at, value: at..<at, elements: [],
        comments: []))
    comments = []
    let start = at
    var elements: [Range<Int>] = []
    if peek == "[" {
      elements = readArray()
    } else {
      skipValue(of: path)
    }
    entries[index].value = start..<at
    entries[index].elements = elements
    entries[index].comments = comments
  }

  /// Reads names separated by dots.
  private mutating func readPath() -> [String] {
    var path: [String] = []
    repeat {
      if peek == "." { at += 1 }
      skipBlanks()
      let start = at
      if peek == "\"" || peek == "'" {
        skipString()
        let inside = text[start..<at].dropFirst().dropLast()
        path.append(String(decoding: inside, as: UTF8.self))
      } else {
        while let byte = peek, !" \t\r\n.=]".unicodeScalars.contains(byte) {
          at += 1
        }
        path.append(String(decoding: text[start..<at], as: UTF8.self))
      }
      skipBlanks()
      if path.count > Self.maximumDepth {
        stop(.manyNames(maximum: Self.maximumDepth))
      }
    } while peek == "."
    return path
  }

  /// Records a hazard and ends the scan.
  private mutating func stop(_ issue: TOMLFlaw) {
    note(issue)
    at = text.count
  }

  private mutating func skipValue(of path: [String]) {
    depth += 1
    defer { depth -= 1 }
    guard depth < Self.maximumDepth else {
      return stop(.deep(maximum: Self.maximumDepth))
    }
    switch peek {
    case "\"", "'": skipString()
    case "[": _ = readArray()
    case "{": readTable(of: path)
    default:
      skipNumberOrDate()
    }
  }

  private mutating func skipNumberOrDate() {
    let start = at
    skipWord()
    // The parser skips underscores before it recognizes a date.
    let word = text[start..<at].filter { $0 != UInt8(ascii: "_") }
    let dash = UInt8(ascii: "-")
    guard word.count >= 10, word[4] == dash, word[7] == dash else { return }
    // A space may separate date and time.
    if word.count == 10, peek == " ", at + 1 < text.count,
      UInt8(ascii: "0")...UInt8(ascii: "9") ~= text[at + 1]
    {
      at += 1
      skipWord()
    }
    if !text[start..<at].isDateOfTOML { note(.notADate) }
  }

  /// Skips a number, a date, `true` or `false`.
  private mutating func skipWord() {
    while let byte = peek, !" \t\r\n,]}#".unicodeScalars.contains(byte) {
      at += 1
    }
  }

  private mutating func readArray() -> [Range<Int>] {
    var elements: [Range<Int>] = []
    at += 1
    skipBetweenElements()
    while let byte = peek, byte != "]" {
      let start = at
      if byte == "," || byte == "}" { note(.noElement) }
      skipValue(of: [])
      elements.append(start..<at)
      skipBetweenElements()
      if peek == "," { at += 1 }
      skipBetweenElements()
      // Invalid text must not stop the scan from advancing.
      if at == start { at += 1 }
    }
    if at < text.count { at += 1 }
    return elements
  }

  private mutating func readTable(of path: [String]) {
    at += 1
    skipBetweenElements()
    while let byte = peek, byte != "}" {
      let start = at
      let name = readPath()
      if path.isEmpty {
        // Keys within a list have no path.
        if peek == "=" { at += 1 }
        skipBlanks()
        skipValue(of: [])
      } else {
        let outer = comments
        readValue(of: path + name)
        comments = outer + comments
      }
      skipBetweenElements()
      if peek == "," { at += 1 }
      skipBetweenElements()
      if at == start { at += 1 }
    }
    if at < text.count { at += 1 }
  }

  /// Skips a string of any of the four kinds.
  private mutating func skipString() {
    guard let quote = peek else { return }
    let three = String(repeating: Character(quote), count: 3)
    let isLong = looksAt(three)
    at += isLong ? 3 : 1
    while let byte = peek {
      if byte == "\\", quote == "\"" {
        at = min(at + 2, text.count)
      } else if isLong, looksAt(three) {
        at += 3
        // One or two quotation marks may precede the closing three.
        for _ in 0..<2 where peek == quote { at += 1 }
        return
      } else if !isLong, byte == quote || byte == "\n" {
        if byte == quote { at += 1 }
        return
      } else {
        at += 1
      }
    }
  }
}

extension ArraySlice<UInt8> {
  /// True for a date, optionally with time and zone, with all digits in place.
  fileprivate var isDateOfTOML: Bool {
    var rest = self
    func takes(_ form: String) -> Bool {
      let fits =
        rest.count >= form.utf8.count
        && zip(rest, form.utf8).allSatisfy { byte, expected in
          expected == UInt8(ascii: "0")
            ? 0x30...0x39 ~= byte : byte == expected
        }
      if fits { rest = rest.dropFirst(form.utf8.count) }
      return fits
    }
    guard takes("0000-00-00") else { return false }
    if rest.isEmpty { return true }
    guard takes("T") || takes("t") || takes(" "), takes("00:00") else {
      return false
    }
    if takes(":00"), takes(".0") {
      rest = rest.drop { 0x30...0x39 ~= $0 }
    }
    _ = takes("Z") || takes("z") || takes("+00:00") || takes("-00:00")
    return rest.isEmpty
  }
}
