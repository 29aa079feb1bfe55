import Circulation
import Support
import Testing
import Typesetting

@testable import Offload

/// Numbers that stand beside the messages of a report, in columns of their own.
@Suite struct RowNumberTests {
  private let folder = TestFolder()
  private let lines = (180..<190).map {
    "201805091348L\("37000034\($0)".padded(to: 80))9921000000\($0 + 300)"
  }

  private func reconciliation(
    _ report: String
  ) throws -> [Reconciliation.Match] {
    let file = folder.write(lines, to: "OffCirc.dat")
    return try Worklist(
      of: JobReport(bytes: Array(report.utf8)), with: file
    ).tasks.map(\.entry.match)
  }

  private func isJoined(_ match: Reconciliation.Match) -> Bool {
    if case .transaction = match { true } else { false }
  }

  private func isOther(_ match: Reconciliation.Match) -> Bool {
    if case .otherNumber = match { true } else { false }
  }

  @Test(arguments: [
    "Line\tBarcode\tMessage\n2\t%\tItem not found\n3\t37000034182\tItem not found\n4\t37000034183\tItem not found\n",
    "Line\tMessage\tItem barcode\n2\tItem not found\t%\n3\tItem not found\t37000034182\n4\tItem not found\t37000034183\n",
    "2,%,,Item not found\n3,37000034182,,Item not found\n4,37000034183,,Item not found\n",
    "Line,Item,User,Message\n2,%,,Item not found\n3,37000034182,,Item not found\n4,37000034183,,Item not found\n",
    "Ligne;Code-barres;Message d'erreur\n2;%;Item not found\n3;37000034182;Item not found\n4;37000034183;Item not found\n",
  ])
  func aColumnThatContradictsTheLineIsNotJoined(_ report: String) throws {
    let matches = try reconciliation(
      report.replacing("%", with: "37000034999"))
    #expect(matches.map(isOther) == [true, false, false])
    #expect(matches.map(isJoined) == [false, true, true])
    let right = try reconciliation(report.replacing("%", with: "37000034181"))
    #expect(right.allSatisfy(isJoined))
  }

  @Test func aReportThatMostlyContradictsIsOfAnotherFile() {
    #expect(throws: OtherFile.self) {
      try reconciliation(
        "Line\tBarcode\tMessage\n2\t37000034999\tItem not found\n3\t37000034998\tItem not found\n"
      )
    }
  }

  @Test(arguments: [
    "37000034181", "37000034181.0", "'37000034181", "3.7E+10", "", "-",
    "37000034181 / 9921000000481", "9921000000481", "0037000034181",
    "370000341…",
  ])
  func howASpreadsheetWritesANumberIsNoContradiction(
    _ number: String
  ) throws {
    let matches = try reconciliation(
      "Line\tBarcode\tMessage\n2\t\(number)\tItem not found\n")
    #expect(matches.map(isJoined) == [true], "\(matches)")
  }

  @Test func whatElseStandsInARowIsNoNumberOfIt() throws {
    let matches = try reconciliation(
      "Line,Date,Job,Message\n2,2018-05-09,47110815,User not found\n")
    #expect(matches.map(isJoined) == [true])
  }

  @Test func withoutALineTheColumnTellsIt() throws {
    let matches = try reconciliation(
      "Line\tBarcode\tMessage\n\t37000034184\tItem not found\n")
    #expect(matches.map(isJoined) == [true])
  }
}
