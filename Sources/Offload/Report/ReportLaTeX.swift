/// Table rows in LaTeX: `2 & Item not found. Barcode: 7
/// \hline`.
enum ReportLaTeX {
  private static let ends = [
    "\\\\", "\\tabularnewline", "\\hline", "\\toprule", "\\midrule",
    "\\bottomrule",
  ]

  /// Returns true if a line only draws part of a table.
  static func isRule(_ line: Substring) -> Bool {
    line.first == "\\"
      && ["hline", "toprule", "midrule", "bottomrule", "begin{", "end{"]
        .contains { line.dropFirst().hasPrefix($0) }
      && !line.contains("&")
  }

  /// Returns the cells of a row; nil if the line is not a row.
  static func cells(of line: Substring) -> [String]? {
    guard line.utf8.contains(UInt8(ascii: "&")) else { return nil }
    var text = String(line).collapsingWhitespace[...]
    var isEnded = false
    if text.last == "]", let start = text.firstRange(of: "\\\\[")?.lowerBound {
      text = text[..<start]
      isEnded = true
    }
    while let end = ends.first(where: text.hasSuffix) {
      text = text.dropLast(end.count)
      while text.last == " " { text.removeLast() }
      isEnded = true
    }
    for start in ends where text.hasPrefix(start) {
      text = text.dropFirst(start.count).drop { $0 == " " }
    }
    var cells: [String] = [""]
    var isEscaped = false
    for character in text {
      if character == "&", !isEscaped {
        guard cells.count <= ReportLimit.columns else { return nil }
        cells.append("")
      } else {
        cells[cells.count - 1].append(character)
      }
      isEscaped = character == "\\" && !isEscaped
    }
    guard cells.count > 1,
      isEnded || cells[0].collapsingWhitespace.lineNumber != nil
    else {
      return nil
    }
    return cells.map(words)
  }

  /// Returns the text of a cell without commands.
  private static func words(of cell: String) -> String {
    var words = ""
    var rest = cell[...]
    while let character = rest.first {
      rest.removeFirst()
      switch character {
      case "{", "}": continue
      case "~": words.append(" ")
      case "\\":
        let name = rest.prefix { $0.isASCII && $0.isLetter }
        rest = rest[name.endIndex...]
        if name.isEmpty {
          if let sign = rest.popFirst() { words.append(sign) }
        } else if name == "verb", let mark = rest.popFirst() {
          let code = rest.prefix { $0 != mark }
          words += code
          rest = rest[code.endIndex...].dropFirst()
        } else if name == "textbackslash" {
          words.append("\\")
        }
      default: words.append(character)
      }
    }
    return words.collapsingWhitespace
  }
}
