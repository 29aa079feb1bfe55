import ArgumentParser
import Languages
import Settings
import Station
import Typesetting

/// The help of a command, taken apart again: the parser gives it as one text.
struct CommandHelpText {
  /// An argument or an option, with its text.
  struct Item: Hashable {
    let label: String
    var text: String
  }

  /// The command line.
  let usage: String
  /// The arguments and options, those of all commands left out.
  let items: [Item]

  /// Takes the help of a command apart, in a language.
  init(of command: any ParsableCommand.Type, in words: any Words) {
    // Nothing is wrapped in lines that are this long.
    let columns = 100_000
    let help = ParserHelp(words: words, columns: columns).translated(
      Offcirc.helpMessage(for: command, columns: columns)[...])
    let lines = help.split(separator: "\n")
    let heading = words.text(.usageHeading)
    usage =
      lines.first { $0.hasPrefix(heading) }
      .map { String($0.dropFirst(heading.count)) } ?? ""
    items = Self.items(
      in: lines,
      under: [words.text(.arguments), words.text(.options)],
      not: words.text(.commands))
  }

  /// The options of all commands, by their names.
  private static let ofAll = [
    "--language", "--config", "--no-settings", "--version", "-h",
  ]

  /// True for an option that all commands have.
  static func isOfAll(_ item: Item) -> Bool {
    ofAll.contains { item.label.hasPrefix($0) }
  }

  private static func items(
    in lines: [Substring], under headings: [String], not other: String
  ) -> [Item] {
    var items: [Item] = []
    var isList = false
    for line in lines {
      if headings.contains(String(line)) || line == other {
        isList = line != other
      } else if isList, line.hasPrefix(ParserHelp.textIndent) {
        items[items.count - 1].text += line.drop { $0 == " " }
      } else if isList, line.hasPrefix("  ") {
        let label = line.prefix(ParserHelp.textIndent.count)
        // A long label has its text in the next line.
        let isLong = !label.hasSuffix(" ")
        items.append(
          Item(
            label: (isLong ? line : label).trimmed,
            text: isLong ? "" : line.dropFirst(label.count).trimmed))
      }
    }
    return items
  }
}

extension Substring {
  fileprivate var trimmed: String {
    String(drop { $0 == " " }).trimmedAtEnd
  }
}
