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
    case .return: return isOfMoment(last) ? .justLent(last) : nil
    }
  }

  /// The same loan today, if the item has not come back since, or the same
  /// return a moment ago: what would be recorded for the second time.
  public func repetition(of item: Barcode) -> Transaction? {
    guard let last = lastToday(of: item), last.operation == operation else {
      return nil
    }
    switch operation {
    case .loan: return last.borrower == borrower ? last : nil
    // Lent at another desk between, it may come back the same day.
    case .return: return isOfMoment(last) ? last : nil
    }
  }

  private func isOfMoment(_ transaction: Transaction) -> Bool {
    0..<Self.moment ~= clock.now().seconds(since: transaction.recorded)
  }

  /// The last that was done with an item: unsaved, or saved today.
  private func lastToday(of item: Barcode) -> Transaction? {
    if let waiting = waitingByItem[item] { return waiting }
    guard let entry = latest.entry(of: item, in: replay) else { return nil }
    let isToday = entry.transaction.recorded.isSameDay(as: clock.now())
    let isUnsaved = unsaved.index(ofSequence: entry.sequence) != nil
    return isToday || isUnsaved ? entry.transaction : nil
  }
}

/// The last that was done with each item, by its barcode.
struct LatestByItem {
  /// Built when it is first asked for; nil when it is not true any more.
  private var entries: [Barcode: DeskEntry]?
  /// How often it was not true any more.
  private(set) var forgetCount = 0

  /// Takes what was just recorded.
  mutating func add(_ entry: DeskEntry) {
    entries?[entry.transaction.item] = entry
  }

  /// What was deleted may have hidden something before it.
  mutating func forget() {
    entries = nil
    forgetCount += 1
  }

  mutating func entry(of item: Barcode, in replay: JournalReplay) -> DeskEntry?
  {
    if let entries { return entries[item] }
    var entries: [Barcode: DeskEntry] = [:]
    for entry in replay.saved + replay.unsaved {
      entries[entry.transaction.item] = entry
    }
    self.entries = entries
    return entries[item]
  }
}
