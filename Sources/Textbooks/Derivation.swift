/// The way in which a fine came about; each language puts it into words.
package enum Derivation: Hashable, Sendable {
  /// The state at the end never costs anything.
  case costsNothing(end: Int)
  /// The state is that of the start.
  case unchanged(Int)
  /// The state is better than that of the start: somebody should look.
  case better(start: Int, end: Int)
  /// The tariff charges nothing for the state at the end.
  case free(end: Int)
  /// The wear is not more than the tariff allows for the years of the loan.
  case allowed(grades: Int, years: Int)
  /// An amount, whatever the title.
  case fixed(Money)
  /// The title's own fee for slight damage.
  case fee(Money)
  /// The part of the price that is the fee of titles without one.
  case feeOfPrice(Share, of: Money)
  /// A part of the price.
  case price(PriceShare)
  /// No amount: a person has to decide, for this reason.
  case asked(Question)

  /// A reason for which a person has to decide.
  package enum Question: Hashable, Sendable {
    /// The state at the start is not known.
    case noStart
    /// The state at the start says nothing of wear.
    case start(Int)
    /// The tariff leaves this change of state to a person.
    case change(start: Int, end: Int)
    /// The price is not known.
    case noPrice
    /// The title has no fee, and the tariff none for such titles.
    case noFee
    /// The year of first circulation is not known.
    case noYear
  }

  /// The amount; nil if a person has to decide.
  package var amount: Money? {
    switch self {
    case .costsNothing, .unchanged, .better, .free, .allowed: .zero
    case .fixed(let amount), .fee(let amount): amount
    case .feeOfPrice(let share, let price):
      Money(price, times: share.numerator, over: share.denominator)
    case .price(let share): share.amount
    case .asked: nil
    }
  }

  /// True if the copy came back in a better state than it left in: swapped, or
  /// lent with a wrong state.
  package var isSuspicious: Bool {
    if case .better = self { true } else { false }
  }
}

/// A part of a price, by the age of the copy and its wear.
package struct PriceShare: Hashable, Sendable {
  /// The price before it is rounded.
  package let listedPrice: Money
  /// True if the price is rounded up to a whole amount.
  package let isRoundedUp: Bool
  /// The year of circulation, from 1; nil if the age does not matter.
  package let year: Int?
  /// The percents of the price that are left in that year; nil if the age does
  /// not change the price.
  package let percent: Int?
  /// The part that the change of state costs.
  package let share: Share
  /// The number of grades for each of which the part is due; nil if it is due
  /// once.
  package let dueGrades: Int?
  /// The number of grades of wear that were free before them.
  package let freeGrades: Int
  /// The amount that each year takes off.
  package let yearly: Money

  /// The price of which the part is taken.
  package var price: Money { isRoundedUp ? listedPrice.roundedUp : listedPrice }

  /// The amount that the years take off.
  package var deduction: Money { Money(cents: yearly.cents * (year ?? 0)) }

  /// The amount, to the cent, half a cent up, and never below nothing.
  package var amount: Money {
    let part = Money(
      price, times: (percent ?? 100) * share.numerator * (dueGrades ?? 1),
      over: 100 * share.denominator)
    return max(Money(cents: part.cents - deduction.cents), .zero)
  }
}

extension Money {
  /// Takes a part of an amount, half a cent up.
  fileprivate init(_ amount: Money, times factor: Int, over divisor: Int) {
    self.init(cents: (2 * amount.cents * factor + divisor) / (2 * divisor))
  }
}
