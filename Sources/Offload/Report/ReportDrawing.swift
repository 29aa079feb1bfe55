/// Lines of text in which mails, tickets and chats quote tables: with quotation
/// marks, and with bars and rules around cells.
enum ReportDrawing {
  /// Returns the cells of a line, without quotation marks and table drawing;
  /// empty if nothing else is there.
  static func row(of line: String) -> [String] {
    let line = ReportBoxes.redrawn(withoutQuotation(line[...]))
    if isRule(line) || ReportLaTeX.isRule(line) { return [] }
    return ReportLaTeX.cells(of: line) ?? cells(of: line)
      ?? String(line).withoutEscapes.cells
  }

  /// Returns a line without the quotation marks of mails: `> `, `>> `.
  static func withoutQuotation(_ line: Substring) -> Substring {
    var rest = line
    while true {
      let next = rest.drop { $0 == " " || $0 == "\t" || $0 == "\u{a0}" }
      guard next.first == ">" else { return rest }
      rest = next.dropFirst()
      if rest.first == " " { rest.removeFirst() }
    }
  }

  /// Returns true if a line only draws part of a table, or separates it from
  /// text.
  private static func isRule(_ line: Substring) -> Bool {
    var count = 0
    for scalar in line.unicodeScalars {
      switch scalar {
      case " ", "\t", "\u{a0}": continue
      case "+", "-", "=", "_", "~", "|", ":", "*", "{", "}", "`", "^",
        "\u{2013}", "\u{2014}", "\u{2500}"..."\u{257f}":
        count += 1
      default: return false
      }
    }
    return count > 0
  }

  /// Returns the cells separated by bars; nil if there are none.
  private static func cells(of line: Substring) -> [String]? {
    var text = line.trimmed
    guard text.utf8.contains(where: Self.mayBeBar) else { return nil }
    // The header row in some wikis: ^ Line ^ Error Message ^, ! Line !! Error.
    if text.first == "^", text.last == "^" {
      return text.split(separator: "^", maxSplits: ReportLimit.columns)
        .map { String($0).collapsingWhitespace }
    }
    if text.first == "!" {
      return text.drop { $0 == "!" }.replacing("!!", with: "|")
        .split(separator: "|", maxSplits: ReportLimit.columns)
        .map { String($0).collapsingWhitespace }
    }
    let isFramed = text.first.map(isBar) ?? false
    if isFramed {
      text = text.drop(while: isBar)
      // An escaped bar is part of a number.
      while let last = text.last, isBar(last), !text.hasSuffix("\\|") {
        text.removeLast()
      }
    }
    let bars = places(ofBarsIn: text)
    let wide = bars.filter { bar in
      let before = bar > text.startIndex ? text[text.index(before: bar)] : " "
      let next = text.index(after: bar)
      let after = next < text.endIndex ? text[next] : " "
      return before.isWhitespace && after.isWhitespace || text[bar] != "|"
    }
    // If cells have spaces around them, a bar without is part of a number.
    let parting = !wide.isEmpty ? wide : isFramed ? bars : []
    guard isFramed || !parting.isEmpty else { return nil }
    var cells: [String] = []
    var start = text.startIndex
    for bar in parting {
      cells.append(String(text[start..<bar]))
      start = text.index(after: bar)
    }
    cells.append(String(text[start...]))
    let isTight = wide.isEmpty
    cells = cells.map(\.undrawn)
    // In some wikis two bars separate cells.
    if isTight || cells.contains("") { cells.removeAll { $0.isEmpty } }
    guard
      isTight, let message = cells.firstIndex(where: ReportMessage.isBeginning)
    else { return cells }
    // If all bars look alike, each may be part of the number.
    return cells[..<message] + [cells[message...].joined(separator: "|")]
  }

  private static func places(ofBarsIn text: Substring) -> [String.Index] {
    var places: [String.Index] = []
    var isEscaped = false
    for place in text.indices where places.count <= ReportLimit.columns {
      if isBar(text[place]), !isEscaped { places.append(place) }
      isEscaped = text[place] == "\\"
    }
    return places
  }

  private static func isBar(_ character: Character) -> Bool {
    switch character {
    case "|", "¦", "│", "┃", "║", "┆", "┇", "┊", "┋", "╎", "╏", "｜": true
    default: false
    }
  }

  private static func mayBeBar(_ byte: UInt8) -> Bool {
    byte == 0x7c || byte == 0x5e || byte == 0x21 || byte >= 0x80
  }
}

extension Substring {
  fileprivate var trimmed: Substring {
    var text = drop(while: \.isWhitespace)
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }
}

extension String {
  /// The cell without the markup of wikis and chats.
  fileprivate var undrawn: String {
    var text = collapsingWhitespace[...].withoutAttributes
    for mark in ["_. ", "_.", "=", "!"] where text.hasPrefix(mark) {
      text = text.dropFirst(mark.count)
    }
    if text.count > 1, text.hasSuffix("="), collapsingWhitespace.hasPrefix("=")
    {
      text.removeLast()
    }
    return String(text).unmarked.withoutEscapes.replacing("\\|", with: "|")
      .collapsingWhitespace
  }
}

extension Substring {
  /// The cell without Textile attributes: `>. `, `_<. `, `\2. `.
  fileprivate var withoutAttributes: Substring {
    let head = prefix(8)
    guard
      let first = first, "_<>=^~\\/".contains(first),
      let dot = head.firstIndex(of: "."),
      head[..<dot].allSatisfy({ "_<>=^~\\/0123456789".contains($0) })
    else { return self }
    return self[index(after: dot)...].drop { $0 == " " }
  }
}
