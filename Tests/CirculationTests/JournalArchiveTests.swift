import Simulated
import Testing

@testable import Circulation

/// A fresh journal after one that was put away.
struct JournalArchiveTests {
  private func fresh() throws -> (SimulatedFileSystem, JournalReplay) {
    let fileSystem = try SimulatedFileSystem.with([
      .loan("37000034179", "9921000000164"), .return("37000034180"),
    ])
    let desk = try Desk(fileSystem)
    try desk.save()
    try desk.close()
    let old = try #require(
      try JournalReader.replay(
        path: StationFolder.simulated.journal, fileSystem: fileSystem))
    try Journal.beginNew(
      in: .simulated, after: old, archive: "2018-05-08", at: tuesday,
      fileSystem: fileSystem)
    return (fileSystem, old)
  }

  @Test func itHasTheStationsIdAndTheNextNumber() throws {
    let (fileSystem, old) = try fresh()
    let (journal, replay) = try fileSystem.openJournal()
    #expect(journal.station == old.station)
    #expect(replay.damage.isEmpty && replay.tornByteCount == 0)
    #expect(replay.precedingArchive == "2018-05-08")
    #expect(replay.lastSequence == old.lastSequence + 1)
    let numbers = try journal.append([
      (.recorded(try .return("1")), tuesday)
    ])
    #expect(numbers == replay.lastSequence + 1..<replay.lastSequence + 2)
    let again = try fileSystem.openJournal().replay
    #expect(again.precedingArchive == nil)
    #expect(again.unsaved.map(\.sequence) == [replay.lastSequence + 1])
    #expect(again.damage.isEmpty)
  }

  @Test func aGapBehindItIsStillTold() throws {
    let (fileSystem, _) = try fresh()
    let desk = try Desk(fileSystem)
    try desk.takeBack("1")
    try desk.takeBack("2")
    try desk.takeBack("3")
    try desk.close()
    // The line of the second.
    var lines = fileSystem.journal.split(separator: .lineFeed)
    lines.remove(at: 3)
    fileSystem.journal =
      Array(lines.joined(separator: [.lineFeed])) + [.lineFeed]
    let replay = try fileSystem.openJournal().replay
    #expect(replay.damage == [JournalDamage(line: 4, kind: .missing(count: 1))])
  }

  @Test func recoveryBringsBackNothingOfTheArchive() throws {
    let (fileSystem, _) = try fresh()
    let desk = try Desk(fileSystem)
    try desk.takeBack("1")
    try desk.save()
    try desk.close()
    let line = fileSystem.dataFileLines.last
    let path = StationFolder.simulated.dataFile
    fileSystem[path] = nil
    let recovery = try Recovery(
      from: StationFolder.simulated.journal, fileSystem: fileSystem)
    #expect(recovery.replay.saved.map(\.transaction.line) == [line])
  }

  @Test func aCopyThatIsInTheArchiveIsRemovedAndAnotherIsNot() throws {
    let (fileSystem, old) = try fresh()
    let station = try #require(old.station)
    fileSystem["/old/OffCirc.journal"] = try SimulatedFileSystem.with([
      .return("7")
    ]).journal
    let journal = try #require(fileSystem["/old/OffCirc.journal"])
    let other = try #require(
      JournalReader.station(
        of: StationFolder(path: "/old"), fileSystem: fileSystem))
    #expect(other != station)
    let copy = "/key/OffCirc-\(other).journal"
    // A copy may be behind, but has nothing of its own.
    fileSystem[copy] = Array(journal.dropLast(20))
    #expect(
      try Journal.removeCopy(
        in: "/key", ofJournal: "/old/OffCirc.journal", fileSystem: fileSystem)
        == copy)
    #expect(fileSystem[copy] == nil)
    fileSystem[copy] = journal + journal
    #expect(
      try Journal.removeCopy(
        in: "/key", ofJournal: "/old/OffCirc.journal", fileSystem: fileSystem)
        == nil)
    #expect(fileSystem[copy] != nil)
  }
}
