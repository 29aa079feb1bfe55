import Circulation
import Support
import Testing

@testable import Catalogue

/// The loan on which a copy is out, by the newer one of journals and lists.
struct CurrentLoanTests {
  private let folder = TestFolder()

  /// Copies of which, on 23 June 2026, 1 came back as good and 3 went out as
  /// new.
  private func histories() throws -> [Barcode: CopyHistory] {
    let time = try #require(
      LocalTime(
        year: 2026, month: 6, day: 23, hour: 9, minute: 0, utcOffset: 0))
    let folder = StationFolder(path: folder.path + "/files")
    let desk = try Desk(folder: folder, clock: WallClock { time })
    try desk.noteStock(of: Barcode("3"), status: 1)
    try desk.commitWaiting()
    desk.switch(to: .loan)
    desk.identify(try Barcode("E9"))
    try desk.record(Barcode("3"))
    try desk.record(Barcode("1"))
    desk.switch(to: .return)
    try desk.record(Barcode("1"))
    try desk.note(status: 2, of: Barcode("1"))
    try desk.commitWaiting()
    try desk.close()
    return try LendingHistory.read(of: folder).history.copies
  }

  private func name(_ loan: CurrentLoan?) -> String {
    switch loan {
    case .recorded: "recorded"
    case .listed: "listed"
    case nil: "in"
    }
  }

  @Test func theNewerOneOfJournalsAndAListCounts() throws {
    let histories = try histories()
    for (number, isListed, day, expected) in [
      // A list that does not tell of loans changes nothing.
      ("3", nil, "2026-06-30", "recorded"), ("1", nil, "2026-06-30", "in"),
      ("3", false, "2026-06-30", "in"), ("3", true, "2026-06-30", "listed"),
      ("1", true, "2026-06-30", "listed"),
      // Of one day, the journals count.
      ("3", false, "2026-06-23", "recorded"), ("1", true, "2026-06-23", "in"),
      ("3", false, nil, "recorded"), ("1", true, nil, "in"),
      // Nobody has moved it here.
      ("2", true, nil, "listed"), ("2", false, "2026-06-30", "in"),
      ("2", nil, nil, "in"),
    ] as [(String, Bool?, String?, String)] {
      let loan = CurrentLoan(
        histories[try Barcode(number)], listed: isListed, on: day)
      #expect(
        name(loan) == expected,
        "\(number) \(String(describing: isListed)) \(day ?? "-")")
    }
  }

  @Test func theStateAtStartIsThatOfTheSameLoan() throws {
    let histories = try histories()
    func start(_ number: String, listed: Bool?) -> Int? {
      var item = Item(number: number)
      (item.isOnLoan, item.initialStatus, item.status) = (listed, 3, 4)
      return SchoolCopy(item, in: histories, listed: "2026-06-30")
        .stateAtStart
    }
    #expect(start("3", listed: nil) == 1)
    #expect(start("3", listed: true) == 3)
    #expect(start("1", listed: nil) == 2)
    #expect(start("2", listed: true) == 3)
  }
}
