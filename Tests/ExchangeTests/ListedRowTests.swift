import Circulation
import Testing

@testable import Exchange

/// The rows of other systems' files in a list.
struct ListedRowTests {
  @Test func aTimeInUTCIsListedAsTheClockOfTheZoneShowsIt() throws {
    var clock = LocalClock(.paris)
    let winter = try #require(Moment(iso8601: "2026-11-25T23:30:05Z"))
    let summer = try #require(Moment(iso8601: "2026-07-01T22:30:05Z"))
    let (inWinter, inSummer) = (clock.local(winter), clock.local(summer))
    #expect(inWinter.iso8601 == "2026-11-26T00:30:05+01:00")
    #expect(inSummer.iso8601 == "2026-07-02T00:30:05+02:00")
    #expect(inWinter.shown.fields.second == 5)
  }

  @Test func aTimeWithoutAnOffsetStaysAsItIs() throws {
    var clock = LocalClock(.paris)
    let seconds = try #require(Moment(iso8601: "2026-11-25T10:15:30"))
    #expect(clock.local(seconds).iso8601 == "2026-11-25T10:15:30")
    let minutes = try #require(
      Moment(year: 2026, month: 11, day: 25, hour: 10, minute: 15))
    #expect(minutes.iso8601 == "2026-11-25T10:15")
    #expect(minutes.shown.iso8601 == "2026-11-25T10:15")
  }

  @Test(arguments: [
    (250, "2.50"), (5, "0.05"), (0, "0.00"), (-5, "-0.05"),
    (-123_456, "-1234.56"),
  ])
  func anAmountHasAPointAndTwoDigits(_ cents: Int, _ text: String) {
    #expect(Entry(.payment(borrower: "C", cents: cents)).amount == text)
  }

  @Test func theLastMovementOfAnItemIsRemembered() {
    var memory = ItemMemory()
    #expect(memory.replace("I1", by: .loan) == nil)
    #expect(memory.replace("I2", by: .return) == nil)
    #expect(memory.replace("I1", by: .return) == .loan)
    #expect(memory.replace("I1", by: .loan) == .return)
    #expect(memory.replace("I2", by: .loan) == .return)
  }

  @Test func aSecondIsRememberedAlsoBefore1970() {
    var memory = SecondMemory()
    let (before, after): (Int64, Int64) = (-1, 1_795_598_130)
    let known = [before, after, before, after].map { memory.remember($0) }
    #expect(known == [false, false, true, true])
  }
}
