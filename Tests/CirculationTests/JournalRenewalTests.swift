import Glibc
import Simulated
import Testing

@testable import Circulation

/// A journal whose file can't be gone on with goes on in a fresh one.
struct JournalRenewalTests {
  private let files = SimulatedFileSystem()
  private let path = StationFolder.simulated.journal

  private func items(_ desk: Desk) -> [String] {
    desk.unsaved.map(\.transaction.item.text)
  }

  /// What the next start finds after the power has gone at this moment.
  private func itemsAfterPowerCut() throws -> [String] {
    let after = files.afterPowerCut({ _ in .nothing }, keepsNames: false)
    return items(try Desk(after))
  }

  @Test func aPlaceOfTheDiskThatFailsIsLeftForAnother() throws {
    let desk = try Desk(files)
    try desk.takeBack("1")
    for request in [SimulatedFileSystem.Call.Request.write, .synchronize] {
      let item = "after \(request)"
      var isFirst = true
      files.trouble = { _, call in
        guard
          isFirst, call.request == request,
          call.path.contains(StationFolder.journalName)
        else { return nil }
        isFirst = false
        return .init(code: EIO, written: 10)
      }
      try desk.takeBack(item)
      files.heal()
      #expect(!isFirst)
      #expect(items(desk).last == item)
      #expect(try itemsAfterPowerCut() == items(desk))
      #expect(desk.repairs.last == .journalMoved(code: EIO))
    }
    #expect(items(desk).count == 3)
    #expect(try items(Desk(files)) == items(desk))
    // The next start finds it noted.
    let reading = try StationReading(of: .simulated, fileSystem: files)
    #expect(reading.health.notes.first?.repair == .journalMoved(code: EIO))
  }

  @Test func whereAllOfTheDiskFailsNothingIsAcknowledged() throws {
    let desk = try Desk(files)
    try desk.takeBack("1")
    for count in 2...12 {
      files.fail(at: 1, count: count, code: EIO, written: 7)
      let isRecorded = (try? desk.takeBack("2")) != nil
      files.heal()
      if !isRecorded {
        #expect(items(desk) == ["1"])
        try desk.commit()
      }
      #expect(items(desk) == ["1", "2"])
      #expect(try itemsAfterPowerCut() == ["1", "2"])
      try desk.delete(sequence: #require(desk.unsaved.last?.sequence))
    }
  }

  @Test func aJournalThatIsRemovedIsThereAgainWithTheNextScan() throws {
    let desk = try Desk(files)
    try desk.takeBack("1")
    files[path] = nil
    try desk.takeBack("2")
    #expect(try itemsAfterPowerCut() == ["1", "2"])
    let reopened = try Desk(files)
    #expect(items(reopened) == ["1", "2"])
    #expect(reopened.station == desk.station)
    #expect(reopened.opening.isUneventful)
  }

  @Test func aJournalThatIsMovedIsLeftWhereItIs() throws {
    let desk = try Desk(files)
    try desk.takeBack("1")
    try files.rename(path, to: "/desk/moved")
    let moved = files["/desk/moved"]
    try desk.takeBack("2")
    #expect(files["/desk/moved"] == moved)
    #expect(try itemsAfterPowerCut() == ["1", "2"])
  }

  @Test func anotherFileInTheJournalsPlaceIsNotTouched() throws {
    let desk = try Desk(files)
    try desk.takeBack("1")
    files[path] = Array("mine\n".utf8)
    #expect(throws: FileError(operation: .recognize, path: path, code: ESTALE))
    {
      try desk.takeBack("2")
    }
    #expect(files.journal == Array("mine\n".utf8))
    #expect(items(desk) == ["1"])
    // Moved away, it gives its place back.
    files[path] = nil
    try desk.commit()
    #expect(try itemsAfterPowerCut() == ["1", "2"])
  }
}
