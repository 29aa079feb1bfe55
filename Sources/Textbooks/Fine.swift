/// The amount that a borrower owes for a copy, and how it came about.
package struct Fine: Hashable, Identifiable, Sendable {
  /// The stages of a fine.
  package enum State: String, CaseIterable, Sendable {
    /// It may still change until the school year is closed.
    case provisional
    /// It is due.
    case final
    /// It has been paid.
    case paid
    /// Somebody has let the borrower off.
    case waived
    /// The copy is back: nothing is due.
    case void
  }

  /// The number that names it, on every desk.
  package let id: String
  /// The borrower's number; nil if it is not known who had the copy.
  package let borrower: String?
  /// The number on the copy.
  package let item: String
  /// The state of the copy at the start of the loan; nil if it is not known.
  package let start: Int?
  /// The state of the copy at its end.
  package let end: Int
  /// The amount; nil where a person has to decide.
  package let amount: Money?
  /// The stage.
  package let state: State
  /// The way in which the tariff came to the amount.
  package let derivation: Derivation

  /// Creates a fine, with the amount of its derivation unless another one was
  /// decided.
  package init(
    id: String, borrower: String?, item: String, start: Int?, end: Int,
    decided: Money? = nil, state: State = .provisional, derivation: Derivation
  ) {
    self.id = id
    self.borrower = borrower
    self.item = item
    self.start = start
    self.end = end
    amount = decided ?? derivation.amount
    self.state = state
    self.derivation = derivation
  }

  /// True if something is still to be paid or to be decided.
  package var isOpen: Bool { state == .provisional || state == .final }
}
