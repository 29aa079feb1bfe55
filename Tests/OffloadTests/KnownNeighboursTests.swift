import Catalogue
import Circulation
import Scanning
import Support
import Testing

@testable import Offload

/// Numbers of the whole catalogue that may have been meant.
struct KnownNeighboursTests: Rehearsing {
  let folder = TestFolder()

  private func near(
    _ number: String, _ known: [String], as kind: Scan.Kind = .item,
    level: PrivacyLevel = .names
  ) throws -> [String] {
    let list = known.map { "\($0),A\n" }.joined()
    let catalogue = try catalogue(
      (kind == .item ? "barcode,title\n" : "card number,name\n") + list,
      level: level)
    return try KnownNeighbours(catalogue).nearMisses(of: number, as: kind)
      .map { "\($0.number) \($0.reason.rawValue)" }
  }

  @Test(arguments: [
    ("37000034197", "transposed"), ("37000034170", "one-differs"),
    ("3700003419", "one-missing"), ("370000341799", "one-too-many"),
    ("3700034179", "one-missing"), ("037000034179", "leading-zero"),
  ])
  func oneSlipIsRecognised(_ number: String, _ reason: String) throws {
    #expect(
      try near(number, ["37000034179", "99"]) == ["37000034179 \(reason)"])
  }

  @Test func lostZerosAndCapitalsAreRecognised() throws {
    #expect(try near("12345", ["0012345"]) == ["0012345 leading-zero"])
    let other = KnownNeighboursTests()
    #expect(
      try other.near("d293004279", ["D293004279"]) == ["D293004279 capitals"])
  }

  @Test func dozensThatDifferInOneDigitSayNothing() throws {
    let roll = (34_100..<34_200).map { "370000\($0)" }
    #expect(try near("37000034x50", roll).isEmpty)
    #expect(
      try near("37000043150", roll) == ["37000034150 transposed"])
  }

  @Test func aCardIsSuggestedOnlyWhereNumbersAreKept() throws {
    #expect(
      try near("9921000000146", ["9921000000164"], as: .borrower)
        == ["9921000000164 transposed"])
    let other = KnownNeighboursTests()
    #expect(
      try other.near(
        "9921000000146", ["9921000000164"], as: .borrower, level: .numbers
      ).isEmpty)
  }

  @Test func manyAreFoundAsFewAre() throws {
    let catalogue = try catalogue(
      "barcode,title\n"
        + (0..<5_000).map { "\(37_000_000_000 + 1_000 * $0),A\n" }.joined())
    let search = try KnownNeighbours(catalogue)
    // The first few are looked up, the rest read ahead.
    for index in 0..<10 {
      let near = try search.nearMisses(
        of: "\(37_000_000_007 + 1_000 * index)", as: .item)
      #expect(near.map(\.number) == ["\(37_000_000_000 + 1_000 * index)"])
    }
  }

  @Test func aSwappedLoanIsRecognised() throws {
    let catalogue = try catalogue(
      "barcode,title\n1001,A\n", "card number,expiry date\nC1,2027-01-01\n")
    let told = try rehearse([loan("C1", "1001")], catalogue)
    let line = try #require(told.first)
    #expect(
      try RehearsalNotes(catalogue).nearMisses(of: line).map(\.reason)
        == [.swapped])
  }

  @Test func theWorklistHasTheNumbersOfTheCatalogue() throws {
    let catalogue = try catalogue("barcode,title\n37000034179,A\n")
    let file = folder.write([loan("37000034197", "C1")], to: "up.dat")
    let report = folder.write(
      bytes: Array(
        "Line\tError Message\n1\tItem not found. Barcode: 37000034197\n".utf8),
      to: "report.txt")
    let worklist = try Worklist(
      of: JobReport(file: report), with: file,
      known: KnownNeighbours(catalogue))
    #expect(worklist.tasks[0].nearMisses.map(\.number) == ["37000034179"])
    // It is in no line, so that nobody may be sure.
    #expect(worklist.retry.corrections.isEmpty)
  }
}
