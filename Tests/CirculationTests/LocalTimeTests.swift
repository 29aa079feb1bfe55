import Testing

@testable import Circulation

struct LocalTimeTests {
  @Test func everyDayOfFourHundredYearsComesBack() throws {
    var expected = (year: 1_999, month: 12, day: 31, weekday: 4)
    var daysSeen = 0
    var time = try #require(
      LocalTime(year: 1_999, month: 12, day: 31, hour: 23, minute: 59))
    while expected.year < 2_401 {
      let fields = time.fields
      guard
        fields.year == expected.year, fields.month == expected.month,
        fields.day == expected.day, fields.weekday == expected.weekday,
        fields.hour == 23, fields.minute == 59
      else {
        Issue.record("\(time.iso8601) should be \(expected)")
        return
      }
      let again = LocalTime(
        year: fields.year, month: fields.month, day: fields.day, hour: 23,
        minute: 59)
      #expect(again == time)
      expected = Self.dayAfter(expected)
      daysSeen += 1
      time = LocalTime(
        secondsSince1970: time.wallSeconds + 86_400, utcOffset: 0)
      time = LocalTime(wallClockOf: time)
    }
    #expect(daysSeen == 1 + 146_097 + 366)
  }

  /// The calendar as children learn it.
  private static func dayAfter(
    _ date: (year: Int, month: Int, day: Int, weekday: Int)
  ) -> (year: Int, month: Int, day: Int, weekday: Int) {
    var date = date
    let year = date.year
    let isLeap =
      year.isMultiple(of: 400)
      || year.isMultiple(of: 4) && !year.isMultiple(of: 100)
    let lengths = [
      31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31,
    ]
    date.weekday = (date.weekday + 1) % 7
    date.day += 1
    if date.day > lengths[date.month - 1] {
      date.day = 1
      date.month += 1
    }
    if date.month > 12 {
      date.month = 1
      date.year += 1
    }
    return date
  }

  @Test(arguments: [
    (2_019, 2, 29, 0, 0, 0), (1_900, 2, 29, 0, 0, 0), (2_020, 2, 30, 0, 0, 0),
    (2_020, 4, 31, 0, 0, 0), (2_020, 0, 1, 0, 0, 0), (2_020, 13, 1, 0, 0, 0),
    (2_020, 1, 0, 0, 0, 0), (2_020, 1, 32, 0, 0, 0), (2_020, 1, 1, 24, 0, 0),
    (2_020, 1, 1, 0, 60, 0), (2_020, 1, 1, 0, 0, 60), (0, 1, 1, 0, 0, 0),
    (10_000, 1, 1, 0, 0, 0), (2_020, 1, 1, -1, 0, 0),
  ])
  func thereIsNoSuchTime(
    _ year: Int, _ month: Int, _ day: Int, _ hour: Int, _ minute: Int,
    _ second: Int
  ) {
    let time = LocalTime(
      year: year, month: month, day: day, hour: hour, minute: minute,
      second: second)
    #expect(time == nil)
  }

  @Test(arguments: [(2_000, 2, 29), (2_020, 2, 29), (9_999, 12, 31), (1, 1, 1)])
  func thereIsSuchADay(_ year: Int, _ month: Int, _ day: Int) throws {
    let time = try #require(
      LocalTime(year: year, month: month, day: day, hour: 23, minute: 59))
    #expect(time.fields.year == year)
    #expect(time.fields.month == month)
    #expect(time.fields.day == day)
  }

  @Test(
    arguments: [
      (0, 0, "1970-01-01T00:00:00+00:00"),
      (1_525_780_087, 7_200, "2018-05-08T13:48:07+02:00"),
      (1_525_780_087, -12_600, "2018-05-08T08:18:07-03:30"),
      (1_525_780_087, -1_800, "2018-05-08T11:18:07-00:30"),
      (-1, 0, "1969-12-31T23:59:59+00:00"),
      (0, -3_600, "1969-12-31T23:00:00-01:00"),
      (951_782_400, 20_700, "2000-02-29T05:45:00+05:45"),
    ] as [(Int64, Int32, String)])
  func iso8601IsWrittenAndRead(
    _ seconds: Int64, _ offset: Int32, _ text: String
  ) {
    let time = LocalTime(secondsSince1970: seconds, utcOffset: offset)
    #expect(time.iso8601 == text)
    #expect(LocalTime(iso8601: Array(text.utf8).span) == time)
  }

  @Test(arguments: [
    "", "2018-05-08T13:48:07", "2018-05-08T13:48:07Z",
    "2018-02-30T13:48:07+02:00", "2018-05-08T13:48:07*02:00",
    "2018/05-08T13:48:07+02:00", "2018-05-08 13:48:07+02:00",
    "2018-05-08T13:48:07+02:0a", "2018-05-08T13-48:07+02:00",
  ])
  func whatIsNoISO8601IsNotRead(_ text: String) {
    #expect(LocalTime(iso8601: Array(text.utf8).span) == nil)
  }

  @Test func aTimeOfTheDataFileHasNoSecondsAndNoZone() throws {
    let time = try #require(
      LocalTime(year: 2_018, month: 5, day: 9, hour: 13, minute: 48))
    #expect(time.utcOffset == nil)
    #expect(time.iso8601 == "2018-05-09T13:48")
  }

  @Test func aDayEndsAtMidnightOnTheWall() {
    let late = LocalTime(secondsSince1970: 86_399, utcOffset: 0)
    let later = LocalTime(secondsSince1970: 86_400, utcOffset: 0)
    let paris = LocalTime(secondsSince1970: 86_399, utcOffset: 3_600)
    #expect(late.isSameDay(as: LocalTime(secondsSince1970: 0, utcOffset: 0)))
    #expect(!late.isSameDay(as: later))
    #expect(paris.isSameDay(as: later))
    #expect(!late.isSameDay(as: paris))
  }
}

extension LocalTime {
  /// The same time on the wall, without the zone.
  fileprivate init(wallClockOf time: LocalTime) {
    let fields = time.fields
    self =
      LocalTime(
        year: fields.year, month: fields.month, day: fields.day,
        hour: fields.hour, minute: fields.minute, second: fields.second) ?? time
  }
}
