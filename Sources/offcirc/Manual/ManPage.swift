/// A page of the manual, as `man` reads it.
///
/// The macros are those of man(7): mdoc(7) knows the headings of English only.
struct ManPage {
  private var lines: [String]

  /// The longest line that mandoc does not complain of, in bytes.
  private static let maximum = 78

  /// Creates a page without chapters; the date is `YYYY-MM-DD`.
  init(_ name: String, section: Int, date: String, program: String) {
    lines = [
      ".TH \(name.uppercased()) \(section) \(date) \"\(program)\"",
      // Paths and options are not hyphenated, and not stretched.
      ".nh", ".ad l",
    ]
  }

  /// The text of the page.
  var text: String { lines.joined(separator: "\n") + "\n" }

  /// Begins a chapter.
  mutating func chapter(_ heading: String) { lines.append(".SH \(heading)") }

  /// Begins a part of a chapter.
  mutating func part(_ heading: String) {
    lines += [".SS " + heading.escapedForMan]
  }

  /// Adds the line by which the page is found.
  mutating func name(_ name: String, is purpose: String) {
    lines += Self.wrapped("\(name.escapedForMan) \\- \(purpose.escapedForMan)")
  }

  /// Adds a text: paragraphs, and among them lists whose lines are indented.
  mutating func text(_ text: String) {
    var isFirst = lines.last?.hasPrefix(".S") ?? false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.isEmpty { continue }
      if line.hasPrefix("  ") {
        let words = line.split(separator: " ", maxSplits: 1)
        item(String(words[0]), words.dropFirst().joined())
      } else {
        if !isFirst { lines.append(".PP") }
        lines += Self.wrapped(line.escapedForMan)
      }
      isFirst = false
    }
  }

  /// Adds a command line, with its options and values.
  mutating func synopsis(_ usage: String) {
    if let last = lines.last, !last.hasPrefix(".S") { lines.append(".PP") }
    lines += Self.wrapped(usage.markedForMan)
  }

  /// Adds what a word or an option means.
  mutating func item(_ label: String, _ text: String) {
    lines += [".TP", label.markedForMan]
    lines += Self.wrapped(text.drop { $0 == " " }.escapedForMan)
  }

  /// Wraps a text, and protects lines that would be taken for requests.
  private static func wrapped(_ text: String) -> [String] {
    var lines: [String] = []
    for word in text.split(separator: " ") {
      if let last = lines.last,
        last.utf8.count + 1 + word.utf8.count <= maximum
      {
        lines[lines.count - 1] += " " + word
      } else {
        lines.append((word.hasPrefix(".") ? "\\&" : "") + word)
      }
    }
    return lines
  }
}

extension StringProtocol {
  /// The text with all that roff would change written as it wants it.
  fileprivate var escapedForMan: String {
    reduce(into: "") { text, character in
      switch character {
      case "\\": text += "\\e"
      case "-": text += "\\-"
      case "'": text += "\\(aq"
      case "`": text += "\\(ga"
      case "^": text += "\\(ha"
      case "~": text += "\\(ti"
      case "\"": text += "\\(dq"
      default: text.append(character)
      }
    }
  }

  /// A command line with bold words and options, and values in italics.
  fileprivate var markedForMan: String {
    var text = ""
    var word = ""
    func end() {
      if word.contains(where: { $0.isLetter || $0.isNumber }) {
        text += "\\fB\(word.escapedForMan)\\fR"
      } else {
        text += word.escapedForMan
      }
      word = ""
    }
    var depth = 0
    for character in self {
      if character == "<" {
        if depth == 0 {
          end()
          text += "\\fI"
        }
        depth += 1
      }
      if depth > 0 {
        text += String(character).escapedForMan
      } else if " [](),|".contains(character) {
        end()
        text.append(character)
      } else {
        word.append(character)
      }
      if character == ">" {
        depth -= 1
        if depth == 0 { text += "\\fR" }
      }
    }
    end()
    return text
  }
}
