import Seeded
import Simulated
import Testing

@testable import Circulation

/// Files with anything in them: both readers come to their end, lose nothing
/// that is undamaged, and say what they can't read.
struct FuzzTests {
  private static let fileRounds = 5_000
  private static let lineRounds = 30_000

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
      } catch CirculationError.newerJournal, CirculationError.newerEvent {
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
    try desk.note(status: 3, of: Barcode("1"), ofReturn: 1)
    try desk.delete(sequence: 8)
    try desk.amend(sequence: 9, item: try Barcode("6b"))
    try desk.move(from: try Barcode("9921"), to: try Barcode("9922"))
    try desk.delete(sequence: 10)
    try desk.undo(from: desk.changes.last?.sequence ?? 0)
    try desk.close()
    for round in 0..<1_500 {
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
        .deleted(sequence: 3),
        .textbook(
          .condition(try Condition(of: Barcode("1"), status: 3, ofReturn: 2)),
          optional: nil),
        .textbook(.brought(sequence: 2, by: try Barcode("9 9")), optional: nil),
        .textbook(
          .charged(
            try FineCharge(
              FineID(station: "ab", sequence: 2), of: Barcode("1"),
              to: Barcode("9"), cents: 830, isFinal: true, because: "1/3\t")),
          optional: TransactionOrigins(item: ScanOrigin(raw: "%"))),
        .textbook(
          .skipped(
            HandOutSkip(.absent, of: try Barcode("9"), in: "4\t%A")),
          optional: nil),
        .textbook(
          .skipped(
            HandOutSkip(
              .refused(title: "a=b\t"), of: try Barcode("9"), in: "4A")),
          optional: TransactionOrigins(item: ScanOrigin(raw: "%"))),
        .textbook(
          .settled(
            try FineSettlement(
              FineID(station: "ab", sequence: 2), .paid, cents: nil)),
          optional: nil), .saveBegun(fileLength: 0, byteCount: 200),
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
