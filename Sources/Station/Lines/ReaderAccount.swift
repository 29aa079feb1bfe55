import Circulation

/// The loans of one borrower in this outage, and what came of them.
struct ReaderAccount: Hashable {
  /// A loan of the borrower.
  struct Loan: Hashable {
    let line: FoundLine
    /// The next transaction of the same item.
    fileprivate(set) var next: Transaction?
  }

  /// The borrower.
  let borrower: Barcode
  /// All loans, in the order recorded.
  private(set) var loans: [Loan] = []
  /// The error while `OffCirc.dat` was searched; nil if there was none.
  private(set) var error: FileError?
  /// The index of the last loan of each item that the borrower has now.
  private var present: [Barcode: Int] = [:]

  /// The account by what is in `OffCirc.dat`.
  init(of borrower: Barcode, savedAt desk: Desk) {
    self.borrower = borrower
    do throws(FileError) {
      try desk.forEachSaved { line, transaction in
        add(FoundLine(transaction, line: line))
      }
    } catch {
      self.error = error
    }
  }

  /// The account with what is in the list too.
  func with(_ entries: [DeskEntry]) -> ReaderAccount {
    var account = self
    for entry in entries { account.add(FoundLine(entry)) }
    return account
  }

  /// The number of items that the borrower has now.
  var itemCount: Int { present.count }

  /// The number of loans that are in the list.
  var unsavedCount: Int { loans.count { $0.line.sequence != nil } }

  private mutating func add(_ line: FoundLine) {
    let transaction = line.transaction
    if let index = present.removeValue(forKey: transaction.item) {
      loans[index].next = transaction
    }
    guard transaction.borrower == borrower else { return }
    present[transaction.item] = loans.count
    loans.append(Loan(line: line))
  }
}
