import Circulation
import Terminal
import Typesetting

/// Help: the keys that a day at the desk needs, what to know, then every key,
/// from the one table of keys.
struct HelpPage: TextPage {
  /// The folder that the page names.
  let folder: StationFolder
  var firstLine = 0

  init(_ desk: Desk) {
    folder = desk.folder
  }

  var opener: Action { .help }
  static var columnLimit: Int { 2 }

  func title(_ words: any StationWords) -> String { words.helpTitle }

  /// All that is needed beside the scanner, in the order of a day.
  static let dailyActions: [Action] = [
    .clear, .switchOperation, .delete, .save, .close,
  ]

  /// The keys that the page does not list: those of a page, which its foot says,
  /// and those of a program of its own.
  private static let elsewhere: Set<KeyContext> = [
    .page, .itemRoom, .copyState, .copies, .marking, .scanner, .handOut,
    .morning, .collecting, .looking, .preparing, .ticking, .reporting,
    .puttingAway, .archiving,
  ]

  func lines(_ look: Look, width: Int) -> [TextLine] {
    let words = look.words
    var lines: [TextLine] = []
    if look.status?.handsOut == true {
      lines =
        keyLines(of: .handOut, words, width).dropFirst()
        + [TextLine(text: "")]
    }
    lines.append(TextLine(text: words.helpKeysHeading, role: .listHeading))
    for action in Self.dailyActions {
      let keys = KeyBinding.keys(of: action, in: .desk).prefix(1)
      lines += row(Array(keys), words.explanation(of: action), words, width)
    }
    lines += sectionLines(
      words.help(folder: folder, hasCommands: !look.isKiosk), width)
    for context in KeyContext.allCases
    where !Self.elsewhere.contains(context)
      && (context != .state || look.status?.notesStates == true)
    {
      lines += keyLines(
        of: context, without: look.printsSlips ? [] : [.slip], words, width)
      if context == .desk {
        lines += row("Alt", words.altKeys, width)
      }
    }
    return lines
  }
}

extension TextPage {
  /// Returns sections under their titles, each after an empty line.
  func sectionLines(_ sections: [HelpSection], _ width: Int) -> [TextLine] {
    sections.flatMap { section in
      ["", section.title].map { TextLine(text: $0, role: .listHeading) }
        + section.paragraphs.flatMap { $0.wrapped(to: width) }
        .map { TextLine(text: $0) }
    }
  }

  /// Returns the keys of a context under its name, except those of actions that
  /// the station does not have.
  func keyLines(
    of context: KeyContext, without actions: Set<Action> = [],
    _ words: any StationWords, _ width: Int
  ) -> [TextLine] {
    ["", words.name(of: context)].map {
      TextLine(text: $0, role: .listHeading)
    }
      + KeyBinding.all.filter {
        $0.context == context && !actions.contains($0.action)
      }.flatMap {
        row($0.keys, words.explanation(of: $0.action), words, width)
      }
  }

  /// Returns a row of keys with what they do.
  func row(
    _ keys: [Key], _ explanation: String, _ words: any StationWords,
    _ width: Int
  ) -> [TextLine] {
    row(
      keys.map(words.name(of:)).joined(separator: ", "), explanation, width)
  }

  /// Returns a row of the names of keys with what they do.
  func row(
    _ keys: String, _ explanation: String, _ width: Int
  ) -> [TextLine] {
    let padding = String(repeating: " ", count: max(22 - keys.count, 1))
    return explanation.wrapped(to: width - 24).enumerated().map {
      number, part in
      TextLine(
        text: number == 0
          ? "  \(keys)\(padding)\(part)"
          : String(repeating: " ", count: 24) + part)
    }
  }
}
