import Simulated
import Synchronization
import Testing

@testable import Circulation

/// What the desk can look back to.
final class PastTests {
  private let files = SimulatedFileSystem()
  private let days = Mutex<Int64>(0)

  private func open() throws -> Desk {
    let now = tuesday.later(by: days.withLock { $0 } * 24 * 3_600)
    return try Desk(files, clock: WallClock { now })
  }

  private func past(_ desk: Desk, limit: Int = 100) -> [String] {
    desk.past(limit: limit).map(\.item.text)
  }

  @Test func whatWasSavedInTheLastTwoWeeksIsThePast() throws {
    for (day, item) in [(0, "1"), (1, "2"), (14, "3"), (15, "4")] {
      days.withLock { $0 = Int64(day) }
      let desk = try open()
      try desk.lend(item, to: "9")
      try desk.save()
    }
    let desk = try open()
    #expect(past(desk) == ["2", "3", "4"])
    try desk.lend("5", to: "9")
    try desk.record(try Barcode("6"))
    #expect(past(desk) == ["2", "3", "4", "5", "6"])
    #expect(past(desk, limit: 2) == ["4", "5", "6"])
  }

  @Test func whatIsTakenBackOrChangedIsCounted() throws {
    let desk = try open()
    try desk.lend("1", to: "9")
    try desk.lend("2", to: "9")
    try desk.save()
    var count = desk.pastChanges
    try desk.lend("3", to: "9")
    #expect(desk.pastChanges == count)
    let last = try #require(desk.unsaved.last?.sequence)
    try desk.amend(sequence: last, item: try Barcode("4"))
    #expect(desk.pastChanges > count)
    #expect(past(desk) == ["1", "2", "4"])
    count = desk.pastChanges
    try desk.delete(sequence: last)
    #expect(desk.pastChanges > count)
    #expect(past(desk) == ["1", "2"])
    count = desk.pastChanges
    try desk.record(try Barcode("5"))
    desk.dropLastWaiting()
    #expect(desk.pastChanges > count)
    #expect(past(desk) == ["1", "2"])
  }

  @Test func theSameOnceMoreIsARepetition() throws {
    let desk = try open()
    let item = try Barcode("1")
    try desk.lend("1", to: "9")
    #expect(desk.repetition(of: item)?.borrower?.text == "9")
    desk.identify(try Barcode("8"))
    #expect(desk.repetition(of: item) == nil)
    desk.switch(to: .return)
    #expect(desk.repetition(of: item) == nil)
    try desk.record(item)
    #expect(desk.repetition(of: item)?.operation == .return)
    desk.switch(to: .loan)
    #expect(desk.repetition(of: item) == nil)
  }
}
