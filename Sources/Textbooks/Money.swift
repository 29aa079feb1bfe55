/// An amount of money in cents: fractions of a cent do not exist.
package struct Money: Hashable, Comparable, Sendable {
  /// The number of cents.
  package let cents: Int

  /// Nothing.
  package static let zero = Money(cents: 0)

  /// Creates an amount.
  package init(cents: Int) { self.cents = cents }

  /// Compares two amounts.
  package static func < (left: Money, right: Money) -> Bool {
    left.cents < right.cents
  }

  /// The amount as programs write it: `8.30`.
  package var text: String {
    let parts = digits
    return "\(parts.units).\(parts.cents)"
  }

  /// The digits before and after the decimal sign.
  package var digits: (units: String, cents: String) {
    let rest = cents % 100
    return (String(cents / 100), rest < 10 ? "0\(rest)" : "\(rest)")
  }

  /// Returns the next amount without cents.
  var roundedUp: Money { Money(cents: (cents + 99) / 100 * 100) }
}

extension Money {
  /// The maximum number of digits, more than a book costs.
  private static let maximumDigitCount = 9

  /// Parses an amount as lists write it: `8.30`, `8,3`, `1 234,50`, `31,50 €`.
  ///
  /// A text of which nobody can tell the cents, such as `1,234`, is nil.
  package init?(_ text: String) {
    guard let groups = DigitGroups(Self.withoutCurrency(text)) else {
      return nil
    }
    var whole = groups.texts
    var cents = ""
    if let last = groups.signs.last, last != .space,
      groups.texts.last?.count ?? 0 <= 2
    {
      cents = whole.removeLast()
      if cents.count == 1 { cents += "0" }
    }
    let signs = groups.signs.prefix(whole.count - 1)
    guard
      Set(signs).count <= 1, whole.dropFirst().allSatisfy({ $0.count == 3 }),
      whole.count == 1 || whole[0].count <= 3,
      // The sign of thousands is not that of the cents.
      cents.isEmpty || signs.first != groups.signs.last,
      // One point or comma before three digits may be either.
      !cents.isEmpty || signs.count != 1 || signs.first == .space
    else { return nil }
    let digits = whole.joined() + (cents.isEmpty ? "00" : cents)
    guard digits.count <= Self.maximumDigitCount, let number = Int(digits)
    else { return nil }
    self.init(cents: number)
  }

  private static func withoutCurrency(_ text: String) -> String {
    var text = text[...]
    func trim() {
      text = text.drop(while: \.isWhitespace)
      while text.last?.isWhitespace == true { text.removeLast() }
    }
    trim()
    for name in ["€", "EUR", "euros", "euro"] {
      if text.lowercased().hasSuffix(name.lowercased()) {
        text.removeLast(name.count)
        break
      }
      if text.lowercased().hasPrefix(name.lowercased()) {
        text.removeFirst(name.count)
        break
      }
    }
    trim()
    return String(text)
  }
}

/// The digits of a number, and the signs between them.
private struct DigitGroups {
  enum Sign: Hashable {
    case point, comma, space
  }

  private(set) var texts = [""]
  private(set) var signs: [Sign] = []

  /// Takes a text apart; nil if it has anything else, or a sign without digits
  /// on both sides.
  init?(_ text: String) {
    for character in text {
      switch character {
      case "0"..."9": texts[texts.count - 1].append(character)
      case ".": begin(.point)
      case ",": begin(.comma)
      case " ", "\u{a0}", "\u{202f}": begin(.space)
      default: return nil
      }
    }
    guard texts.allSatisfy({ !$0.isEmpty }) else { return nil }
  }

  private mutating func begin(_ sign: Sign) {
    signs.append(sign)
    texts.append("")
  }
}
