import Terminal
import Typesetting

/// Help in the room of the morning: its purpose, and its keys.
struct MorningHelpPage: TextPage {
  var firstLine = 0

  var opener: Action { .help }
  static var columnLimit: Int { 2 }

  func title(_ words: any StationWords) -> String { words.helpTitle }

  func lines(_ look: Look, width: Int) -> [TextLine] {
    let words = look.words
    let sections = words.morningHelp.flatMap { section in
      [TextLine(text: section.title, role: .listHeading)]
        + section.paragraphs.flatMap { $0.wrapped(to: width) }
        .map { TextLine(text: $0) } + [TextLine(text: "")]
    }
    let contexts: [KeyContext] = [
      .morning, .collecting, .looking, .preparing, .ticking, .reporting,
    ]
    return sections.dropLast()
      + contexts.flatMap { keyLines(of: $0, words, width) }
  }
}
