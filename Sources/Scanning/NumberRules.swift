/// The rules for numbers of one kind: borrowers or items.
package struct NumberRules: Hashable, Sendable {
  /// The check digit at the end of a number.
  package enum CheckDigit: String, CaseIterable, Hashable, Sendable {
    /// No check digit.
    case none
    /// The mod 10 check digit (Luhn) of bank cards and library Codabar.
    case mod10
  }

  /// A reason to suspect a number.
  package enum Warning: Hashable, Sendable {
    /// It matches none of the patterns.
    case pattern
    /// Matching it with this pattern takes too long.
    case undecided(Pattern)
    /// Its length in characters is not allowed.
    case length(Int)
    /// It begins with a zero, which a spreadsheet drops.
    case leadingZero
    /// It contains a slash.
    case slash
    /// Its check digit is wrong.
    case checkDigit
  }

  /// The patterns of valid numbers; empty if unknown.
  package var patterns: [Pattern] = []
  /// The valid lengths in characters; empty if unknown.
  package var lengths: [Int] = []
  /// The check digit.
  package var checkDigit = CheckDigit.none
  /// True if no number begins with a zero.
  package var forbidsLeadingZero = false
  /// True if no number contains a slash.
  package var forbidsSlash = false

  /// Creates rules that accept every number.
  package init() {}

  /// Returns true if the number matches one of the patterns.
  package func fits(_ number: some StringProtocol) -> Bool {
    patterns.contains { $0.matches(number) }
  }

  /// The result of matching a number with all patterns.
  enum Comparison {
    /// It matches one of them.
    case fits
    /// It matches none.
    case differs
    /// It matches none, and matching this one takes too long.
    case undecided(Pattern)
  }

  /// Matches a number with the patterns.
  func comparison(with number: some StringProtocol) -> Comparison {
    var costly: Pattern?
    for pattern in patterns {
      switch pattern.compare(number) {
      case .fits: return .fits
      case .differs: continue
      case .undecided: costly = costly ?? pattern
      }
    }
    return costly.map { .undecided($0) } ?? .differs
  }

  /// Returns the reason to suspect the number; nil if there is none.
  package func warning(_ number: String) -> Warning? {
    switch comparison(with: number) {
    case .fits: break
    case .differs: if !patterns.isEmpty { return .pattern }
    case .undecided(let pattern): return .undecided(pattern)
    }
    return warning(ofFitting: number)
  }

  /// Returns the reason to suspect a number that matches a pattern; nil if
  /// there is none.
  func warning(ofFitting number: String) -> Warning? {
    if !lengths.isEmpty, !lengths.contains(number.count) {
      return .length(number.count)
    }
    if forbidsLeadingZero, number.hasPrefix("0") { return .leadingZero }
    if forbidsSlash, number.contains("/") { return .slash }
    if checkDigit == .mod10, !number.hasSoundMod10Digit { return .checkDigit }
    return nil
  }
}

extension NumberRules {
  /// Returns true if the patterns are meant for title numbers, and do not
  /// accept other numbers of the same length as well.
  package func meansTitles(like number: String) -> Bool {
    let beginning = number.prefix { !$0.isNumber }
    let other = beginning + "3" + number.dropFirst(beginning.count + 1)
    return fits(number) && !fits(other)
  }
}

extension String {
  /// True if the mod 10 sum (Luhn) of the digits is a multiple of ten.
  var hasSoundMod10Digit: Bool {
    var sum = 0
    for (place, byte) in utf8.reversed().enumerated() {
      guard UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte else { return false }
      let digit = Int(byte - UInt8(ascii: "0")) << (place % 2)
      sum += digit > 9 ? digit - 9 : digit
    }
    return utf8.count > 1 && sum % 10 == 0
  }
}
