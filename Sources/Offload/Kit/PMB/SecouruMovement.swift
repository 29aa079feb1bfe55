import Exchange

/// A loan or a return, as PMB takes it.
package struct SecouruMovement: Hashable, Sendable {
  /// The number of the copy.
  package let item: String
  /// The number of the reader; nil in a return.
  package let reader: String?

  /// Creates a loan to a reader, or a return if there is none.
  package init(_ item: String, to reader: String? = nil) {
    self.item = item
    self.reader = reader
  }

  /// The row of PMB's file.
  var row: Entry {
    Entry(
      reader.map { Entry.Act.loan(item: item, borrower: $0) }
        ?? .return(item: item))
  }
}

extension String {
  /// True if PMB reads it as a number.
  var isNumberForPMB: Bool {
    ExchangeFormat.pmb.limits.reason(toLeaveOut: self, nil) == nil
  }
}
