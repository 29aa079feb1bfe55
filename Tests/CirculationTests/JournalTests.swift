import Glibc
import Simulated
import Testing

@testable import Circulation

struct JournalTests {
  private let transactions: [Transaction]

  init() throws {
    transactions = [
      try .loan("37000034179", "9921000000164"),
      try .return("00P6A949HF4P"),
      try .loan("A  B", "C  D"),
      try .return("37000034179"),
    ]
  }

  @Test func theLinesAreWhatTheFormatSays() throws {
    let fileSystem = SimulatedFileSystem()
    let journal = try fileSystem.openJournal().journal
    try journal.append([
      (.recorded(transactions[0]), tuesday),
      (.recorded(transactions[1]), tuesday),
      (.deleted(sequence: 1), tuesday),
      (.saveBegun(fileLength: 1_234, byteCount: 26), tuesday),
      (.saveDone(begun: 4), tuesday),
      (.saveVoid(begun: 4), tuesday),
      (.amended(sequence: 2, transactions[2]), tuesday.later(by: 9)),
      (
        .moved(
          from: try Barcode("C  D"), to: try Barcode("E"),
          origin: ScanOrigin(raw: "e", isDoubtful: true)), tuesday
      ),
      (.undone(from: 7), tuesday),
    ])
    let lines = fileSystem.journal.lines.map {
      String(decoding: $0.dropLast(8), as: UTF8.self)
    }
    let time = "2018-05-08T13:48:07+02:00"
    #expect(
      lines == [
        "offcirc-journal\t3\t\(journal.station)\t\(time)\t",
        "1\t\(time)\tloan\t37000034179\t9921000000164\t",
        "2\t\(time)\treturn\t00P6A949HF4P\t",
        "3\t\(time)\tdelete\t1\t",
        "4\t\(time)\tsave-begun\t1234\t26\t",
        "5\t\(time)\tsave-done\t4\t",
        "6\t\(time)\tsave-void\t4\t",
        "7\t2018-05-08T13:48:16+02:00\tamend\t2\t\(time)\tloan\tA  B\tC  D\t",
        "8\t\(time)\tmove\tC  D\tE\tborrower-raw=e\tdoubtful=borrower\t",
        "9\t\(time)\tundo\t7\t",
        "",
      ])
    for line in fileSystem.journal.lines.dropLast() {
      let checksum = Checksum.of(Array(line.dropLast(8)).span)
      let digits = String(decoding: line.suffix(8), as: UTF8.self)
      #expect(UInt32(digits, radix: 16) == checksum)
    }
  }

  @Test func theStationKeepsItsIdAndNumbersGoOn() throws {
    let fileSystem = try SimulatedFileSystem.with(transactions)
    let (journal, replay) = try fileSystem.openJournal()
    #expect(replay.station == journal.station)
    #expect(journal.station.utf8.count == 16)
    #expect(replay.unsaved.map(\.sequence) == [1, 2, 3, 4])
    #expect(replay.unsaved.map(\.transaction) == transactions)
    #expect(try journal.record(transactions[0]) == 5)
    let (again, replayAgain) = try fileSystem.openJournal()
    #expect(again.station == journal.station)
    #expect(replayAgain.lastSequence == 5)
    let other = try SimulatedFileSystem().openJournal().journal
    #expect(other.station != journal.station)
  }

  @Test func aBurstTakesOneWriteAndOneSync() throws {
    let fileSystem = SimulatedFileSystem()
    let journal = try fileSystem.openJournal().journal
    fileSystem.forgetCalls()
    let sequences = try journal.append(
      transactions.map { (.recorded($0), tuesday) })
    #expect(sequences == 1..<5)
    let looks: [SimulatedFileSystem.Call.Request] = [
      .identity, .read, .length,
    ]
    let changes = fileSystem.calls.map(\.request).filter {
      !looks.contains($0)
    }
    #expect(changes == [.write, .synchronize])
  }

  @Test func appendReturnsOnlyWhenTheEventIsOnDisk() throws {
    let fileSystem = SimulatedFileSystem()
    let journal = try fileSystem.openJournal().journal
    for (count, transaction) in zip(1..., transactions) {
      try journal.record(transaction)
      let after = fileSystem.afterPowerCut(
        { _ in .nothing }, keepsNames: false)
      #expect(try after.openJournal().replay.unsaved.count == count)
    }
  }

  @Test func theNameOfAJournalIsOnDiskEvenIfItsMakerWasKilled() throws {
    let fileSystem = SimulatedFileSystem()
    for number in 1... {
      fileSystem[StationFolder.simulated.journal] = nil
      fileSystem.kill(at: number)
      let isOpened = (try? fileSystem.openJournal()) != nil
      fileSystem.heal()
      try fileSystem.openJournal().journal.record(transactions[0])
      let after = fileSystem.afterPowerCut(
        { _ in .nothing }, keepsNames: false)
      #expect(
        try after.openJournal().replay.unsaved.count == 1,
        "killed at \(fileSystem.calls.prefix(number))")
      if isOpened { break }
    }
  }

  @Test func whatFailedIsNotRecordedAndLeavesNothingBehind() throws {
    let fileSystem = try SimulatedFileSystem.with([transactions[0]])
    let journal = try fileSystem.openJournal().journal
    let before = fileSystem.journal
    for request in [.write, .synchronize] as [SimulatedFileSystem.Call.Request]
    {
      for written in [0, 1, 40] {
        fileSystem.trouble = { _, call in
          call.request == request
            ? .init(code: ENOSPC, written: written) : nil
        }
        #expect(throws: FileError.self) {
          try journal.record(transactions[1])
        }
        #expect(fileSystem.journal == before)
      }
    }
    fileSystem.heal()
    #expect(try journal.record(transactions[1]) == 2)
    let replay = try fileSystem.openJournal().replay
    #expect(replay.unsaved.map(\.transaction) == Array(transactions[..<2]))
    #expect(replay.damage.isEmpty)
  }

  @Test func whatCouldNotBeTakenBackIsTakenBackBeforeTheNextEvent() throws {
    let fileSystem = try SimulatedFileSystem.with([transactions[0]])
    let journal = try fileSystem.openJournal().journal
    // The write and the cut fail; then the cut alone.
    fileSystem.fail(at: 1, count: 3, written: 30)
    #expect(throws: FileError.self) { try journal.record(transactions[1]) }
    #expect(throws: FileError.self) { try journal.record(transactions[2]) }
    fileSystem.heal()
    #expect(try journal.record(transactions[3]) == 2)
    let replay = try fileSystem.openJournal().replay
    #expect(replay.damage.isEmpty)
    #expect(
      replay.unsaved.map(\.transaction) == [transactions[0], transactions[3]])
  }

  @Test func aFailedSyncIsNotTakenForDoneByALaterOne() throws {
    let fileSystem = try SimulatedFileSystem.with([transactions[0]])
    let journal = try fileSystem.openJournal().journal
    fileSystem.fail(at: 2)
    #expect(throws: FileError.self) { try journal.record(transactions[1]) }
    fileSystem.heal()
    try journal.record(transactions[1])
    let after = fileSystem.afterPowerCut({ _ in .nothing }, keepsNames: false)
    let replay = try after.openJournal().replay
    #expect(replay.unsaved.map(\.transaction) == Array(transactions[..<2]))
    #expect(replay.damage.isEmpty)
  }

  // MARK: Files that are no journal of ours

  @Test(arguments: [
    "Hello\n", "Hello", "\n", "offcirc-journal\n",
    "201805091348R37000034179\r\n", "PK\u{3}\u{4}\u{0}\u{0}",
  ])
  func aForeignFileIsRefusedAndUntouched(_ text: String) throws {
    let fileSystem = SimulatedFileSystem()
    fileSystem.journal = Array(text.utf8)
    let path = StationFolder.simulated.journal
    #expect(throws: CirculationError.notAJournal(path: path)) {
      try fileSystem.openJournal()
    }
    #expect(fileSystem.journal == Array(text.utf8))
  }

  @Test(arguments: [true, false])
  func aNewerVersionIsRefusedAndUntouched(_ hasOurChecksum: Bool) throws {
    let fileSystem = SimulatedFileSystem()
    var bytes = Array("offcirc-journal\t5\tmore\twords\there\t".utf8)
    let checksum = hasOurChecksum ? Checksum.of(bytes.span) : 0
    let digits = String(checksum, radix: 16)
    bytes += String(repeating: "0", count: 8 - digits.utf8.count).utf8
    bytes += Array("\(digits)\n".utf8)
    bytes += Array("1 something else\nand torn".utf8)
    fileSystem.journal = bytes
    let path = StationFolder.simulated.journal
    #expect(throws: CirculationError.newerJournal(path: path, version: 5)) {
      try fileSystem.openJournal()
    }
    #expect(fileSystem.journal == bytes)
  }

  @Test func aJournalThatANewerVersionWentOnWithIsRefused() throws {
    let fileSystem = try SimulatedFileSystem.with(transactions)
    var header = Array("offcirc-journal\t7\tstation\ttime\t".utf8)
    let digits = String(Checksum.of(header.span), radix: 16)
    header += String(repeating: "0", count: 8 - digits.utf8.count).utf8
    fileSystem.journal += header + Array("\(digits)\n".utf8)
    let before = fileSystem.journal
    let path = StationFolder.simulated.journal
    #expect(throws: CirculationError.newerJournal(path: path, version: 7)) {
      try fileSystem.openJournal()
    }
    #expect(fileSystem.journal == before)
  }

  @Test func readingAJournalWritesNothing() throws {
    let fileSystem = try SimulatedFileSystem.with(transactions)
    fileSystem.journal.removeLast(20)
    let before = fileSystem.journal
    let path = StationFolder.simulated.journal
    let replay = try #require(
      try JournalReader.replay(path: path, fileSystem: fileSystem))
    #expect(replay.unsaved.count == 3)
    #expect(replay.tornByteCount > 0)
    #expect(fileSystem.journal == before)
    fileSystem[path] = nil
    #expect(try JournalReader.replay(path: path, fileSystem: fileSystem) == nil)
  }
}
