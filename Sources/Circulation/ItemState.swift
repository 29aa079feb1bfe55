/// The state of an item after its last transaction.
///
/// It does not hold the borrower, since a generic type would be looked up for
/// each line of a large file.
package enum ItemState: Hashable, Sendable {
  /// Nothing is known of the item.
  case unknown
  /// Lent to a borrower and not returned since.
  case lent
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

  /// Checks a transaction after which the item is in the next state.
  ///
  /// - Parameters:
  ///   - next: the state after the transaction.
  ///   - isSameBorrower: true if both states have the same borrower; it matters
  ///     only if both are loans.
  /// - Returns: the irregularity; nil if it is regular.
  package func irregularity(
    to next: ItemState, isSameBorrower: Bool
  ) -> Irregularity? {
    switch (self, next) {
    case (.lent, .lent): isSameBorrower ? .renewal : .lentTwice
    case (.returned, .returned): .returnedTwice
    case (.unknown, .returned): .returnedWithoutLoan
    case (_, .unknown), (_, .lent), (.lent, .returned): nil
    }
  }
}

extension Transaction {
  /// The state of the item after the transaction.
  package var itemState: ItemState { borrower == nil ? .returned : .lent }

  /// Returns the irregularity of a later transaction of the same item; nil if
  /// it is regular.
  package func irregularity(
    of next: Transaction
  ) -> ItemState.Irregularity? {
    itemState.irregularity(
      to: next.itemState, isSameBorrower: borrower == next.borrower)
  }
}
