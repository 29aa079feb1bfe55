import Circulation

extension Morning {
  /// Draws up the account of the outage, with the decisions so far.
  ///
  /// - Parameters:
  ///   - uploads: the uploads with their reports.
  ///   - ledger: the lines that were handed over; nil if not known.
  ///   - expected: the desks that folders may name.
  ///   - time: the time of the account.
  /// - Returns: the account.
  package func account(
    uploads: [AccountedUpload], handedOver ledger: Ledger.Reading?,
    expecting expected: ExpectedDesks, at time: LocalTime
  ) -> Account {
    Account(
      of: fix, by: decisions, uploads: uploads, handedOver: ledger,
      expecting: expected, at: time)
  }
}
