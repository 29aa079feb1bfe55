import Circulation
import Testing
import Textbooks

@testable import Catalogue

/// What a list tells of a copy and of the loan that a return has ended.
struct CopyFactsTests {
  /// The facts of a return at ten o'clock on 23 June 2026.
  private func facts(
    of change: (inout Item) -> Void = { _ in }, exported: String,
    lentOn day: Int? = nil,
    imported: String = "2026-06-30T08:00:00+02:00"
  ) throws -> CopyFacts {
    var item = Item(number: "1")
    item.title = "Maths"
    item.status = 2
    item.price = "24,90"
    item.holder = NumberDigest(signedValue: 7)
    change(&item)
    let list = ImportedList(
      id: 1, kind: .items, files: [], digest: "", rowCount: 1,
      exported: exported, imported: imported, level: .classes,
      isComplete: false)
    let time = try #require(
      LocalTime(
        year: 2026, month: 6, day: 23, hour: 10, minute: 0, utcOffset: 7_200))
    let lent = day.flatMap {
      LocalTime(
        year: 2025, month: 9, day: $0, hour: 10, minute: 0, utcOffset: 7_200)
    }
    return CopyFacts(of: item, in: list, lent: lent, returned: time) { digest in
      "E\(digest.signedValue)"
    }
  }

  @Test func aListOfADayBeforeTellsTheStateAtTheStart() throws {
    #expect(try facts(exported: "2026-06-22").start == 2)
  }

  @Test func aListOfALaterDayTellsOfTheNextLoan() throws {
    let facts = try facts(
      of: {
        $0.isOnLoan = true
        $0.initialStatus = 3
      }, exported: "2026-06-24")
    #expect(facts.start == nil && facts.holder == nil)
    #expect(facts.price == Money(cents: 2_490) && facts.title == "Maths")
  }

  @Test func aListOfTheSameDayTellsItIfItIsOlderOrHasTheLoan() throws {
    #expect(try facts(exported: "2026-06-23").start == nil)
    #expect(
      try facts(
        exported: "2026-06-23", imported: "2026-06-23T08:00:00+02:00"
      ).start == 2)
    let out = try facts(of: { $0.isOnLoan = true }, exported: "2026-06-23")
    #expect(out.start == 2 && out.holder == "E7")
  }

  @Test func theStateAtTheStartOfTheListsLoanComesFirst() throws {
    let facts = try facts(
      of: { $0.initialStatus = 1 }, exported: "2026-06-01")
    #expect(facts.start == 1)
    #expect(facts.holder == nil)
  }

  /// PMB sets its state at the start when a loan begins: a list from before the
  /// loan has that of another one.
  @Test func aLoanAfterTheListBeginsWithTheStateOfTheCopy() throws {
    let change: (inout Item) -> Void = {
      $0.isOnLoan = true
      $0.initialStatus = 1
    }
    let after = try facts(of: change, exported: "2025-08-30", lentOn: 1)
    #expect(after.start == 2)
    #expect(after.holder == nil)
    let before = try facts(of: change, exported: "2025-09-02", lentOn: 1)
    #expect(before.start == 1)
  }
}
