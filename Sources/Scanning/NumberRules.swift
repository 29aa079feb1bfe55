/// What numbers of one kind look like: the cards, or the items.
public struct NumberRules: Hashable, Sendable {
  /// Whether the last digit tells whether the others were read right.
  public enum CheckDigit: String, CaseIterable, Hashable, Sendable {
    /// It does not.
    case none
    /// By the mod 10 rule of bank cards and library Codabar, also called Luhn's.
    case mod10
  }

  /// Why a number may be wrong.
  public enum Doubt: Hashable, Sendable {
    /// It fits none of the patterns.
    case pattern
    /// It takes too long to know whether it fits this one.
    case undecided(Pattern)
    /// It has a length, in characters, that numbers of its kind do not have.
    case length(Int)
    /// It begins with a zero, which a spreadsheet drops.
    case leadingZero
    /// It has a slash in it.
    case slash
    /// Its last digit does not agree with the others.
    case checkDigit
  }

  /// What they look like; none if that is not known.
  public var patterns: [Pattern] = []
  /// How many characters they have; none if that is not known.
  public var lengths: [Int] = []
  /// What their last digit is.
  public var checkDigit = CheckDigit.none
  /// Whether none of them begins with a zero.
  public var forbidsLeadingZero = false
  /// Whether none of them has a slash in it.
  public var forbidsSlash = false

  /// Rules that know nothing, and doubt no number.
  public init() {}

  /// Whether the number fits one of the patterns.
  public func fits(_ number: some StringProtocol) -> Bool {
    patterns.contains { $0.matches(number) }
  }

  /// How a number compares with all of the patterns.
  enum Comparison {
    /// It fits one of them.
    case fits
    /// It fits none.
    case differs
    /// It takes too long to know of one, and fits no other.
    case undecided(Pattern)
  }

  /// Compares a number with the patterns.
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

  /// Why the number may be wrong; nil if it is as they are.
  public func doubt(_ number: String) -> Doubt? {
    switch comparison(with: number) {
    case .fits: break
    case .differs: if !patterns.isEmpty { return .pattern }
    case .undecided(let pattern): return .undecided(pattern)
    }
    return doubt(ofFitting: number)
  }

  /// Why a number may be wrong that fits a pattern; nil if it is as they are.
  func doubt(ofFitting number: String) -> Doubt? {
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
  /// Whether the patterns mean numbers of titles, and do not only take them
  /// among others of their length: as for one that begins otherwise.
  public func meansTitles(like number: String) -> Bool {
    let beginning = number.prefix { !$0.isNumber }
    let other = beginning + "3" + number.dropFirst(beginning.count + 1)
    return fits(number) && !fits(other)
  }
}

extension String {
  /// Whether the digits, from the last one, add up to a multiple of ten, every
  /// second one doubled and its own digits added.
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
