import Circulation
import Station
import Typesetting

/// A language's way to write dates and times.
struct DateStyle: Hashable, Sendable {
  /// The seven days of the week, Monday first.
  let weekdays: [String]
  /// The twelve months, as they are written in a date.
  let months: [String]
  /// The sign between day, month and year.
  let separator: String
  /// True if the first nine days of a month have a leading zero.
  let padsDays: Bool
  /// The text between a date and a time in a sentence.
  let beforeTime: String
  /// The word between the first and the last day of a span.
  let to: String
  /// True if a table has its dates as in ISO 8601.
  let isISOInTables: Bool

  static let english = DateStyle(
    weekdays: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
    months: [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun",
      "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ],
    separator: " ", padsDays: false, beforeTime: " ", to: "to",
    isISOInTables: true)
  static let french = DateStyle(
    weekdays: ["lun.", "mar.", "mer.", "jeu.", "ven.", "sam.", "dim."],
    months: (1...12).map(\.twoDigits),
    separator: "/", padsDays: true, beforeTime: " à ", to: "au",
    isISOInTables: false)

  /// Returns a day with its year.
  func day(_ time: LocalTime) -> String {
    dayAndMonth(time) + separator + String(time.fields.year)
  }

  /// Returns a day, `YYYY-MM-DD` in a list, with its year; as it is written if
  /// it is not a day.
  func day(_ text: String) -> String {
    LocalTime(iso8601: Array("\(text)T12:00:00+00:00".utf8).span).map(day)
      ?? text.printable
  }

  /// Returns a day without its year.
  func dayAndMonth(_ time: LocalTime) -> String {
    let at = time.fields
    return (padsDays ? at.day.twoDigits : String(at.day)) + separator
      + months[at.month - 1]
  }

  /// Returns a day with its year and its name.
  func dayWithName(_ time: LocalTime) -> String {
    "\(weekdays[time.fields.weekday]) \(day(time))"
  }

  /// Returns the days from one to another, or the one that both are.
  func days(_ first: LocalTime, _ last: LocalTime) -> String {
    if first.isSameDay(as: last) { return day(last) }
    let isOneYear = first.fields.year == last.fields.year
    return "\(isOneYear ? dayAndMonth(first) : day(first)) \(to) \(day(last))"
  }

  /// Returns hours and minutes.
  func clock(_ time: LocalTime) -> String {
    "\(time.fields.hour.twoDigits):\(time.fields.minute.twoDigits)"
  }

  /// Returns the seconds that were added to a clock, as hours and minutes with
  /// a sign; with seconds, if there are any.
  func correction(_ seconds: Int32) -> String {
    let size = Int(seconds.magnitude)
    let (hours, minutes) = (size / 3_600, size / 60 % 60)
    let rest = size % 60
    return (seconds < 0 ? "-" : "+") + hours.twoDigits + ":"
      + minutes.twoDigits + (rest > 0 ? ":" + rest.twoDigits : "")
  }

  /// Returns hours, minutes and seconds.
  func clockWithSeconds(_ time: LocalTime) -> String {
    "\(clock(time)):\(time.fields.second.twoDigits)"
  }

  /// Returns a date and time for a table: to the second, but to the minute for
  /// a line of a file, which has no seconds.
  func tableTime(_ time: LocalTime) -> String {
    let date =
      isISOInTables ? String(time.iso8601.prefix(10)) : day(time)
    return
      "\(date) \(time.utcOffset == nil ? clock(time) : clockWithSeconds(time))"
  }
}
