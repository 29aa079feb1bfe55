import Catalogue
import Circulation
import Support
import Testing

@testable import Offload

/// A rehearsal held against the report that came.
struct ComparisonTests: Rehearsing {
  let folder = TestFolder()

  private func compare(
    _ lines: [String], _ report: String
  ) throws -> [String] {
    let known = try catalogue(
      "barcode,title\n1001,A\n1002,B\n1003,C\n",
      "card number,expiry date\nC1,2027-01-01\n",
      "barcode,due date,patron barcode\n1002,2018-06-24,C1\n")
    let told = try rehearse(lines, known)
    let comparison = try RehearsalComparison(
      told,
      with: JobReport(
        file: folder.write(
          bytes: Array(("Line\tError Message\n" + report).utf8),
          to: "report.txt")),
      on: folder.path + "/up.dat")
    return ["\(comparison.sameCount)"]
      + comparison.differences.map { "\($0.line ?? 0) \($0.cause.name)" }
  }

  @Test func whatCameAsExpectedIsCounted() throws {
    #expect(
      try compare(
        [loan("9999", "C1"), loan("1001", "C9"), back("1003")],
        """
        1\tItem not found. Barcode: 9999
        2\tUser not found. Barcode: C9
        3\tReturn item failed, item was not on loan. Barcode: 1003

        """) == ["3"])
  }

  @Test func theListThatIsOutOfDateIsNamed() throws {
    #expect(
      try compare(
        [
          loan("9999", "C1"), loan("1001", "C1"), back("1002"), back("1003"),
          loan("9998", "C1"),
        ],
        """
        2\tUser not found. Barcode: C1
        3\tReturn item failed, item was not on loan. Barcode: 1002
        5\tItem not found. Barcode: 9998

        """) == ["1", "1 items", "2 borrowers", "3 loans", "4 loans"])
  }

  @Test func whatFollowsFromAnEarlierLineBlamesNoList() throws {
    #expect(
      try compare(
        [loan("1001", "C1"), back("1001"), loan("1003", "C1")],
        """
        1\tUser not found. Barcode: C1
        2\tReturn item failed, item was not on loan. Barcode: 1001

        """) == ["0", "1 borrowers", "2 earlier-line"])
  }

  @Test func aMessageAgainstTheLinesThemselvesBlamesTheRule() throws {
    #expect(
      try compare(
        [loan("1001", "C1"), back("1001"), back("1003")],
        """
        2\tReturn item failed, item was not on loan. Barcode: 1001
        3\tA later action on this item happened. Barcode: 1003

        """) == ["0", "2 rule", "3 loans"])
  }
}
