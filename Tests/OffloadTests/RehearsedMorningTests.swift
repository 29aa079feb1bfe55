import Catalogue
import Circulation
import Support
import Testing

@testable import Offload

/// The answers that the library system will give, among the matters of a
/// morning.
@Suite struct RehearsedMorningTests: Rehearsing {
  let folder = TestFolder()
  private let time = LocalTime(
    secondsSince1970: 1_527_836_400, utcOffset: 7_200)

  private func file(_ name: String, _ lines: String...) -> StationFile {
    StationFile(path: folder.write(lines, to: name))
  }

  @Test func whatWillBeRefusedIsLookedAtBeforeTheKitIsMade() throws {
    let catalogue = try catalogue(
      """
      barcode,title,item policy
      37000034179,One,Prêt normal
      37000034180,Two,Prêt normal

      """,
      """
      card number,expiry date
      9921000000164,2027-01-01

      """)
    var morning = try Offload.Morning(
      [
        file(
          "one.dat", loan("37000034179", "9921000000164"), "noise",
          loan("37000034188", "9921000000164")),
        file("two.dat", loan("37000034180", "9921000000999")),
      ], rules: Check.Rules(now: time))
    let old = morning.list.matters
    try morning.rehearse(by: catalogue, due: DueRules(), on: time)
    let new = morning.list.matters.filter { !old.contains($0) }
    // The line that is not a transaction is a finding of the check already.
    #expect(
      new.map(\.kind) == [.answer(.itemUnknown), .answer(.borrowerUnknown)])
    #expect(new.map(\.place.file) == [0, 1])
    #expect(new.map(\.place.number) == [3, 1])
    #expect(morning.list.matters.first?.severity == .error)
    #expect(morning.list.matters.count == old.count + 2)
    #expect(morning.openCount == morning.list.matters.count)
    let act = try morning.act(
      .borrower(Barcode("9921000000164")), on: new[1].places)
    morning.take([.init(1, Decision(act, by: "m", at: time))])
    #expect(morning.isDecided(new[1]))
    #expect(!morning.isDecided(new[0]))
  }
}
