import Simulated
import Synchronization
import Testing

@testable import Circulation

/// What a wrong clock does: it is noticed, and breaks nothing.
struct ClockWarningTests {
  /// A clock that a test sets; time passes in it only if it is told.
  private final class TestClock: Sendable {
    private let time = Mutex((wall: Int64(1_525_780_087), monotonic: Int64(50)))

    func pass(_ seconds: Int64) {
      time.withLock {
        $0.wall += seconds
        $0.monotonic += seconds
      }
    }

    func set(by seconds: Int64) { time.withLock { $0.wall += seconds } }

    func clock(
      release: LocalTime? = nil, utcOffset: Int32 = 7_200
    ) -> WallClock {
      WallClock(
        now: {
          LocalTime(
            secondsSince1970: self.time.withLock { $0.wall },
            utcOffset: utcOffset)
        }, monotonic: { self.time.withLock { $0.monotonic } }, release: release)
    }
  }

  private let files = SimulatedFileSystem()
  private let clock = TestClock()

  private func desk(_ clock: WallClock? = nil) throws -> Desk {
    try Desk(files, clock: clock ?? self.clock.clock())
  }

  @Test func aClockEarlierThanTheLastEventHasAWarningUntilItHasPassedIt() throws
  {
    let before = try desk()
    #expect(before.clockWarning == nil)
    try before.takeBack("1")
    clock.set(by: -86_400)
    let desk = try desk()
    #expect(desk.clockWarning == .beforeLastEvent(tuesday))
    // Recording goes on, in the order of the events and not of the clock.
    try desk.takeBack("2")
    #expect(desk.clockWarning == .beforeLastEvent(tuesday))
    #expect(desk.unsaved.map(\.transaction.item.text) == ["1", "2"])
    clock.pass(86_400)
    #expect(desk.clockWarning == nil)
  }

  @Test func aMonthWithoutEventsHasAWarningUntilOneIsRecorded() throws {
    try desk().takeBack("1")
    clock.pass(30 * 86_400)
    #expect(try desk().clockWarning == nil)
    clock.pass(1)
    let desk = try desk()
    #expect(desk.clockWarning == .longAfterLastEvent(tuesday))
    try desk.takeBack("2")
    #expect(desk.clockWarning == nil)
  }

  @Test func aClockBeforeTheReleaseHasAWarning() throws {
    let release = LocalTime(
      year: 2018, month: 5, day: 8, hour: 14, minute: 0, utcOffset: 7_200)
    let desk = try desk(clock.clock(release: release))
    #expect(desk.clockWarning == release.map(ClockWarning.beforeRelease))
    clock.pass(900)
    #expect(desk.clockWarning == nil)
  }

  @Test func aClockThatIsSetIsNoticedOnceWithTheTimeItWouldShow() throws {
    let desk = try desk()
    clock.pass(3_600)
    #expect(desk.clockJump() == nil)
    clock.pass(10)
    clock.set(by: -7_200)
    let expected = tuesday.later(by: 3_610)
    #expect(desk.clockJump() == expected)
    #expect(desk.clockJump() == nil)
    // The network sets a clock by seconds all the time.
    clock.set(by: 30)
    #expect(desk.clockJump() == nil)
  }

  @Test func theHourThatComesTwiceKeepsTheOrderOfTheEvents() throws {
    try desk(clock.clock(utcOffset: 7_200)).takeBack("summer")
    clock.pass(600)
    // The clock goes back by an hour: what comes later seems earlier.
    let desk = try desk(clock.clock(utcOffset: 3_600))
    #expect(desk.clockWarning == nil)
    try desk.takeBack("winter")
    try desk.save()
    #expect(
      files.dataFile == "201805081348Rsummer\r\n201805081258Rwinter\r\n")
  }

  @Test func aCorrectionIsInEachEventAndInTheDataFile() throws {
    let corrected = clock.clock().corrected(by: -3_600)
    let desk = try desk(corrected)
    try desk.takeBack("1")
    let journal = String(decoding: files.journal, as: UTF8.self)
    #expect(journal.contains("\t2018-05-08T12:48:07+02:00~-3600\treturn\t1\t"))
    let reopened = try self.desk(corrected)
    #expect(reopened.unsaved.map(\.transaction.recorded.correction) == [-3_600])
    try reopened.save()
    #expect(files.dataFile == "201805081248R1\r\n")
  }
}
