import Circulation
import Foundation
import Seeded
import Support
import Testing
import Typesetting

@testable import Offload
@testable import Station

/// Lines that are no transactions, and what is no text.
@Suite struct LineFindingsTests: Checking {
  let folder = TestFolder()

  @Test func soundLinesHaveNoFindings() throws {
    #expect(
      try findings(
        loan("0900", "1", "7"), back("0901", "1"), loan("0902", "1", "8")
      ).isEmpty)
  }

  @Test func linesThatAreNoTransactionsForOneReasonAreToldTogether() throws {
    #expect(
      try findings(
        loan("0900", "1", "7"), "noise", "noisy", "", "202605300901X2",
        "202605300901Y2", back("0902", "1"), "202605300903R")
        == [
          "0:2-3 malformed", "0:4 malformed", "0:5-6 malformed",
          "0:8 malformed",
        ])
  }

  @Test func forProgramsEachLineThatIsNoTransactionIsTold() throws {
    let file = try folder.file(
      "a", "noise\nnoisy\n\u{0}1\n\u{0}2\n" + back("0900", "1") + "\n")
    #expect(
      try check([file]).findings == [
        "0:1-2 malformed", "0:3 zero-bytes", "0:5 return-without-loan",
      ])
    let found = try check([file], isByLine: true)
    #expect(
      found.findings == [
        "0:1 malformed", "0:2 malformed", "0:3 zero-bytes", "0:4 zero-bytes",
        "0:5 return-without-loan",
      ])
    #expect(found.summary.count(of: .error) == 4)
  }

  @Test(arguments: [1, 2, 12])
  func aBorrowerThatBeginsTooEarlyIsTold(_ columns: Int) throws {
    let line =
      "201805301004L" + "37000034187".padded(to: 80 - columns)
      + "9921000000164"
    let file = try folder.file("a", line + "\r\n")
    var issues: [FileIssue] = []
    _ = try Check([file], rules: Check.Rules(now: Self.now)).run {
      issues.append($0.issue)
    }
    #expect(issues == [.misaligned(column: 94 - columns)])
    #expect(issues.map(\.column) == [94 - columns])
    #expect(issues.map(\.severity) == [.error])
  }

  @Test func anItemOfAllColumnsIsNoBorrowerButMayBeCut() throws {
    for item in [
      String(repeating: "7", count: 80),
      "7 ".padding(toLength: 79, withPad: "7 ", startingAt: 0) + "7",
    ] {
      #expect(
        try findings(loan("0900", item, "99")) == ["0:1 full-number"])
      #expect(try findings(loan("0900", "7", item)) == ["0:1 full-number"])
    }
    #expect(try findings(loan("0900", "7  7", "99")).isEmpty)
  }

  @Test func ofANumberThatIsNoneTheColumnIsTold() throws {
    let loan = "201805301004L" + "37000034187".padded(to: 80)
    for (line, column) in [
      ("201805301004R37é", 16), ("201805301004R  37", 16),
      (loan + " 9921", 95), (loan + "99é", 96),
    ] {
      let file = try folder.file("a", line + "\n")
      var columns: [Int?] = []
      _ = try Check([file], rules: Check.Rules(now: Self.now)).run {
        columns.append($0.issue.column)
      }
      #expect(columns == [column])
    }
  }

  @Test func aFileThatIsNoTextIsToldAsWhatItIs() throws {
    var random = SeededGenerator(seed: 12)
    let noise = (0..<3_000).map { _ in UInt8.random(in: 0...255, using: &random)
    }
    for (bytes, told) in [
      ([0x50, 0x4b, 3, 4] + noise, "0:1 workbook"),
      ([0xd0, 0xcf, 0x11, 0xe0] + noise, "0:1 workbook"),
      (noise, "0:1 binary"),
    ] {
      try Data(bytes).write(to: URL(fileURLWithPath: folder.path + "/odd"))
      #expect(
        try check([StationFile(path: folder.path + "/odd")]).findings == [told])
    }
  }

  @Test func filesThatAreNoTextAreToldOnce() throws {
    let line = back("0900", "1") + "\r\n"
    let lines = loan("0859", "1", "7") + "\r\n" + line + line + line
    let utf16 = Array(lines.utf16).flatMap {
      [UInt8($0 & 255), UInt8($0 >> 8)]
    }
    for (bytes, told) in [
      (Array("\u{feff}\(line)".utf8), "byte-order-mark"),
      ([0xff, 0xfe] + utf16, "utf-16"), (utf16, "utf-16"),
      (Array(lines.replacing("\r\n", with: "\r").utf8), "line-ends"),
      ([0, 0, 10, 0, 10, 65, 10, 0], "zero-bytes"), ([], "empty"),
    ] {
      try Data(bytes).write(to: URL(fileURLWithPath: folder.path + "/odd"))
      let found = try check([StationFile(path: folder.path + "/odd")]).findings
      #expect(found.first == "0:1 \(told)")
      #expect(found.filter { $0.contains(told) }.count == 1)
    }
  }

  @Test func noiseIsNoReasonToStop() throws {
    var random = SeededGenerator(seed: 7)
    for length in [1, 2, 3, 1_000, 300_000] {
      let bytes = (0..<length).map { _ in
        UInt8.random(in: 0...255, using: &random)
      }
      try Data(bytes).write(to: URL(fileURLWithPath: folder.path + "/noise"))
      let found = try check([StationFile(path: folder.path + "/noise")])
      #expect(found.summary.count(of: .error) > 0)
    }
  }
}
