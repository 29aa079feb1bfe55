/// An effect of a line that is not the one that was meant, or not all of it.
package enum LineEffect: String, CaseIterable, Hashable, Sendable {
  // The line fails.

  /// The line is not a transaction.
  case unreadable
  /// The system has no such item.
  case itemUnknown = "item-unknown"
  /// The system has no such borrower.
  case borrowerUnknown = "borrower-unknown"
  /// The borrower is unknown, and the borrower before gets the item.
  case givenToPrevious = "given-to-previous"
  /// The line is in no file for the system, which would not keep its numbers as
  /// they are.
  case unfit
  /// The loan is refused, since another borrower has the item.
  case refused
  /// The loan is refused, since the same borrower has the item: it is not
  /// renewed.
  case notRenewed = "not-renewed"
  /// The loan is dropped without a message.
  case dropped
  /// The return is refused, since the item is lost.
  case lost
  /// The return is refused, since the borrower claims to have returned it.
  case claimed

  // The line is taken, and there is something to set right.

  /// An item that is not for loan is lent; no message says so.
  case notForLoan = "not-for-loan"
  /// The loan is overdue as soon as it is uploaded.
  case pastDue = "past-due"
  /// The borrower is blocked; the loan is taken.
  case blocked
  /// The borrower's card has expired; the loan is taken.
  case expired
  /// Another borrower has the item: a setting decides.
  case lentToOther = "lent-to-other"
  /// The loan of another borrower ends, and the item is lent.
  case takenFromOther = "taken-from-other"
  /// Somebody has requested the item that is returned.
  case requested

  // The line has a message, and there is nothing to do.

  /// The item that is returned was not on loan.
  case notOnLoan = "not-on-loan"

  /// The need for action, the largest last.
  package enum Grade: String, CaseIterable, Hashable, Sendable {
    /// No action.
    case nothing
    /// A person has to look at it.
    case look
    /// The line fails.
    case fails
  }

  /// The need for action.
  package var grade: Grade {
    switch self {
    case .unreadable, .itemUnknown, .borrowerUnknown, .givenToPrevious,
      .unfit, .refused, .notRenewed, .dropped, .lost, .claimed:
      .fails
    case .notForLoan, .pastDue, .blocked, .expired, .lentToOther,
      .takenFromOther,
      .requested:
      .look
    case .notOnLoan: .nothing
    }
  }
}
