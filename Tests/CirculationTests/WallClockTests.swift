import Glibc
import Testing

@testable import Circulation

struct WallClockTests {
  @Test func theSystemsClockShowsTheTimeInTheZoneOfTheSystem() {
    let before = Int64(time(nil))
    let now = WallClock.system.now()
    let after = Int64(time(nil))
    let seconds = now.wallSeconds - Int64(now.utcOffset ?? .max)
    #expect(before...after ~= seconds)
  }
}
