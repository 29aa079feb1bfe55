import Circulation
import Simulated
import Testing

@testable import Exchange

/// The check of other systems' files: what their own programs would make of
/// them.
struct OfflineCheckTests {
  private static let now = LocalTime(
    year: 2026, month: 11, day: 27, hour: 8, minute: 0)

  private func check(
    _ bytes: [UInt8], as format: ExchangeFormat, named name: String = "rdy",
    isByLine: Bool = false, since: LocalTime? = nil
  ) throws -> (findings: [OfflineFinding], summary: OfflineCheck.Summary) {
    let disk = SimulatedFileSystem()
    disk["/desk/file"] = bytes
    var findings: [OfflineFinding] = []
    let rules = OfflineCheck.Rules(zone: .paris, now: Self.now, since: since)
    let summary = try OfflineCheck(
      of: disk.open("/desk/file", for: .reading), as: format, named: name,
      rules
    ).run(isByLine: isByLine) { findings.append($0) }
    return (findings, summary)
  }

  /// The findings as `2-3 error kind`; those of the whole file as `error kind`.
  private func plain(_ findings: [OfflineFinding]) -> [String] {
    findings.map {
      let lines = $0.lines.map { "\($0.lowerBound)-\($0.upperBound) " }
      return (lines ?? "") + "\($0.severity) \($0.issue.kind)"
    }
  }

  private func check(
    _ text: String, as format: ExchangeFormat, named name: String = "rdy",
    isByLine: Bool = false, since: LocalTime? = nil
  ) throws -> [String] {
    plain(
      try check(
        Array(text.utf8), as: format, named: name, isByLine: isByLine,
        since: since
      ).findings)
  }

  private static func koc(_ rows: String...) -> String {
    KohaFormat.head + rows.map { $0 + "\n" }.joined()
  }

  // MARK: Koha

  @Test func whatEndsKohasUploadIsAnErrorOfItsLine() throws {
    let rows = Self.koc(
      "2026-11-25 10:15:30 000\tissue\tC1\tI1", "",
      "2026-11-25 10:15:31 000\tIssue\tC1\tI2",
      "2026-11-25 10:15:32 000\tprolong\tC1\tI3",
      "25/11/2026 10:15:33\tissue\tC1\tI4")
    let (findings, summary) = try check(Array(rows.utf8), as: .koha)
    #expect(
      plain(findings) == [
        "3-3 error empty-line", "4-4 error unknown-kind",
        "5-5 error unknown-renewal", "6-6 error no-time",
      ])
    #expect(
      findings.map(\.consequence)
        == [.uploadEnds, .uploadEnds, .uploadEnds, .noDate])
    #expect(summary.count(of: .error) == 4)
    #expect(summary.notes.generator == "OffCirc")
    #expect(summary.notes.lineCount == 6)
  }

  @Test func numbersThatKohaCutsAreErrors() throws {
    let (item, card) = (
      String(repeating: "A", count: 21), String(repeating: "C", count: 33)
    )
    #expect(
      try check(
        Self.koc(
          "2026-11-25 10:15:30 000\tissue\tC1\t\(item)",
          "2026-11-25 10:15:31 000\tissue\t\(card)\tI1",
          "2026-11-25 10:15:32 000\tissue\t\(card.dropLast())\t\(item.dropLast())"
        ), as: .koha)
        == ["2-2 error long-item", "3-3 error long-borrower"])
  }

  @Test func rowsOfOneSecondAreOneFindingUnlessForPrograms() throws {
    let rows = Self.koc(
      "2026-11-25 10:15:30 000\treturn\tI1",
      "2026-11-25 10:15:30 400\treturn\tI2",
      "2026-11-25 10:15:30 900\treturn\tI3",
      "2026-11-25 10:15:31 000\treturn\tI4",
      "2026-11-25 10:15:31 000\treturn\tI5")
    #expect(
      try check(rows, as: .koha)
        == ["3-4 warning same-second", "6-6 warning same-second"])
    #expect(
      try check(rows, as: .koha, isByLine: true)
        == [3, 4, 6].map { "\($0)-\($0) warning same-second" })
  }

  @Test func aRepeatedPaymentAndAnAmountOfNothingAreWarnings() throws {
    #expect(
      try check(
        Self.koc(
          "2026-11-25 10:15:30 000\tpayment\tC1\t2.50",
          "2026-11-25 10:15:30 000\tpayment\tC1\t2.50",
          "2026-11-25 10:15:31 000\tpayment\tC2\t-1",
          "2026-11-25 10:15:32 000\tpayment\tC2\t2,50"), as: .koha) == [
          "3-3 warning same-second", "3-3 warning duplicate",
          "4-4 warning amount", "5-5 error no-amount",
        ])
  }

  @Test func withoutItsHeadTheFirstRowIsLostInKoha() throws {
    #expect(
      try check("2026-11-25 10:15:30 000\treturn\tI1\n", as: .koha)
        == ["1-1 error no-version"])
  }

  @Test func hoursThatClocksSkipOrRepeatAreFound() throws {
    #expect(
      try check(
        Self.koc(
          "2026-03-29 02:30:00 000\treturn\tI1",
          "2026-10-25 02:30:00 000\treturn\tI2"), as: .koha)
        == ["2-2 warning hour-missing", "3-3 note hour-twice"])
    // What is in UTC has neither.
    #expect(
      try check(
        """
        Version=1.0\tGenerator=koct-firefox\tGeneratorVersion=0.1
        2026-03-29 02:30:00\treturn\tI1
        2026-10-25 02:30:00\treturn\tI2

        """, as: .koha) == [])
  }

  @Test func timesOutsideTheOutageAndBackwardsAreFound() throws {
    #expect(
      try check(
        Self.koc(
          "2026-11-24 10:00:00 000\treturn\tI1",
          "2026-11-27 08:01:00 000\treturn\tI2",
          "2026-11-27 08:00:00 000\treturn\tI3"), as: .koha,
        since: LocalTime(
          year: 2026, month: 11, day: 25, hour: 0, minute: 0)) == [
          "2-2 warning before-outage", "3-3 warning future",
          "4-4 note time-backwards",
        ])
  }

  // MARK: Evergreen

  @Test func aLineThatStopsAnEvergreenSessionIsAnError() throws {
    let (findings, _) = try check(
      Array(
        """
        {"timestamp":1795598130,"type":"checkin","barcode":"I1"}
        {"timestamp":1795598131,"type":"checkin","barc
        {"type":"checkin","barcode":"I2"}

        {"timestamp":1795598132,"type":"checkin","barcode":"\\u00c91"}
        {"timestamp":1795598133,"type":"in_house_use","barcode":"I3","count":100}

        """.utf8), as: .evergreen)
    #expect(findings.map { $0.lines?.lowerBound } == [1, 2, 3, 4, 5, 5, 6])
    #expect(
      findings.map(\.consequence) == [
        .dayOnly, .sessionStops, .wrongPlace, .skipped, .otherLetters,
        .dayOnly, .rowFails,
      ])
  }

  @Test func aDueDateNeedsAPermissionInEvergreen() throws {
    let row =
      #"{"timestamp":1795598130,"type":"checkout","barcode":"I1","#
      + #""patron_barcode":"C1","due_date":"2026-12-16T22:59:00.000Z"}"#
    #expect(
      try check(row + "\n", as: .evergreen) == ["1-1 warning due-date"])
  }

  // MARK: Sierra, Destiny

  @Test func twoLoansInARowAreOnlyLoggedBySierra() throws {
    #expect(
      try check(
        """
        o:2611251015:bI1:bC1:2612162359:777
        o:2611251016:bI1:bC2:2612162359:777

        i:2611251017:bI1:::777
        n:I9

        """, as: .sierra, named: "offline.txt") == [
          "2-2 warning consecutive", "3-3 error empty-line",
          "5-5 note inventory", "error file-name",
        ])
  }

  @Test func destinyAsksForTheDayAndTakesNumbersForOthers() throws {
    #expect(
      try check(
        "I0\n%C123H\nP1\nI1\n%C123H\n%C120P\nR1\n", as: .destiny) == [
          "1-1 error number-before-code", "5-5 error loans-without-borrower",
          "7-7 note resource", "note no-times",
        ])
  }

  // MARK: PMB

  @Test func returnsThatPMBWouldLendAreAnErrorOfTheHeadAbove() throws {
    #expect(
      try check(
        """
        PRET SECOURU
        E0001
        100001
        PRET SECOURU
        RETOUR SECOURU
        200001
        0

        """, as: .pmb) == [
          "4-4 error loans-without-borrower", "7-7 error zero",
          "note no-times",
        ])
  }

  @Test func anItemIsOnlyOnceInAFileForPMB() throws {
    #expect(
      try check(
        """
        PRET SECOURU
        E0001
        ABC1
        PRET SECOURU
        E0002
        abc1
        RETOUR SECOURU
        ABC1

        """, as: .pmb) == [
          "6-6 warning loan-after-loan", "8-8 warning several-of-item",
          "note no-times",
        ])
  }

  @Test func aLongFileMayBeCutShortByPMBsServer() throws {
    let items = (1...300).map { "I\($0)\n" }.joined()
    #expect(
      try check("RETOUR SECOURU\n" + items, as: .pmb)
        == ["note long-file", "note no-times"])
  }

  // MARK: All

  @Test(arguments: FixtureTests.all)
  func eachLineThatIsNotTakenIsAFinding(
    _ fixture: FixtureTests.Fixture
  ) throws {
    let bytes = try fixture.bytes()
    let file = try OfflineFile(bytes, as: fixture.format)
    let (findings, summary) = try check(bytes, as: fixture.format)
    let faults = findings.compactMap { finding -> OfflineFile.Line? in
      guard case .fault(let fault) = finding.issue, let lines = finding.lines
      else { return nil }
      return OfflineFile.Line(
        number: lines.lowerBound, reading: .fault(fault))
    }
    let expected = file.lines.filter {
      if case .fault = $0.reading { true } else { false }
    }
    #expect(faults == expected)
    #expect(summary.notes == file.notes)
    for severity in OfflineFinding.Severity.allCases {
      let count = findings.count { $0.severity == severity }
      #expect(summary.count(of: severity) == count)
    }
    if fixture.path.contains("plain") {
      #expect(summary.count(of: .error) == 0)
    }
  }

  @Test func everyConsequenceComesUp() {
    let faults: [LineFault] = [
      .empty, .time, .amount, .fields(found: 1, expected: 2), .notJSON,
      .inventory, .beforeCode, .borrowerWithoutItems, .blockWithoutBorrower,
      .zero, .nearHead, .prefix,
    ]
    let notices: [FileNotice] = [
      .byteOrderMark, .notUTF8, .noVersion, .name, .outerBlanks(line: 1),
      .dueDate(line: 1),
    ]
    let issues =
      Trap.allCases.map(OfflineIssue.trap) + faults.map(OfflineIssue.fault)
      + notices.map(OfflineIssue.notice)
    let found = Set(
      ExchangeFormat.allCases.flatMap { format in
        issues.map { Consequence(of: $0, in: format) }
      })
    #expect(found == Set(Consequence.allCases))
  }
}
