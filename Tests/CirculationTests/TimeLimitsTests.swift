import Seeded
import Support
import Testing

@testable import Circulation

/// Whatever time and number is written can be read again, and is the same.
struct TimeLimitsTests {
  /// What a journal line with the time, and a line of the data file, say.
  private func expectToComeBack(
    _ time: LocalTime, sequence: Int = 1
  ) throws {
    let transaction = Transaction.return(of: try Barcode("1"), at: time)
    var bytes: [UInt8] = []
    JournalFormat.append(
      .recorded(transaction), sequence: sequence, at: time, to: &bytes)
    let line = bytes.span.extracting(0..<bytes.count - 1)
    guard
      case .event(let number, .recorded(let read), let readTime) =
        try JournalFormat.line(line)
    else {
      Issue.record("\(time.iso8601)")
      return
    }
    #expect(number == sequence)
    #expect(readTime == time)
    #expect(read == transaction)
    let data = DataFormat.lines(of: [transaction])
    let saved = try DataFormat.transaction(
      in: data.span.extracting(0..<data.count - 2))
    #expect(saved.recorded.iso8601 == String(time.iso8601.prefix(16)))
  }

  @Test func anyTimeOfAnyClockComesBack() throws {
    var random = SeededGenerator(seed: 25)
    let edges: [Int64] = [
      .min, .max, -62_135_596_801, -62_135_596_800, 253_402_300_799,
      253_402_300_800, -62_167_219_200, 0, -1, 1 << 31, 1 << 32, 1 << 40,
    ]
    for number in 0..<20_000 {
      let bits = UInt64.random(in: 0...63, using: &random)
      let seconds =
        number < edges.count * 50
        ? edges[number % edges.count]
        : Int64(bitPattern: random.next()) >> bits
      let offset = Int32(truncatingIfNeeded: random.next()) >> Int32(bits / 2)
      let correction =
        Int32(truncatingIfNeeded: random.next()) >> Int32(bits / 2)
      try expectToComeBack(
        LocalTime(secondsSince1970: seconds, utcOffset: offset))
      try expectToComeBack(
        LocalTime(secondsSince1970: seconds, utcOffset: offset % 50_000)
          .corrected(by: correction).later(by: seconds))
    }
  }

  private static let times: [(Int64, Int32, Bool)] = [
    (.max, 0, true), (.min, 0, true), (-62_135_596_800, 0, true),
    (-62_135_596_799, 0, false), (253_402_300_798, 0, false),
    (253_402_300_799, 0, true), (253_402_300_800, 0, true),
    (253_402_300_000, 7_200, true), (0, 601_200, true), (0, -601_200, true),
    (0, 50_400, false), (0, .min, true),
  ]

  @Test(arguments: times)
  func aTimeThatFilesCannotHaveIsKnown(
    _ seconds: Int64, _ offset: Int32, _ isBeyond: Bool
  ) {
    let time = LocalTime(secondsSince1970: seconds, utcOffset: offset)
    #expect(time.isBeyondFiles == isBeyond)
    #expect(1...9_999 ~= time.fields.year)
  }

  @Test(arguments: [
    "2026-02-31T10:00:00+01:00", "2026-11-26T10:00:60+01:00",
    "2026-11-26T24:00:00+01:00", "2026-13-01T10:00:00+01:00",
    "0000-01-01T10:00:00+01:00", "10000-01-01T10:00:00+01:00",
    "2026-11-26T10:00:00+01:60", "-001-01-01T10:00:00+01:00",
    "2023-02-29T10:00:00+01:00", "2026-04-31T10:00:00+01:00",
    "2026-00-10T10:00:00+01:00", "2026-01-00T10:00:00+01:00",
    "2026-11-26T10:00:00+01:00~99999999999", "2026-11-26T10:00:00+01:00~0",
    "2026-11-26T10:00:00+01:00~", "2026-11-26T10:00:00+01:00~+5",
  ])
  func whatIsNoTimeIsNotRead(_ text: String) {
    #expect(LocalTime(journal: Array(text.utf8).span) == nil)
  }

  @Test(arguments: [
    "000001010000", "202602310000", "202611262400", "202611260060",
    "202613010000", "202600100000", "20261126000é",
  ])
  func aLineWithoutATimeIsRefused(_ digits: String) {
    let line = Array("\(digits)R37000034179".utf8)
    #expect(throws: DataFormat.LineError.time) {
      try DataFormat.transaction(in: line.span)
    }
  }

  @Test func anyNumberThatAJournalMayHaveComesBack() throws {
    let time = LocalTime(secondsSince1970: 0, utcOffset: 0)
    var random = SeededGenerator(seed: 18)
    let numbers =
      [0, 1, 9, 10, 99_999_999_999_999_999, JournalFormat.maximumSequence]
      + (0..<2_000).map { _ in
        Int.random(in: 0...JournalFormat.maximumSequence, using: &random)
          >> Int.random(in: 0...59, using: &random)
      }
    for number in numbers { try expectToComeBack(time, sequence: number) }
  }

  @Test func numbersAreWrittenWhateverTheyAre() {
    for number in [Int.max, .min, -1, 0, 7, 1_000_000_000_000_000_000] {
      var bytes: [UInt8] = []
      bytes.append(digits: number)
      #expect(String(decoding: bytes, as: UTF8.self) == "\(number)")
    }
  }

  @Test func aJournalThatHasNoNumbersLeftIsNotWrittenOn() throws {
    var replay = JournalReplay()
    try replay.checkNumbers(of: "/x")
    replay.lastSequence = JournalFormat.maximumSequence - 1
    replay.unreadCount = 1
    #expect(
      throws: CirculationError.numbersUsedUp(
        path: "/x", last: JournalFormat.maximumSequence)
    ) { try replay.checkNumbers(of: "/x") }
  }

  @Test(arguments: [Int64.min, -70_000_000_000, 253_402_300_800, .max])
  func aDeskWhoseClockIsBeyondAllFilesRefuses(_ seconds: Int64) throws {
    let folder = TestFolder()
    let clock = WallClock {
      LocalTime(secondsSince1970: seconds, utcOffset: 0)
    }
    let desk = try Desk(
      folder: StationFolder(path: folder.path), clock: clock)
    desk.switch(to: .return)
    #expect(throws: CirculationError.clockBeyondFiles) {
      try desk.record(Barcode("1"))
    }
    #expect(desk.waiting.isEmpty)
    // What is written by itself is readable.
    try desk.close()
    let replay = try JournalReader.replay(
      path: StationFolder(path: folder.path).journal)
    #expect(replay?.damage == [])
  }
}
