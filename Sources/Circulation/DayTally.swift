/// What a desk has done on one day, and which items each borrower has now.
public struct DayTally: Sendable {
  /// How many loans were recorded.
  public private(set) var loanCount = 0
  /// How many returns were recorded.
  public private(set) var returnCount = 0
  /// How many borrowers had at least one loan.
  public var readerCount: Int { readers.count }

  private let day: LocalTime
  private var readers: Set<Barcode> = []
  private var held: [Barcode: [DeskEntry]] = [:]
  private var holders: [Barcode: Barcode] = [:]
  /// Whether something has happened that only a new one can tell.
  private var isStale = false

  /// A tally of the day of a time.
  init(of day: LocalTime) {
    self.day = day
  }

  /// The loans of a borrower whose items have not come back, in the order
  /// recorded.
  public func items(of borrower: Barcode) -> [DeskEntry] {
    held[borrower] ?? []
  }

  /// Whether it tells of the day of a time all that there is to tell.
  func holds(on time: LocalTime) -> Bool {
    !isStale && day.isSameDay(as: time)
  }

  /// Takes what was written to the journal.
  mutating func take(_ event: Journal.Event, sequence: Int) {
    if case .recorded(let transaction) = event {
      add(DeskEntry(sequence: sequence, transaction: transaction))
    } else {
      isStale = true
    }
  }

  /// Takes a transaction, the last of its item so far.
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
    if let borrower = transaction.borrower {
      loanCount += 1
      readers.insert(borrower)
    } else {
      returnCount += 1
    }
  }
}

extension Desk {
  /// The tally of this day, and of the items that borrowers have of all that is
  /// in the journal.
  public var today: DayTally {
    let now = clock.now()
    if let tally, tally.holds(on: now) { return tally }
    var tally = DayTally(of: now)
    for entry in replay.saved { tally.add(entry) }
    for entry in replay.unsaved { tally.add(entry) }
    self.tally = tally
    return tally
  }
}
