import Circulation
import Foundation
import Seeded
import Support
import Testing
import Typesetting

@testable import Offload

@Suite struct MergeTests: Merging {
  let folder = TestFolder()

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
    for round in 0..<100 {
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
}

extension Span<UInt8> {
  fileprivate var text: String {
    withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
  }
}
