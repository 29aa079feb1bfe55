import Seeded
import Testing

@testable import Circulation

/// A time is read the same, whatever was read before it.
struct TimeReaderTests {
  private func bytes(of time: LocalTime) -> [UInt8] {
    var bytes: [UInt8] = []
    time.appendForJournal(to: &bytes)
    return bytes
  }

  @Test func itRemembersNothingThatChangesATime() throws {
    var random = SeededGenerator(seed: 13)
    var times = TimeReader()
    var now: Int64 = 1_525_759_200
    for _ in 0..<20_000 {
      // Mostly the same minute, now and then another one, zone or correction.
      let steps: [Int64] = [0, 1, 1, 2, 59, -1, -60, 86_400, -31_536_000]
      let offsets: [Int32] = [7_200, 7_200, 7_200, 3_600, -3_600, 0]
      now += steps.randomElement(using: &random) ?? 0
      let offset = offsets.randomElement(using: &random) ?? 0
      var time = LocalTime(secondsSince1970: now, utcOffset: offset)
      if Int.random(in: 0..<10, using: &random) == 0 {
        time = time.corrected(by: 3_600)
      }
      let bytes = bytes(of: time)
      #expect(times.time(bytes.span) == time)
    }
  }

  @Test func aByteThatIsWrongIsSeenAfterTheSameMinuteToo() throws {
    let sound = bytes(
      of: LocalTime(secondsSince1970: 1_525_759_200, utcOffset: 7_200))
    for index in sound.indices {
      for byte in 0...UInt8.max {
        var bytes = sound
        bytes[index] = byte
        var times = TimeReader()
        _ = times.time(sound.span)
        #expect(times.time(bytes.span) == LocalTime(journal: bytes.span))
      }
    }
  }
}
