import Circulation
import Scanning
import Support
import Testing

@testable import Offload

/// A file that was uploaded, and a report on it, in memory.
struct Upload {
  /// Lines: `L ITEM BORROWER` or `R ITEM`, the first of 2018-05-31 10:01; tabs
  /// part numbers with blanks.
  static func lines(
    _ text: String
  ) throws -> [Result<Transaction, DataFormat.LineError>] {
    try text.split(separator: "\n").enumerated().map { index, line in
      let words = line.split(separator: line.contains("\t") ? "\t" : " ")
        .map(String.init)
      let time = try #require(
        LocalTime(
          year: 2018, month: 5, day: 31, hour: 10 + (index + 1) / 60,
          minute: (index + 1) % 60))
      guard words.count > 1 else { return .failure(.time) }
      let item = try Barcode(words[1])
      return .success(
        words.count > 2
          ? .loan(of: item, to: try Barcode(words[2]), at: time)
          : .return(of: item, at: time))
    }
  }

  /// The worklist of an upload, from the lines of the file and of the report.
  static func worklist(
    _ file: String, _ report: String, rules: ScanRules = ScanRules(),
    isRetried: Bool = false
  ) throws -> Worklist {
    let files = TestFolder()
    let bytes = try lines(file).flatMap { line in
      switch line {
      case .success(let transaction): DataFormat.lines(of: [transaction])
      case .failure: Array("nonsense\r\n".utf8)
      }
    }
    let path = files.write(bytes: bytes, to: "OffCirc.dat")
    return try Worklist(
      of: JobReport(bytes: Array(("Line\tError Message\n" + report).utf8)),
      with: path, rules: rules, isRetried: isRetried)
  }
}

@Suite struct ReconciliationTests {
  private func entries(
    _ file: String, _ report: String
  ) throws -> [Reconciliation.Entry] {
    try Upload.worklist(file, report).tasks.map(\.entry)
  }

  private func lines(_ match: Reconciliation.Match) -> [Int] {
    switch match {
    case .transaction(let only): [only.line]
    case .oneOf(let several): several.map(\.line)
    case .otherNumber(let other): [-other.line]
    case .malformed, .beyondEnd, .nowhere: []
    }
  }

  @Test func messagesAreJoinedByTheirLineNumbers() throws {
    let entries = try entries(
      "L I1 B1\nR I2\nL I3 B3\nR I4\nL I5 B5\n",
      """
      1	Item not found. Barcode: I1
      2	Return item failed, item was not on loan. Barcode: I2
      3	User not found. Barcode: B3
      4	A later action on this item happened. Barcode: I4
      5	Something new
      """)
    #expect(entries.compactMap(\.joined?.line) == [1, 2, 3, 4, 5])
    #expect(
      entries.map(\.message.said.grade)
        == [.toDo, .nothing, .toDo, .nothing, .unknown])
  }

  @Test func withoutLineNumbersTheNumberAndTheTypeTell() throws {
    let entries = try entries(
      "L I1 B1\nR I1\nL I2 B1\nR I1\n",
      """
      	Return item failed, item was not on loan. Barcode: I1
      	User not found. Barcode: B1
      	User not found. Barcode: B1
      	Return item failed, item was not on loan. Barcode: I1
      	Item not found. Barcode: I2
      """)
    #expect(entries.map { lines($0.match) } == [[2], [1], [3], [4], [3]])
  }

  @Test func severalCandidatesAreAllListedInOrder() throws {
    let entries = try entries(
      "L I1 B1\nL I2 B1\nL I3 B1\n",
      """
      	User not found. Barcode: B1
      	User not found. Barcode: B1
      """)
    #expect(entries.map { lines($0.match) } == [[1, 2, 3], [1, 2, 3]])
    #expect(entries.allSatisfy { $0.joined == nil })
  }

  @Test func whatALineNumberClaimsIsNoCandidate() throws {
    let entries = try entries(
      "L I1 B1\nL I2 B1\n",
      """
      	User not found. Barcode: B1
      1	User not found. Barcode: B1
      """)
    #expect(entries.map { lines($0.match) } == [[2], [1]])
  }

  @Test func aLineThatContradictsIsTold() throws {
    let worklist = try Upload.worklist(
      "L I1 B1\nR I2\nx\nL I4 B4\nL I5 B5\nL I6 B6\nL I7 B7\nL I8 B8\n",
      """
      1	Item not found. Barcode: I1
      2	Item not found. Barcode: OTHER
      3	Item not found. Barcode: I3
      99	Item not found. Barcode: I99
      4	Item not found. Barcode: I4
      5	Item not found. Barcode: I5
      6	Item not found. Barcode: I6
      7	User not found. Barcode: B7
      """)
    let matches = worklist.tasks.map(\.entry.match)
    #expect(lines(matches[1]) == [-2])
    #expect(matches[2] == .malformed(line: 3, .tooShort(columns: 8)))
    #expect(matches[3] == .beyondEnd(line: 99))
    #expect(
      worklist.tasks.map(\.section) == [
        .unknownItems, .unclear, .unclear, .unclear, .unknownItems,
        .unknownItems, .unknownItems, .unknownUsers,
      ])
  }

  @Test(arguments: [
    "1\tItem not found. Barcode: X\n2\tReturn item failed, item was not on loan. Barcode: Y",
    "50\tItem not found. Barcode: X", "\tUser not found. Barcode: I1",
    "2\tReturn item failed, item was not on loan. Barcode: I2\n1\tReturn item failed, item was not on loan. Barcode: I2\n1\tUser not found. Barcode: I1",
  ])
  func aReportThatContradictsMostlyIsOfAnotherFile(_ report: String) {
    #expect(throws: OtherFile.self) {
      try Upload.worklist("L I1 B1\nR I2\n", report)
    }
  }

  @Test func ofUnknownMessagesNoneMakesItAnotherFile() throws {
    let worklist = try Upload.worklist(
      "L I1 B1\nR I2\n",
      """
      1	Item not found. Barcode: I1
      1	Request 7 was cancelled. Barcode: Q
      2	Request 8 was cancelled. Barcode: Q
      """)
    #expect(worklist.tasks.count == 3)
  }

  @Test func anotherNumberOfRecordsHasAWarning() throws {
    let report = """
      1	Item not found. Barcode: I1
      Records processed	3
      Records with exceptions	2
      """
    #expect(
      try Upload.worklist("L I1 B1\nR I2\n", report).warnings == [
        .incomplete(present: 1, counted: 2),
        .otherCount(processed: 3, inFile: 2),
      ])
  }

  @Test func recordsWithExceptionsMayBeBesideThoseProcessed() throws {
    let message = "1\tItem not found. Barcode: I1\n"
    for (processed, isDoubted) in [
      (3, false), (2, false), (1, true), (Int.max, true),
    ] {
      let head =
        "Records processed\t\(processed)\nRecords with exceptions\t1\n"
      let warnings = try Upload.worklist(
        "L I1 B1\nR I2\nR I3\n", head + message
      ).warnings
      #expect(
        warnings
          == (isDoubted ? [.otherCount(processed: processed, inFile: 3)] : []))
    }
  }

  @Test func neitherItemNorUserKnownIsSetApart() throws {
    let worklist = try Upload.worklist(
      "L I1 B1\nL I2 B2\n",
      """
      1	Item not found. Barcode: I1
      1	User not found. Barcode: B1
      2	User not found. Barcode: B2
      """)
    #expect(
      worklist.tasks.map(\.section) == [.neither, .neither, .unknownUsers])
    #expect(worklist.itemsToNote == ["I2"])
    #expect(worklist.usersToContact.isEmpty)
  }

  @Test func setsHaveEachNumberOnceInOrder() throws {
    let worklist = try Upload.worklist(
      "L I1 B1\nL I2 B2\nL I3 B1\nL I4 B9\nL I5 B9\nL I5 B9\n",
      """
      1	Item not found. Barcode: I1
      2	Item not found. Barcode: I2
      3	Item not found. Barcode: I3
      4	User not found. Barcode: B9
      5	User not found. Barcode: B9
      6	User not found. Barcode: B9
      """)
    #expect(worklist.usersToContact == ["B1", "B2"])
    #expect(worklist.itemsToNote == ["I4", "I5"])
  }
}
