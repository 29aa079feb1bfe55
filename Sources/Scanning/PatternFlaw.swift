/// An error of syntax in a regular expression.
package enum PatternFlaw: Hashable, Sendable {
  /// A parenthesis is not closed.
  case openParenthesis
  /// A closing parenthesis closes nothing.
  case strayParenthesis
  /// A bracket is not closed.
  case openBracket
  /// A sign of repetition follows nothing that can be repeated.
  case nothingToRepeat
  /// The first number in braces is larger than the second.
  case countsOutOfOrder
  /// A number in braces is larger than the maximum.
  case countTooLarge
  /// The first character of a range in brackets comes after the last.
  case rangeOutOfOrder
  /// The expression ends in a backslash.
  case backslashAtEnd
  /// A character after a backslash has no meaning there.
  case unknownEscape
  /// A character after `(?` has no meaning.
  case unknownGroup
  /// A reference is to a group that does not exist.
  case missingGroup
  /// A name in `[: :]` does not exist.
  case unknownClass
  /// Parentheses are nested deeper than the maximum.
  case tooDeep
  /// Another one, in the library's words, in English.
  case other(String)
}
