/// What a kind of number looks like: a regular expression that has to match the
/// whole of it.
public struct Pattern: Hashable, Sendable {
  /// The expression, as it was written.
  public let text: String

  // A regular expression is not changed by matching.
  private nonisolated(unsafe) let expression: Regex<AnyRegexOutput>

  /// Takes an expression in the syntax of Swift, that of Perl in the main; it
  /// need not have `^` and `$`.
  ///
  /// - Throws: an error that says in English why it is none.
  public init(_ text: String) throws {
    self.text = text
    expression = try Regex(text).asciiOnlyDigits()
      .asciiOnlyCharacterClasses().matchingSemantics(.unicodeScalar)
  }

  /// Whether all of the number is as the pattern says.
  public func matches(_ number: some StringProtocol) -> Bool {
    (try? expression.wholeMatch(in: String(number))) != nil
  }

  /// Whether they are written alike.
  public static func == (one: Pattern, other: Pattern) -> Bool {
    one.text == other.text
  }

  /// Hashes what was written.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(text)
  }
}
