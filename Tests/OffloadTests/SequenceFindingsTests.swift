import Circulation
import Support
import Testing

@testable import Offload
@testable import Station

/// Lines in the light of those before them: repeats, the way of an item, times.
@Suite struct SequenceFindingsTests: Checking {
  let folder = TestFolder()

  // MARK: Repeats

  @Test func aLineThatIsThereTwiceIsTold() throws {
    #expect(
      try findings(
        loan("0900", "1", "7"), loan("0900", "2", "7"),
        loan("0900", "1", "7"), loan("0901", "3", "7"),
        loan("0900", "1", "7"))
        == [
          "0:3 duplicate 0:1", "0:5 time-backwards 0:4", "0:5 duplicate 0:1",
        ])
  }

  @Test func paddingDoesNotMakeAnotherLine() throws {
    #expect(
      try findings(
        back("0900", "1"), back("0900", "1") + String(repeating: " ", count: 79)
      ).contains("0:2 duplicate 0:1"))
  }

  @Test func aFileInAFileIsToldAsARun() throws {
    let day = (0..<500).map { loan("0900", "\(1_000 + $0)", "7") + "\r\n" }
      .joined()
    let files = try [
      folder.file("a", day + loan("0901", "1", "7") + "\r\n" + day),
      folder.file("b", day),
    ]
    let found = try check(files).findings
    #expect(
      found.filter { $0.contains("duplicate") } == [
        "1:1-500 duplicate 0:1", "0:502-1001 duplicate 0:1",
      ])
  }

  // MARK: The way of an item

  @Test func aLoanAfterALoanIsToldByWhoHasTheItem() throws {
    #expect(
      try findings(
        loan("0900", "1", "7"), loan("0901", "1", "7"),
        loan("0902", "1", "8"), back("0903", "1"), back("0904", "1"),
        back("0905", "2"))
        == [
          "0:2 renewal 0:1", "0:3 loan-after-loan 0:2",
          "0:5 return-after-return 0:4", "0:6 return-without-loan",
        ])
  }

  @Test func toWhomTheItemIsLentIsSaid() throws {
    let file = try folder.file(
      "a", loan("0900", "1", "7") + "\n" + loan("0901", "1", "88") + "\n")
    var issues: [FileIssue] = []
    _ = try Check([file], rules: Check.Rules(now: Self.now)).run {
      issues.append($0.issue)
    }
    #expect(
      issues == [
        .loanAfterLoan(LinePlace(file: 0, number: 1), borrower: "7")
      ])
  }

  @Test func anItemIsFollowedThroughAllFiles() throws {
    let files = try [
      folder.file(
        "a", back("0905", "1") + "\r\n" + loan("0910", "1", "8") + "\r\n"),
      folder.file("b", loan("0900", "1", "7") + "\r\n"),
    ]
    #expect(try check(files).findings.isEmpty)
  }

  // MARK: Times

  @Test func timesThatCannotBeAreTold() throws {
    let since = LocalTime(year: 2026, month: 5, day: 30, hour: 9, minute: 0)
    #expect(
      try findings(
        "200001010000R1", "200001010001R2", back("0859", "3"),
        back("0900", "4"), back("0859", "5"), "202712310000R6", since: since
      ).filter { !$0.contains("return") } == [
        "0:1-2 wrong-clock", "0:3 before-outage", "0:5 time-backwards 0:4",
        "0:5 before-outage", "0:6 future",
      ])
  }

  @Test func aGapIsBetweenTimesThatCanBe() throws {
    #expect(
      try findings(
        "202604010000R1", "197001010000R2", "209912310000R3", back("0900", "4"),
        "202609010000R5"
      ).filter { $0.contains("gap") } == ["0:4 time-gap 0:1"])
  }

  @Test func theOrderOfTimesIsThatOfEachFile() throws {
    let files = try [
      folder.file("a", back("0905", "1") + "\r\n"),
      folder.file("b", back("0900", "2") + "\r\n"),
    ]
    #expect(
      try check(files).findings == [
        "1:1 return-without-loan", "0:1 return-without-loan",
      ])
  }
}
