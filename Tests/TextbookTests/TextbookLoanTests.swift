import Circulation
import Support
import Testing
import Textbooks

/// The loans of pupils for their papers, from a desk's own journal.
struct TextbookLoanTests {
  private let folder = TestFolder()

  private var station: StationFolder {
    StationFolder(path: folder.path + "/files")
  }

  private func time(_ year: Int, _ month: Int, _ day: Int) throws -> LocalTime {
    try #require(
      LocalTime(
        year: year, month: month, day: day, hour: 9, minute: 0, utcOffset: 0))
  }

  /// Records on a day: `loan`, `return`, `state` and `stock` with numbers.
  private func record(
    _ year: Int, _ month: Int, _ day: Int, _ lines: String...
  ) throws {
    try RecordedDay(folder: station.path, at: time(year, month, day))
      .record(lines)
  }

  /// The ended loans of a borrower: copy, states and day of return.
  private func loans(
    of borrower: String, in year: Int, _ facts: [String: CopyFacts] = [:]
  ) throws -> [String] {
    let history = try LendingHistory.read(of: station).history
    let loans = history.endedLoans(
      of: [borrower], in: SchoolYear(beginningIn: year)
    ) { facts[$0.item.text] ?? CopyFacts() }
    #expect(Set(loans.keys).isSubset(of: [borrower]))
    return (loans[borrower] ?? []).sorted(by: TextbookLoan.isListed).map {
      let states = [$0.start, $0.end].map { $0.map(String.init) ?? "-" }
      let day = $0.returned.map { String($0.iso8601.prefix(10)) }
      return "\($0.item) \(states.joined(separator: ">")) \(day ?? "out")"
    }
  }

  @Test func aLoanIsOfTheYearInWhichItEndsOrIsBroughtBackLate() throws {
    try record(2025, 9, 1, "stock 1 1", "stock 2 2", "loan 1 E1", "loan 2 E1")
    try record(2026, 6, 23, "return 1", "state 1 3", "loan 3 E2")
    #expect(try loans(of: "E1", in: 2025) == ["1 1>3 2026-06-23"])
    #expect(try loans(of: "E1", in: 2026) == [])
    #expect(try loans(of: "E2", in: 2025) == [])
    try record(2026, 11, 3, "return 2")
    #expect(try loans(of: "E1", in: 2026) == ["2 2>2 2026-11-03"])
    #expect(try loans(of: "E1", in: 2027) == [])
  }

  @Test func aLostCopyThatComesBackIsOneLoan() throws {
    try record(2025, 9, 1, "stock 1 2", "loan 1 E1")
    try record(2026, 6, 23, "return 1", "state 1 5")
    #expect(try loans(of: "E1", in: 2025) == ["1 2>5 2026-06-23"])
    try record(2026, 6, 30, "return 1", "state 1 3")
    #expect(try loans(of: "E1", in: 2025) == ["1 2>3 2026-06-30"])
  }

  @Test func aCopyThatIsOutMayBeNotedAsLost() throws {
    try record(2025, 9, 1, "loan 1 E1", "loan 2 E1")
    try record(2026, 6, 23, "stock 2 5")
    let history = try LendingHistory.read(of: station).history
    let lost = history.copies.values.compactMap { OpenLoan($0, CopyFacts()) }
      .filter(history.isLost).map(\.item.text)
    #expect(lost == ["2"])
  }

  @Test func aLoanThatOnlyListsHaveIsOfTheBorrowerTheyName() throws {
    var facts = CopyFacts()
    facts.holder = "E1"
    facts.start = 2
    facts.title = "Maths"
    try record(2026, 6, 23, "return 7", "state 7 3", "return 8")
    #expect(
      try loans(of: "E1", in: 2025, ["7": facts]) == ["7 2>3 2026-06-23"])
  }

  @Test func aSchoolYearEndsWithSeptemberForReturnsAndWithJuneForLoans() throws
  {
    for (month, returns, loans) in [
      (1, 2025, 2025), (6, 2025, 2025), (7, 2025, 2026), (9, 2025, 2026),
      (10, 2026, 2026), (12, 2026, 2026),
    ] {
      let time = try time(2026, month, 15)
      #expect(SchoolYear(ofReturnsAt: time).first == returns, "\(month)")
      #expect(SchoolYear(ofLoansAt: time).first == loans, "\(month)")
    }
  }
}
