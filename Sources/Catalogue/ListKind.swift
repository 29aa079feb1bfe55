/// A kind of list that a library system exports.
package enum ListKind: String, CaseIterable, Sendable {
  /// Items: numbers and titles.
  case items
  /// Borrowers: card numbers, and names where they are kept.
  case borrowers
  /// Items on loan, and when they are due.
  case loans
  /// Card numbers of borrowers who are blocked.
  case blocks
  /// The titles that each class or course uses.
  case sets

  /// True if the rows of a list are of items.
  package var isOfItems: Bool { self == .items || self == .loans }

  /// True if the rows of a list are of borrowers.
  package var isOfBorrowers: Bool { self == .borrowers || self == .blocks }

  /// True if what a complete list does not have is gone, rather than given back
  /// or free again.
  var tellsWhatIsGone: Bool { self != .loans && self != .blocks }
}

/// The personal data that is kept of borrowers.
package enum PrivacyLevel: String, CaseIterable, Comparable, Sendable {
  /// Digests of the numbers alone: known, expired, blocked.
  case numbers
  /// Names too.
  case names
  /// Names and classes.
  case classes

  /// Returns true if the first level keeps less.
  package static func < (one: PrivacyLevel, other: PrivacyLevel) -> Bool {
    one.order < other.order
  }

  private var order: Int {
    switch self {
    case .numbers: 0
    case .names: 1
    case .classes: 2
    }
  }
}
