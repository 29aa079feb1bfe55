import Circulation

/// The way of rows from one format to another: settles their times, leaves out
/// what the other system does not take, and counts every loss.
struct RowConverter {
  /// A row that can be written.
  struct Row {
    var entry: Entry
    /// The seconds since 1970-01-01T00:00:00Z; nil if it has no time.
    let instant: Int64?
    let place: RowPlace

    init(entry: Entry, instant: Int64?, place: RowPlace) {
      self.entry = entry
      self.instant = instant
      self.place = place
    }

    /// Creates a row that outlives its line from a plain one.
    init(_ row: PlainRow, in line: Span<UInt8>, at place: RowPlace) {
      self.init(
        entry: row.entry(in: line), instant: row.moment.instant, place: place)
    }
  }

  private let target: ExchangeFormat
  private let limits: FormatLimits
  private let options: ConversionOptions
  private var clock: ZoneClock
  /// The clock for due dates, which are of other days.
  private var dueClock: ZoneClock
  private(set) var losses = Losses()
  /// The loan that lacks a due date.
  private(set) var needsDue: RowPlace?
  /// The latest time of each file, by which the second of two equal hours is
  /// known.
  private var latest: [Int64] = []
  private var recent = RecentRows()
  /// The losses of the present row, which count only if it is kept.
  private var pending: [Loss] = []

  init(to target: ExchangeFormat, _ options: ConversionOptions) {
    self.target = target
    limits = target.limits
    self.options = options
    clock = ZoneClock(options.zone)
    dueClock = ZoneClock(options.zone)
  }

  /// Returns the row as it is to be written; nil if it is left out.
  mutating func row(_ entry: Entry, at place: RowPlace) -> Row? {
    pending.removeAll(keepingCapacity: true)
    finishPlainRow()
    if recent.hasJustBeen(entry) { pending.append(.twice) }
    // The time comes first: the order of all rows tells the hour that occurs
    // twice.
    let (moment, instant) = settle(entry, place)
    var entry = entry
    entry.moment = moment
    settleDue(&entry)
    entry.backdate =
      target == .evergreen ? entry.backdate.map { local($0) } : nil
    if let reason = reason(toLeaveOut: entry) {
      losses.add(.leftOut(reason), place)
      return nil
    }
    if case .renewal(let item, let borrower?) = entry.act,
      target != .evergreen
    {
      entry.act = .loan(item: item, borrower: borrower)
      pending.append(.renewals)
    }
    if let moment {
      if !target.hasTimes {
        pending.append(.times)
      } else if !target.hasSeconds, moment.hasSeconds {
        pending.append(.seconds)
      }
    }
    if target == .sierra {
      entry.group = options.group ?? entry.group
      if entry.borrower != nil, entry.due == nil {
        needsDue = needsDue ?? place
      }
    }
    for loss in pending { losses.add(loss, place) }
    return Row(entry: entry, instant: instant, place: place)
  }

  /// Returns a plain row with its time as it is to be written; nil if it has to
  /// be looked at as an entry, since its time, its numbers or its format need
  /// more care.
  mutating func row(
    _ row: PlainRow, in line: Span<UInt8>, at place: RowPlace
  ) -> PlainRow? {
    let moment = row.moment
    guard
      target.takesPlainRows, moment.offset == nil, limits.keepLength(of: row),
      limits.keepYear(of: moment),
      let offset = clock.steadyOffset(ofWall: moment.wall)
    else { return nil }
    if let before = recent.take(row, in: line, at: place) {
      losses.add(.twice, before)
    }
    if !target.hasSeconds, moment.hasSeconds { losses.add(.seconds, place) }
    remember(moment.wall - Int64(offset), of: place)
    var row = row
    row.moment = Moment(
      wall: moment.wall, offset: offset, hasSeconds: moment.hasSeconds,
      millisecond: moment.millisecond)
    return row
  }

  /// Finishes the last plain row, before another row or at the end.
  mutating func finishPlainRow() {
    if let last = recent.finish() { losses.add(.twice, last) }
  }

  // MARK: Times

  /// Remembers the time of a row if it is the latest one of its file.
  private mutating func remember(_ instant: Int64, of place: RowPlace) {
    while latest.count <= place.file { latest.append(.min) }
    latest[place.file] = max(latest[place.file], instant)
  }

  /// Returns the time of a row in local time, with its offset.
  private mutating func settle(
    _ entry: Entry, _ place: RowPlace
  ) -> (Moment?, Int64?) {
    guard let moment = entry.moment ?? given() else { return (nil, nil) }
    let instant: Int64
    if let known = moment.instant {
      instant = known
      let offset = clock.offset(at: instant)
      let moved = Int(offset) - Int(moment.offset ?? 0)
      if target != .evergreen, moved != 0 {
        pending.append(.moved(seconds: moved))
      }
      let wall = instant + Int64(offset)
      if target != .evergreen, case .twice = clock.reading(ofWall: wall) {
        pending.append(.hourTwice(day: Moment.day(ofWall: wall)))
      }
    } else {
      instant = self.instant(ofWall: moment.wall, place)
      if target == .evergreen { pending.append(.takenAsLocal) }
    }
    remember(instant, of: place)
    let offset = clock.offset(at: instant)
    let settled = Moment(
      wall: instant + Int64(offset), offset: offset,
      hasSeconds: moment.hasSeconds, millisecond: moment.millisecond)
    if target == .evergreen, entry.backdate == nil, case .return = entry.act {
      pending.append(.returnTimes)
    }
    return (settled, instant)
  }

  /// Returns the time that a person gives to rows without one.
  private mutating func given() -> Moment? {
    guard target.hasTimes, let time = options.time else { return nil }
    pending.append(.timeGiven)
    return Moment(time)
  }

  private mutating func instant(
    ofWall wall: Int64, _ place: RowPlace
  ) -> Int64 {
    switch clock.reading(ofWall: wall) {
    case .once(let instant): return instant
    case .twice(let first, let second):
      if target == .evergreen {
        pending.append(.hourTwice(day: Moment.day(ofWall: wall)))
      }
      let last = place.file < latest.count ? latest[place.file] : .min
      return first < last && last <= second ? second : first
    case .never(let instant):
      pending.append(.hourMissing(day: Moment.day(ofWall: wall)))
      return instant
    }
  }

  // MARK: Due dates

  private mutating func settleDue(_ entry: inout Entry) {
    let isLoan: Bool
    switch entry.act {
    case .loan, .renewal: isLoan = true
    case .uncatalogued: isLoan = target == .evergreen
    default: isLoan = false
    }
    guard isLoan else {
      entry.due = nil
      return
    }
    guard target.hasDueDates, options.due != .computed || target == .sierra
    else {
      if entry.due != nil { pending.append(.dueDates) }
      entry.due = nil
      return
    }
    if entry.due == nil, case .fixed(let time) = options.due {
      entry.due = Moment(time)
    }
    entry.due = entry.due.map { local($0) }
  }

  /// Returns a date of a row in local time, with its offset.
  private mutating func local(_ moment: Moment) -> Moment {
    let instant: Int64
    if let known = moment.instant {
      instant = known
    } else {
      switch dueClock.reading(ofWall: moment.wall) {
      case .once(let only): instant = only
      case .twice(let first, _): instant = first
      case .never(let later): instant = later
      }
    }
    let offset = dueClock.offset(at: instant)
    return Moment(
      wall: instant + Int64(offset), offset: offset,
      hasSeconds: moment.hasSeconds)
  }

  // MARK: What is left out

  private func reason(toLeaveOut entry: Entry) -> LeftOutReason? {
    switch entry.act {
    case .loan, .return: break
    case .renewal(_, let borrower):
      if borrower == nil, target != .evergreen { return .noBorrower }
    case .payment(_, let cents):
      guard target == .koha else { return .payment }
      if cents <= 0 { return .amount }
    case .registration:
      return target == .evergreen ? nil : .registration
    case .inHouseUse(_, let count):
      guard target == .evergreen else { return .inHouseUse }
      if limits.count?.contains(count) == false { return .tooMany }
    case .uncatalogued(_, _, let count):
      guard target == .evergreen else { return .uncatalogued }
      if limits.count?.contains(count) == false { return .tooMany }
    }
    return limits.reason(toLeaveOut: entry.item, entry.borrower)
      ?? entry.moment.flatMap(reason) ?? entry.due.flatMap(reason)
  }

  private func reason(toLeaveOut moment: Moment) -> LeftOutReason? {
    if target == .evergreen {
      return EvergreenFormat.timestamps ~= (moment.instant ?? 1) ? nil : .year
    }
    return limits.keepYear(of: moment) ? nil : .year
  }
}
