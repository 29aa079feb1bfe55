import Circulation
import Foundation
import Seeded
import Support
import Testing
import Typesetting

@testable import Offload

@Suite struct MergeTests {
  private let folder = TestFolder()

  private func merged(_ files: [StationFile]) throws -> String {
    _ = try Merge(files).write(to: folder.path + "/merged")
    return try folder.text("merged")
  }

  // MARK: Order

  @Test func linesComeInTheOrderOfTheirMinutes() throws {
    let files = try [
      folder.file("a", "202605300900R1\r\n202605300902R2\r\n"),
      folder.file("b", "202605300859R3\r\n202605300901R4\r\n"),
    ]
    #expect(
      try merged(files)
        == "202605300859R3\r\n202605300900R1\r\n202605300901R4\r\n202605300902R2\r\n"
    )
  }

  @Test func withinAMinuteEachFileKeepsItsOrderAndTheFilesTheirs() throws {
    let files = try [
      folder.file("b", "202605300900R2\n202605300900R1\n"),
      folder.file("a", "202605300900R4\n202605300900R3\n"),
    ]
    #expect(
      try merged(files)
        == "202605300900R2\n202605300900R1\n202605300900R4\n202605300900R3\n")
  }

  @Test func everyFileIsMergedAsASortByMinutesDoes() throws {
    var random = SeededGenerator(seed: 5)
    for round in 0..<300 {
      var lines: [(minute: String, line: String)] = []
      var files: [StationFile] = []
      for file in 0..<Int.random(in: 1...5, using: &random) {
        var minute = 0
        var text = ""
        for number in 0..<Int.random(in: 0...30, using: &random) {
          minute += Int.random(in: 0...2, using: &random)
          let time = "2026053009" + (minute < 10 ? "0" : "") + "\(minute % 60)"
          if minute > 59 { break }
          let line = time + "R\(round)-\(file)-\(number)\r\n"
          lines.append((time, line))
          text += line
        }
        files.append(try folder.file("\(file)", text))
      }
      // The sort of the standard library is stable.
      let sorted = lines.sorted { $0.minute < $1.minute }
      #expect(try merged(files) == sorted.map(\.line).joined())
    }
  }

  @Test func whatIsNoTransactionStaysBehindTheLineBeforeIt() throws {
    let files = try [
      folder.file("a", "202605300900R1\nnoise\n\n202605300902R2\n"),
      folder.file("b", "202605300901R3\n"),
    ]
    #expect(
      try merged(files)
        == "202605300900R1\nnoise\n\n202605300901R3\n202605300902R2\n")
  }

  @Test func noiseAtTheBeginningStaysBeforeTheFirstTransaction() throws {
    let files = try [
      folder.file("a", "202605300900R1\n"),
      folder.file("b", "\u{feff}202605300901R2\nnoise\n202605300902R3\n"),
      folder.file("c", "only noise\n"),
      folder.file("d", "202605300901R4\n"),
    ]
    #expect(
      try merged(files)
        == "only noise\n202605300900R1\n202605300901R4\n\u{feff}202605300901R2\nnoise\n202605300902R3\n"
    )
  }

  @Test func whatStandsTooLateInItsFileStaysThere() throws {
    let files = try [
      folder.file("a", "202605300905R1\n202605300900R2\n202605300906R3\n"),
      folder.file("b", "202605300901R4\n202605300905R5\n"),
    ]
    #expect(
      try merged(files)
        == "202605300901R4\n202605300905R1\n202605300900R2\n202605300905R5\n202605300906R3\n"
    )
  }

  // MARK: Lines

  @Test func aMissingLineEndIsAddedAndNothingElseIsChanged() throws {
    let odd = "202605300900R1   \r\n\0\u{1b}[2J\n\r\r\n202605300901R2\r"
    let files = try [
      folder.file("a", odd), folder.file("b", "202605300900R3"),
      folder.file("c", ""),
    ]
    #expect(
      try merged(files)
        == "202605300900R1   \r\n\0\u{1b}[2J\n\r\r\n202605300900R3\r\n202605300901R2\r\n"
    )
  }

  @Test(arguments: [-2, -1, 0, 1, 2, 300_000])
  func linesOfAnyLengthStayWhole(_ excess: Int) throws {
    let long = String(
      repeating: "x", count: LineCursor.maximumPieceLength + excess)
    for end in ["\n", "\r\n", "\r", ""] {
      let files = try [
        folder.file("a", "202605300900R1\n" + long + end),
        folder.file("b", "202605300901R2\n"),
      ]
      let whole = end.hasSuffix("\n") ? end : "\r\n"
      #expect(
        try merged(files) == "202605300900R1\n\(long)\(whole)202605300901R2\n")
    }
  }

  @Test func eachLineIsToldWithItsFileAndNumber() throws {
    let files = try [
      folder.file("a", "202605300900R1\nnoise\n202605300902R2\n"),
      folder.file("b", "202605300901R3"),
    ]
    var told: [String] = []
    var last = (0, 0)
    let progress = { last = ($0, $1) }
    try Merge(files).forEachLine(progress: progress) { line, file, number in
      told.append("\(file) \(number) \(line.text.debugDescription)")
    }
    #expect(
      told == [
        #"0 1 "202605300900R1\n""#, #"0 2 "noise\n""#,
        #"1 1 "202605300901R3\r\n""#, #"0 3 "202605300902R2\n""#,
      ])
    #expect(last == (50, 50))
  }

  // MARK: Overlaps

  private let friday = "202605300900R1\r\n202605300901R2\r\n"
  private let both =
    "202605300900R1\r\n202605300901R2\r\n202605310901R3\r\n"

  @Test func aFileThatAnotherOneBeginsWithIsLeftOut() throws {
    let files = try [folder.file("a", friday), folder.file("b", both)]
    let merge = try Merge(files)
    #expect(merge.files == [files[1]])
    #expect(
      merge.overlaps == [
        Overlap(file: files[0], whole: files[1], lineCount: 2)
      ])
    #expect(try merged(files) == both)
  }

  @Test func ofTwoEqualFilesTheFirstStays() throws {
    let files = try [folder.file("a", both), folder.file("b", both)]
    #expect(try Merge(files).files == [files[0]])
    #expect(try Merge(files.reversed()).files == [files[1]])
  }

  @Test func aFileGivenTwiceIsLeftOutHoweverItIsCalled() throws {
    let one = try folder.file("a", "202605300900R1\r\n")
    let link = folder.path + "/link"
    try FileManager.default.createSymbolicLink(
      atPath: link, withDestinationPath: one.path)
    let files = [
      one, StationFile(path: link), StationFile(path: folder.path + "/./a"),
    ]
    let merge = try Merge(files)
    #expect(merge.files == [one])
    #expect(merge.overlaps.map(\.file) == Array(files[1...]))
  }

  @Test func oneLineInCommonCanBeTwoTransactions() throws {
    let files = try [
      folder.file("a", "202605300900R1\r\n"), folder.file("b", friday),
    ]
    #expect(try Merge(files).overlaps.isEmpty)
  }

  @Test func whatTwoStationsWroteIsNeverLeftOut() throws {
    let one = try folder.stationFile("one", friday)
    let two = try folder.stationFile("two", both)
    #expect(one.station != nil && one.station != two.station)
    #expect(try Merge([one, two]).files == [one, two])
  }

  @Test func whatOneStationWroteIsLeftOutIfItIsASingleLine() throws {
    let one = try folder.stationFile("one", "202605300900R1\r\n")
    try FileManager.default.copyItem(
      atPath: folder.path + "/one", toPath: folder.path + "/copy")
    try Data(both.utf8).write(
      to: URL(fileURLWithPath: folder.path + "/copy/OffCirc.dat"))
    let copy = StationFile(path: folder.path + "/copy/OffCirc.dat")
    #expect(try Merge([one, copy]).files == [copy])
  }

  @Test func aFileLeftOutIsInOneThatStays() throws {
    // The one in the middle could be either's; the outer two are two stations'.
    let one = try folder.stationFile("one", friday)
    let middle = try folder.file("middle", both)
    let two = try folder.stationFile("two", both + "202606010901R3\r\n")
    let merge = try Merge([one, middle, two])
    #expect(merge.files == [one, two])
    #expect(merge.overlaps.map(\.whole) == [two])
  }

  @Test func aLastLineCutShortIsNoBeginning() throws {
    let whole = try folder.file("whole", both)
    for (text, isLeftOut) in [
      (String(both.dropLast()), true),
      ("202605300900R1\r\n202605300901R", false),
      ("202605300900R1\r\n202605300901R2", true),
      ("202605300900R1\r\n202605300901R2\r", true),
      ("202605300900R1\r\n202605300901R2\r\n2", false),
    ] {
      let part = try folder.file("part", text)
      #expect(try Merge([part, whole]).overlaps.isEmpty == !isLeftOut)
    }
  }

  @Test func whatTheLinesSayMakesTheOverlap() throws {
    let (mark, lf) = ("\u{feff}", friday.replacing("\r\n", with: "\n"))
    for (part, isLeftOut) in [
      (lf, true), ("\n" + friday, true), (mark + lf, true),
      (friday.replacing("\r\n", with: "  \r\n\r\n"), true),
      (friday.replacing("R2", with: " R2"), false),
      (friday.replacing("R1", with: "R1\t"), false),
    ] {
      let files = try [folder.file("part", part), folder.file("whole", both)]
      let merge = try Merge(files)
      #expect(merge.overlaps.map(\.lineCount) == (isLeftOut ? [2] : []))
    }
    // Of equal ones that stays whose lines can all be read.
    let clean = try folder.file("clean", both)
    let marked = try folder.file("marked", mark + both)
    #expect(try Merge([marked, clean]).files == [clean])
    let grown = try folder.file("grown", mark + both + "202606010901R3\r\n")
    #expect(try Merge([clean, grown]).overlaps.isEmpty)
    // The longer file is found whatever its bytes are.
    let wide = try folder.file("wide", both.replacing("\r", with: "   \r"))
    let long = try folder.file(
      "long", both.replacing("\r", with: "") + "202606010901R3\n")
    #expect(wide.path != long.path)
    #expect(try Merge([wide, long]).files == [long])
  }

  @Test func manyLinesInCommonAreToldOnce() throws {
    let one = try folder.file("a", friday + "202605310902R8\r\n")
    let two = try folder.file("b", "202605290900R9\r\n" + friday)
    let three = try folder.file(
      "c", "202605290901R9\r\nnoise\r\n202605300901R2\r\n")
    let report = try Merge([one, two, three]).write(
      to: folder.path + "/merged")
    #expect(
      report.conflicts.shared(among: [one, two, three]) == [
        SharedLines(first: one, second: two, count: 2)
      ])
    #expect(
      report.conflicts.first.map(\.kind) == [.returnedTwice, .sameMinute])
    #expect(report.conflicts.count == 2)
    #expect(report.unreadable.keys.sorted() == [2])
    #expect(report.unreadable[2]?.firstNumbers == [2])
  }

  @Test func anEmptyFileIsNoOverlap() throws {
    let files = try [folder.file("a", ""), folder.file("b", both)]
    #expect(try Merge(files).overlaps.isEmpty)
  }

  // MARK: Files

  @Test func noInputIsOverwritten() throws {
    let files = try [folder.file("a", friday), folder.file("b", both)]
    // It is left out, and no less an input.
    #expect(try Merge(files).files == [files[1]])
    #expect(throws: FileError.self) {
      try Merge(files).write(to: folder.path + "/a")
    }
    #expect(try folder.text("a") == friday)
  }

  @Test func noFileOfAnotherNameIsTouched() throws {
    let files = try [folder.file("a.new", friday), folder.file("b", both)]
    _ = try folder.file("c.new", "mine")
    try Merge(files).write(to: folder.path + "/a")
    try Merge(files).write(to: folder.path + "/c")
    #expect(try folder.text("a.new") == friday)
    #expect(try folder.text("c.new") == "mine")
  }

  @Test func anInputIsKnownThroughLinksAndOtherSpellings() throws {
    let file = try folder.file("a", both)
    try FileManager.default.linkItem(
      atPath: file.path, toPath: folder.path + "/hard")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/soft", withDestinationPath: file.path)
    for name in ["hard", "soft", "./a", "../\(folder.name)/a"] {
      #expect(throws: FileError.self) {
        try Merge([file]).write(to: folder.path + "/" + name)
      }
    }
    #expect(try folder.text("a") == both)
    #expect(try folder.text("hard") == both)
  }

  @Test func theFileOfAStationIsNeverReplaced() throws {
    let file = try folder.file("a", both)
    let station = try folder.stationFile("one", friday)
    #expect(throws: FileError.self) {
      try Merge([file]).write(to: station.path)
    }
    #expect(try folder.text("one/OffCirc.dat") == friday)
  }

  @Test func anotherFileIsReplaced() throws {
    let file = try folder.file("a", both)
    for old in ["", friday, both] {
      _ = try folder.file("merged", old)
      #expect(try merged([file]) == both)
    }
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        == ["a", "merged"])
  }

  @Test func aFileThatIsChangedMeanwhileIsTold() throws {
    let file = try folder.file("a", both)
    let merge = try Merge([file])
    try Data(friday.utf8).write(to: URL(fileURLWithPath: file.path))
    let handle = try #require(FileHandle(forWritingAtPath: file.path))
    try handle.seekToEnd()
    try handle.write(contentsOf: Data(both.utf8))
    #expect(
      throws: FileError(operation: .read, path: file.path, code: EBUSY)
    ) {
      try merge.write(to: folder.path + "/merged")
    }
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["a"])
  }

  // MARK: Conflicts

  private func conflicts(_ texts: String...) throws -> [String] {
    var files: [StationFile] = []
    for (index, text) in texts.enumerated() {
      files.append(try folder.file("\(index)", text))
    }
    return try Merge(files).write(to: folder.path + "/merged").conflicts
      .first.map {
        "\($0.kind.rawValue) \($0.item) \($0.first.file):\($0.first.number) \($0.second.file):\($0.second.number)"
      }
  }

  private func loan(_ time: String, _ item: String, _ borrower: String)
    -> String
  {
    "20260530\(time)L\(item.padded(to: 80))\(borrower)\r\n"
  }

  @Test func anItemAtTwoStationsInOneMinuteIsTold() throws {
    #expect(
      try conflicts(
        "202605300900R1\r\n202605300901R2\r\n",
        loan("0900", "1", "7") + loan("0900", "1", "7"))
        == ["same-minute 1 0:1 1:1"])
  }

  @Test func anItemLentByTwoStationsIsTold() throws {
    #expect(
      try conflicts(loan("0900", "1", "7"), loan("0905", "1", "8"))
        == ["lent-twice 1 0:1 1:1"])
  }

  @Test func aRenewalAtAnotherStationIsNoConflict() throws {
    #expect(
      try conflicts(loan("0900", "1", "7"), loan("0905", "1", "7")).isEmpty)
  }

  @Test func anItemReturnedAtTwoStationsIsTold() throws {
    #expect(
      try conflicts("202605300900R1\r\n", "noise\n202605300903R1\r\n")
        == ["returned-twice 1 0:1 1:2"])
  }

  @Test func whatOneStationDidIsNoConflict() throws {
    #expect(
      try conflicts(
        loan("0900", "1", "7") + loan("0905", "1", "8")
          + "202605300905R1\r\n202605300905R1\r\n",
        loan("0905", "2", "7")
      ).isEmpty)
  }

  @Test func aWayThroughTwoStationsIsNoConflict() throws {
    #expect(
      try conflicts(
        loan("0900", "1", "7") + loan("0910", "1", "8"),
        "202605300905R1\r\n202605300915R1\r\n"
      ).isEmpty)
  }

  /// Two files of the same items: returns in minutes of their own, or loans to
  /// two borrowers in the same one.
  private func files(of count: Int, apart: Bool) throws -> [StationFile] {
    try (0...1).map { file in
      let lines = (1...count).map {
        apart
          ? "20260530090\(file)R\($0)\r\n" : loan("0900", "\($0)", "\(file)")
      }
      // So that neither begins with the other.
      return try folder.file("\(file)", lines.joined() + "\(file)")
    }
  }

  @Test func manyConflictsAreCountedAndTheFirstKept() throws {
    let report = try Merge(files(of: 300, apart: false))
      .write(to: folder.path + "/merged")
    #expect(report.conflicts.count == 300)
    #expect(report.conflicts.first.count == ConflictFinder.maximumKept)
    #expect(report.lineCount == 602)
  }

  @Test func nearlyAllOfTenThousandItemsAreRemembered() throws {
    let report = try Merge(files(of: 10_000, apart: true))
      .write(to: folder.path + "/merged")
    #expect(9_800...10_000 ~= report.conflicts.count)
  }
}

extension Span<UInt8> {
  fileprivate var text: String {
    withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
  }
}
