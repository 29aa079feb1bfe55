import Circulation
import Foundation
import Scanning
import Seeded
import Support
import Testing
import Typesetting

@testable import Languages
@testable import Offload
@testable import Station

@Suite struct CheckTests {
  private let folder = TestFolder()

  private static let now = LocalTime(
    secondsSince1970: 1_780_200_000, utcOffset: 0)

  private func check(
    _ files: [StationFile], since: LocalTime? = nil,
    numbers: ScanRules = ScanRules(), limit: Int = .max,
    isByLine: Bool = false
  ) throws -> (findings: [String], summary: Check.Summary) {
    var findings: [String] = []
    let check = Check(
      files,
      rules: Check.Rules(now: Self.now, since: since, numbers: numbers))
    #expect(check.errors.isEmpty)
    let limits = { (_: Severity) in limit }
    let summary = try check.run(limit: limits, isByLine: isByLine) { finding in
      let lines =
        finding.lastLine == finding.place.number ? "" : "-\(finding.lastLine)"
      let other =
        finding.issue.other.map { " \($0.file):\($0.number)" } ?? ""
      findings.append(
        "\(finding.place.file):\(finding.place.number)\(lines) \(finding.issue.kind.rawValue)\(other)"
      )
    }
    return (findings, summary)
  }

  private func findings(
    _ lines: String..., since: LocalTime? = nil,
    numbers: ScanRules = ScanRules()
  ) throws -> [String] {
    let text = lines.map { $0 + "\r\n" }.joined()
    return try check(
      [folder.file("a", text)], since: since, numbers: numbers
    ).findings
  }

  private func loan(_ time: String, _ item: String, _ borrower: String)
    -> String
  {
    "20260530\(time)L\(item.padded(to: 80))\(borrower)"
  }

  private func back(_ time: String, _ item: String) -> String {
    "20260530\(time)R\(item)"
  }

  // MARK: Lines

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

  // MARK: Numbers

  @Test func withoutRulesUnwiseNumbersAreNoted() throws {
    let usual = (0..<30).map { loan("0900", "\(1_000 + $0)", "70") }
    let text =
      (usual + [
        loan("0901", "0123", "7/"), loan("0902", "12345", "70"),
        back("0903", "0123"),
      ]).map { $0 + "\r\n" }.joined()
    let found = try check([folder.file("a", text)])
    #expect(
      found.findings == [
        "0:31 unwise-number", "0:31 unwise-number", "0:32 unwise-number",
      ])
    #expect(found.summary.count(of: .warning) == 0)
  }

  @Test func aNumberThatIsShorterThanTheOthersIsAWarning() throws {
    let usual = (0..<60).map { loan("0900", "\(37_000_000_000 + $0)", "7000") }
    let text =
      (usual + [
        loan("0901", "3700000", "700"), loan("0902", "370000000009", "7000"),
      ]).map { $0 + "\n" }.joined()
    let found = try check([folder.file("a", text)])
    #expect(
      found.findings == [
        "0:61 short-number", "0:61 short-number", "0:62 unwise-number",
      ])
    #expect(found.summary.count(of: .warning) == 2)
  }

  @Test func numbersAreHeldAgainstTheSettings() throws {
    var rules = ScanRules()
    rules.item.patterns = [try Pattern(#"3\d{3}"#)]
    rules.borrower.patterns = [try Pattern(#"9\d{3}"#)]
    #expect(
      try findings(
        loan("0900", "3001", "9001"), loan("0901", "4001", "9001"),
        loan("0902", "9002", "3002"), loan("0903", "9002", "3002"),
        loan("0904", "3003", "8001"), numbers: rules)
        == [
          "0:2 doubtful-number", "0:3 swapped", "0:4 renewal 0:3",
          "0:5 doubtful-number",
        ])
  }

  @Test func aNumberOfBothKindsIsToldOnce() throws {
    #expect(
      try findings(
        loan("0900", "1", "7"), loan("0901", "7", "8"), loan("0902", "2", "7"),
        loan("0903", "3", "1"), back("0904", "7"))
        == ["0:2 item-and-borrower 0:1", "0:4 item-and-borrower 0:1"])
  }

  @Test func numbersThatBothStandForTheOtherElsewhereAreSwapped() throws {
    #expect(
      try findings(
        loan("0900", "1", "7"), loan("0901", "2", "8"), loan("0902", "8", "1"),
        back("0903", "1"))
        == ["0:3 swapped"])
  }

  // MARK: All together

  @Test func onlySoManyOfAKindAreToldAndAllAreCounted() throws {
    let text = (0..<100).map { back("0900", "\(100 + $0)") + "\n" }.joined()
    let found = try check([folder.file("a", text)], limit: 3)
    #expect(found.findings.count == 3)
    #expect(found.summary.counts[.returnWithoutLoan] == 100)
    #expect(found.summary.lineCount == 100)
  }

  @Test func aFileThatCannotBeReadLeavesTheOthers() throws {
    let file = try folder.file("a", back("0900", "1") + "\n")
    let check = Check(
      [StationFile(path: "/nowhere/x"), file, StationFile(path: folder.path)],
      rules: Check.Rules(now: Self.now))
    #expect(check.files == [file])
    #expect(check.errors.map(\.path) == ["/nowhere/x", folder.path])
    var count = 0
    let summary = try check.run { _ in count += 1 }
    #expect(count == 1)
    #expect(summary.uncheckedCount == 2)
    for words in [English() as any Words, French()] {
      #expect(words.next(summary) == nil)
      #expect(words.summary(summary).contains(" 2 "))
    }
  }

  /// Random days, against rules that are written down in the simplest way.
  @Test func randomFilesAreJudgedAsByHand() throws {
    var random = SeededGenerator(seed: 11)
    for _ in 0..<200 {
      var lines: [String] = []
      for minute in 0..<Int.random(in: 1...40, using: &random) {
        let item = "\(Int.random(in: 10...14, using: &random))"
        let time = "09\(10 + minute / 4)"
        lines.append(
          Bool.random(using: &random)
            ? back(time, item)
            : loan(time, item, "\(Int.random(in: 70...72, using: &random))"))
      }
      var expected: [String] = []
      var seen: [String: Int] = [:]
      var way: [String: (line: Int, borrower: String?)] = [:]
      for (number, line) in zip(1..., lines) {
        if let first = seen[line] {
          expected.append("\(number) duplicate \(first)")
          continue
        }
        seen[line] = number
        let item = String(line.dropFirst(13).prefix(2))
        let borrower = line.count > 93 ? String(line.suffix(2)) : nil
        switch (way[item], borrower) {
        case (let last?, let borrower?) where last.borrower == borrower:
          expected.append("\(number) renewal \(last.line)")
        case (let last?, _?) where last.borrower != nil:
          expected.append("\(number) loan-after-loan \(last.line)")
        case (nil, nil): expected.append("\(number) return-without-loan")
        case (let last?, nil) where last.borrower == nil:
          expected.append("\(number) return-after-return \(last.line)")
        default: break
        }
        way[item] = (number, borrower)
      }
      let file = try folder.file("a", lines.map { $0 + "\n" }.joined())
      var found: [String] = []
      _ = try Check([file], rules: Check.Rules(now: Self.now)).run { finding in
        for line in finding.place.number...finding.lastLine {
          // Where one line is repeated again and again, they are all of it.
          let isOneLine =
            finding.lastRepeated == finding.issue.other?.number
          let other = finding.issue.other.map {
            " \($0.number + (isOneLine ? 0 : line - finding.place.number))"
          }
          found.append("\(line) \(finding.issue.kind.rawValue)\(other ?? "")")
        }
      }
      // A run is told where it begins, before what is on its later lines.
      #expect(found.sorted() == expected.sorted())
    }
  }

  @Test func findingsComeInTheOrderOfTheLines() throws {
    var lines: [String] = []
    for number in 0..<200 { lines.append(back("0900", "\(100 + number)")) }
    let text = (lines + ["x", "y"] + lines + ["z"]).map { $0 + "\n" }.joined()
    var numbers: [Int] = []
    _ = try Check(
      [folder.file("a", text)], rules: Check.Rules(now: Self.now)
    ).run { numbers.append($0.place.number) }
    #expect(numbers == Array(1...201) + [203, 403])
  }

  // MARK: Words

  @Test(arguments: [English() as any Words, French()])
  func everyIssueHasItsWords(_ words: any Words) throws {
    let place = LinePlace(file: 0, number: 4_711)
    let issues: [FileIssue] = [
      .empty, .foreign(.archive), .foreign(.koha), .binary, .utf16,
      .byteOrderMark, .zeroBytes,
      .returnsForLineEnds, .endOfText, .formFeed, .frame, .changed(.tabs),
      .full("4711", .item), .malformed(.time), .misaligned(column: 93),
      .duplicate(of: place),
      .renewal(of: place),
      .loanAfterLoan(place, borrower: "4711"), .returnWithoutLoan,
      .returnAfterReturn(place), .backwards(after: place), .future,
      .beforeOutage, .wrongClock, .gap(after: place, days: 4_711),
      .doubtful("4711", .item, .pattern), .short("4711", .item, usual: 11),
      .unwise("4711", .borrower, .slash),
      .swapped, .ofBothKinds("4711", .item, other: place),
      .title("4711", .item, try #require(TitleNumber("9782070368228"))),
      .spelling("4711", .item, .capitals, other: place),
      .twoNumbers("4711", .item, "47", "11", other: nil),
      .looksLikeOther("4711", .item),
    ]
    #expect(Set(issues.map(\.kind)) == Set(FileIssue.Kind.allCases))
    let files = [StationFile(path: "/x")]
    var sentences: Set<String> = []
    for issue in issues {
      for last in [3, 5] {
        let sentence = words.sentence(
          Finding(
            issue: issue, place: LinePlace(file: 0, number: 3),
            lastLine: last, lastRepeated: nil, text: ""), of: files)
        #expect(sentence.hasSuffix("."))
        #expect(issue.other == nil || sentence.contains("4711"))
        sentences.insert(sentence)
      }
      #expect(words.inAlma(issue).hasSuffix("."))
      #expect(words.advice(issue).hasSuffix("."))
      #expect(words.more(9, issue.kind).contains("9"))
    }
    #expect(sentences.count >= issues.count)
  }
}
