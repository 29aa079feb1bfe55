/// The cost of a change of state.
package enum Charge: Hashable, Sendable {
  /// Nothing.
  case free
  /// An amount that a person decides each time.
  case ask
  /// The fee that a title has for slight damage.
  case fee
  /// A part of the price.
  case share(Share)
  /// A part of the price for each grade of wear.
  case grades(Share)
  /// An amount, whatever the title.
  case fixed(Money)

  /// The whole price.
  package static let price = Charge.share(.whole)

  private static let gradeSuffix = "a grade"

  /// Parses `free`, `ask`, `fee`, `price`, `60 %`, `1/3`, `20 % a grade` or
  /// `5.00`; nil for anything else.
  package init?(_ text: String) {
    let words = text.split(whereSeparator: \.isWhitespace)
    let text = words.joined(separator: " ").lowercased()
    switch text {
    case "free": self = .free
    case "ask": self = .ask
    case "fee": self = .fee
    case "price": self = .price
    case _ where text.hasSuffix(" " + Self.gradeSuffix):
      let share = text.dropLast(Self.gradeSuffix.count + 1)
      guard let share = Share(Self.tight(share)) else { return nil }
      self = .grades(share)
    default:
      if let share = Share(Self.tight(text[...])) {
        self = .share(share)
      } else if let amount = Money(text) {
        self = .fixed(amount)
      } else {
        return nil
      }
    }
  }

  private static func tight(_ text: Substring) -> String {
    text.filter { $0 != " " }
  }

  /// The charge as the settings write it.
  package var text: String {
    switch self {
    case .free: "free"
    case .ask: "ask"
    case .fee: "fee"
    case .share(let share) where share.isWhole: "price"
    case .share(let share): share.text
    case .grades(let share): "\(share.text) \(Self.gradeSuffix)"
    case .fixed(let amount): amount.text
    }
  }
}
