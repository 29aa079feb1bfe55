import Circulation

extension Examination {
  /// A line that waits for its batch to be full.
  struct Entry {
    let place: LinePlace
    /// Its place in `texts`.
    let text: Range<Int>
    /// What it is; nil if it is no transaction.
    let transaction: Transaction?
    let fault: DataFormat.Fault?

    struct Transaction {
      let minute: Int
      let layout: DataFormat.Layout
      let item: UInt64
      /// 0 in a return.
      let borrower: UInt64
      let line: UInt64

      var borrowerTag: UInt16 { UInt16(truncatingIfNeeded: borrower) }
    }
  }
}
