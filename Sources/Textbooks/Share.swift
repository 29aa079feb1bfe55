/// A part of a price: a percentage such as `12.5 %`, or a fraction such as
/// `1/3`.
package struct Share: Hashable, Sendable {
  /// The number above the line.
  package let numerator: Int
  /// The number below the line, not 0.
  package let denominator: Int
  /// True if a person writes it as a percentage.
  package let isPercentage: Bool

  /// All of it.
  package static let whole = Share(percent: 100)

  /// Creates a percentage.
  package init(percent: Int) {
    (numerator, denominator) = (percent * 100, 10_000)
    isPercentage = true
  }

  /// Parses a percentage or a fraction, more than nothing and not more than all;
  /// nil if it has another form.
  package init?(_ text: String) {
    if text.last == "%" {
      // As many decimals as an amount of money has.
      guard let hundredths = Money(String(text.dropLast())) else { return nil }
      (numerator, denominator) = (hundredths.cents, 10_000)
      isPercentage = true
    } else {
      let parts = text.split(
        separator: "/", omittingEmptySubsequences: false)
      guard parts.count == 2, let above = Int(parts[0]),
        let below = Int(parts[1]), below <= 1_000
      else { return nil }
      (numerator, denominator) = (above, below)
      isPercentage = false
    }
    guard numerator > 0, numerator <= denominator else { return nil }
  }

  /// True if it is all.
  package var isWhole: Bool { numerator == denominator }

  /// The share as programs write it: `12.5 %`, `1/3`.
  package var text: String {
    isPercentage
      ? percentage(decimalSign: ".") + " %" : "\(numerator)/\(denominator)"
  }

  /// Returns the digits of a percentage, without zeros at the end.
  package func percentage(decimalSign: String) -> String {
    let parts = Money(cents: numerator).digits
    var cents = parts.cents
    while cents.last == "0" { cents.removeLast() }
    return parts.units + (cents.isEmpty ? "" : decimalSign + cents)
  }
}
