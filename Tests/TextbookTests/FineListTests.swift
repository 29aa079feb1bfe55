import Circulation
import Foundation
import Languages
import Settings
import Support
import Testing
import Textbooks

/// Fines from a desk's own journal, over more than a school year.
struct FineListTests {
  private let folder = TestFolder()

  private var station: StationFolder {
    StationFolder(path: folder.path + "/files")
  }

  /// Records on a day at a desk: `loan`, `return` and `state` with numbers.
  private func record(
    _ year: Int, _ month: Int, _ day: Int, _ lines: [String]
  ) throws {
    let time = try #require(
      LocalTime(
        year: year, month: month, day: day, hour: 9, minute: 0, utcOffset: 0))
    try RecordedDay(folder: station.path, at: time).record(lines)
  }

  private func onDesk(
    at time: LocalTime, _ body: (Desk) throws -> Void
  ) throws {
    let desk = try Desk(folder: station, clock: WallClock { time })
    defer { try? desk.close() }
    try body(desk)
  }

  private func settle(_ fine: Fine) throws {
    let id = try #require(FineID(fine.id))
    let time = try #require(
      LocalTime(
        year: 2026, month: 7, day: 1, hour: 9, minute: 0, utcOffset: 0))
    try onDesk(at: time) { desk in
      try desk.settle([FineSettlement(id, .paid, cents: fine.amount?.cents)])
    }
  }

  private func fines(
    _ facts: [String: CopyFacts] = [:], tariff: Tariff = Tariff()
  ) throws -> FineList {
    let (history, damaged) = try LendingHistory.read(of: station)
    #expect(damaged.isEmpty)
    return FineList(of: history, by: tariff, on: StatusScale()) { episode in
      facts[episode.item.text] ?? CopyFacts()
    }
  }

  /// A copy with its price, in cents.
  private func priced(_ price: Int, fee: Int? = nil) -> CopyFacts {
    var facts = CopyFacts()
    facts.price = Money(cents: price)
    facts.fee = fee.map { Money(cents: $0) }
    facts.firstYear = "2024"
    return facts
  }

  private func line(_ fine: Fine) -> String {
    let states = [fine.start, fine.end].map { $0.map(String.init) ?? "-" }
    return """
      \(fine.borrower ?? "-") \(fine.item) \(states.joined(separator: ">")) \
      \(fine.amount?.text ?? "null") \(fine.state.rawValue)
      """
  }

  @Test func theSumsAreThoseOfARealPMB() throws {
    try record(
      2025, 9, 1,
      [
        "stock 1 1", "stock 2 2", "stock 3 1", "stock 4 2", "stock 5 3",
        "loan 1 E1", "loan 2 E1", "loan 3 E1", "loan 4 E2", "loan 5 E2",
        "loan 6 E2",
      ])
    try record(
      2026, 6, 23,
      [
        "return 1", "state 1 3", "return 2", "state 2 5", "return 3",
        "state 3 4", "return 4", "state 4 4", "return 5", "state 5 3",
        "return 6", "state 6 3",
      ])
    let list = try fines([
      "1": priced(2_490, fee: 830), "2": priced(3_150), "3": priced(1_800),
      "4": priced(2_490), "5": priced(2_490),
    ])
    #expect(
      list.fines.map(line) == [
        "E1 1 1>3 8.30 provisional", "E1 2 2>5 31.50 provisional",
        "E1 3 1>4 18.00 provisional", "E2 4 2>4 24.90 provisional",
        "E2 6 ->3 null provisional",
      ])
    let sum = list.fines.filter { $0.borrower == "E1" }
      .compactMap(\.amount?.cents).reduce(0, +)
    #expect(sum == 5_780)
    #expect(list.suspicious.isEmpty)
  }

  @Test func aLeaverAndANewcomerAreTwoLoans() throws {
    try record(2025, 9, 1, ["stock 1 1", "loan 1 E1"])
    try record(2026, 1, 15, ["return 1", "state 1 2"])
    try record(2026, 2, 2, ["loan 1 E2"])
    try record(2026, 6, 23, ["return 1", "state 1 3"])
    let list = try fines(["1": priced(2_490)])
    #expect(list.fines.map(line) == ["E2 1 2>3 8.30 provisional"])
  }

  @Test func aLostCopyThatComesBackCostsWhatItsStateCosts() throws {
    try record(2025, 9, 1, ["stock 1 1", "loan 1 E1"])
    try record(2026, 6, 23, ["return 1", "state 1 5"])
    let facts = ["1": priced(2_490)]
    #expect(try fines(facts).fines.map(line) == ["E1 1 1>5 24.90 provisional"])
    try record(2026, 8, 28, ["return 1", "state 1 3"])
    let list = try fines(facts)
    #expect(
      list.fines.map(line) == [
        "E1 1 1>5 24.90 void", "E1 1 1>3 8.30 provisional",
      ])
    #expect(list.suspicious.isEmpty)
    let reason = Language.english.words.reason(
      of: list.fines[0], on: StatusScale())
    #expect(reason == "price of the title: 24.90 €; back on 28 Aug 2026")
  }

  @Test func whatIsPaidStaysPaid() throws {
    try record(2025, 9, 1, ["stock 1 1", "loan 1 E1"])
    try record(2026, 6, 23, ["return 1", "state 1 5"])
    let facts = ["1": priced(2_490)]
    let fine = try #require(try fines(facts).fines.first)
    try settle(fine)
    try record(2026, 8, 28, ["return 1", "state 1 1"])
    let list = try fines(facts, tariff: Tariff())
    #expect(list.fines.map(line) == ["E1 1 1>5 24.90 paid"])
    #expect(!list.fines[0].isOpen)
  }

  @Test func aCopyThatIsNotedAsLostIsChargedToItsHolder() throws {
    try record(2025, 9, 1, ["stock 1 1", "loan 1 E1", "loan 2 E1"])
    try record(2026, 6, 30, ["stock 1 5"])
    let facts = ["1": priced(2_490)]
    let lost = try fines(facts).fines
    #expect(lost.map(line) == ["E1 1 1>5 24.90 provisional"])
    try settle(lost[0])
    try record(2026, 8, 28, ["return 1"])
    #expect(try fines(facts).fines.map(line) == ["E1 1 1>1 24.90 paid"])
  }

  @Test func aBetterCopyIsReportedAndCostsNothing() throws {
    try record(2025, 9, 1, ["stock 1 3", "loan 1 E1"])
    try record(2026, 6, 23, ["return 1", "state 1 1"])
    let list = try fines(["1": priced(2_490)])
    #expect(list.fines.isEmpty)
    #expect(list.suspicious.map(line) == ["E1 1 3>1 0.00 provisional"])
  }

  @Test func listsTellWhatTheJournalDoesNot() throws {
    var facts = priced(2_490)
    facts.start = 2
    facts.holder = "E7"
    try record(2026, 6, 23, ["return 1", "state 1 4"])
    var tariff = Tariff()
    tariff.percents = [100, 80, 60]
    let list = try fines(["1": facts], tariff: tariff)
    #expect(list.fines.map(line) == ["E7 1 2>4 19.92 provisional"])
  }
}
