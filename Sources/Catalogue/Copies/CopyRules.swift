import Textbooks

/// The rules for copies that PMB-Manuels advises, and those that states and
/// fines need.
package struct CopyRules: Sendable {
  private let scale: StatusScale
  private let usualLength: Int?

  /// Creates rules.
  ///
  /// - Parameters:
  ///   - scale: the states of the school.
  ///   - lengths: the number of copies for each length of their numbers, in
  ///     characters; the most frequent one is the usual one.
  package init(on scale: StatusScale, lengths: [Int: Int]) {
    self.scale = scale
    usualLength =
      lengths.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key
  }

  /// Returns the flaws of a copy, as a list has it.
  package func flaws(of item: Item) -> [CopyFlaw] {
    var flaws: [CopyFlaw] = []
    let number = item.number
    if number.first == "0" { flaws.append(.leadingZero) }
    if let usualLength, number.count != usualLength {
      flaws.append(.otherLength(usual: usualLength))
    }
    for (field, value) in [
      (ListField.item, number), (.title, item.title),
      (.statusLabel, item.statusLabel), (.support, item.support),
    ] as [(ListField, String?)] where value?.contains("/") == true {
      flaws.append(.slash(field))
    }
    if let first = item.callNumber?.first, !first.isLetter {
      flaws.append(.noLetter)
    }
    for (field, value) in [
      (ListField.price, item.price), (.fee, item.fee),
    ] as [(ListField, String?)] {
      if let value, Money(value) == nil { flaws.append(.notAnAmount(field)) }
    }
    for (field, value) in [
      (ListField.status, item.status), (.initialStatus, item.initialStatus),
    ] as [(ListField, Int?)] {
      if let value, scale[value] == nil { flaws.append(.notOnScale(field)) }
    }
    return flaws
  }
}

/// A flaw of a copy that the copy alone shows.
package enum CopyFlaw: Hashable, Sendable {
  /// Its number begins with a zero, which a spreadsheet loses.
  case leadingZero
  /// Its number has another length than the usual one, in characters.
  case otherLength(usual: Int)
  /// A value has a slash, at which PMB-Manuels cuts its letters.
  case slash(ListField)
  /// Its call number does not begin with a letter.
  case noLetter
  /// A value is not an amount of money.
  case notAnAmount(ListField)
  /// The number of a status is not on the school's scale.
  case notOnScale(ListField)

  /// The field that has the flaw.
  package var field: ListField {
    switch self {
    case .leadingZero, .otherLength: .item
    case .noLetter: .callNumber
    case .slash(let field), .notAnAmount(let field), .notOnScale(let field):
      field
    }
  }

  /// True if the rule is advice, and OffCirc itself does without it.
  package var isAdvice: Bool {
    switch self {
    case .leadingZero, .otherLength, .slash, .noLetter: true
    case .notAnAmount, .notOnScale: false
    }
  }
}

extension Item {
  /// Returns the value of a field that a flaw may be in, as text.
  package func text(of field: ListField) -> String? {
    switch field {
    case .item: number
    case .title: title
    case .callNumber: callNumber
    case .status: status.map { String($0) }
    case .statusLabel: statusLabel
    case .initialStatus: initialStatus.map { String($0) }
    case .support: support
    case .price: price
    case .fee: fee
    default: nil
    }
  }
}
