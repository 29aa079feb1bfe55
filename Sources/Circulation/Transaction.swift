/// An operation on an item.
public enum Operation: String, CaseIterable, Hashable, Sendable {
  /// The item leaves with a borrower.
  case loan
  /// The item comes back.
  case `return`
}

/// One loan or one return: item, borrower (loans only), date and time.
///
/// A loan without a borrower, or a return with one, can't be made.
public struct Transaction: Hashable, Sendable {
  /// The item's barcode.
  public let item: Barcode
  /// The borrower's identifier; nil in a return.
  public let borrower: Barcode?
  /// The time when the item was scanned.
  public let recorded: LocalTime

  /// Scan details that `OffCirc.dat` has no room for; nil if both numbers are
  /// plain.
  public let origins: TransactionOrigins?

  /// Creates a loan of an item to a borrower.
  public static func loan(
    of item: Barcode, to borrower: Barcode, at time: LocalTime,
    origins: TransactionOrigins? = nil
  ) -> Transaction {
    Transaction(
      item: item, borrower: borrower, recorded: time, origins: origins)
  }

  /// Creates a return of an item.
  public static func `return`(
    of item: Barcode, at time: LocalTime, origins: TransactionOrigins? = nil
  ) -> Transaction {
    Transaction(item: item, borrower: nil, recorded: time, origins: origins)
  }

  /// The operation: a return if there is no borrower.
  public var operation: Operation { borrower == nil ? .return : .loan }
}
