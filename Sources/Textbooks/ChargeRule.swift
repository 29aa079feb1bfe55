/// A rule of a tariff, as the settings write it: `1-2 -> 3 = fee`.
package struct ChargeRule: Hashable, Sendable {
  /// The states at the start of a loan.
  package let starts: [Int]
  /// The states at its end.
  package let ends: [Int]
  /// The cost of each change that the rule is about.
  package let charge: Charge
  /// The rule as it was written.
  package let text: String

  /// Parses `START -> END = CHARGE`, where START and END are numbers such as
  /// `3`, `1-3` or `1,2`, or `*` for any.
  ///
  /// - Throws: ``ChargeRuleFlaw``.
  package init(_ text: String) throws(ChargeRuleFlaw) {
    let plain = text.replacing("→", with: "->")
    let halves = plain.split(
      separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard halves.count == 2 else { throw .form(text) }
    let sides = halves[0].split(
      separator: "->", omittingEmptySubsequences: false)
    guard sides.count == 2 else { throw .form(text) }
    starts = try Self.states(sides[0], of: text)
    ends = try Self.states(sides[1], of: text)
    let written = halves[1].drop(while: \.isWhitespace)
    guard let charge = Charge(String(written)) else {
      throw .charge(String(written))
    }
    self.charge = charge
    self.text = text
    // What did not get worse costs nothing, whatever a rule says.
    guard let best = starts.min(), let worst = ends.max(), best < worst else {
      throw .notWorse(text)
    }
  }

  /// Reads the numbers of states.
  private static func states(
    _ part: Substring, of text: String
  ) throws(ChargeRuleFlaw) -> [Int] {
    let part = part.filter { !$0.isWhitespace }
    if part == "*" { return Array(CopyStatus.graded) }
    var states: [Int] = []
    for piece in part.split(separator: ",", omittingEmptySubsequences: false) {
      let bounds = piece.split(
        separator: "-", omittingEmptySubsequences: false
      ).map { Int($0) }
      guard let first = bounds.first ?? nil, let last = bounds.last ?? nil,
        bounds.count <= 2, first <= last
      else { throw .form(text) }
      for bound in [first, last] where !CopyStatus.graded.contains(bound) {
        throw .state(bound)
      }
      states += first...last
    }
    return states
  }
}

/// A reason to refuse a rule of a tariff.
package enum ChargeRuleFlaw: Error, Hashable, Sendable {
  /// It is not `START -> END = CHARGE`.
  case form(String)
  /// A state of this number never costs anything.
  case state(Int)
  /// The charge can't be understood.
  case charge(String)
  /// No state in it gets worse.
  case notWorse(String)
}
