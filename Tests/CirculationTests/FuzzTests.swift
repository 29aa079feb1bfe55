import Seeded
import Simulated
import Testing

@testable import Circulation

/// Files with anything in them: both readers come to their end, lose nothing
/// that is undamaged, and say what they can't read.
struct FuzzTests {
  private static let fileRounds = 12_000
  private static let lineRounds = 90_000

  // MARK: Whole files

  @Test(arguments: 0..<2 as Range<UInt64>)
  func noJournalLosesAnUndamagedLine(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let fileSystem = SimulatedFileSystem()
    let path = StationFolder.simulated.journal
    for round in 0..<Self.fileRounds {
      let transactions = try (0..<Int.random(in: 2...6, using: &random)).map {
        _ in try random.transaction()
      }
      var bytes: [UInt8] = []
      JournalFormat.appendHeader(
        station: "0123456789abcdef", at: tuesday, to: &bytes)
      for (index, transaction) in transactions.enumerated() {
        JournalFormat.append(
          .recorded(transaction), sequence: index + 1,
          at: transaction.recorded, to: &bytes)
      }
      var fuzzed = FuzzedFile(bytes)
      fuzzed.mutate(using: &random, isRare: round.isMultiple(of: 200))
      let untouched = fuzzed.untouchedLines()
      fileSystem[path] = fuzzed.bytes
      fileSystem.forgetCalls()
      do {
        guard
          let replay = try JournalReader.replay(
            path: path, fileSystem: fileSystem)
        else { continue }
        let read = replay.unsaved.map(\.sequence)
        let expected = Set(untouched.map(\.line)).subtracting([0]).sorted()
        let isAll = Set(expected).isSubset(of: read)
        let isOriginal = replay.unsaved.allSatisfy {
          1...transactions.count ~= $0.sequence
            && $0.transaction == transactions[$0.sequence - 1]
        }
        let isTold =
          read.count == transactions.count || !replay.damage.isEmpty
          || replay.tornByteCount > 0 || fuzzed.isCutBetweenLines
          || fuzzed.endsInVoid
        guard isAll, isOriginal, read == read.sorted(), isTold else {
          Issue.record(
            """
            seed \(seed), round \(round): \(expected) became \(read), \
            damage \(replay.damage)
            \(String(decoding: fuzzed.bytes, as: UTF8.self).debugDescription)
            """)
          return
        }
      } catch CirculationError.notAJournal {
        // Nothing of a journal is in it.
        guard untouched.isEmpty else {
          Issue.record("seed \(seed), round \(round): no journal?")
          return
        }
      } catch CirculationError.newerJournal {
        guard untouched.isEmpty else {
          Issue.record("seed \(seed), round \(round): newer?")
          return
        }
      }
    }
  }

  @Test(arguments: 2..<4 as Range<UInt64>)
  func noDataFileLosesAnUndamagedLine(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let fileSystem = SimulatedFileSystem()
    for round in 0..<Self.fileRounds {
      let transactions = try (0..<Int.random(in: 2...6, using: &random)).map {
        _ in try random.transaction()
      }
      var fuzzed = FuzzedFile(DataFormat.lines(of: transactions))
      fuzzed.mutate(using: &random, isRare: round.isMultiple(of: 200))
      fileSystem[StationFolder.simulated.dataFile] = fuzzed.bytes
      var read: [Int: Result<Transaction, DataFormat.LineError>] = [:]
      var numbers: [Int] = []
      try DataFile.forEachLine(
        of: StationFolder.simulated.dataFile, fileSystem: fileSystem
      ) { number, line in
        read[number] = line
        numbers.append(number)
      }
      let isAll = fuzzed.untouchedLines().allSatisfy { line, number in
        (try? read[number]?.get())?.line == transactions[line].line
      }
      guard isAll, numbers == fuzzed.numbersOfContent else {
        Issue.record(
          """
          seed \(seed), round \(round): \(read)
          \(String(decoding: fuzzed.bytes, as: UTF8.self).debugDescription)
          """)
        return
      }
    }
  }

  @Test func whateverIsInTheFilesTheDeskOpensOrSaysWhyNot() throws {
    var random = SeededGenerator(seed: 6)
    let (journal, dataFile) = (
      StationFolder.simulated.journal, StationFolder.simulated.dataFile
    )
    let day = SimulatedFileSystem()
    let desk = try Desk(day)
    for number in 1...4 { try desk.takeBack("\(number)") }
    try desk.delete(sequence: 2)
    try desk.save()
    for number in 5...8 { try desk.lend("\(number)", to: "9921") }
    try desk.delete(sequence: 8)
    try desk.amend(sequence: 9, item: try Barcode("6b"))
    try desk.move(from: try Barcode("9921"), to: try Barcode("9922"))
    try desk.delete(sequence: 10)
    try desk.undo(from: desk.changes.last?.sequence ?? 0)
    try desk.close()
    for round in 0..<4_000 {
      var journalNow = FuzzedFile(try #require(day[journal]))
      var dataFileNow = FuzzedFile(try #require(day[dataFile]))
      if round % 3 != 0 { journalNow.mutate(using: &random, isRare: false) }
      if round % 3 != 1 { dataFileNow.mutate(using: &random, isRare: false) }
      let fileSystem = SimulatedFileSystem()
      fileSystem[journal] = journalNow.bytes
      fileSystem[dataFile] = dataFileNow.bytes
      do {
        let opened = try Desk(fileSystem)
        try opened.takeBack("next")
        let unsaved = opened.unsaved.map(\.transaction)
        let lines = DataFormat.lines(of: unsaved)
        try opened.save()
        let saved = fileSystem[dataFile] ?? []
        let isDoubled = Set(unsaved).count < unsaved.count
        // A save that was begun and whose end is damaged may be completed.
        let isKept =
          saved.starts(with: dataFileNow.bytes)
          || opened.opening.completedCount > 0
        let isSaved = saved.suffix(lines.count) == lines[...]
        let again = try Desk(fileSystem).unsaved
        guard !isDoubled, isKept, isSaved, again.isEmpty else {
          Issue.record(
            """
            round \(round): unsaved \(unsaved), again \(again), \(opened.opening)
            \(String(decoding: journalNow.bytes, as: UTF8.self).debugDescription)
            \(String(decoding: dataFileNow.bytes, as: UTF8.self).debugDescription)
            \(String(decoding: saved, as: UTF8.self).debugDescription)
            """)
          return
        }
      } catch is CirculationError {
        // Refused: nothing of it was touched.
        #expect(fileSystem[journal] == journalNow.bytes)
        #expect(fileSystem[dataFile] == dataFileNow.bytes)
      }
    }
  }

  // MARK: Single lines

  @Test func noLineOfADataFileIsReadAsAnotherThanItIs() throws {
    var random = SeededGenerator(seed: 4)
    let lines = try (0..<100).map { _ in
      Array(DataFormat.lines(of: [try random.transaction()]).dropLast(2))
    }
    for round in 0..<Self.lineRounds {
      let line = random.mutated(lines)
      guard let read = try? DataFormat.transaction(in: line.span) else {
        continue
      }
      // What is read is written as a line that says the same.
      let written = DataFormat.lines(of: [read]).dropLast(2)
      let again = try? DataFormat.transaction(in: Array(written).span)
      guard again == read, line.starts(with: written.prefix(13)) else {
        Issue.record(
          "round \(round): \(String(decoding: line, as: UTF8.self))")
        return
      }
    }
  }

  @Test func noLineOfAJournalIsReadAsAnotherThanItIs() throws {
    var random = SeededGenerator(seed: 5)
    let events: [JournalFormat.Event] =
      try (0..<50).map { _ in .recorded(try random.transaction()) } + [
        .deleted(sequence: 3), .saveBegun(fileLength: 0, byteCount: 200),
        .saveDone(begun: 9), .saveVoid(begun: 12), .undone(from: 7),
        .amended(sequence: 3, try random.transaction()),
        .moved(
          from: try random.barcode(of: 1...9),
          to: try random.barcode(of: 1...9), origin: ScanOrigin(raw: "%\t")),
      ]
    let lines = events.enumerated().map { index, event in
      var bytes: [UInt8] = []
      JournalFormat.append(
        event, sequence: index + 1, at: tuesday, to: &bytes)
      return Array(bytes.dropLast())
    }
    let all = Set(lines)
    for round in 0..<Self.lineRounds {
      let line = random.mutated(lines)
      let isRead = (try? JournalFormat.line(line.span)) != nil
      guard !isRead || all.contains(line) else {
        Issue.record(
          "round \(round): \(String(decoding: line, as: UTF8.self))")
        return
      }
      _ = JournalFormat.version(of: line.span)
      // The same words, with a checksum that is right.
      guard round.isMultiple(of: 2) else { continue }
      let sound = Self.withChecksum(Array(line.dropLast(8)))
      guard
        case .event(let sequence, let event, let time) =
          try? JournalFormat.line(sound.span)
      else { continue }
      var written: [UInt8] = []
      JournalFormat.append(event, sequence: sequence, at: time, to: &written)
      guard
        case .event(sequence, event, time) =
          try? JournalFormat.line(Array(written.dropLast()).span)
      else {
        Issue.record(
          "round \(round): \(String(decoding: sound, as: UTF8.self))")
        return
      }
    }
  }

  private static func withChecksum(_ content: [UInt8]) -> [UInt8] {
    let content = content.last == .tab ? content : content + [.tab]
    let digits = String(Checksum.of(content.span), radix: 16)
    let zeros = repeatElement(UInt8(ascii: "0"), count: 8 - digits.utf8.count)
    return content + zeros + digits.utf8
  }
}

/// A file's bytes, each with the place it had before anything befell them.
private struct FuzzedFile {
  private(set) var bytes: [UInt8]
  /// -1 for what was not there.
  private var origins: [Int]
  private let original: [UInt8]
  /// Whether whole lines are missing at the end, which nobody can see.
  private(set) var isCutBetweenLines = false

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    original = bytes
    origins = Array(bytes.indices)
  }

  var lineCount: Int {
    bytes.count { $0 == .lineFeed }
      + (bytes.last.map { $0 != .lineFeed } == true ? 1 : 0)
  }

  /// The numbers of the lines that are more than marks of old programs.
  var numbersOfContent: [Int] {
    let lines = bytes.split(
      separator: .lineFeed, omittingEmptySubsequences: false
    ).prefix(lineCount)
    return zip(1..., lines).compactMap { number, line in
      let content = line.last == .carriageReturn ? line.dropLast() : line
      let filled = content.lastIndex { $0 != 0xe5 }
      let marks =
        filled.map { content[$0] == 0x1a ? content[...$0] : content }
        ?? content
      let isMarks = marks.allSatisfy {
        [0x02, 0x03, 0x04, 0x0b, 0x0c, 0x1a, 0x1b].contains($0)
      }
      return isMarks && !content.isEmpty ? nil : number
    }
  }

  /// The lines that nothing has befallen, and where they are now.
  func untouchedLines() -> [(line: Int, number: Int)] {
    var lineOfStart = [0: 0]
    var ends: [Int] = []
    for (index, byte) in original.enumerated() where byte == .lineFeed {
      ends.append(index + 1)
      lineOfStart[index + 1] = ends.count
    }
    var found: [(Int, Int)] = []
    var number = 1
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: .lineFeed) ?? bytes.count
      if let line = lineOfStart[origins[start]], line < ends.count,
        end < bytes.count, end + 1 - start == ends[line] - origins[start],
        (start...end).allSatisfy({
          origins[$0] == origins[start] + $0 - start
        })
      {
        found.append((line, number))
      }
      number += 1
      start = end + 1
    }
    return found
  }

  /// Whether the last line may be one that was never written.
  var endsInVoid: Bool {
    bytes.last.map { $0 == 0 || $0 == .space } ?? true
  }

  // MARK: Mutations

  mutating func mutate(using random: inout SeededGenerator, isRare: Bool) {
    if isRare {
      return insert(
        [UInt8](repeating: random.byte(), count: 70_000) + [.lineFeed],
        at: lineStarts.randomElement(using: &random) ?? 0)
    }
    for _ in 0..<Int.random(in: 1...2, using: &random) {
      mutateOnce(using: &random)
    }
  }

  private mutating func mutateOnce(using random: inout SeededGenerator) {
    guard !bytes.isEmpty else { return }
    let place = Int.random(in: bytes.indices, using: &random)
    let longest = [1, 4, 80].randomElement(using: &random) ?? 1
    let length = min(
      Int.random(in: 1...longest, using: &random), bytes.count - place)
    switch Int.random(in: 0..<14, using: &random) {
    case 0, 1:
      set(
        bytes[place] ^ 1 << UInt8.random(in: 0...7, using: &random), at: place)
    case 2: insert((0..<length).map { _ in random.byte() }, at: place)
    case 3: remove(place..<place + length)
    case 4:
      let starts = lineStarts
      let from = starts.randomElement(using: &random) ?? 0
      let end =
        bytes[from...].firstIndex(of: .lineFeed).map { $0 + 1 } ?? bytes.count
      copy(from..<end, to: starts.randomElement(using: &random) ?? 0)
    case 5:
      copy(
        place..<place + length,
        to: Int.random(in: 0...bytes.count, using: &random))
    case 6:
      let starts = lineStarts
      let from = starts.randomElement(using: &random) ?? 0
      let end =
        bytes[from...].firstIndex(of: .lineFeed).map { $0 + 1 } ?? bytes.count
      move(from..<end, to: starts.randomElement(using: &random) ?? 0)
    case 7: for index in place..<place + length { set(0, at: index) }
    case 8:
      for index in place..<place + length { set(random.byte(), at: index) }
    case 9:
      insert(
        (0..<length).map { _ in random.byte() } + [.lineFeed],
        at: lineStarts.randomElement(using: &random) ?? 0)
    case 10:
      for index in bytes.indices where bytes[index] == .lineFeed {
        set(.carriageReturn, at: index)
      }
    case 11:
      let isLittle = Bool.random(using: &random)
      var wide: [UInt8] = isLittle ? [0xff, 0xfe] : [0xfe, 0xff]
      for byte in bytes { wide += isLittle ? [byte, 0] : [0, byte] }
      bytes = wide
      origins = [Int](repeating: -1, count: wide.count)
    case 12: insert([0xef, 0xbb, 0xbf], at: 0)
    default: remove(place..<bytes.count)
    }
  }

  private var lineStarts: [Int] {
    [0]
      + bytes.indices.dropLast().filter { bytes[$0] == .lineFeed }.map {
        $0 + 1
      }
  }

  private mutating func set(_ byte: UInt8, at index: Int) {
    guard bytes[index] != byte else { return }
    bytes[index] = byte
    origins[index] = -1
  }

  private mutating func insert(_ inserted: [UInt8], at index: Int) {
    bytes.insert(contentsOf: inserted, at: index)
    origins.insert(
      contentsOf: repeatElement(-1, count: inserted.count), at: index)
  }

  private mutating func remove(_ range: Range<Int>) {
    let start = range.lowerBound
    if range.upperBound == bytes.count,
      start == 0 || bytes[start - 1] == .lineFeed || bytes[start] == .lineFeed
    {
      isCutBetweenLines = true
    }
    bytes.removeSubrange(range)
    origins.removeSubrange(range)
  }

  private mutating func copy(_ range: Range<Int>, to index: Int) {
    let (copied, places) = (bytes[range], origins[range])
    bytes.insert(contentsOf: copied, at: index)
    origins.insert(contentsOf: places, at: index)
  }

  private mutating func move(_ range: Range<Int>, to index: Int) {
    let (moved, places) = (bytes[range], origins[range])
    bytes.removeSubrange(range)
    origins.removeSubrange(range)
    let index =
      index <= range.lowerBound
      ? index : max(index - range.count, range.lowerBound)
    bytes.insert(contentsOf: moved, at: index)
    origins.insert(contentsOf: places, at: index)
  }
}

extension SeededGenerator {
  fileprivate mutating func transaction() throws -> Transaction {
    let item = try barcode(of: 1...24)
    return Bool.random(using: &self)
      ? .return(of: item, at: tuesday)
      : .loan(of: item, to: try barcode(of: 1...16), at: tuesday)
  }

  /// One of the lines, with something done to it.
  fileprivate mutating func mutated(_ lines: [[UInt8]]) -> [UInt8] {
    var line = lines.randomElement(using: &self) ?? []
    for _ in 0..<Int.random(in: 1...2, using: &self) {
      let place = Int.random(in: 0...line.count, using: &self)
      let length = Int.random(in: 0...min(8, line.count - place), using: &self)
      switch Int.random(in: 0..<8, using: &self) {
      case 0, 1, 2:
        guard place < line.count else { continue }
        line[place] ^= 1 << UInt8.random(in: 0...7, using: &self)
      case 3: line.insert(byte(), at: place)
      case 4: line.removeSubrange(place..<place + length)
      case 5:
        let other = lines.randomElement(using: &self) ?? []
        line = Array(line.prefix(place)) + other.dropFirst(place)
      case 6:
        for index in place..<place + length { line[index] = byte() }
      default: line.insert(contentsOf: line[place..<place + length], at: place)
      }
    }
    return line
  }

  fileprivate mutating func byte() -> UInt8 {
    [
      0, .space, .tab, .carriageReturn, .random(in: 0...255, using: &self),
      .random(in: 0x20...0x7e, using: &self),
    ].randomElement(using: &self) ?? 0
  }
}
