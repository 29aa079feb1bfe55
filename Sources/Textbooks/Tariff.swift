/// A school's rules for fines.
package struct Tariff: Hashable, Sendable {
  /// The charges that a tariff begins with.
  package enum Basis: String, CaseIterable, Sendable {
    /// Those of PMB-Manuels: the fee for slight damage, the price for an
    /// unusable or lost copy.
    case manuels
    /// None: each change for the worse is asked, unless a rule says otherwise.
    case own
  }

  /// The charges to begin with.
  package var basis = Basis.manuels
  /// The school's own rules; the last one that fits holds.
  package var rules: [ChargeRule] = []
  /// The fee of a title that has none.
  package var fee = Charge.share(.third)
  /// The price of a title that has none; nil if there is no such price.
  package var price: Money?
  /// The percents of the price by year of circulation, the last one for all
  /// later years; empty if the price stays.
  package var percents: [Int] = []
  /// The amount that each year of circulation takes off.
  package var yearly = Money.zero
  /// True if the price is rounded up to a whole amount first.
  package var roundsPriceUp = false
  /// The grades of wear that each year of a loan may cost for nothing.
  package var freeGrades = 0

  /// Creates the tariff of PMB-Manuels.
  package init() {}

  /// Returns the charge for a change from one state to a worse one.
  package func charge(from start: Int, to end: Int) -> Charge {
    let rule = rules.last {
      $0.starts.contains(start) && $0.ends.contains(end)
    }
    return rule?.charge ?? basis.charge(from: start, to: end)
  }
}

extension Tariff.Basis {
  fileprivate func charge(from start: Int, to end: Int) -> Charge {
    guard self == .manuels else { return .ask }
    return switch (start, end) {
    case (_, ...2): .free
    case (_, 3): .fee
    // The document does not say what a copy costs that is lost now, and was
    // unusable before.
    case (4, 5): .ask
    default: .price
    }
  }
}

extension Share {
  /// A third, which the document names as the usual fee.
  fileprivate static let third = Share(numerator: 1, denominator: 3)

  private init(numerator: Int, denominator: Int) {
    self.numerator = numerator
    self.denominator = denominator
    isPercentage = false
  }
}
