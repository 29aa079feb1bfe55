import Seeded
import Simulated
import Synchronization
import Testing

@testable import Circulation

/// The loans and states of copies are those of all desks that share.
struct SharedLendingTests {
  private final class Counter {
    var count = 0
  }

  private let others = OtherDesks()
  private let reads = Counter()

  private func desk() throws -> Desk {
    let desk = try Desk(SimulatedFileSystem())
    desk.add(others)
    return desk
  }

  private func watch(_ desk: Desk) -> LendingWatch {
    LendingWatch { _, shared in
      reads.count += 1
      return LendingHistory(of: shared + [desk.replay])
    } lookingAt: { _ in
      []
    }
  }

  private func state(_ watch: LendingWatch, _ desk: Desk) throws -> Int? {
    try watch.history(at: desk)?.copies[Barcode("1")]?.state
  }

  @Test func aStateNotedElsewhereIsTheStateAtTheNextStart() throws {
    let desk = try desk()
    let watch = watch(desk)
    let item = try Barcode("1")
    #expect(watch.history(at: desk)?.copies.isEmpty == true)
    let count = watch.renewalCount
    let before = tuesday.later(by: -60)
    others.record(.recorded(.return(of: item, at: before)), of: "a", at: before)
    others.note(4, of: item, returned: 1, at: "a", before)
    #expect(try state(watch, desk) == 4)
    #expect(watch.renewalCount == count + 1)
    _ = watch.history(at: desk)
    #expect(watch.renewalCount == count + 1)
    try desk.lend("1", to: "9")
    let copy = try #require(watch.history(at: desk)?.copies[item])
    #expect(copy.episodes.last?.stateAtStart == 4)
    #expect(copy.holder?.text == "9")
  }

  @Test func whatWasArchivedElsewhereStaysKnown() throws {
    let desk = try desk()
    let watch = watch(desk)
    others.record(.recorded(try .return("1")), of: "a", at: tuesday)
    others.note(4, of: try Barcode("1"), returned: 1, at: "a", tuesday)
    others.save(at: "a", tuesday)
    others.record(.archived(name: "x"), of: "a", at: tuesday)
    #expect(try state(watch, desk) == 4)
    let later = tuesday.later(by: 60)
    others.record(
      .recorded(.return(of: try Barcode("2"), at: later)), of: "a", at: later)
    #expect(watch.history(at: desk)?.copies.count == 2)
    #expect(try state(watch, desk) == 4)
  }

  @Test func aStateNotedLongAgoElsewhereCountsUntilALaterOne() throws {
    let desk = try desk()
    let watch = watch(desk)
    _ = watch.history(at: desk)
    let item = try Barcode("1")
    let old = tuesday.later(by: -100 * 86_400)
    others.recall(3, of: item, returned: 7, sequence: 8, at: "a", old)
    #expect(try state(watch, desk) == 3)
    #expect(watch.history(at: desk)?.copies[item]?.holder == nil)
    others.note(4, of: item, returned: nil, at: "b", tuesday)
    #expect(try state(watch, desk) == 4)
    others.recall(5, of: item, returned: nil, sequence: 9, at: "a", old)
    #expect(try state(watch, desk) == 4)
  }

  @Test func desksThatScanInOneSecondAreNotReadAgain() throws {
    let desk = try desk()
    let watch = watch(desk)
    // Each desk is read once.
    for station in ["a", "b"] {
      others.record(.recorded(try .return("0")), of: station, at: tuesday)
    }
    _ = watch.history(at: desk)
    for item in 1...20 {
      others.record(
        .recorded(try .loan("\(item)", "8")), of: item % 2 == 0 ? "a" : "b",
        at: tuesday)
      try desk.lend("\(100 + item)", to: "9")
      #expect(watch.history(at: desk)?.copies.count == 2 * item + 1)
    }
    #expect(reads.count == 1)
  }

  @Test func whatIsSavedElsewhereIsNotReadAgain() throws {
    let desk = try desk()
    let watch = watch(desk)
    others.record(.recorded(try .return("1")), of: "a", at: tuesday)
    _ = watch.history(at: desk)
    let count = reads.count
    others.note(4, of: try Barcode("1"), returned: 1, at: "a", tuesday)
    others.record(.recorded(try .return("2")), of: "a", at: tuesday)
    others.save(at: "a", tuesday)
    #expect(try state(watch, desk) == 4)
    #expect(watch.history(at: desk)?.copies.count == 2)
    #expect(reads.count == count)
  }

  /// One desk is heard from the middle on, and its clock is ahead.
  @Test(arguments: 0..<6 as Range<UInt64>)
  func itIsAlwaysTheHistoryOfAllJournals(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let desk = try desk()
    let watch = watch(desk)
    others.startLate("b", after: 8, ahead: 7_200)
    var now = tuesday
    var lookCount = 0
    for step in 0..<150 {
      let item = try Barcode("\(Int.random(in: 1...8, using: &random))")
      switch Int.random(in: 0..<5, using: &random) {
      case 0: try desk.lend(item.text, to: "A")
      case 1:
        desk.switch(to: .return)
        try desk.record(item)
        try desk.commitWaiting()
      case 2:
        // Clocks differ, and go back now and then.
        now = now.later(by: Int64.random(in: -3...20, using: &random))
      default:
        try others.move(
          item, at: ["a", "b"].randomElement(using: &random) ?? "a", now,
          &random)
      }
      guard Bool.random(using: &random) else { continue }
      lookCount += 1
      let history = watch.history(at: desk)
      let expected = LendingHistory(
        of: (others.neighbours?.journals ?? []) + [desk.replay])
      guard history?.copies == expected.copies,
        history?.skips.count == expected.skips.count
      else {
        Issue.record("seed \(seed), step \(step)")
        return
      }
    }
    #expect(reads.count < lookCount)
  }
}

/// The lines that other desks share, as they come.
private final class OtherDesks: JournalFollower {
  private struct State {
    var neighbours = Neighbours()
    var counts: [String: Int] = [:]
    var leads: [String: Int] = [:]
  }

  private let state = Mutex(State())

  var neighbours: Neighbours? { state.withLock { $0.neighbours } }
  let isBusy = false
  func follow(_ journal: any OpenFile, to end: Int) {}
  func finish() {}

  func startLate(_ station: String, after sequence: Int, ahead lead: Int) {
    state.withLock { state in
      state.counts[station] = sequence
      state.leads[station] = lead
    }
  }

  func save(at station: String, _ time: LocalTime) {
    record(
      .saveBegun(fileLength: 0, byteCount: 9), of: station, at: time)
    let begun = state.withLock { $0.counts[station] ?? 0 }
    record(.saveDone(begun: begun), of: station, at: time)
  }

  func record(
    _ event: JournalFormat.Event, of station: String, at time: LocalTime
  ) {
    state.withLock { state in
      let sequence = (state.counts[station] ?? 0) + 1
      state.counts[station] = sequence
      var bytes: [UInt8] = []
      JournalFormat.append(event, sequence: sequence, at: time, to: &bytes)
      state.neighbours.take(
        bytes.dropLast(), sequence: sequence, of: station, at: station,
        ahead: state.leads[station] ?? 0)
    }
  }

  func note(
    _ status: Int, of item: Barcode, returned: Int?, at station: String,
    _ time: LocalTime
  ) {
    let condition = Condition(item: item, status: status, returned: returned)
    record(
      .textbook(.condition(condition), optional: nil), of: station, at: time)
  }

  /// Notes a state from before all else that is known of a station.
  func recall(
    _ status: Int, of item: Barcode, returned: Int?, sequence: Int,
    at station: String, _ time: LocalTime
  ) {
    let condition = Condition(item: item, status: status, returned: returned)
    var bytes: [UInt8] = []
    JournalFormat.append(
      .textbook(.condition(condition), optional: nil), sequence: sequence,
      at: time, to: &bytes)
    state.withLock {
      $0.neighbours.takeState(
        bytes.dropLast(), sequence: sequence, of: station)
    }
  }

  /// Does something that a desk does.
  func move(
    _ item: Barcode, at station: String, _ time: LocalTime,
    _ random: inout SeededGenerator
  ) throws {
    let (last, lead) = state.withLock {
      ($0.counts[station] ?? 0, $0.leads[station] ?? 0)
    }
    let time = time.later(by: Int64(lead))
    switch Int.random(in: 0..<15, using: &random) {
    case 0..<4:
      record(
        .recorded(.loan(of: item, to: try Barcode("B"), at: time)),
        of: station, at: time)
    case 4..<6:
      record(.recorded(.return(of: item, at: time)), of: station, at: time)
    case 6..<9:
      record(.recorded(.return(of: item, at: time)), of: station, at: time)
      note(
        Int.random(in: 1...5, using: &random), of: item, returned: last + 1,
        at: station, time)
    case 9:
      note(2, of: item, returned: nil, at: station, time)
    case 10:
      let skip = HandOutSkip(.absent, of: try Barcode("B"), in: "4B")
      record(
        .textbook(.skipped(skip), optional: nil), of: station, at: time)
    case 11..<13: save(at: station, time)
    case 13:
      save(at: station, time)
      record(.archived(name: "x"), of: station, at: time)
    default:
      if last > 0 { record(.deleted(sequence: last), of: station, at: time) }
    }
  }
}
