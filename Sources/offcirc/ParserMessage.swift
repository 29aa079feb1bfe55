import ArgumentParser
import Languages
import Station

/// A message of the parser of the command line, which writes English only.
struct ParserMessage {
  /// The error, without what is around it; empty for help.
  private let sentence: String
  private let text: String

  /// Creates the message of an error, or of a request for help.
  init(of error: any Error) {
    sentence = Offcirc.message(for: error)
    // It is wrapped later, since the words of a language have other lengths.
    text = Offcirc.fullMessage(for: error, columns: 100_000)
  }

  /// Returns the message in a language, its help in lines of so many columns.
  func text(in words: any Words, columns: Int) -> String {
    let help = ParserHelp(words: words, columns: columns)
    let error = "Error: " + sentence
    if text.hasPrefix(error) {
      let told = ParserFault(sentence).map(words.sentence) ?? sentence
      return words.text(.error) + told
        + help.translated(text.dropFirst(error.count))
    }
    // Completions are for shells, and the version is one.
    guard text.hasPrefix("OVERVIEW: ") || text.hasPrefix("USAGE: ") else {
      return text.completingFilesAlone
    }
    return help.translated(text[...])
  }
}
