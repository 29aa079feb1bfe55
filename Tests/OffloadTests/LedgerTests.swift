import Circulation
import Exchange
import Foundation
import Support
import Testing
import Typesetting

@testable import Offload

@Suite struct LedgerTests {
  private let folder = TestFolder()
  private var ledger: Ledger { Ledger(at: folder.path + "/ledger") }
  private let time = LocalTime(
    secondsSince1970: 1_795_330_320, utcOffset: 3_600)

  private func entry(
    of path: String, _ way: Ledger.Entry.Way = .kit(folder: "/kit"),
    desk: String? = nil
  ) throws -> Ledger.Entry {
    let content = try FileContent(of: path)
    return Ledger.Entry(
      at: time, way, desk: desk, name: "OffCirc.dat", content,
      sources: [.init(StationFile(path: path), content)])
  }

  private let day = [
    "202611210900L37000034179".padded(to: 93) + "9921000000164",
    "202611210901R37000034180",
    "202611221015L37000034181".padded(to: 93) + "9921000000165",
  ]

  // MARK: What is kept

  @Test func whatIsAppendedIsReadAgain() throws {
    let path = folder.write(day, to: "a.dat")
    let first = try entry(of: path, desk: "Bibliothèque/Droit \"2\"")
    let second = try entry(of: path, .uploaded)
    var third = try entry(of: path, .converted(.pmb, path: "/files/pmb"))
    third.systemFiles = [.init(name: "pmb-1.txt", sha256: "4711")]
    try ledger.append(first)
    try ledger.append(second)
    try ledger.append(third)
    let reading = try ledger.entries()
    #expect(reading.entries == [first, second, third])
    #expect(reading.damage == [])
    #expect(first.upload.lineCount == 3)
    #expect(first.upload.first?.iso8601 == "2026-11-21T09:00")
    #expect(first.upload.last?.iso8601 == "2026-11-22T10:15")
    #expect(first.marks.count == 3)
    let permissions =
      try FileManager.default
      .attributesOfItem(atPath: ledger.path)[.posixPermissions] as? Int
    #expect(permissions == 0o600)
  }

  @Test func everyLineIsAnObjectWithNothingOfBorrowersInIt() throws {
    try ledger.append(try entry(of: folder.write(day, to: "a.dat")))
    let text = try folder.text("ledger")
    #expect(text.hasPrefix("{\"format\":\"OffCirc ledger\",\"version\":1}\n"))
    for line in text.split(separator: "\n") {
      let object = try JSONSerialization.jsonObject(with: Data(line.utf8))
      #expect(object is [String: Any])
    }
    #expect(!text.contains("9921000000164"))
    var other = day
    other[0] = "202611210900L37000034179".padded(to: 93) + "9921000000999"
    let marks = try FileContent(of: folder.write(day, to: "a.dat")).marks
    #expect(
      try FileContent(of: folder.write(other, to: "b.dat")).marks == marks)
  }

  @Test func permissionsOfASharedLedgerAreLeftAlone() throws {
    try ledger.append(try entry(of: folder.write(day, to: "a.dat")))
    chmod(ledger.path, 0o660)
    try ledger.append(try entry(of: folder.path + "/a.dat"))
    let permissions =
      try FileManager.default
      .attributesOfItem(atPath: ledger.path)[.posixPermissions] as? Int
    #expect(permissions == 0o660)
  }

  @Test func nothingIsInALedgerThatIsNotThere() throws {
    #expect(try ledger.entries().entries == [])
    #expect(try ledger.version() == nil)
  }

  @Test func ownFolderIsMadeAndThatOfASharedDriveIsNot() throws {
    let path = folder.path + "/a/b/ledger"
    let entry = try entry(of: folder.write(day, to: "a.dat"))
    let missing = Ledger(at: path)
    #expect(throws: FileError.self) { try missing.entries() }
    #expect(throws: FileError.self) { try missing.append(entry) }
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/a"))
    let own = Ledger(at: path, defaultPath: path)
    #expect(try own.entries().entries == [])
    try own.append(entry)
    #expect(try own.entries().entries == [entry])
    let permissions =
      try FileManager.default
      .attributesOfItem(atPath: folder.path + "/a/b")[.posixPermissions] as? Int
    #expect(permissions == 0o700)
  }

  // MARK: What becomes of it

  @Test func aLineCutShortAnywhereIsToldAndTheNextEntryIsWhole() throws {
    let entry = try entry(of: folder.write(day, to: "a.dat"))
    try ledger.append(entry)
    try ledger.append(entry)
    let bytes = try #require(FileManager.default.contents(atPath: ledger.path))
    let firstEnd = try #require(
      bytes.dropFirst(LedgerFormat.header.count).firstIndex(of: 0x0a))
    for length in firstEnd + 2..<bytes.count - 1 {
      try bytes.prefix(length).write(to: URL(fileURLWithPath: ledger.path))
      #expect(try ledger.entries().entries == [entry])
      #expect(try ledger.entries().damage == [.torn(line: 3)])
      try ledger.append(entry)
      #expect(try ledger.entries().entries == [entry, entry])
      #expect(try ledger.entries().damage == [.line(3)])
    }
    // Without its LF alone it is whole.
    try bytes.dropLast().write(to: URL(fileURLWithPath: ledger.path))
    #expect(try ledger.entries().entries == [entry, entry])
    try ledger.append(entry)
    #expect(try ledger.entries().entries == [entry, entry, entry])
    #expect(try ledger.entries().damage == [])
  }

  @Test func aLedgerThatWasHardlyBegunIsBegunAgain() throws {
    let entry = try entry(of: folder.write(day, to: "a.dat"))
    let header = LedgerFormat.header
    for length in 0..<header.count {
      let zeros = [UInt8](repeating: 0, count: header.count - 1 - length)
      for bytes in [
        Array(header.prefix(length)), header.prefix(length) + zeros,
      ] {
        folder.write(bytes: bytes, to: "ledger")
        #expect(try ledger.entries().entries == [])
        try ledger.append(entry)
        #expect(try ledger.entries().entries == [entry])
        #expect(try ledger.entries().damage == [])
      }
    }
  }

  @Test func everyFlippedByteIsToldWithItsLine() throws {
    let entry = try entry(of: folder.write(day, to: "a.dat"))
    for _ in 0..<3 { try ledger.append(entry) }
    let bytes = Array(
      try #require(FileManager.default.contents(atPath: ledger.path)))
    let lines = bytes.split(separator: 0x0a)
    let start = lines[0].count + 1 + lines[1].count + 1
    for offset in start..<start + lines[2].count {
      var damaged = bytes
      damaged[offset] ^= 0x41
      guard damaged[offset] != 0x0a else { continue }
      folder.write(bytes: damaged, to: "ledger")
      let reading = try ledger.entries()
      #expect(reading.entries == [entry, entry])
      #expect(reading.damage == [.line(3)], "at \(offset)")
    }
  }

  @Test func aNewerLedgerAndWhatIsNoneAreRefusedAndLeftAlone() throws {
    let entry = try entry(of: folder.write(day, to: "a.dat"))
    for (text, error) in [
      (
        "{\"format\":\"OffCirc ledger\",\"version\":2}\n",
        LedgerError.newer(path: ledger.path, version: 2)
      ),
      ("202611210901R37000034180\r\n", .notALedger(path: ledger.path)),
      ("{}", .notALedger(path: ledger.path)),
      ("\n", .notALedger(path: ledger.path)),
    ] {
      folder.write(bytes: Array(text.utf8), to: "ledger")
      #expect(throws: error) { try ledger.entries() }
      #expect(throws: error) { try ledger.append(entry) }
      #expect(try folder.text("ledger") == text)
    }
  }

  @Test func aFolderALinkOrAReadOnlyLedgerIsRefused() throws {
    let entry = try entry(of: folder.write(day, to: "a.dat"))
    #expect(throws: FileError.self) {
      try Ledger(at: folder.path).append(entry)
    }
    symlink("nowhere", folder.path + "/link")
    #expect(throws: FileError.self) {
      try Ledger(at: folder.path + "/link").append(entry)
    }
    #expect(throws: FileError.self) {
      try Ledger(at: folder.path + "/link").entries()
    }
  }

  @Test func entriesOfManyAtOnceAreAllThere() async throws {
    let entry = try entry(of: folder.write(day, to: "a.dat"))
    let path = ledger.path
    try await withThrowingTaskGroup { group in
      for _ in 0..<8 {
        group.addTask {
          for _ in 0..<5 { try Ledger(at: path).append(entry) }
        }
      }
      try await group.waitForAll()
    }
    #expect(try ledger.entries().entries.count == 40)
    #expect(try ledger.entries().damage == [])
  }

  @Test func whetherItChangedIsToldByItsStamp() throws {
    let entry = try entry(of: folder.write(day, to: "a.dat"))
    try ledger.append(entry)
    let version = try ledger.version()
    #expect(try ledger.entries().version == version)
    try ledger.append(entry)
    #expect(try ledger.version() != version)
  }

  @Test(arguments: 1...4)
  func anAppendThatFailsAnywhereIsTriedAgainWithEffect(_ call: Int) throws {
    let entry = try entry(of: folder.write(day, to: "a.dat"))
    let failing = Ledger(
      at: ledger.path,
      fileSystem: FailingFileSystem(PosixFileSystem(), at: call))
    #expect(throws: FileError.self) { try failing.append(entry) }
    #expect(try ledger.entries().entries.isEmpty)
    try ledger.append(entry)
    #expect(try ledger.entries().entries.last == entry)
    #expect(try ledger.entries().damage == [])
  }

  // MARK: Standing

  @Test func aFileIsKnownAgainInAllItsDisguises() throws {
    let path = folder.write(day, to: "a.dat")
    try ledger.append(try entry(of: path))
    let reading = try ledger.entries()
    var padded = day
    padded[1] = padded[1].padded(to: 93)
    var narrow = day
    narrow[0] = "202611210900L37000034179          9921000000164"
    for (lines, end) in [
      (day, "\r\n"), (day, "\n"), (padded, "\r\n"), (narrow, "\n"),
      (day.reversed(), "\r\n"), (day + [""], "\r\n"),
    ] {
      let other = folder.write(lines, to: "b.dat", end: end)
      let uploadStatus = try reading.uploadStatus(of: other)
      #expect(uploadStatus.isHandedOver)
      #expect(uploadStatus.handedOverCount == 3)
      #expect(uploadStatus.latest == reading.entries.last)
      #expect(uploadStatus.firstNewLine == nil)
    }
  }

  @Test func whatHasComeToAFileSinceIsNew() throws {
    try ledger.append(try entry(of: folder.write(day, to: "a.dat")))
    let reading = try ledger.entries()
    let grown = folder.write(
      [day[0], "", day[1], "202611230800R37000034179", day[2]], to: "b.dat")
    let uploadStatus = try reading.uploadStatus(of: grown)
    #expect(uploadStatus.lineCount == 4)
    #expect(uploadStatus.handedOverCount == 3)
    #expect(uploadStatus.newCount == 1)
    #expect(uploadStatus.firstNewLine == 4)
    #expect(!uploadStatus.isHandedOver)
    let new = folder.write(["202611230800R37000034179"], to: "c.dat")
    #expect(try reading.uploadStatus(of: new).latest == nil)
    #expect(try reading.uploadStatus(of: new).newCount == 1)
  }

  @Test func aLineTwiceInAMinuteIsTwoTransactions() throws {
    try ledger.append(try entry(of: folder.write([day[1]], to: "a.dat")))
    let twice = folder.write([day[1], day[1]], to: "b.dat")
    #expect(try ledger.entries().uploadStatus(of: twice).handedOverCount == 1)
    try ledger.append(try entry(of: folder.write([day[1]], to: "a.dat")))
    #expect(try ledger.entries().uploadStatus(of: twice).isHandedOver)
  }

  @Test func linesThatAreNoTransactionsAreKnownAgainToo() throws {
    let strange = ["202611210900L37000034179", "é?", "  x  "]
    try ledger.append(try entry(of: folder.write(strange, to: "a.dat")))
    let copy = folder.write(["x", "é?", strange[0]], to: "b.dat", end: "\n")
    #expect(try ledger.entries().uploadStatus(of: copy).isHandedOver)
  }

  @Test func anEmptyFileStandsNowhere() throws {
    try ledger.append(try entry(of: folder.write(day, to: "a.dat")))
    for lines in [[], ["", "  "]] {
      let path = folder.write(lines, to: "b.dat")
      let uploadStatus = try ledger.entries().uploadStatus(of: path)
      #expect(uploadStatus == UploadStatus())
      #expect(!uploadStatus.isHandedOver)
    }
    #expect(throws: FileError.self) {
      try ledger.entries().uploadStatus(of: folder.path + "/none")
    }
  }
}
