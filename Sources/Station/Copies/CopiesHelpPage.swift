import Terminal

/// Help in the room of copies: its purpose, and its keys.
struct CopiesHelpPage: TextPage {
  let notesStates: Bool
  var firstLine = 0

  init(notesStates: Bool) {
    self.notesStates = notesStates
  }

  var opener: Action { .help }
  static var columnLimit: Int { 2 }

  func title(_ words: any StationWords) -> String { words.helpTitle }

  func lines(_ look: Look, width: Int) -> [TextLine] {
    let words = look.words
    let contexts: [KeyContext] =
      notesStates ? [.copies, .copyState, .marking] : [.copies]
    return sectionLines(words.copiesHelp, width).dropFirst()
      + contexts.flatMap { keyLines(of: $0, words, width) }
  }
}
