// What the desk has done today with the item that is scanned now.
extension Desk {
  /// What speaks against a transaction; it is recorded all the same.
  public enum Contradiction: Hashable, Sendable {
    /// The item was lent to another borrower, and has not come back here.
    case lentToAnother(Transaction)
    /// The item that comes back was lent a moment ago.
    case justLent(Transaction)
  }

  /// How long a moment is, in seconds.
  private static let moment: Int64 = 300

  /// The same transaction, if it was recorded within so many seconds: a scanner
  /// that beeps twice for one item.
  public func double(of item: Barcode, within seconds: Int) -> Transaction? {
    let now = clock.now()
    let last = lastToday(of: item)
    guard
      let last, last.operation == operation,
      operation == .return || last.borrower == borrower,
      0..<Int64(seconds) ~= now.seconds(since: last.recorded)
    else { return nil }
    return last
  }

  /// What speaks against lending the item now, or taking it back.
  public func contradiction(to item: Barcode) -> Contradiction? {
    guard let last = lastToday(of: item), last.operation == .loan else {
      return nil
    }
    switch operation {
    case .loan: return last.borrower == borrower ? nil : .lentToAnother(last)
    case .return:
      let now = clock.now()
      return 0..<Self.moment ~= now.seconds(since: last.recorded)
        ? .justLent(last) : nil
    }
  }

  /// The last that was done with an item: unsaved, or saved today.
  private func lastToday(of item: Barcode) -> Transaction? {
    if let waiting = waiting.last(where: { $0.item == item }) {
      return waiting
    }
    for entries in [unsaved, savedLately] {
      if let entry = entries.last(where: { $0.transaction.item == item }) {
        return entry.transaction
      }
    }
    return nil
  }

  /// What was saved today.
  private var savedLately: [DeskEntry] {
    let now = clock.now()
    guard let last = replay.saved.last?.transaction.recorded else { return [] }
    return last.isSameDay(as: now) ? replay.saved : []
  }
}
