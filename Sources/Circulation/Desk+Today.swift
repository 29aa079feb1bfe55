// Checks of a scanned item against what the desk recorded today.
extension Desk {
  /// A warning about an earlier transaction of the item; it is recorded anyway.
  package enum ItemWarning: Hashable, Sendable {
    /// The item was lent to another borrower and has not been returned here.
    case lentToAnother(Transaction)
    /// The item was lent to another borrower at another desk, and has not been
    /// returned since.
    case lentElsewhere(Neighbours.Line, today: LocalTime)
    /// The item to be returned was lent within the last five minutes.
    case justLent(Transaction)
  }

  /// The time within which a return after a loan is suspicious, in seconds.
  private static let moment: Int64 = 300

  /// Returns the same transaction if it was recorded within so many seconds: a
  /// scanner that reads one item twice.
  package func recentDuplicate(of item: Barcode, within seconds: Int)
    -> Transaction?
  {
    let now = clock.now()
    guard
      let last = lastToday(of: item),
      [.renewal, .returnedTwice].contains(irregularity(after: last)),
      0..<Int64(seconds) ~= now.seconds(since: last.recorded)
    else { return nil }
    return last
  }

  /// Returns the warning about lending or returning the item now; nil if there
  /// is none.
  package func itemWarning(for item: Barcode) -> ItemWarning? {
    if let there = lastElsewhere(of: item) {
      return irregularity(after: there.transaction) == .lentTwice
        ? .lentElsewhere(there, today: clock.now()) : nil
    }
    guard let last = lastToday(of: item) else { return nil }
    if irregularity(after: last) == .lentTwice { return .lentToAnother(last) }
    let isReturn = operation == .return && last.operation == .loan
    return isReturn && isOfMoment(last) ? .justLent(last) : nil
  }

  /// Returns the transaction that would be recorded twice: the same loan today
  /// of an item not returned since, or the same return within five minutes.
  package func repetition(of item: Barcode) -> Transaction? {
    guard lastElsewhere(of: item) == nil, let last = lastToday(of: item) else {
      return nil
    }
    switch irregularity(after: last) {
    case .renewal: return last
    // Lent at another desk in between, an item may be returned twice a day.
    case .returnedTwice: return isOfMoment(last) ? last : nil
    case .lentTwice, .returnedWithoutLoan, nil: return nil
    }
  }

  /// Returns the item's last transaction, whatever its day; nil if the list and
  /// the saved transactions of the last two weeks have none.
  package func lastTransaction(of item: Barcode) -> Transaction? {
    waitingByItem[item] ?? latest.entry(of: item, in: replay)?.transaction
  }

  /// Returns the irregularity of lending or returning the item now, after its
  /// last transaction.
  private func irregularity(
    after last: Transaction
  ) -> ItemState.Irregularity? {
    // Without a borrower, nothing can be lent.
    if operation == .loan, borrower == nil { return nil }
    return last.itemState.irregularity(
      to: operation == .loan ? .lent : .returned,
      isSameBorrower: last.borrower == borrower)
  }

  private func isOfMoment(_ transaction: Transaction) -> Bool {
    0..<Self.moment ~= clock.now().seconds(since: transaction.recorded)
  }

  /// Returns the item's last transaction: unsaved, or saved today.
  private func lastToday(of item: Barcode) -> Transaction? {
    if let waiting = waitingByItem[item] { return waiting }
    guard let entry = latest.entry(of: item, in: replay) else { return nil }
    let isToday = entry.transaction.recorded.isSameDay(as: clock.now())
    let isUnsaved = unsaved.index(ofSequence: entry.sequence) != nil
    return isToday || isUnsaved ? entry.transaction : nil
  }
}

/// The last transaction of each item, by barcode; built on first use.
struct LatestByItem {
  /// Nil until first used, and after a change.
  private var entries: [Barcode: DeskEntry]?
  /// The number of times the table was discarded.
  private(set) var forgetCount = 0

  /// Adds a transaction just recorded.
  mutating func add(_ entry: DeskEntry) {
    entries?[entry.transaction.item] = entry
  }

  /// Discards the table: a deletion may uncover an earlier transaction.
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
