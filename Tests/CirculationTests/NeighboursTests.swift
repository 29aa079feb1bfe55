import Simulated
import Support
import Testing

@testable import Circulation

/// A desk knows what the other desks have done, as far as they share it.
struct NeighboursTests {
  private let item: Barcode
  private var other = OtherDesk()

  init() throws { item = try Barcode("1") }

  private func desk(at seconds: Int64 = 60) throws -> Desk {
    let now = tuesday.later(by: seconds)
    let desk = try Desk(SimulatedFileSystem(), clock: WallClock { now })
    desk.add(NeighbourFollower(other.neighbours))
    return desk
  }

  /// The warning when the item is lent to a borrower.
  private func warning(
    to borrower: String, at seconds: Int64 = 60
  ) throws -> Desk.ItemWarning? {
    let desk = try desk(at: seconds)
    desk.identify(try Barcode(borrower))
    return desk.itemWarning(for: item)
  }

  @Test mutating func aLoanElsewhereIsToldUntilItIsReturnedOrDeleted() throws {
    #expect(try warning(to: "8") == nil)
    let loan = try Transaction.loan("1", "9")
    other.record(.recorded(loan))
    let told = Desk.ItemWarning.lentElsewhere(
      .init(at: "Desk 2", loan), today: tuesday.later(by: 60))
    #expect(try warning(to: "8") == told)
    #expect(try warning(to: "9") == nil)
    other.record(.deleted(sequence: 1))
    #expect(try warning(to: "8") == nil)
    other.record(.undone(from: 2))
    #expect(try warning(to: "8") == told)
    // What is saved there is lent as before.
    other.record(.saveBegun(fileLength: 0, byteCount: 100))
    other.record(.saveDone(begun: 4))
    #expect(try warning(to: "8") == told)
    other.record(.recorded(try .return("1")))
    #expect(try warning(to: "8") == nil)
  }

  @Test mutating func anOldLoanElsewhereIsForgotten() throws {
    other.record(.recorded(try .loan("1", "9")))
    #expect(try warning(to: "8", at: 36 * 3_600) != nil)
    #expect(try warning(to: "8", at: 36 * 3_600 + 1) == nil)
  }

  @Test(arguments: [365 * 86_400, -365 * 86_400])
  mutating func aClockThatIsAYearOffShowsTheTimeOfThisDesk(
    lead: Int
  ) throws {
    other.clockLead = lead
    let wrong = tuesday.later(by: Int64(lead))
    other.record(
      .recorded(.loan(of: item, to: try Barcode("9"), at: wrong)))
    let loan = Transaction.loan(of: item, to: try Barcode("9"), at: tuesday)
    #expect(
      try warning(to: "8")
        == Desk.ItemWarning.lentElsewhere(
          .init(at: "Desk 2", loan), today: tuesday.later(by: 60)))
    #expect(try warning(to: "8", at: 36 * 3_600 + 1) == nil)
    #expect(
      other.neighbours.lines(of: tuesday) { $0.item == item }
        .map(\.transaction) == [loan])
    // What happened here afterwards is the newer, whatever the clocks show.
    let desk = try desk()
    desk.switch(to: .return)
    try desk.record(item)
    try desk.commit()
    #expect(desk.lastElsewhere(of: item) == nil)
    // An amended line keeps its time.
    other.record(
      .amended(
        sequence: 1, .loan(of: item, to: try Barcode("7"), at: wrong)))
    #expect(
      other.neighbours.lines(of: tuesday) { _ in true }
        .map(\.transaction.recorded) == [tuesday])
    // So does a state that was noted without a return.
    other.note(4, of: item)
    #expect(
      other.neighbours.journals.flatMap(\.textbooks.entries).map(\.time)
        == [tuesday])
  }

  @Test mutating func theFirstLineHeardIsTheFirstWhateverItIs() throws {
    other.take(.archived(name: "x"), sequence: 9)
    #expect(other.neighbours.firstSequences == ["a": 9])
    #expect(other.neighbours.journals.count == 1)
    var newer = OtherDesk()
    newer.takeUnknown(sequence: 9)
    #expect(newer.neighbours.firstSequences == [:])
    newer.take(.recorded(try .loan("1", "9")), sequence: 10)
    #expect(newer.neighbours.firstSequences == ["a": 10])
    let history = LendingHistory(of: newer.neighbours.journals)
    #expect(history.copies[item]?.holder?.text == "9")
  }

  @Test mutating func whatADeskMissedBecauseItWasCutOffIsAskedFor() throws {
    other.record(.recorded(try .loan("1", "9")))
    other.recallState(4, of: item, sequence: 3)
    let later = Transaction.return(of: item, at: tuesday.later(by: 60))
    other.take(.recorded(later), sequence: 9)
    #expect(other.neighbours.firstSequences == ["a": 9])
    #expect(
      other.neighbours.lines(of: tuesday) { _ in true }.map(\.transaction)
        == [later])
    // Those that were known before come again, and are known already.
    for (status, sequence) in [(4, 3), (5, 7)] {
      other.recallState(status, of: item, sequence: sequence)
    }
    #expect(other.neighbours.stateCount == 2)
  }

  @Test(arguments: [59, -59])
  mutating func clocksThatDifferByLessThanAMinuteAreTheSame(
    lead: Int
  ) throws {
    other.clockLead = lead
    other.record(.recorded(try .loan("1", "9")))
    #expect(
      other.neighbours.lines(of: tuesday) { _ in true }
        .map(\.transaction.recorded) == [tuesday])
  }

  @Test mutating func whatHappenedHereAfterwardsCounts() throws {
    other.record(.recorded(try .loan("1", "9")))
    let desk = try desk()
    desk.switch(to: .return)
    try desk.record(item)
    try desk.commit()
    desk.switch(to: .loan)
    desk.identify(try Barcode("8"))
    #expect(desk.lastElsewhere(of: item) == nil)
    #expect(desk.itemWarning(for: item) == nil)
  }

  @Test mutating func aReturnElsewhereClearsALoanHere() throws {
    let files = SimulatedFileSystem()
    try Desk(files).lend("1", to: "9")
    other.record(
      .recorded(.return(of: item, at: tuesday.later(by: 30))))
    let desk = try Desk(
      files, clock: WallClock { tuesday.later(by: 60) })
    desk.identify(try Barcode("8"))
    guard case .lentToAnother? = desk.itemWarning(for: item) else {
      Issue.record("It is not told.")
      return
    }
    desk.add(NeighbourFollower(other.neighbours))
    #expect(desk.itemWarning(for: item) == nil)
    desk.identify(try Barcode("9"))
    #expect(desk.repetition(of: item) == nil)
  }

  @Test mutating func aLineIsTakenOnceAndAnUnknownOneIsPassedOver() throws {
    other.record(.recorded(try .loan("1", "9")))
    other.record(.recorded(try .return("1")))
    let before = other.neighbours.lastSequences
    #expect(before == ["a": 2])
    other.take(.recorded(try .loan("1", "9")), sequence: 1)
    #expect(other.neighbours.lastSequences == before)
    other.takeUnknown(sequence: 3)
    #expect(other.neighbours.lastSequences == ["a": 3])
    #expect(try warning(to: "8") == nil)
  }

  @Test mutating func theLinesOfADayAreFoundNewestFirst() throws {
    other.record(.recorded(try .loan("1", "9")))
    other.record(
      .recorded(
        .loan(
          of: item, to: try Barcode("9"), at: tuesday.later(by: 24 * 3_600))))
    other.record(.recorded(try .loan("2", "8")))
    other.record(
      .recorded(.return(of: item, at: tuesday.later(by: 30))))
    let lines = other.neighbours.lines(of: tuesday) { $0.item == item }
    #expect(lines.map(\.transaction.operation) == [.return, .loan])
    #expect(lines.map(\.desk) == ["Desk 2", "Desk 2"])
  }
}

/// The journal of another desk, as it comes line by line.
private struct OtherDesk {
  private(set) var neighbours = Neighbours()
  private var count = 0
  var clockLead = 0

  mutating func record(_ event: JournalFormat.Event) {
    count += 1
    take(event, sequence: count)
  }

  mutating func take(_ event: JournalFormat.Event, sequence: Int) {
    var time = tuesday.later(by: Int64(clockLead))
    if case .recorded(let transaction) = event { time = transaction.recorded }
    var bytes: [UInt8] = []
    JournalFormat.append(event, sequence: sequence, at: time, to: &bytes)
    neighbours.take(
      bytes.dropLast(), sequence: sequence, of: "a", at: "Desk 2",
      ahead: clockLead)
  }

  mutating func note(_ status: Int, of item: Barcode) {
    let condition = Condition(item: item, status: status, returned: nil)
    record(.textbook(.condition(condition), optional: nil))
  }

  mutating func recallState(_ status: Int, of item: Barcode, sequence: Int) {
    let condition = Condition(item: item, status: status, returned: nil)
    var bytes: [UInt8] = []
    JournalFormat.append(
      .textbook(.condition(condition), optional: nil), sequence: sequence,
      at: tuesday, to: &bytes)
    neighbours.takeState(bytes.dropLast(), sequence: sequence, of: "a")
  }

  mutating func takeUnknown(sequence: Int) {
    neighbours.take(
      Array("\(sequence)\tx\tlater\t00000000".utf8), sequence: sequence,
      of: "a", at: "Desk 2")
  }
}
