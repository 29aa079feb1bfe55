import Circulation

/// The search for the traps of a library system, row after row of a file.
struct TrapFinder {
  private let format: ExchangeFormat
  private var clock: LocalClock
  private let now: Int64
  private let since: Int64
  /// The latest time so far.
  private var latest = Int64.min
  private var recent = RecentRows()
  private var seconds = SecondMemory()
  private var items = ItemMemory()

  init(_ format: ExchangeFormat, _ rules: OfflineCheck.Rules) {
    self.format = format
    clock = LocalClock(rules.zone)
    // The last minute has not ended yet.
    now = rules.now.map { Int64($0.wallMinutes) * 60 + 59 } ?? .max
    since = rules.since.map { Int64($0.wallMinutes) * 60 } ?? .min
  }

  /// Returns the traps of the next row.
  mutating func traps(of entry: Entry) -> [Trap] {
    var traps = numbers(of: entry) + acts(of: entry)
    if let moment = entry.moment { traps += times(of: moment) }
    if recent.hasJustBeen(entry) {
      traps.append(.twice)
    } else if let trap = movement(of: entry) {
      traps.append(trap)
    }
    return traps
  }

  // MARK: The row by itself

  private func numbers(of entry: Entry) -> [Trap] {
    var traps: [Trap] = []
    let (item, borrower) = (entry.item ?? "", entry.borrower ?? "")
    let limits = format.limits
    if item.unicodeScalars.count > limits.itemLength { traps.append(.longItem) }
    if borrower.unicodeScalars.count > limits.borrowerLength {
      traps.append(.longBorrower)
    }
    if limits.isASCII, !item.isPrintableASCII || !borrower.isPrintableASCII {
      traps.append(.letters)
    }
    return traps
  }

  private func acts(of entry: Entry) -> [Trap] {
    switch entry.act {
    case .payment(_, let cents): return cents <= 0 ? [.amount] : []
    case .inHouseUse(_, let count), .uncatalogued(_, _, let count):
      return count > format.limits.count?.upperBound ?? .max ? [.tooMany] : []
    case .renewal where format == .koha: return [.renewal]
    default: break
    }
    guard format == .evergreen else { return [] }
    if case .return = entry.act { return [.returnTime] }
    return entry.due == nil ? [] : [.dueDate]
  }

  // MARK: Times

  private mutating func times(of moment: Moment) -> [Trap] {
    var traps: [Trap] = []
    if !format.limits.keepYear(of: moment) {
      traps.append(.year)
    }
    let wall = clock.local(moment).wall
    if wall > now { traps.append(.future) }
    if wall < since { traps.append(.beforeOutage) }
    if moment.offset == nil {
      switch clock.reading(ofWall: wall) {
      case .once: break
      case .twice: traps.append(.hourTwice)
      case .never: traps.append(.hourMissing)
      }
    }
    if moment.wall < latest { traps.append(.order) }
    latest = max(latest, moment.wall)
    if format == .koha, seconds.remember(moment.wall) {
      traps.append(.sameSecond)
    }
    return traps
  }

  // MARK: Rows of the same item

  private mutating func movement(of entry: Entry) -> Trap? {
    guard format == .sierra || format == .pmb, let item = entry.item else {
      return nil
    }
    let new: ItemMemory.Movement = entry.borrower == nil ? .return : .loan
    // PMB looks numbers up without regard to case.
    let number = format == .pmb ? item.lowercased() : item
    guard let last = items.replace(number, by: new) else { return nil }
    if format == .sierra { return last == new ? .consecutive : nil }
    return last == .loan && new == .loan ? .stillLent : .severalOfItem
  }
}
