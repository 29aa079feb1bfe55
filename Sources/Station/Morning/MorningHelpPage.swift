import Terminal

/// Help in the room of the morning: its purpose, and its keys.
struct MorningHelpPage: TextPage {
  var firstLine = 0

  var opener: Action { .help }
  static var columnLimit: Int { 2 }

  func title(_ words: any StationWords) -> String { words.helpTitle }

  func lines(_ look: Look, width: Int) -> [TextLine] {
    let words = look.words
    let contexts: [KeyContext] = [
      .morning, .collecting, .looking, .preparing, .ticking, .reporting,
      .puttingAway, .archiving,
    ]
    return sectionLines(words.morningHelp, width).dropFirst()
      + contexts.flatMap { keyLines(of: $0, words, width) }
  }
}
