import Languages
import Station

extension ParserFault {
  /// Reads the parser's sentence; nil if it is another one, such as a sentence
  /// of a command.
  init?(_ sentence: String) {
    if let match = sentence.wholeMatch(
      of: #/Unknown option '(.*?)'(?:\. Did you mean '(.*)'\?)?/#
        .dotMatchesNewlines())
    {
      self = .unknownOption(String(match.1), near: match.2.map(String.init))
    } else if let match = sentence.wholeMatch(
      of: #/Invalid option: (.*)/#.dotMatchesNewlines())
    {
      self = .unknownOption(String(match.1), near: nil)
    } else if let match = sentence.wholeMatch(of: #/Missing value for '(.*)'/#)
    {
      self = .missingValue(of: String(match.1))
    } else if let match = sentence.wholeMatch(
      of:
        #/The option '(.*?)' does not take any value, but '(.*)' was specified\./#
        .dotMatchesNewlines())
    {
      self = .unexpectedValue(String(match.2), of: String(match.1))
    } else if let match = sentence.wholeMatch(
      of: #/(?:Unexpected argument|[0-9]+ unexpected arguments:) '(.*)'/#
        .dotMatchesNewlines())
    {
      let arguments = String(match.1).split(
        separator: "', '", omittingEmptySubsequences: false
      ).map(String.init)
      self = .unexpectedArguments(arguments)
    } else if let match = sentence.wholeMatch(
      of: #/Missing expected argument '(.*?)(?: \.\.\.)?'/#)
    {
      self = .missingArgument(String(match.1))
    } else if let error = Self.ofValue(sentence) ?? Self.ofShell(sentence) {
      self = error
    } else {
      return nil
    }
  }

  private static func ofValue(_ sentence: String) -> ParserFault? {
    guard
      let match = sentence.wholeMatch(
        of: #/The value '(.*)' is invalid for '([^']*)'(.*)/#
          .dotMatchesNewlines())
    else { return nil }
    let (value, option) = (String(match.1), String(match.2))
    if match.3.isEmpty { return .invalidValue(value, of: option) }
    if match.3.hasPrefix(". ") {
      // Six values or more are on lines of their own.
      let known = match.3.matches(of: #/'([^']*)'|\n {2}- (.*)/#).map {
        String($0.1 ?? $0.2 ?? "")
      }
      return .unknownValue(value, of: option, known: known)
    }
    return .refusedValue(
      value, of: option, reason: String(match.3.dropFirst(": ".count)))
  }

  private static func ofShell(_ sentence: String) -> ParserFault? {
    guard
      let match = sentence.wholeMatch(
        of:
          #/Can't (?:generate completion scripts for '(.*)'|autodetect a supported shell)\..* with one of:\s+([a-z ]+)/#
          .dotMatchesNewlines())
    else { return nil }
    return .unknownShell(
      match.1.map(String.init),
      known: match.2.split(separator: " ").map(String.init))
  }
}
