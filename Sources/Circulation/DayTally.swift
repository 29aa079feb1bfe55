/// The counts of a desk's day, and the items that each borrower has now.
package struct DayTally: Sendable {
  /// The number of loans recorded.
  package private(set) var loanCount = 0
  /// The number of returns recorded.
  package private(set) var returnCount = 0
  /// The number of borrowers with at least one loan.
  package var readerCount: Int { readers.count }

  /// The hours of the day, from midnight on.
  package private(set) var hours = Array(repeating: Hour(), count: 24)

  /// One hour of the day.
  package struct Hour: Hashable, Sendable {
    /// The number of loans recorded in it.
    package fileprivate(set) var loanCount = 0
    /// The number of returns recorded in it.
    package fileprivate(set) var returnCount = 0
    /// The number of borrowers with at least one loan in it.
    package var readerCount: Int { readers.count }
    fileprivate var readers: Set<Barcode> = []

    /// True if nothing was recorded in it.
    package var isEmpty: Bool { loanCount == 0 && returnCount == 0 }
  }

  private let day: LocalTime
  private var readers: Set<Barcode> = []
  private var held: [Barcode: [DeskEntry]] = [:]
  private var holders: [Barcode: Barcode] = [:]
  /// True after an event that requires a new tally.
  private var isStale = false

  /// Creates an empty tally of the day that contains a time.
  init(of day: LocalTime) {
    self.day = day
  }

  /// Returns the unreturned loans of a borrower, in the order recorded.
  package func items(of borrower: Barcode) -> [DeskEntry] {
    held[borrower] ?? []
  }

  /// Returns true if the tally is complete and covers the day of a time.
  func holds(on time: LocalTime) -> Bool {
    !isStale && day.isSameDay(as: time)
  }

  /// Adds an event of the journal; any but a recorded transaction and an event
  /// of textbooks makes the tally stale.
  mutating func take(_ event: Journal.Event, sequence: Int) {
    switch event {
    case .recorded(let transaction):
      add(DeskEntry(sequence: sequence, transaction: transaction))
    case .textbook: break
    default: isStale = true
    }
  }

  /// Adds a transaction; entries must be added in the order recorded.
  mutating func add(_ entry: DeskEntry) {
    let transaction = entry.transaction
    let item = transaction.item
    if let holder = holders.removeValue(forKey: item) {
      held[holder]?.removeAll { $0.transaction.item == item }
    }
    if let borrower = transaction.borrower {
      holders[item] = borrower
      held[borrower, default: []].append(entry)
    }
    guard transaction.recorded.isSameDay(as: day) else { return }
    let hour = transaction.recorded.fields.hour
    if let borrower = transaction.borrower {
      loanCount += 1
      readers.insert(borrower)
      hours[hour].loanCount += 1
      hours[hour].readers.insert(borrower)
    } else {
      returnCount += 1
      hours[hour].returnCount += 1
    }
  }
}

extension Desk {
  /// The counts of today, and the items each borrower has according to the
  /// journal.
  package var today: DayTally {
    let now = clock.now()
    if let tally, tally.holds(on: now) { return tally }
    var tally = DayTally(of: now)
    for entry in replay.saved { tally.add(entry) }
    for entry in replay.unsaved { tally.add(entry) }
    self.tally = tally
    return tally
  }
}
