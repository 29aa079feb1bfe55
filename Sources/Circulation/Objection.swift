/// A statement of the library system's lists, or of another desk, against a
/// transaction that was recorded in spite of it.
///
/// The raw values are names in the journal and in what `offcirc list` writes.
package enum Objection: String, CaseIterable, Hashable, Sendable {
  /// No list has the item.
  case unknownItem = "unknown-item"
  /// The item must not be lent.
  case notForLoan = "not-for-loan"
  /// Another borrower has the item.
  case onLoan = "on-loan"
  /// Another borrower has requested the item.
  case requested
  /// Another desk has lent the item to another borrower.
  case lentElsewhere = "lent-elsewhere"
  /// No list has the borrower.
  case unknownBorrower = "unknown-borrower"
  /// The borrower may not borrow anything.
  case blocked
  /// The borrower's card is not valid any more.
  case expired

  /// True if it is against the borrower, false if it is against the item.
  package var isOfBorrower: Bool {
    switch self {
    case .unknownItem, .notForLoan, .onLoan, .requested, .lentElsewhere: false
    case .unknownBorrower, .blocked, .expired: true
    }
  }
}
