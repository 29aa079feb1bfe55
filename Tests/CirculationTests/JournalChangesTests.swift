import Simulated
import Testing

@testable import Circulation

/// What a damaged journal says of deletions and amendments.
struct JournalChangesTests {
  private let fileSystem = SimulatedFileSystem()
  private let whole: JournalReplay

  init() throws {
    let desk = try Desk(fileSystem)
    try desk.lend("1", to: "B")
    try desk.lend("2", to: "B")
    try desk.takeBack("3")
    try desk.amend(sequence: 1, item: Barcode("11"))
    try desk.delete(sequence: 2)
    try desk.move(from: Barcode("B"), to: Barcode("C"))
    try desk.undo(from: 5)
    try desk.delete(sequence: 3)
    try desk.takeBack("4")
    whole = try fileSystem.openJournal().replay
  }

  private func replay(
    _ lines: [ArraySlice<UInt8>]
  ) throws -> JournalReplay {
    fileSystem.journal = Array(lines.joined(separator: [.lineFeed]))
    return try #require(
      try JournalReader.replay(
        path: StationFolder.simulated.journal, fileSystem: fileSystem))
  }

  @Test func theListIsWhatIsLeftOfIt() throws {
    #expect(whole.unsaved.map(\.transaction.item.text) == ["11", "2", "4"])
    #expect(whole.changes.map(\.kind) == [.amendment, .deletion])
    #expect(whole.changes.map(\.sequence) == [4, 8])
    #expect(whole.originals == [1: try .loan("1", "B")])
  }

  @Test func anyTwoLinesInEachOthersPlaceSayTheSame() throws {
    let lines = fileSystem.journal.lines
    for first in 1..<lines.count - 2 {
      for second in first + 1..<lines.count - 1 {
        var swapped = lines
        swapped.swapAt(first, second)
        let replay = try replay(swapped)
        #expect(replay.unsaved == whole.unsaved, "\(first) and \(second)")
        #expect(replay.changes == whole.changes)
        #expect(replay.originals == whole.originals)
        #expect(!replay.damage.isEmpty)
      }
    }
  }

  @Test func aTransactionWhoseLineIsDamagedIsReadFromWhatAmendedIt() throws {
    var lines = fileSystem.journal.lines
    lines[1] = Array("?".utf8)[...]
    let replay = try replay(lines)
    #expect(replay.unsaved == whole.unsaved)
    #expect(replay.originals.isEmpty)
    #expect(replay.damage == [JournalDamage(line: 2, kind: .checksum)])
  }

  @Test func aDamagedChangeIsToldAndTheOthersAreTaken() throws {
    let lines = fileSystem.journal.lines
    for (line, items) in [
      (4, ["1", "2", "4"]), (5, ["11", "2", "4"]), (6, ["11", "2", "4"]),
      // Without the undo, what was deleted is told as deleted.
      (7, ["11", "4"]), (8, ["11", "2", "3", "4"]),
    ] {
      var damaged = lines
      damaged[line] = Array("?".utf8)[...]
      let replay = try replay(damaged)
      #expect(replay.unsaved.map(\.transaction.item.text) == items, "\(line)")
      #expect(
        replay.damage == [JournalDamage(line: line + 1, kind: .checksum)])
    }
  }

  @Test func whatWasSavedOrDeletedIsNotPutBackByALineThatAmendedIt() throws {
    var bytes = fileSystem.journal
    let events: [JournalFormat.Event] = [
      .amended(sequence: 3, try .return("deleted")),
      .saveBegun(fileLength: 0, byteCount: 0), .saveDone(begun: 11),
      .amended(sequence: 1, try .return("saved")),
    ]
    for (sequence, event) in zip(10..., events) {
      JournalFormat.append(event, sequence: sequence, at: tuesday, to: &bytes)
    }
    fileSystem.journal = bytes
    let replay = try fileSystem.openJournal().replay
    #expect(replay.unsaved.isEmpty)
  }
}
