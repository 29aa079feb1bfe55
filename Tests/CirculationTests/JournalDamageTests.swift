import Seeded
import Simulated
import Testing

@testable import Circulation

/// What became of a journal's bytes, and what must still be read.
struct JournalDamageTests {
  private let transactions: [Transaction]
  /// A journal with nothing but transactions: all of them are unsaved.
  private let journal: [UInt8]

  init() throws {
    transactions = [
      try .loan("37000034179", "9921000000164"),
      try .return("00P6A949HF4P"),
      try .loan("A  B", "C  D"),
      try .return("1"),
    ]
    journal = try SimulatedFileSystem.with(transactions).journal
  }

  /// Opens a journal with these bytes, then appends and opens it again, which
  /// must always work.
  @discardableResult
  private func replayTwice(_ bytes: [UInt8]) throws -> JournalReplay {
    let fileSystem = SimulatedFileSystem()
    fileSystem.journal = bytes
    let replay = try #require(
      try JournalReader.replay(
        path: StationFolder.simulated.journal, fileSystem: fileSystem))
    let journal = try fileSystem.openJournal().journal
    let sequence = try journal.record(transactions[0])
    let (again, second) = try fileSystem.openJournal()
    #expect(again.station == journal.station)
    #expect(second.tornByteCount == 0)
    #expect(second.damage == replay.damage)
    #expect(
      second.unsaved == replay.unsaved + [
        DeskEntry(sequence: sequence, transaction: transactions[0])
      ])
    return replay
  }

  @Test func everyPrefixIsALegalCrashState() throws {
    let fileSystem = SimulatedFileSystem()
    let desk = try Desk(fileSystem)
    try desk.lend("37000034179", to: "9921000000164")
    try desk.takeBack("00P6A949HF4P")
    try desk.delete(sequence: 1)
    try desk.save()
    try desk.lend("A  B", to: "C  D")
    try desk.takeBack("37000034179")
    let whole = fileSystem.journal
    // What the list holds after each event.
    let unsaved: [[Int]] = [[], [1], [1, 2], [2], [2], [], [6], [6, 7]]
    #expect(whole.lines.count == unsaved.count + 1)
    for length in 0...whole.count {
      let prefix = Array(whole.prefix(length))
      let replay = try replayTwice(prefix)
      // A line is whole with its checksum, whether its LF is there or not.
      let lineCount = prefix.lines.count { line in
        whole.lines.contains(line) && !line.isEmpty
      }
      let torn = prefix.lines.last.map {
        whole.lines.contains($0)
          ? 0
          : prefix.span.endBeforeSpaces(prefix.count)
            - (prefix.count - $0.count)
      }
      #expect(replay.lastSequence == max(0, lineCount - 1), "\(length)")
      #expect(
        replay.unsaved.map(\.sequence) == unsaved[max(0, lineCount - 1)])
      #expect(replay.damage.isEmpty)
      #expect(replay.tornByteCount == torn)
      #expect((replay.station == desk.station) == (lineCount > 0))
    }
  }

  @Test(arguments: [0, UInt8.space], [1, 100, 5_000])
  func whatThePowerCutDidNotLetBeWrittenIsNoDamage(
    _ filler: UInt8, _ count: Int
  ) throws {
    let tail = [UInt8](repeating: filler, count: count)
    for length in 0...journal.count {
      let prefix = journal.prefix(length)
      let replay = try replayTwice(Array(prefix) + tail)
      let lines = prefix.split(separator: .lineFeed)
      let wholeCount = lines.count { journal.lines.contains($0) }
      #expect(replay.unsaved.map(\.sequence) == Array(1..<max(wholeCount, 1)))
      #expect((replay.tornByteCount > 0) == (wholeCount < lines.count))
      #expect(replay.damage.isEmpty)
    }
  }

  @Test func roomIsUsedAgainAndNeverGrowsByOpening() throws {
    let fileSystem = try SimulatedFileSystem.with(transactions)
    let path = StationFolder.simulated.journal
    let length = fileSystem[path]?.count
    for _ in 1...20 {
      try fileSystem.openJournal().journal.record(transactions[0])
    }
    #expect(fileSystem[path]?.count == length)
    let replay = try fileSystem.openJournal().replay
    #expect(replay.unsaved.count == 24)
    #expect(replay.tornByteCount == 0)
  }

  @Test func linesGoOnWhereTheRoomEnds() throws {
    let fileSystem = try SimulatedFileSystem.with(transactions)
    let journal = try fileSystem.openJournal().journal
    let count = 3 * JournalFormat.room / 60
    for _ in 0..<count { try journal.record(transactions[0]) }
    let replay = try fileSystem.openJournal().replay
    #expect(replay.lastSequence == 4 + count)
    #expect(replay.damage.isEmpty)
  }

  @Test func aTornLastLineIsCutOffAndReported() throws {
    let fileSystem = SimulatedFileSystem()
    fileSystem.journal = Array(journal.dropLast(7))
    let replay = try fileSystem.openJournal().replay
    #expect(replay.unsaved.map(\.sequence) == [1, 2, 3])
    let count = journal.lines[4].count - 6
    #expect(replay.tornByteCount == count)
    #expect(replay.notes.map(\.repair) == [.tornLineCut(byteCount: count)])
    #expect(
      fileSystem.journal.lines.dropLast(2)
        == journal.lines.dropLast(2))
  }

  @Test func aLastLineWithoutItsLineEndIsWhole() throws {
    let replay = try replayTwice(Array(journal.dropLast()))
    #expect(replay.unsaved.map(\.transaction) == transactions)
    #expect(replay.damage.isEmpty)
    #expect(replay.tornByteCount == 0)
  }

  @Test func aLastLineWithoutItsLineEndIsKeptFromANewHeader() throws {
    var bytes = Array(journal.dropLast())
    bytes[0] ^= 1
    let replay = try replayTwice(bytes)
    #expect(replay.unsaved.map(\.transaction) == transactions)
    #expect(replay.damage == [JournalDamage(line: 1, kind: .checksum)])
  }

  @Test func aDamagedLineIsReportedWithItsNumberAndTheRestIsRead() throws {
    var lines = journal.lines
    lines[2] = lines[2].map { $0 == UInt8(ascii: "P") ? 0x50 ^ 4 : $0 }[...]
    let replay = try replayTwice(Array(lines.joined(separator: [.lineFeed])))
    #expect(replay.unsaved.map(\.sequence) == [1, 3, 4])
    #expect(replay.damage == [JournalDamage(line: 3, kind: .checksum)])
    #expect(replay.tornByteCount == 0)
  }

  @Test func aDamagedLastLineIsKeptAsEvidence() throws {
    var bytes = journal
    bytes[bytes.count - 12] ^= 1
    let fileSystem = SimulatedFileSystem()
    fileSystem.journal = bytes
    let (opened, replay) = try fileSystem.openJournal()
    #expect(replay.damage == [JournalDamage(line: 5, kind: .checksum)])
    #expect(fileSystem.journal == bytes)
    // Its number names another transaction, whatever it was.
    #expect(try opened.record(transactions[0]) == 5)
  }

  @Test func noSingleDamagedByteLosesAnotherLine() throws {
    var offsets: [Int] = []
    for (number, line) in journal.lines.dropLast().enumerated() {
      offsets += repeatElement(number, count: line.count + 1)
    }
    for (offset, number) in offsets.enumerated() {
      for bit in 0..<8 {
        try expectOnly(number, isLostWith: journal[offset] ^ 1 << bit, offset)
      }
      for byte in [0, UInt8.lineFeed, .tab, 0xff, .space] as [UInt8]
      where byte != journal[offset] {
        try expectOnly(number, isLostWith: byte, offset)
      }
    }
  }

  private func expectOnly(
    _ line: Int, isLostWith byte: UInt8, _ offset: Int
  ) throws {
    var bytes = journal
    bytes[offset] = byte
    let fileSystem = SimulatedFileSystem()
    fileSystem.journal = bytes
    let (opened, replay) = try fileSystem.openJournal()
    let others = (1...4).filter { $0 != line }
    let found = replay.unsaved.map(\.sequence)
    let isRead = found.filter { $0 != line } == others
    let isTold =
      replay.tornByteCount > 0 || replay.damage.contains { $0.line == line + 1 }
    guard isRead, isTold || found == [1, 2, 3, 4] else {
      Issue.record(
        "byte \(offset) of line \(line + 1) as \(byte): read \(found)")
      return
    }
    // What comes after is read too, and as another transaction.
    let sequence = try opened.record(transactions[0])
    #expect(!found.contains(sequence))
    let again = try fileSystem.openJournal().replay
    #expect(again.unsaved.map(\.sequence) == found + [sequence])
  }

  @Test func linesWhoseLineEndIsDamagedAreReadAndReported() throws {
    let lines = journal.lines.dropLast()
    for lineEnd in ["\r\n", "\r", " ", "\u{0}"] {
      let bytes = Array(lines.joined(separator: Array(lineEnd.utf8)))
      let replay = try replayTwice(bytes + [.lineFeed])
      #expect(replay.unsaved.map(\.transaction) == transactions)
      let isOneLine = lineEnd != "\r\n"
      #expect(replay.damage.map(\.line) == (isOneLine ? [1] : [1, 2, 3, 4]))
    }
  }

  @Test func aRepeatedLineCountsOnce() throws {
    let lines = journal.lines
    let bytes = Array(
      (lines[...3] + lines[2...]).joined(separator: [.lineFeed]))
    let replay = try replayTwice(bytes)
    #expect(replay.unsaved.map(\.transaction) == transactions)
    #expect(
      replay.damage == [
        JournalDamage(line: 5, kind: .repeated),
        JournalDamage(line: 6, kind: .repeated),
      ])
  }

  @Test func aLineBehindALaterOneIsReadAndReported() throws {
    let lines = journal.lines
    let bytes = Array(
      (lines[...1] + lines[4...4] + lines[2...3] + [[]])
        .joined(separator: [.lineFeed]))
    let replay = try replayTwice(bytes)
    #expect(replay.unsaved.map(\.transaction) == transactions)
    #expect(
      replay.damage == [
        JournalDamage(line: 3, kind: .missing(count: 2)),
        JournalDamage(line: 4, kind: .misplaced),
        JournalDamage(line: 5, kind: .misplaced),
      ])
  }

  @Test func aLineBehindALaterOneIsNeitherSavedAgainNorUndeleted() throws {
    let fileSystem = try SimulatedFileSystem.with(transactions)
    let desk = try Desk(fileSystem)
    try desk.delete(sequence: 2)
    try desk.save()
    try desk.takeBack("next")
    var lines = fileSystem.journal.lines
    let moved = lines[2...3]
    lines.removeSubrange(2...3)
    lines.insert(contentsOf: moved, at: lines.count - 1)
    let replay = try replayTwice(Array(lines.joined(separator: [.lineFeed])))
    #expect(replay.unsaved.map(\.transaction.item.text) == ["next"])
    #expect(replay.damage.map(\.line) == [3, 8, 9])
  }

  @Test(arguments: [0, UInt8.space])
  func aLineOfWhichADiskWroteTheEndFirstIsTorn(_ filler: UInt8) throws {
    // Lines up to and over the end of the first sector.
    let many = try SimulatedFileSystem.with(
      [Transaction](repeating: transactions[0], count: 12)
    ).journal
    var start = 0
    for (number, line) in many.lines.dropLast().enumerated() {
      let end = start + line.count + 1
      defer { start = end }
      guard start < 512, end > 512 else { continue }
      var bytes = many
      for index in start..<512 { bytes[index] = filler }
      let torn = try replayTwice(Array(bytes[..<end]))
      #expect(torn.damage.isEmpty)
      #expect(torn.tornByteCount == end - start)
      #expect(torn.lastSequence == number - 1)
      // With lines behind it, it may have been whole once.
      let followed = try replayTwice(bytes)
      #expect(
        followed.damage == [JournalDamage(line: number + 1, kind: .checksum)])
      #expect(followed.unsaved.count == 11)
    }
    #expect(start > 512)
  }

  @Test func missingLinesAreCounted() throws {
    let lines = journal.lines
    let bytes = Array(
      (lines[...1] + lines[4...]).joined(separator: [.lineFeed]))
    let replay = try replayTwice(bytes)
    #expect(replay.unsaved.map(\.sequence) == [1, 4])
    #expect(
      replay.damage == [JournalDamage(line: 3, kind: .missing(count: 2))])
  }

  @Test func aDamagedLineIsNotCountedAsMissingToo() throws {
    var lines = journal.lines
    lines[2] = Array("?".utf8)[...]
    lines.remove(at: 3)
    let replay = try replayTwice(Array(lines.joined(separator: [.lineFeed])))
    #expect(replay.unsaved.map(\.sequence) == [1, 4])
    #expect(
      replay.damage == [
        JournalDamage(line: 3, kind: .checksum),
        JournalDamage(line: 4, kind: .missing(count: 1)),
      ])
  }

  @Test func aMillionBytesOfRubbishInTheMiddleLoseNothingElse() throws {
    var generator = SeededGenerator(seed: 5)
    let rubbish = (0..<1_000_000).map { _ in
      UInt8.random(in: 11...255, using: &generator)
    }
    let half = journal.lines[...2].reduce(0) { $0 + $1.count + 1 }
    let replay = try replayTwice(
      journal.prefix(half) + rubbish + [.lineFeed] + journal.suffix(from: half))
    #expect(replay.unsaved.map(\.transaction) == transactions)
    #expect(replay.damage == [JournalDamage(line: 4, kind: .checksum)])
  }
}
