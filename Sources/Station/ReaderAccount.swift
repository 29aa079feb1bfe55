import Circulation

/// What one reader has borrowed in this outage, and what came of it.
struct ReaderAccount: Hashable {
  /// A loan of the reader.
  struct Loan: Hashable {
    let line: FoundLine
    /// The next transaction of the same item.
    fileprivate(set) var next: Transaction?
  }

  /// The reader.
  let borrower: Barcode
  /// All loans, in the order recorded.
  private(set) var loans: [Loan] = []
  /// Why `OffCirc.dat` could not be looked through.
  private(set) var failure: FileFailure?
  /// Where the last loan of each item is that the reader has now.
  private var present: [Barcode: Int] = [:]

  /// The account by what is in `OffCirc.dat`.
  init(of borrower: Barcode, savedAt desk: Desk) {
    self.borrower = borrower
    do throws(FileFailure) {
      try desk.forEachSaved { line, transaction in
        take(FoundLine(transaction, line: line))
      }
    } catch {
      failure = error
    }
  }

  /// The account with what is in the list too.
  func with(_ entries: [DeskEntry]) -> ReaderAccount {
    var account = self
    for entry in entries { account.take(FoundLine(entry)) }
    return account
  }

  /// The number of items that the reader has now.
  var itemCount: Int { present.count }

  /// The number of loans that are in the list.
  var unsavedCount: Int { loans.count { $0.line.sequence != nil } }

  private mutating func take(_ line: FoundLine) {
    let transaction = line.transaction
    if let index = present.removeValue(forKey: transaction.item) {
      loans[index].next = transaction
    }
    guard transaction.borrower == borrower else { return }
    present[transaction.item] = loans.count
    loans.append(Loan(line: line))
  }
}
