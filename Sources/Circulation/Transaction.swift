/// An operation on an item.
package enum Operation: String, CaseIterable, Hashable, Sendable {
  /// The item leaves with a borrower.
  case loan
  /// The item comes back.
  case `return`
}

/// One loan or one return: item, borrower (loans only), date and time.
///
/// A loan without a borrower, or a return with one, can't be made.
package struct Transaction: Hashable, Sendable {
  /// The item's barcode.
  package let item: Barcode
  /// The borrower's identifier; nil in a return.
  package let borrower: Barcode?
  /// The time when the item was scanned.
  package let recorded: LocalTime

  /// Scan details that `OffCirc.dat` has no room for; nil if both numbers are
  /// plain.
  package let origins: TransactionOrigins?

  /// Creates a loan of an item to a borrower.
  package static func loan(
    of item: Barcode, to borrower: Barcode, at time: LocalTime,
    origins: TransactionOrigins? = nil
  ) -> Transaction {
    Transaction(
      item: item, borrower: borrower, recorded: time, origins: origins)
  }

  /// Creates a return of an item.
  package static func `return`(
    of item: Barcode, at time: LocalTime, origins: TransactionOrigins? = nil
  ) -> Transaction {
    Transaction(item: item, borrower: nil, recorded: time, origins: origins)
  }

  /// The operation: a return if there is no borrower.
  package var operation: Operation { borrower == nil ? .return : .loan }
}
