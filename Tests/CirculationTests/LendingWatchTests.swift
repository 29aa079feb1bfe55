import Seeded
import Simulated
import Synchronization
import Testing

@testable import Circulation

/// The loans of all copies, as a desk has them that goes on recording.
struct LendingWatchTests {
  private final class Clock: Sendable {
    private let shown = Mutex(tuesday)
    var now: LocalTime { shown.withLock { $0 } }
    func turn(by seconds: Int64) {
      shown.withLock { $0 = $0.later(by: seconds) }
    }
  }

  private final class Counter: Sendable {
    private let count = Mutex(0)
    var value: Int { count.withLock { $0 } }
    func add() { count.withLock { $0 += 1 } }
  }

  private let clock = Clock()
  private let desk: Desk
  private let reads = Counter()

  init() throws {
    let clock = clock
    desk = try Desk(SimulatedFileSystem(), clock: WallClock { clock.now })
  }

  private func watch(
    with others: [JournalReplay] = [],
    archive: @escaping LendingWatch.Looking = { _ in [] }
  ) -> LendingWatch {
    LendingWatch { _, shared in
      reads.add()
      return LendingHistory(of: others + shared + [desk.replay])
    } lookingAt: {
      try archive($0)
    }
  }

  private func takeBack(_ item: String, state: Int? = nil) throws {
    desk.switch(to: .return)
    try desk.record(Barcode(item))
    if let state { try desk.note(status: state, of: Barcode(item)) }
    try desk.commitWaiting()
  }

  @Test func whatTheDeskRecordsIsKnownWithoutReadingAgain() throws {
    let watch = watch()
    try desk.lend("1", to: "A")
    #expect(watch.history(at: desk)?.copies[try Barcode("1")]?.holder != nil)
    for state in 1...5 {
      try desk.lend("1", to: "A")
      try takeBack("1", state: state)
      let copy = try #require(
        watch.history(at: desk)?.copies[Barcode("1")])
      #expect(copy.state == state && copy.holder == nil)
      #expect(watch.history(at: desk)?.copies == currentHistory.copies)
    }
    #expect(reads.value == 1)
  }

  private var currentHistory: LendingHistory {
    LendingHistory(of: [desk.replay])
  }

  @Test func anArchiveThatAnotherProgramChangesIsReadAgain() throws {
    let journals = Mutex<[LendingHistory.ArchivedJournal]>([])
    let watch = watch { _ in journals.withLock { $0 } }
    try desk.lend("1", to: "A")
    _ = watch.history(at: desk)
    journals.withLock {
      $0 = [
        .init(
          path: "archive/1/OffCirc.journal",
          version: FileVersion(
            identity: FileIdentity(device: 1, inode: 2), length: 3,
            modifiedSeconds: 4, modifiedNanoseconds: 5))
      ]
    }
    try takeBack("1")
    _ = watch.history(at: desk)
    _ = watch.history(at: desk)
    #expect(reads.value == 2)
  }

  @Test func aJournalThatCannotBeReadIsTriedAgainAtTheNextScan() throws {
    let fails = Mutex(true)
    let watch = LendingWatch { _, _ in
      if fails.withLock({ $0 }) {
        throw FileError(operation: .read, path: "x", code: 5)
      }
      return currentHistory
    } lookingAt: { _ in
      []
    }
    try desk.lend("1", to: "A")
    #expect(watch.history(at: desk) == nil && watch.problem != nil)
    fails.withLock { $0 = false }
    try takeBack("1")
    #expect(watch.history(at: desk)?.copies.count == 1)
    #expect(watch.problem == nil)
  }

  @Test(arguments: 0..<6 as Range<UInt64>)
  func itIsAlwaysTheHistoryOfTheJournals(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    // Another station, whose clock is ahead for a while.
    let ahead = Clock()
    ahead.turn(by: seed.isMultiple(of: 2) ? -86_400 : 40_000)
    let other = try Desk(SimulatedFileSystem(), clock: WallClock { ahead.now })
    for item in 1...4 { try other.lend("\(item)", to: "Z") }
    let watch = watch(with: [other.replay])
    for step in 0..<150 {
      try move(&random)
      guard Bool.random(using: &random) else { continue }
      let history = watch.history(at: desk)
      let expected = LendingHistory(of: [other.replay, desk.replay])
      guard history?.copies == expected.copies,
        history?.fines == expected.fines
      else {
        Issue.record("seed \(seed), step \(step)")
        return
      }
    }
    #expect(reads.value < 150)
  }

  private func move(_ random: inout SeededGenerator) throws {
    let item = "\(Int.random(in: 1...6, using: &random))"
    switch Int.random(in: 0..<24, using: &random) {
    case 0..<6:
      try desk.lend(item, to: Bool.random(using: &random) ? "A" : "B")
    case 6..<9: try takeBack(item)
    case 9..<12:
      try takeBack(item, state: Int.random(in: 1...5, using: &random))
    case 12..<15:
      guard let entry = desk.unsaved.randomElement(using: &random) else {
        return
      }
      guard entry.transaction.operation == .return else { return }
      try desk.note(
        status: Int.random(in: 1...5, using: &random),
        of: entry.transaction.item, ofReturn: entry.sequence)
    case 15:
      try desk.noteStock(of: Barcode(item), status: 2)
      try desk.commitWaiting()
    case 16:
      desk.switch(to: .return)
      try desk.record(Barcode(item), broughtBy: Barcode("C"))
      try desk.commitWaiting()
    case 17:
      guard let entry = desk.unsaved.randomElement(using: &random) else {
        return
      }
      try desk.delete(sequence: entry.sequence)
    case 18:
      guard let entry = desk.unsaved.randomElement(using: &random) else {
        return
      }
      // To the same number, it is none.
      _ = try? desk.amend(sequence: entry.sequence, item: Barcode(item))
    case 19:
      guard let change = desk.changes.last else { return }
      _ = try desk.undo(from: change.sequence)
    case 20: try desk.save()
    case 21:
      try desk.charge([
        FineCharge(
          FineID(station: desk.station, sequence: 1), of: Barcode(item),
          to: Barcode("9"), cents: 100, isFinal: false, because: "")
      ])
    default: clock.turn(by: Int64.random(in: 0...30_000, using: &random))
    }
  }
}
