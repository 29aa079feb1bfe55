import Circulation
import Foundation
import Support
import Testing
import Textbooks

/// The end of a school year: swaps, missing copies, wear, and the charges.
struct SchoolYearTests {
  private let folder = TestFolder()

  private var station: StationFolder {
    StationFolder(path: folder.path + "/files")
  }

  private func day(_ year: Int, _ month: Int, _ day: Int) throws -> LocalTime {
    try #require(
      LocalTime(
        year: year, month: month, day: day, hour: 9, minute: 0, utcOffset: 0))
  }

  private func onDesk(
    at time: LocalTime, _ body: (Desk) throws -> Void
  ) throws {
    let desk = try Desk(folder: station, clock: WallClock { time })
    defer { try? desk.close() }
    try body(desk)
  }

  /// Records on a day: `loan`, `return` (by somebody), `state` and `stock`.
  private func record(_ time: LocalTime, _ lines: String...) throws {
    try RecordedDay(folder: station.path, at: time).record(lines)
  }

  /// The copies: X, Y and Z are of one title, K is kept for two years.
  private func facts(of item: Barcode) -> CopyFacts {
    var facts = CopyFacts()
    facts.title = item.text == "K" ? "Latin" : "Maths"
    facts.price = Money(cents: 2_490)
    facts.firstYear = item.text == "Z" ? "2023-09-01" : "2025"
    facts.isTwoYear = item.text == "K"
    return facts
  }

  private func history() throws -> LendingHistory {
    try LendingHistory.read(of: station).history
  }

  private func open(_ history: LendingHistory) -> [OpenLoan] {
    history.copies.values.compactMap { OpenLoan($0, facts(of: $0.item)) }
  }

  private func swaps() throws -> SwapList {
    let history = try history()
    return try SwapList(
      in: history, open(history), since: day(2026, 1, 1)
    ) { facts(of: $0.item) }
  }

  private func fines() throws -> FineList {
    try FineList(of: history(), by: Tariff(), on: StatusScale()) {
      facts(of: $0.item)
    }
  }

  private func closing(on day: LocalTime) throws -> Closing {
    let history = try history()
    return try Closing(
      on: day, history, open(history), fines().fines, toDeleteCount: 0,
      by: Tariff(), on: StatusScale())
  }

  private func provisional(_ closing: Closing) throws -> [FineCharge] {
    try closing.provisionalCharges { _ in "not back" }.charges
  }

  private func final(_ closing: Closing) throws -> [FineCharge] {
    try closing.finalCharges { _ in "end of the year" }.charges
  }

  private func line(_ fine: Fine) -> String {
    """
    \(fine.borrower ?? "-") \(fine.item) \(fine.amount?.text ?? "null") \
    \(fine.state.rawValue)\(fine.back == nil ? "" : " back")
    """
  }

  /// In September, A gets X and B gets Y.
  private func lend() throws {
    try record(
      day(2025, 9, 2), "stock X 1", "stock Y 1", "loan X A", "loan Y B")
  }

  @Test func twoWhoBringEachOthersCopyAreAPairAndOweNothing() throws {
    try lend()
    try record(day(2026, 6, 23), "return Y A", "state Y 1", "return X B")
    let swaps = try swaps()
    #expect(swaps.singles.isEmpty && swaps.pairs.count == 1)
    #expect(swaps.pairs.first?.first.item.text == "Y")
    #expect(swaps.pairs.first?.second.item.text == "X")
    #expect(try fines().fines.isEmpty)
    #expect(try closing(on: day(2026, 6, 26)).missing.isEmpty)
  }

  @Test func whoOnlyBringsAnothersCopyStillOwesTheOwnOne() throws {
    try lend()
    try record(day(2026, 6, 23), "return Y A")
    let swaps = try swaps()
    #expect(swaps.pairs.isEmpty && swaps.singles.count == 1)
    #expect(swaps.singles.first?.stillHeld.map(\.text) == ["X"])
    let closing = try closing(on: day(2026, 6, 26))
    #expect(closing.missing.map(\.item.text) == ["X"])
    #expect(closing.missing.first?.borrower == "A")
  }

  @Test func aMissingCopyIsChargedOnceAndItsReturnMakesThatVoid() throws {
    try lend()
    try record(day(2026, 6, 23), "return Y A")
    let end = try day(2026, 6, 26)
    try onDesk(at: end) { desk in
      try desk.charge(provisional(closing(on: end)))
    }
    #expect(try fines().fines.map(line) == ["A X 24.90 provisional"])
    // Once more, it is nothing new.
    #expect(try provisional(closing(on: end)).isEmpty)
    try record(day(2026, 6, 27), "return X A", "state X 1")
    #expect(try fines().fines.map(line) == ["A X 24.90 void back"])
    #expect(try final(closing(on: end)).isEmpty)
  }

  @Test func whatComesBackAfterTheEndIsOnlyFlagged() throws {
    try lend()
    try record(day(2026, 6, 23), "return Y A")
    let end = try day(2026, 6, 26)
    try onDesk(at: end) { desk in
      try desk.charge(provisional(closing(on: end)))
      try desk.charge(final(closing(on: end)))
    }
    #expect(try fines().fines.map(line) == ["A X 24.90 final"])
    #expect(try provisional(closing(on: end)).isEmpty)
    #expect(try final(closing(on: end)).isEmpty)
    try record(day(2026, 6, 27), "return X A")
    #expect(try fines().fines.map(line) == ["A X 24.90 final back"])
    #expect(try closing(on: end).backTooLate.map(\.item) == ["X"])
  }

  @Test func theEndOfTheYearFixesTheFinesOfReturnsToo() throws {
    try lend()
    try record(
      day(2026, 6, 23), "return X", "state X 3", "return Y", "state Y 1",
      "return N", "state N 4")
    let end = try day(2026, 6, 26)
    let charges = try closing(on: end).finalCharges { _ in "" }
    #expect(charges.charges.map(\.cents) == [830])
    // Whose copy N was, and in which state, nobody knows.
    #expect(charges.leftOutCount == 1)
    try onDesk(at: end) { try $0.charge(charges.charges) }
    #expect(try fines().fines.map(line).contains("A X 8.30 final"))
    #expect(try closing(on: end).unpaid.count == 1)
    #expect(try closing(on: end).toDecide.count == 1)
  }

  @Test func aTitleForTwoYearsIsMissingAfterTheSecond() throws {
    try record(day(2025, 9, 2), "loan K A", "loan X A")
    #expect(
      try closing(on: day(2026, 6, 26)).missing.map(\.item.text) == ["X"])
    #expect(
      try closing(on: day(2027, 6, 25)).missing.map(\.item.text) == ["K", "X"])
    // What is lent after the day is for the next year.
    #expect(try closing(on: day(2025, 9, 1)).missing.isEmpty)
  }

  @Test func aLoanThatOnlyAListHasIsChargedOnceWhateverTheDayOfTheList() throws
  {
    var facts = facts(of: try Barcode("X"))
    facts.holder = "A"
    facts.start = 2
    let end = try day(2026, 6, 26)
    func closing(list: String) throws -> Closing {
      try Closing(
        on: end, history(), [OpenLoan(listed: Barcode("X"), facts, on: list)],
        fines().fines, toDeleteCount: 0, by: Tariff(), on: StatusScale())
    }
    try onDesk(at: end) { desk in
      try desk.charge(provisional(closing(list: "2026-06-01")))
    }
    #expect(try fines().fines.map(line) == ["A X 24.90 provisional"])
    #expect(try fines().fines.first?.id == "list-X:20260601")
    #expect(try provisional(closing(list: "2026-06-25")).isEmpty)
    try record(day(2026, 6, 27), "return X")
    #expect(try fines().fines.map(line) == ["A X 24.90 void back"])
  }

  @Test func wearIsTheMeanChangeOfStateWithoutLosses() throws {
    try lend()
    try record(day(2025, 9, 2), "stock Z 2", "loan Z A", "stock K 6")
    try record(
      day(2026, 6, 23), "return X", "state X 3", "return Y", "return Z",
      "state Z 5")
    var table = WearTable(by: .year, on: StatusScale())
    for copy in try history().copies.values {
      table.add(
        copy, startingAt: copy.episodes.map(\.stateAtStart),
        facts(of: copy.item), listed: nil)
    }
    #expect(table.rows.map(\.name) == ["2023", "2025"])
    #expect(table.rows.map(\.copyCount) == [1, 3])
    #expect(table.rows.map(\.loanCount) == [1, 2])
    #expect(table.rows.map(\.meanChange) == [nil, 100])
    #expect(table.rows.map(\.lostCount) == [1, 0])
    #expect(table.rows.map(\.toDeleteCount) == [0, 1])
  }

  @Test func aClassIsKnownHoweverAListWritesIt() {
    #expect(SchoolClass("05A") == SchoolClass("5a"))
    #expect(SchoolClass.all(in: "3B, Latin").contains(SchoolClass("latin")))
    #expect(SchoolClass("3B") != SchoolClass("3A"))
  }
}
