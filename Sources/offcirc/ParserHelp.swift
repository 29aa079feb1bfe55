import Languages
import Offload
import Settings
import Station
import Typesetting

/// The help of the parser, each paragraph in one line, in a language.
///
/// Only the words that the parser writes itself are replaced.
struct ParserHelp {
  let words: any Words
  /// The width of the lines.
  let columns: Int

  /// The column in which the texts of options begin.
  private static let textColumn = 26
  /// The blanks before a text that is in a line of its own.
  static let textIndent = String(repeating: " ", count: textColumn)

  /// Returns the help in the language, wrapped.
  func translated(_ help: Substring) -> String {
    var isSynopsis = false
    var isList = false
    return help.split(separator: "\n", omittingEmptySubsequences: false)
      .map { line in
        if let synopsis = synopsis(line) {
          isSynopsis = true
          return synopsis
        }
        isSynopsis = isSynopsis && line.hasPrefix("   ")
        if isSynopsis { return continued(line) }
        if let heading = heading(line) {
          isList = true
          return heading
        }
        return reference(line) ?? (isList ? item(line) : paragraph(line))
      }
      .joined(separator: "\n")
  }

  // MARK: The synopsis

  private static let synopsisHeadings = [
    "USAGE: ": ParserText.usageHeading, "Usage: ": .usage,
  ]

  /// Returns the first line of a synopsis; nil for another line.
  private func synopsis(_ line: Substring) -> String? {
    for (english, text) in Self.synopsisHeadings
    where line.hasPrefix(english) {
      let usage = line.dropFirst(english.count)
      let name = usage.prefix { !"[<-".contains($0) }
      return wrapped(
        Self.glued(usage.dropFirst(name.count))
          .replacing("<subcommand>", with: "<\(words.text(.command))>"),
        after: words.text(text) + name)
    }
    return nil
  }

  /// Returns a further line of a synopsis, which is wrapped already.
  private func continued(_ line: Substring) -> String {
    let more = words.text(.usageHeading).count - "USAGE: ".count
    return String(repeating: " ", count: more) + line
  }

  /// Joins what belongs to one option by no-break spaces.
  private static func glued(_ usage: Substring) -> String {
    var options: [String] = []
    for word in usage.split(separator: " ") {
      if let option = options.last,
        word == "..."
          || option.count(where: { $0 == "[" })
            > option.count(where: { $0 == "]" })
          || option.hasPrefix("--") && !option.contains("\u{a0}")
            && word.hasPrefix("<")
      {
        options[options.count - 1] += "\u{a0}" + word
      } else {
        options.append(String(word))
      }
    }
    return options.joined(separator: " ")
  }

  // MARK: Other lines

  private func heading(_ line: Substring) -> String? {
    switch line {
    case "ARGUMENTS:": words.text(.arguments)
    case "OPTIONS:": words.text(.options)
    case "SUBCOMMANDS:": words.text(.commands)
    default: nil
    }
  }

  /// Returns the line that names the command for more help; nil for another.
  private func reference(_ line: Substring) -> String? {
    if let match = line.wholeMatch(
      of: #/  See '(.+)' for more information\./#)
    {
      return "  " + words.seeMore(String(match.1))
    }
    if let match = line.wholeMatch(
      of: #/  See '(.+) <subcommand>' for detailed help\./#)
    {
      return "  " + words.seeDetails("\(match.1) <\(words.text(.command))>")
    }
    return nil
  }

  /// Returns an option, an argument or a command with its text, or one of the
  /// two.
  private func item(_ line: Substring) -> String {
    let label = line.prefix(Self.textColumn)
    guard label.hasSuffix(" ") else { return String(line) }
    let name = label.replacing(#/ +$/#, with: "")
      .replacing("(default)", with: "(\(words.byDefault))")
    return wrapped(
      text(String(line.dropFirst(Self.textColumn))),
      after: String(name).padded(to: Self.textColumn))
  }

  private func paragraph(_ line: Substring) -> String {
    for (english, translated) in [
      ("OVERVIEW: ", ""), ("Help:  ", words.text(.help)),
    ] where line.hasPrefix(english) {
      return wrapped(
        translated + text(String(line.dropFirst(english.count))), after: "")
    }
    return wrapped(String(line), after: "")
  }

  /// Returns the text of an option in the language.
  private func text(_ text: String) -> String {
    switch text {
    case "Show help information.": return words.text(.showHelp)
    case "Show the version.": return words.text(.showVersion)
    default: break
    }
    // The values stand before the text: --language <en|fr>.
    return text.replacing(
      #/ \((?:values: [^;()]+(?:; )?)?(?:default: ([^;()]+))?\)$/#
    ) { match in
      match.1.map { " " + words.defaultValue(String($0)) } ?? ""
    }
  }

  /// Wraps a text that stands behind a label; the label makes the indent.
  private func wrapped(_ text: String, after label: String) -> String {
    let indent = String(repeating: " ", count: label.count)
    return text.wrapped(to: columns, first: label, rest: indent)
      .joined(separator: "\n")
  }
}
