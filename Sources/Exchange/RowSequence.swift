import Circulation

/// The times of rows in the order in which they are written, such that the
/// other system keeps that order.
///
/// Koha does not keep the order of rows of one second, and Evergreen sorts by
/// the second: no two rows have the same.
struct RowSequence {
  private let target: ExchangeFormat
  private let hasStrictSeconds: Bool
  private var clock: ZoneClock
  private var last = Int64.min
  private(set) var losses = Losses()

  /// Begins an order of rows.
  init(to target: ExchangeFormat, _ zone: Zone) {
    self.target = target
    hasStrictSeconds = target.limits.hasStrictSeconds
    clock = ZoneClock(zone)
  }

  /// Returns the next row with its final time.
  mutating func next(_ row: RowConverter.Row) -> Entry {
    var entry = row.entry
    entry.moment = entry.moment.map { time(for: $0, row.place) }
    return entry
  }

  /// Returns the next row, a plain one, with its final time.
  mutating func next(_ row: PlainRow, at place: RowPlace) -> PlainRow {
    var row = row
    row.moment = time(for: row.moment, place)
    return row
  }

  /// Returns the final time of a row with a settled one.
  private mutating func time(
    for moment: Moment, _ place: RowPlace
  ) -> Moment {
    guard hasStrictSeconds, let instant = moment.instant else { return moment }
    switch target {
    case .koha:
      var wall = moment.wall
      if wall <= last { wall = last + 1 }
      if case .never(let later) = clock.reading(ofWall: wall) {
        wall = later + Int64(clock.offset(at: later))
      }
      last = wall
      tell(moment.wall, wall, place)
      return Moment(wall: wall, offset: moment.offset)
    default:
      let new = instant <= last ? last + 1 : instant
      last = new
      tell(instant, new, place)
      let offset = clock.offset(at: new)
      return Moment(wall: new + Int64(offset), offset: offset)
    }
  }

  private mutating func tell(_ old: Int64, _ new: Int64, _ place: RowPlace) {
    guard old != new else { return }
    losses.add(.secondsMadeUp, place)
    if old - old.modulus(60) != new - new.modulus(60) {
      losses.add(.minutesPassed, place)
    }
  }
}
