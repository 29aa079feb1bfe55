import Circulation
import Support
import Testing
import Textbooks

@testable import Catalogue

/// The copies that borrowers have, by journals and lists together.
struct ListedLoanTests {
  private let lists = ListFolder()

  /// Imports who has what by another system: 1 and 2 are out.
  private func catalogue(exported: String) throws -> Catalogue {
    let readers = try lists.write(
      "card number,name,class\nE1,ADAM Léa,3B\nE2,BAH Moussa,3A\n",
      as: "readers.csv")
    try lists.add([readers], level: .classes) { $0.kind = .borrowers }
    let items = try lists.write(
      "barcode,title\n1,Maths\n2,Maths\n3,Latin\n", as: "items.csv")
    try lists.add([items]) {
      $0.kind = .items
      $0.exported = "2026-06-01"
    }
    let loans = try lists.write(
      "barcode,card number\n1,E1\n2,E2\n", as: "loans.csv")
    try lists.add([loans]) {
      $0.kind = .loans
      $0.exported = exported
      $0.columns.named = [.item: "barcode", .borrower: "card number"]
    }
    return try Catalogue(lists.catalogue)
  }

  /// A journal in which 1 comes back and 3 goes out, on 23 June 2026.
  private func history() throws -> LendingHistory {
    let time = try #require(
      LocalTime(
        year: 2026, month: 6, day: 23, hour: 9, minute: 0, utcOffset: 0))
    let folder = StationFolder(path: lists.folder.path + "/files")
    let desk = try Desk(folder: folder, clock: WallClock { time })
    desk.identify(try Barcode("E9"))
    try desk.record(Barcode("3"))
    desk.switch(to: .return)
    try desk.record(Barcode("1"))
    try desk.commitWaiting()
    try desk.close()
    return try LendingHistory.read(of: folder).history
  }

  private func open(_ catalogue: Catalogue) throws -> [String] {
    try catalogue.openLoans(history(), catalogue.listsByNumber()).map {
      "\($0.item.text) \($0.borrower ?? "?") \($0.fine.station.prefix(5))"
    }
  }

  @Test func theCopiesOfAPupilAreFoundWithoutReadingAllLoans() throws {
    let catalogue = try catalogue(exported: "2026-06-20")
    let digest = catalogue.digest(of: "E1")
    #expect(try catalogue.items(onLoanTo: digest).map(\.number) == ["1"])
    let plan = try lists.rows(
      """
      EXPLAIN QUERY PLAN SELECT number FROM item
      WHERE item.holder = 1 AND item.onLoan = 1 AND NOT item.gone
      """)
    #expect(plan.contains { $0.contains("item_holder") }, "\(plan)")
    var all: [String] = []
    try catalogue.forEachItemOnLoan { all.append($0.number) }
    #expect(all == ["1", "2"])
  }

  @Test func whatTheDeskRecordedAfterTheListIsNewer() throws {
    let loans = try open(catalogue(exported: "2026-06-20"))
    #expect(loans.count == 2)
    #expect(loans.first == "2 E2 list-")
    #expect(loans.last?.hasPrefix("3 E9 ") == true)
  }

  @Test func aListOfALaterDayIsNewerThanTheDesk() throws {
    let loans = try open(catalogue(exported: "2026-06-30"))
    #expect(loans.prefix(2) == ["1 E1 list-", "2 E2 list-"])
    // The list does not say that it is back.
    #expect(loans.last?.hasPrefix("3 E9 ") == true)
  }
}
