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

@Suite struct CheckTests: Checking {
  let folder = TestFolder()

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
          found.append("\(line) \(finding.issue.kind.name)\(other ?? "")")
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
