import Circulation

@testable import Exchange

extension Zone {
  /// The zone of Paris by the rule of the European Union, whatever the zone of
  /// the computer is.
  static let paris = Zone(name: "Europe/Paris") { instant in
    let year = Moment.fields(ofWall: instant).year
    let start = lastSunday(of: 3, year) + 3_600
    let end = lastSunday(of: 10, year) + 3_600
    return start..<end ~= instant ? 7_200 : 3_600
  }

  /// The last Sunday of a month of 31 days, in seconds since 1970.
  private static func lastSunday(of month: Int, _ year: Int) -> Int64 {
    guard
      let day = Moment(
        year: year, month: month, day: 31, hour: 0, minute: 0)
    else { return 0 }
    return day.wall - Int64((day.fields.weekday + 1) % 7) * 86_400
  }

  static let utc = Zone(name: "UTC", fixed: 0)
}
