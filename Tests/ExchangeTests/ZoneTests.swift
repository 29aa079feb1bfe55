import Testing

@testable import Exchange

/// The way from the wall clock to UTC, and back.
struct ZoneTests {
  private func wall(_ text: String) throws -> Int64 {
    try #require(Moment(iso8601: text)).wall
  }

  @Test(arguments: [
    ("2026-01-15 12:00:00", "2026-01-15 11:00:00"),
    ("2026-07-15 12:00:00", "2026-07-15 10:00:00"),
    ("2026-03-29 01:59:59", "2026-03-29 00:59:59"),
    ("2026-03-29 03:00:00", "2026-03-29 01:00:00"),
    ("2026-10-25 01:59:59", "2026-10-24 23:59:59"),
    ("2026-10-25 03:00:00", "2026-10-25 02:00:00"),
  ])
  func aTimeThatTheClockShowsOnceHasOneMeaning(
    _ local: String, _ utc: String
  ) throws {
    var clock = ZoneClock(.paris)
    let (local, utc) = (try wall(local), try wall(utc))
    #expect(clock.reading(ofWall: local) == .once(utc))
    #expect(Int64(clock.offset(at: utc)) == local - utc)
  }

  @Test func theHourThatOccursTwiceHasTwoMeanings() throws {
    #expect(
      try Zone.paris.reading(ofWall: wall("2026-10-25 02:30:00"))
        == .twice(
          first: wall("2026-10-25 00:30:00"),
          second: wall("2026-10-25 01:30:00")))
  }

  @Test func theHourThatIsNotThereIsThatOfAClockNotSetYet() throws {
    #expect(
      try Zone.paris.reading(ofWall: wall("2026-03-29 02:30:00"))
        == .never(wall("2026-03-29 01:30:00")))
  }

  @Test func aClockKnowsEveryHourOfAYearAsItsZoneDoes() throws {
    let start = try wall("2026-01-01 00:00:00")
    var clock = ZoneClock(.paris)
    for hour in 0..<(366 * 24) {
      let time = start + Int64(hour) * 3_600 + 1_800
      #expect(clock.reading(ofWall: time) == Zone.paris.reading(ofWall: time))
      #expect(clock.offset(at: time) == Zone.paris.offset(time))
    }
  }

  @Test(
    arguments: [
      ("2026-11-25T22:00:00.000Z", 0), ("2026-11-25T23:00:00+01:00", 3_600),
      ("2026-11-25T23:00:00+0100", 3_600), ("2026-11-25 23:00:00", nil),
      ("2026-11-25T17:30:00-05:30", -19_800),
    ] as [(String, Int32?)])
  func aTimeIsReadWithItsOffset(_ text: String, _ offset: Int32?) throws {
    #expect(try #require(Moment(iso8601: text)).offset == offset)
  }

  @Test(arguments: [
    "2026-11-25T23:00", "20261125T230000", "25/11/2026 10:00:00",
    "2026-7-5 9:05:03", "2026-02-31 10:00:00", "2026-11-25T23:00:00+1",
    "2026-11-25T23:00:00.Z", "2026-11-25T23:00:00 Z", "",
  ])
  func whatIsNoTimeIsNotRead(_ text: String) {
    #expect(Moment(iso8601: text) == nil)
  }
}
