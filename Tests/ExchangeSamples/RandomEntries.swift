import Circulation
import Exchange
import Seeded

extension SeededGenerator {
  /// Returns random rows of a winter's days, in order, as a format can hold
  /// them.
  package mutating func entries(
    _ count: Int, of format: ExchangeFormat
  ) -> [Entry] {
    // 25 November 2026, 08:00 in Paris.
    var instant: Int64 = 1_795_590_000
    return (0..<count).map { _ in
      instant += Int64.random(in: 0...200, using: &self)
      let isMinute = format == .alma || format == .sierra
      let time = isMinute ? instant - instant % 60 : instant
      let offset: Int32 = format == .evergreen ? 0 : 3_600
      var entry = Entry(act(of: format))
      if format.hasTimes {
        entry.moment = Moment(
          wall: time + Int64(offset), offset: offset, hasSeconds: !isMinute)
      }
      if format == .sierra { entry.group = 5 }
      let hasDue = Bool.random(using: &self)
      if case .loan = entry.act,
        format == .sierra || format == .evergreen && hasDue
      {
        entry.due = Moment(wall: time + 1_209_600, offset: offset)
      }
      return entry
    }
  }

  private mutating func act(of format: ExchangeFormat) -> Entry.Act {
    let item = number(of: format)
    let borrower = number(of: format)
    switch (format, Int.random(in: 0..<12, using: &self)) {
    case (.koha, 0):
      return .payment(
        borrower: borrower, cents: .random(in: -100...9_999, using: &self))
    case (.evergreen, 0):
      let isNamed = Bool.random(using: &self)
      return .renewal(item: item, borrower: isNamed ? borrower : nil)
    case (.evergreen, 1):
      return .inHouseUse(item: item, count: .random(in: 1...3, using: &self))
    case (.evergreen, 2):
      return .uncatalogued(
        borrower: borrower, kind: 101,
        count: .random(in: 1...3, using: &self))
    case (.evergreen, 3):
      return .registration(
        borrower: "NEW1", user: #"{"card":{"barcode":"NEW1"},"n":"\u00e9"}"#)
    case (_, 4...7): return .return(item: item)
    default: return .loan(item: item, borrower: borrower)
    }
  }

  /// Returns a number, mostly a usual one.
  private mutating func number(of format: ExchangeFormat) -> String {
    let digits = String(Int.random(in: 1...60, using: &self))
    switch Int.random(in: 0..<16, using: &self) {
    case 0 where format == .koha || format == .destiny: return "É" + digits
    case 1: return String(repeating: "A", count: 21) + digits
    case 2: return String(repeating: "B", count: 33) + digits
    case 3 where format == .koha || format == .alma: return "A " + digits
    case 4 where format != .sierra: return "A:" + digits
    case 5 where format != .pmb: return "0"
    case 6 where format != .destiny: return "%" + digits
    default: return "3700000" + digits
    }
  }
}
