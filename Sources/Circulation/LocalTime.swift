/// A local date and time, with the zone if it is known.
///
/// A time from the station's clock has seconds and a zone. A time read from
/// `OffCirc.dat` has neither: the file does not carry them.
package struct LocalTime: Hashable, Sendable {
  /// The seconds since 1970-01-01T00:00:00 on the same wall clock.
  ///
  /// Always within the years 1 to 9999, since files have four digits for the
  /// year.
  private(set) var wallSeconds: Int64
  /// The seconds east of UTC; nil for a time from `OffCirc.dat`.
  package var utcOffset: Int32? { offset == .min ? nil : offset }
  // An optional would make each of a million times eight bytes longer.
  private let offset: Int32
  /// The seconds added to the computer's clock, which was known to be wrong.
  package private(set) var correction: Int32 = 0

  /// Creates the local time of a number of seconds since 1970-01-01T00:00:00Z.
  ///
  /// A time outside the range of the files becomes the nearest one inside, and
  /// ``isBeyondFiles``. Seconds of the UTC offset are dropped: files store
  /// minutes.
  package init(secondsSince1970 seconds: Int64, utcOffset: Int32) {
    let (sum, overflow) = seconds.addingReportingOverflow(Int64(utcOffset))
    wallSeconds = Self.limited(overflow ? (seconds < 0 ? .min : .max) : sum)
    offset = min(
      max(utcOffset / 60 * 60, -Self.maximumOffset), Self.maximumOffset)
  }

  // From 0001-01-01T00:00:00 to 9999-12-31T23:59:59.
  private static let writable: ClosedRange<Int64> =
    -62_135_596_800...253_402_300_799
  // Hours and minutes of the offset have two digits each in the files.
  private static let maximumOffset: Int32 = 99 * 3_600 + 59 * 60

  private static func limited(_ seconds: Int64) -> Int64 {
    min(max(seconds, writable.lowerBound), writable.upperBound)
  }

  /// True for the first and last time of the range and for an extreme zone: the
  /// actual time may be any.
  package var isBeyondFiles: Bool {
    wallSeconds == Self.writable.lowerBound
      || wallSeconds == Self.writable.upperBound
      || (utcOffset ?? 0).magnitude >= Self.maximumOffset.magnitude
  }

  /// Creates a date and time of the Gregorian calendar; nil if there is no such
  /// day or time.
  package init?(
    year: Int, month: Int, day: Int, hour: Int, minute: Int, second: Int = 0,
    utcOffset: Int32? = nil
  ) {
    guard
      1...9999 ~= year, 1...12 ~= month,
      1...Self.days(in: month, of: year) ~= day,
      0...23 ~= hour, 0...59 ~= minute, 0...59 ~= second
    else { return nil }
    let days = Self.dayNumber(year: year, month: month, day: day)
    self.wallSeconds = Int64(
      days * 86_400 + hour * 3_600 + minute * 60 + second)
    offset = utcOffset ?? .min
  }

  /// The components of a date and time.
  package struct Fields: Hashable, Sendable {
    /// The year, all digits of it.
    package let year: Int
    /// The month, 1 to 12.
    package let month: Int
    /// The day of the month, from 1.
    package let day: Int
    /// The day of the week, 0 for Monday to 6 for Sunday.
    package let weekday: Int
    /// The hour, 0 to 23.
    package let hour: Int
    /// The minute, 0 to 59.
    package let minute: Int
    /// The second, 0 to 59; 0 for a time from `OffCirc.dat`.
    package let second: Int
  }

  /// The components of this date and time.
  package var fields: Fields {
    let days = Int(wallSeconds.flooredDivision(by: 86_400))
    let second = Int(wallSeconds) - days * 86_400
    let date = Self.date(dayNumber: days)
    return Fields(
      year: date.year, month: date.month, day: date.day,
      // 1970-01-01 was a Thursday.
      weekday: Int((Int64(days) + 3).flooredRemainder(by: 7)),
      hour: second / 3_600, minute: second / 60 % 60, second: second % 60)
  }

  /// Returns true if a wall clock shows this time before the other.
  package func precedes(_ other: LocalTime) -> Bool {
    wallSeconds < other.wallSeconds
  }

  /// The minutes since 1970-01-01T00:00 on the same wall clock, by which lines
  /// of `OffCirc.dat` are ordered.
  package var wallMinutes: Int {
    Int(wallSeconds.flooredDivision(by: 60))
  }

  /// Returns the seconds from the other time to this one; a time without a zone
  /// counts as UTC.
  package func seconds(since other: LocalTime) -> Int64 {
    wallSeconds - Int64(utcOffset ?? 0)
      - (other.wallSeconds - Int64(other.utcOffset ?? 0))
  }

  /// Returns the time that the same clock shows so many seconds later.
  package func later(by seconds: Int64) -> LocalTime {
    var time = self
    let (sum, overflow) = wallSeconds.addingReportingOverflow(seconds)
    time.wallSeconds = Self.limited(
      overflow ? (seconds < 0 ? .min : .max) : sum)
    return time
  }

  /// Returns the time corrected by a clock error in seconds.
  func corrected(by seconds: Int32) -> LocalTime {
    var time = later(by: Int64(seconds))
    time.correction = correction.addingReportingOverflow(seconds).partialValue
    return time
  }

  /// Returns true if the other time is on the same date.
  package func isSameDay(as other: LocalTime) -> Bool {
    wallSeconds.flooredDivision(by: 86_400)
      == other.wallSeconds.flooredDivision(by: 86_400)
  }

  /// The time in ISO 8601: to the second with zone, or to the minute without.
  package var iso8601: String {
    var bytes: [UInt8] = []
    appendISO8601(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  func appendISO8601(to bytes: inout [UInt8]) {
    let fields = fields
    // Appended at once: each line of the journal has one.
    var text: [25 of UInt8] = .init(repeating: UInt8(ascii: ":"))
    func put(_ number: Int, at place: Int) {
      let (tens, units) = number.quotientAndRemainder(dividingBy: 10)
      text[place] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: tens)
      text[place + 1] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: units)
    }
    put(fields.year / 100, at: 0)
    put(fields.year % 100, at: 2)
    text[4] = UInt8(ascii: "-")
    put(fields.month, at: 5)
    text[7] = UInt8(ascii: "-")
    put(fields.day, at: 8)
    text[10] = UInt8(ascii: "T")
    put(fields.hour, at: 11)
    put(fields.minute, at: 14)
    var count = 16
    if let utcOffset {
      put(fields.second, at: 17)
      text[19] = UInt8(ascii: utcOffset < 0 ? "-" : "+")
      let minutes = Int(utcOffset.magnitude) / 60
      put(minutes / 60, at: 20)
      put(minutes % 60, at: 23)
      count = 25
    }
    withUnsafeBytes(of: text) {
      bytes.append(contentsOf: UnsafeRawBufferPointer(rebasing: $0[..<count]))
    }
  }

  /// Appends the time in the journal's format: ISO 8601, and after `~` the
  /// correction in seconds if it is not 0.
  func appendForJournal(to bytes: inout [UInt8]) {
    appendISO8601(to: &bytes)
    if correction != 0 {
      bytes.append(contentsOf: "~\(correction)".utf8)
    }
  }

  /// Parses the format of ``appendForJournal(to:)``.
  init?(journal bytes: Span<UInt8>) {
    let end = bytes.firstIndex(of: UInt8(ascii: "~"), from: 0)
    self.init(iso8601: bytes.extracting(0..<end))
    guard end < bytes.count else { return }
    let digits = String(ascii: bytes.extracting(end + 1..<bytes.count))
    guard
      let correction = Int32(digits), correction != 0, "\(correction)" == digits
    else { return nil }
    self.correction = correction
  }

  /// Parses `YYYY-MM-DDTHH:MM:SS±HH:MM`.
  package init?(iso8601 bytes: Span<UInt8>) {
    guard
      bytes.count == 25,
      bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
      bytes[10] == UInt8(ascii: "T"), bytes[13] == UInt8(ascii: ":"),
      bytes[16] == UInt8(ascii: ":"), bytes[22] == UInt8(ascii: ":"),
      bytes[19] == UInt8(ascii: "+") || bytes[19] == UInt8(ascii: "-"),
      let year = bytes.number(0..<4), let month = bytes.number(5..<7),
      let day = bytes.number(8..<10), let hour = bytes.number(11..<13),
      let minute = bytes.number(14..<16), let second = bytes.number(17..<19),
      let zoneHours = bytes.number(20..<22),
      let zoneMinutes = bytes.number(23..<25), zoneMinutes < 60
    else { return nil }
    let east = Int32(zoneHours * 3_600 + zoneMinutes * 60)
    self.init(
      year: year, month: month, day: day, hour: hour, minute: minute,
      second: second,
      utcOffset: bytes[19] == UInt8(ascii: "-") ? -east : east)
  }

  private static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2:
      let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
      return leap ? 29 : 28
    case 4, 6, 9, 11: return 30
    default: return 31
    }
  }

  // Both conversions use years that begin on 1 March, so that the leap day is
  // the year's last, and eras of 400 Gregorian years = 400 × 365 + 97 leap days
  // = 146,097 days. 719,468 days lie between 0000-03-01 and 1970-01-01; (153 m
  // + 2) / 5 is the day on which month m after March begins. The algorithm is
  // Howard Hinnant's, "chrono-Compatible Low-Level Date Algorithms"
  // (days_from_civil).

  private static func dayNumber(year: Int, month: Int, day: Int) -> Int {
    let marchYear = month <= 2 ? year - 1 : year
    let era = (marchYear >= 0 ? marchYear : marchYear - 399) / 400
    let yearOfEra = marchYear - era * 400
    let dayOfYear =
      (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra =
      yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  private static func date(
    dayNumber: Int
  ) -> (year: Int, month: Int, day: Int) {
    let shifted = dayNumber + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096)
      / 365
    let dayOfYear =
      dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * marchMonth + 2) / 5 + 1)
  }
}

extension Int64 {
  fileprivate func flooredDivision(by divisor: Int64) -> Int64 {
    let quotient = self / divisor
    return self % divisor < 0 ? quotient - 1 : quotient
  }

  fileprivate func flooredRemainder(by divisor: Int64) -> Int64 {
    self - flooredDivision(by: divisor) * divisor
  }
}

extension LocalTime? {
  /// Goes on to a time, unless it is earlier.
  mutating func reach(_ time: LocalTime) {
    if map({ time.seconds(since: $0) > 0 }) ?? true { self = time }
  }
}
