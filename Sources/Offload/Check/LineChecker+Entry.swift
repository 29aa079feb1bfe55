import Circulation

extension LineChecker {
  /// A line waiting until its batch is full.
  struct Entry {
    let place: LinePlace
    /// Its range in `texts`.
    let text: Range<Int>
    /// The parsed transaction; nil if the line is not one.
    let transaction: Transaction?
    let lineError: DataFormat.LineError?

    struct Transaction {
      let minute: Int
      let layout: DataFormat.Layout
      let item: UInt64
      /// The fingerprint of the borrower; 0 in a return.
      let borrower: UInt64
      let line: UInt64

      var borrowerTag: UInt16 { UInt16(truncatingIfNeeded: borrower) }
    }
  }
}
