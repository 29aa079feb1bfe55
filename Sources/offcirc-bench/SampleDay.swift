import Circulation

/// A school's transactions: two loans, then a return.
struct SampleDay: Sequence, IteratorProtocol {
  private let count: Int
  private var index = 0

  init(count: Int) {
    self.count = count
  }

  mutating func next() -> Transaction? {
    guard index < count else { return nil }
    defer { index += 1 }
    // One scan per second, from 8 May 2018, 8:00 on.
    let time = LocalTime(
      secondsSince1970: 1_525_759_200 + Int64(index), utcOffset: 7_200)
    guard
      let item = try? Barcode("\(37_000_000_000 + index)"),
      let borrower = try? Barcode("\(9_921_000_000_000 + index / 6)")
    else { return nil }
    return index % 3 == 2
      ? .return(of: item, at: time) : .loan(of: item, to: borrower, at: time)
  }
}

extension Journal {
  /// Records the transactions with one sync.
  func record(_ transactions: some Sequence<Transaction>) throws {
    try append(transactions.map { (.recorded($0), $0.recorded) })
  }
}
