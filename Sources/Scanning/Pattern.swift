/// What a kind of number looks like: a regular expression that has to match the
/// whole of it.
public struct Pattern: Hashable, Sendable {
  /// Why a text is refused as a pattern.
  public enum Fault: Error, Hashable, Sendable {
    /// It does not compile, for a reason in English; the first place is 1.
    case notUnderstood(reason: String, place: Int)
    /// It has more bytes than a pattern may.
    case tooLong(byteCount: Int, most: Int)
    /// There are numbers with which it takes too long.
    case tooCostly
  }

  /// How a number compares with a pattern.
  enum Comparison {
    /// All of the number is as the pattern says.
    case fits
    /// It is not.
    case differs
    /// It takes too long to know.
    case undecided
  }

  /// The expression, as it was written.
  public let text: String

  private let expression: Expression

  /// More bytes than any expression for numbers has.
  static let longest = 500
  /// More bytes than any number has: 80 characters, four bytes each.
  static let longestNumber = 320
  /// The steps of one comparison at a desk, which take 1 ms at most.
  private static let stepsAtDesk: UInt32 = 20_000
  /// The steps with a text that is meant to be hard.
  private static let stepsOfTrial: UInt32 = 5_000

  /// Takes an expression in the syntax of Perl (PCRE2); it need not have `^`
  /// and `$`.
  ///
  /// It is tried with texts that are hard for expressions like it.
  ///
  /// - Throws: ``Fault``.
  public init(_ text: String) throws(Fault) {
    let byteCount = text.utf8.count
    guard byteCount <= Self.longest else {
      throw .tooLong(byteCount: byteCount, most: Self.longest)
    }
    self.text = text
    expression = try Expression(text)
    for hard in Self.hardTexts(for: text) {
      guard
        expression.compare(hard, steps: Self.stepsOfTrial) != .undecided
      else { throw .tooCostly }
    }
  }

  /// Whether all of the number is as the pattern says.
  public func matches(_ number: some StringProtocol) -> Bool {
    compare(number) == .fits
  }

  /// The fewest characters that a number may have to match; 0 if that is not
  /// known.
  var leastLength: Int { expression.leastLength }

  /// Compares a number with the pattern, for 1 ms at most.
  func compare(_ number: some StringProtocol) -> Comparison {
    guard number.utf8.count <= Self.longestNumber else { return .differs }
    return expression.compare(String(number), steps: Self.stepsAtDesk)
  }

  /// Texts of one character, or of two in turn, that end with what the pattern
  /// asks for and with what it does not take.
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

  /// Whether they are written alike.
  public static func == (one: Pattern, other: Pattern) -> Bool {
    one.text == other.text
  }

  /// Hashes what was written.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(text)
  }
}
