import Simulated
import Synchronization
import Testing

@testable import Circulation

/// What the desk did today speaks against what is done now.
struct TodayTests {
  /// A clock that is turned by hand.
  private final class HandClock: Sendable {
    let seconds = Mutex<Int64>(0)
    var clock: WallClock {
      WallClock { [self] in tuesday.later(by: seconds.withLock { $0 }) }
    }
    func advance(by interval: Int64) { seconds.withLock { $0 += interval } }
  }

  private let files = SimulatedFileSystem()
  private let time = HandClock()

  private func open() throws -> Desk {
    try Desk(files, clock: time.clock)
  }

  @Test func theSameWithinSecondsIsADouble() throws {
    let desk = try open()
    let item = try Barcode("1")
    #expect(desk.recentDuplicate(of: item, within: 3) == nil)
    try desk.lend("1", to: "9")
    #expect(desk.recentDuplicate(of: item, within: 3)?.item == item)
    #expect(desk.recentDuplicate(of: item, within: 0) == nil)
    #expect(desk.recentDuplicate(of: try Barcode("2"), within: 3) == nil)
    desk.identify(try Barcode("8"))
    #expect(desk.recentDuplicate(of: item, within: 3) == nil)
    desk.identify(try Barcode("9"))
    try desk.save()
    time.advance(by: 2)
    #expect(desk.recentDuplicate(of: item, within: 3) != nil)
    time.advance(by: 1)
    #expect(desk.recentDuplicate(of: item, within: 3) == nil)
    desk.switch(to: .return)
    #expect(desk.recentDuplicate(of: item, within: 9) == nil)
    // What waits for the disk counts too.
    try desk.record(item)
    #expect(desk.recentDuplicate(of: item, within: 9) != nil)
    time.advance(by: -60)
    #expect(desk.recentDuplicate(of: item, within: 9) == nil)
  }

  @Test func anItemLentToAnotherHasAWarningUntilItCameBack() throws {
    for isSaved in [false, true] {
      let desk = try open()
      try desk.lend("1", to: "9")
      if isSaved { try desk.save() }
      let again = try open()
      let item = try Barcode("1")
      again.identify(try Barcode("9"))
      #expect(again.itemWarning(for: item) == nil)
      again.identify(try Barcode("8"))
      guard case .lentToAnother(let loan) = again.itemWarning(for: item) else {
        Issue.record("not pointed out")
        continue
      }
      #expect(loan.borrower?.text == "9")
      try again.takeBack("1")
      again.switch(to: .loan)
      #expect(again.itemWarning(for: item) == nil)
      try again.save()
    }
  }

  @Test func whatWasSavedOnAnotherDaySpeaksAgainstNothing() throws {
    let desk = try open()
    try desk.lend("1", to: "9")
    time.advance(by: 86_400)
    desk.identify(try Barcode("8"))
    let item = try Barcode("1")
    #expect(desk.itemWarning(for: item) != nil)
    try desk.save()
    #expect(desk.itemWarning(for: item) == nil)
    #expect(try open().unsaved.isEmpty)
  }

  @Test func aReturnOfWhatWasJustLentIsPointedOut() throws {
    let desk = try open()
    try desk.lend("1", to: "9")
    desk.switch(to: .return)
    let item = try Barcode("1")
    #expect(desk.itemWarning(for: item) != nil)
    time.advance(by: 300)
    #expect(desk.itemWarning(for: item) == nil)
  }

  @Test func whatWasDeletedSpeaksAgainstNothing() throws {
    let desk = try open()
    try desk.lend("1", to: "9")
    try desk.lend("1", to: "8")
    try desk.delete(sequence: 2)
    let item = try Barcode("1")
    desk.identify(try Barcode("9"))
    #expect(desk.itemWarning(for: item) == nil)
    try desk.delete(sequence: 1)
    desk.identify(try Barcode("7"))
    #expect(desk.itemWarning(for: item) == nil)
  }

  @Test func anItemWithItsBorrowersNumberIsRefused() throws {
    let desk = try open()
    let number = try Barcode("9")
    desk.identify(number)
    #expect(throws: CirculationError.itemIsBorrower(number)) {
      try desk.record(number)
    }
    #expect(desk.waiting.isEmpty)
    desk.switch(to: .return)
    try desk.record(number)
  }
}
