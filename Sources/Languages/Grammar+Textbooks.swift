import Textbooks

/// A language's words around the numbers of a fine.
struct FormulaWords {
  /// The word before the whole that a part is taken of.
  let of: String
  /// The words behind a price that is rounded up.
  let roundedUp: String
  /// The words behind an amount that would be negative.
  let belowZero: String
  /// The decimal sign.
  let decimalSign: String
  /// The blank between a number and its unit.
  let blank: String
}

extension FormulaWords {
  /// Returns a part as a language writes it.
  func share(_ share: Share) -> String {
    share.isPercentage
      ? share.percentage(decimalSign: decimalSign) + blank + "%" : share.text
  }

  /// Returns an amount with its currency.
  func amount(_ money: Money) -> String {
    let parts = money.digits
    return parts.units + decimalSign + parts.cents + blank + "€"
  }

  /// Returns a part of an amount, and what it comes to.
  func part(_ share: Share, of price: Money, is result: Money) -> String {
    "\(self.share(share)) \(of) \(amount(price)) = \(amount(result))"
  }

  /// Returns the calculation of a part of a price; nil if it is the price
  /// itself.
  func formula(_ part: PriceShare) -> String? {
    var factors = part.percent.map { [share(Share(percent: $0))] } ?? []
    if let due = part.dueGrades { factors.append(String(due)) }
    if !part.share.isWhole || part.dueGrades != nil {
      factors.append(share(part.share))
    }
    var text = amount(part.price)
    if part.isRoundedUp, part.price != part.listedPrice {
      text += " (\(amount(part.listedPrice)) \(roundedUp))"
    }
    if !factors.isEmpty {
      text = "\(factors.joined(separator: " × ")) \(of) \(text)"
    }
    guard part.deduction > .zero else {
      return factors.isEmpty ? nil : "\(text) = \(amount(part.amount))"
    }
    text += " − \(part.year ?? 0) × \(amount(part.yearly))"
    return part.amount > .zero
      ? "\(text) = \(amount(part.amount))"
      : "\(text) \(belowZero) \(amount(.zero))"
  }
}
