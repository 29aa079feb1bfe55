import Glibc
import Simulated
import Testing

@testable import Circulation

/// The files of a station are built anew from its journal.
struct RecoveryTests {
  private let key = "/key/OffCirc-1.journal"

  /// A key with the copy of a desk's journal.
  private func keyOf(
    _ work: (Desk, SimulatedFileSystem) throws -> Void
  ) throws -> (key: SimulatedFileSystem, desk: SimulatedFileSystem) {
    let files = SimulatedFileSystem()
    try work(Desk(files), files)
    let new = SimulatedFileSystem()
    new[key] = files.journal
    return (new, files)
  }

  private func recover(_ files: SimulatedFileSystem) throws -> Recovery {
    let recovery = try Recovery(from: key, fileSystem: files)
    try recovery.write(into: .simulated)
    return recovery
  }

  @Test func theListAndTheDataFileAreAsTheyWere() throws {
    let (new, old) = try keyOf { desk, _ in
      try desk.lend("1", to: "9")
      try desk.takeBack("2")
      try desk.save()
      try desk.takeBack("3")
      try desk.takeBack("4")
      try desk.delete(sequence: 5)
    }
    let recovery = try recover(new)
    #expect(recovery.replay.saved.count == 2)
    #expect(new.dataFile == old.dataFile)
    let desk = try Desk(new)
    #expect(desk.unsavedItems == ["4"])
    #expect(desk.station == recovery.replay.station)
    #expect(desk.opening.isUneventful)
    try desk.save()
    #expect(
      new.dataFileLines.map { $0.dropFirst(13).first } == ["1", "2", "4"])
    let after = new.afterPowerCut({ _ in .nothing }, keepsNames: false)
    #expect(after.dataFile == new.dataFile)
  }

  @Test func whatWentAwayWithAnotherDataFileIsNotUploadedTwice() throws {
    let (new, _) = try keyOf { desk, files in
      try desk.takeBack("1")
      try desk.save()
      files.dataFile = nil
      try desk.takeBack("2")
      try desk.save()
      try desk.takeBack("3")
      try desk.save()
    }
    let recovery = try recover(new)
    #expect(recovery.replay.supersededCount == 1)
    #expect(recovery.foreignByteCount == 0)
    #expect(new.dataFileLines.map { $0.suffix(2) } == ["R2", "R3"])
  }

  @Test func bytesOfAnotherProgramAreMissedAndCounted() throws {
    let (new, _) = try keyOf { desk, files in
      try desk.takeBack("1")
      try desk.save()
      files.edit(StationFolder.simulated.dataFile) {
        $0 += Array("201805081400Rtheirs\r\n".utf8)
      }
      try desk.takeBack("2")
      try desk.save()
    }
    #expect(try recover(new).foreignByteCount == 21)
    #expect(new.dataFileLines.map { $0.suffix(2) } == ["R1", "R2"])
  }

  @Test func inTheFolderOfTheJournalOnlyTheDataFileIsWritten() throws {
    let files = SimulatedFileSystem()
    let desk = try Desk(files)
    try desk.takeBack("1")
    try desk.save()
    try desk.takeBack("2")
    try desk.close()
    let (journal, dataFile) = (files.journal, files.dataFile)
    files.dataFile = nil
    let path = StationFolder.simulated.journal
    try Recovery(from: path, fileSystem: files).write(into: .simulated)
    #expect(files.dataFile == dataFile)
    #expect(files[path] == journal)
    #expect(try Desk(files).unsavedItems == ["2"])
  }

  @Test func aFileThatIsThereIsNeverOverwritten() throws {
    let (new, old) = try keyOf { desk, _ in
      try desk.takeBack("1")
      try desk.save()
    }
    for path in [
      StationFolder.simulated.dataFile, StationFolder.simulated.journal,
    ] {
      new[path] = Array("mine".utf8)
      #expect(throws: CirculationError.inTheWay(path: path)) {
        try recover(new)
      }
      #expect(new[path] == Array("mine".utf8))
      new[path] = nil
    }
    _ = try recover(new)
    #expect(new.dataFile == old.dataFile)
  }

  @Test func aSaveThatWasCutShortIsInTheNewFilesOnce() throws {
    let files = SimulatedFileSystem()
    let desk = try Desk(files)
    try desk.takeBack("1")
    try desk.save()
    try desk.takeBack("2")
    files.forgetCalls()
    try desk.save()
    for index in 1...files.calls.count {
      let files = SimulatedFileSystem()
      let desk = try Desk(files)
      try desk.takeBack("1")
      try desk.save()
      try desk.takeBack("2")
      files.kill(at: index, written: 40)
      _ = try? desk.save()
      files.heal()
      let new = SimulatedFileSystem()
      new[key] = files.journal
      _ = try recover(new)
      let reopened = try Desk(new)
      try reopened.save()
      #expect(
        new.dataFileLines.map { $0.suffix(2) } == ["R1", "R2"],
        "killed at \(index)")
    }
  }

  @Test func ofASaveCutShortAfterAnUploadOnlyItsOwnLinesComeBack() throws {
    let (new, _) = try keyOf { desk, files in
      try desk.takeBack("1")
      try desk.save()
      files.dataFile = nil
      try desk.takeBack("2")
      files.trouble = { _, call in
        call == .init(request: .append, path: StationFolder.simulated.dataFile)
          ? .init(isEnd: true) : nil
      }
      _ = try? desk.save()
      files.heal()
    }
    #expect(try recover(new).replay.supersededCount == 1)
    let desk = try Desk(new)
    try desk.save()
    #expect(new.dataFileLines.map { $0.suffix(2) } == ["R2"])
  }

  @Test(arguments: ["", "offcirc-jou", "root:x:0:0\n"])
  func whatIsNoJournalIsNotRecovered(text: String) throws {
    let files = SimulatedFileSystem()
    files[key] = Array(text.utf8)
    #expect(throws: CirculationError.noJournal(path: key)) {
      try recover(files)
    }
    #expect(files.paths == [key])
  }

  @Test func cutShortAtAnyCallItCanBeDoneAgain() throws {
    let (source, old) = try keyOf { desk, _ in
      try desk.takeBack("1")
      try desk.save()
      try desk.takeBack("2")
    }
    source.forgetCalls()
    _ = try recover(source.copy())
    for index in 1...30 {
      for code in [EIO, ENOSPC] {
        let files = source.copy()
        files.fail(at: index, code: code, written: 9)
        let isDone = (try? recover(files)) != nil
        files.heal()
        let after = files.afterPowerCut({ _ in .half }, keepsNames: true)
        if !isDone { _ = try recover(after) }
        #expect(after.dataFile == old.dataFile)
        #expect(try Desk(after).unsavedItems == ["2"])
      }
    }
  }

  @Test func everyUndamagedLineOfADamagedJournalIsRecovered() throws {
    let (new, _) = try keyOf { desk, _ in
      for item in 1...5 { try desk.takeBack("\(item)") }
      try desk.save()
      try desk.takeBack("6")
    }
    var bytes = try #require(new[key])
    let line = try #require(bytes.firstRange(of: Array("return\t3".utf8)))
    bytes[line.lowerBound] ^= 4
    new[key] = bytes
    let recovery = try recover(new)
    #expect(recovery.replay.damage.count == 1)
    #expect(new.dataFileLines.map { $0.suffix(2) } == ["R1", "R2", "R4", "R5"])
    #expect(try Desk(new).unsavedItems == ["6"])
  }
}
