import Circulation

/// The times of rows in the order in which they are written, such that the
/// other system keeps that order.
///
/// Koha does not keep the order of rows of one second, and Evergreen sorts by
/// the second: no two rows have the same.
struct RowSequence {
  private let target: ExchangeFormat
  private var clock: ZoneClock
  private var last = Int64.min
  private(set) var losses = Losses()

  /// Begins an order of rows.
  init(to target: ExchangeFormat, _ zone: Zone) {
    self.target = target
    clock = ZoneClock(zone)
  }

  /// Returns the next row with its final time.
  mutating func next(_ row: RowConverter.Row) -> Entry {
    guard target.limits.hasStrictSeconds, let moment = row.entry.moment,
      let instant = row.instant
    else { return row.entry }
    var entry = row.entry
    switch target {
    case .koha:
      var wall = moment.wall
      if wall <= last { wall = last + 1 }
      if case .never(let later) = clock.reading(ofWall: wall) {
        wall = later + Int64(clock.offset(at: later))
      }
      last = wall
      tell(moment.wall, wall, row.place)
      entry.moment = Moment(wall: wall, offset: moment.offset)
    default:
      let new = instant <= last ? last + 1 : instant
      last = new
      tell(instant, new, row.place)
      let offset = clock.offset(at: new)
      entry.moment = Moment(wall: new + Int64(offset), offset: offset)
    }
    return entry
  }

  private mutating func tell(_ old: Int64, _ new: Int64, _ place: RowPlace) {
    guard old != new else { return }
    losses.add(.secondsMadeUp, place)
    if old - old.modulus(60) != new - new.modulus(60) {
      losses.add(.minutesPassed, place)
    }
  }
}
