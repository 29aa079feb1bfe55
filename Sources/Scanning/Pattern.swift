/// A regular expression that a whole number of a kind has to match.
package struct Pattern: Hashable, Sendable {
  /// The result of matching a number.
  enum Comparison {
    /// The whole number matches.
    case fits
    /// It does not match.
    case differs
    /// Matching takes too long.
    case undecided
  }

  /// The expression as written.
  package let text: String

  private let expression: Expression

  /// The maximum length of an expression in bytes.
  static let maximumLength = 500
  /// The maximum length of a number in bytes: 80 characters of four bytes.
  static let maximumNumberLength = 320
  /// The maximum number of steps of a match at a desk: at most 1 ms.
  private static let stepsAtDesk: UInt32 = 20_000
  /// The maximum number of steps with each test text.
  private static let stepsOfTrial: UInt32 = 5_000

  /// Compiles an expression in Perl syntax (PCRE2); `^` and `$` are implied.
  ///
  /// It is tested with texts on which similar expressions take long.
  ///
  /// - Throws: ``PatternError``.
  package init(_ text: String) throws(PatternError) {
    let byteCount = text.utf8.count
    guard byteCount <= Self.maximumLength else {
      throw .tooLong(byteCount: byteCount, maximum: Self.maximumLength)
    }
    self.text = text
    expression = try Expression(text)
    for hard in Self.hardTexts(for: text) {
      guard
        expression.compare(hard, steps: Self.stepsOfTrial) != .undecided
      else { throw .tooCostly }
    }
  }

  /// Returns true if the whole number matches.
  package func matches(_ number: some StringProtocol) -> Bool {
    compare(number) == .fits
  }

  /// The minimum length of a matching number in characters; 0 if unknown.
  var minimumLength: Int { expression.minimumLength }

  /// Matches a number, for at most 1 ms.
  func compare(_ number: some StringProtocol) -> Comparison {
    guard number.utf8.count <= Self.maximumNumberLength else { return .differs }
    return expression.compare(String(number), steps: Self.stepsAtDesk)
  }

  /// Returns repetitive texts of the pattern's own characters, followed by one
  /// that makes the match fail late.
  private static func hardTexts(for pattern: String) -> [String] {
    var asked: [Character] = []
    for character in pattern.prefix(60) where !asked.contains(character) {
      asked.append(character)
    }
    let signs = String(asked.prefix(24))
    let usual: [Character] = ["3", "0", "A", "a", "é"]
    let characters = usual + asked.prefix(24).filter { !usual.contains($0) }
    let tails = ["", "\u{1}", signs, signs + "\u{1}"]
    let repeated = characters.flatMap { character in
      [String(character), "\(character)3", "\(character)A"]
    }
    return repeated.flatMap { part in
      let body = String(repeating: part, count: 80 / part.count)
      return tails.map { String(body.dropLast($0.count)) + $0 }
    }
  }

  /// Returns true if both have the same text.
  package static func == (one: Pattern, other: Pattern) -> Bool {
    one.text == other.text
  }

  /// Hashes the text.
  package func hash(into hasher: inout Hasher) {
    hasher.combine(text)
  }
}
