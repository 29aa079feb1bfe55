/// The state of an item after its last transaction.
///
/// A borrower is named by whatever the caller remembers: a barcode, or part of
/// its fingerprint.
package enum ItemState<Borrower: Equatable> {
  /// Nothing is known of the item.
  case unknown
  /// Lent to a borrower and not returned since.
  case lent(to: Borrower)
  /// Returned and not lent since.
  case returned

  /// A transaction that the state does not lead to.
  package enum Irregularity: CaseIterable, Hashable, Sendable {
    /// The item is lent again to the borrower who has it.
    case renewal
    /// The item is lent to another borrower without being returned.
    case lentTwice
    /// The item is returned again without being lent.
    case returnedTwice
    /// The item is returned, and no loan of it is known.
    case returnedWithoutLoan
  }

  /// Creates the state after a loan to a borrower, or after a return if there
  /// is none.
  @inlinable
  package init(after borrower: Borrower?) {
    if let borrower { self = .lent(to: borrower) } else { self = .returned }
  }

  /// Returns the irregularity of a transaction after which the item is in the
  /// next state; nil if it is regular.
  @inlinable
  package func irregularity(to next: ItemState) -> Irregularity? {
    switch (self, next) {
    case (.lent(let holder), .lent(let borrower)):
      holder == borrower ? .renewal : .lentTwice
    case (.returned, .returned): .returnedTwice
    case (.unknown, .returned): .returnedWithoutLoan
    case (_, .unknown), (_, .lent), (.lent, .returned): nil
    }
  }
}

extension ItemState: Equatable {}
extension ItemState: Sendable where Borrower: Sendable {}

extension Transaction {
  /// The state of the item after the transaction.
  package var itemState: ItemState<Barcode> { ItemState(after: borrower) }
}
