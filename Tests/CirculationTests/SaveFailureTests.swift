import Glibc
import Simulated
import Testing

@testable import Circulation

/// A save that fails: each transaction comes to `OffCirc.dat` once when the
/// cause is gone.
struct SaveFailureTests: Saving {
  let transactions: [Transaction]

  init() throws { transactions = try .threeOfADay() }

  @Test(arguments: dataFiles)
  func failingAtAnyCallItSavesOnceWhenTheCauseIsGone(
    _ dataFile: (before: String?, mending: String)
  ) throws {
    for (number, call) in try calls(savingTo: dataFile.before) {
      for count in 1...6 {
        for written in [0, 1, 100] {
          let fileSystem = try fileSystem(with: dataFile.before)
          let desk = try Desk(fileSystem)
          fileSystem.fail(
            at: number, count: count, code: ENOSPC, written: written)
          #expect(throws: FileError.self) { try desk.save() }
          #expect(desk.unsaved.map(\.transaction) == transactions)
          fileSystem.heal()
          #expect(try desk.save() == 3)
          #expect(desk.unsaved.isEmpty)
          guard fileSystem.dataFile == saved(dataFile) else {
            Issue.record("\(count) failures from \(call) after \(written)")
            return
          }
          try expectOnDisk(fileSystem, saved(dataFile))
        }
      }
    }
  }

  @Test(arguments: dataFiles)
  func failingAtAnyCallThenClosedItSavesOnce(
    _ dataFile: (before: String?, mending: String)
  ) throws {
    for (number, call) in try calls(savingTo: dataFile.before) {
      for count in 1...6 {
        let fileSystem = try fileSystem(with: dataFile.before)
        let desk = try Desk(fileSystem)
        fileSystem.fail(at: number, count: count, written: 60)
        #expect(throws: FileError.self) { try desk.save() }
        fileSystem.heal()
        try Desk(fileSystem).save()
        guard fileSystem.dataFile == saved(dataFile) else {
          Issue.record("\(count) failures from \(call)")
          return
        }
        if fileSystem.hasRemainsInJournal { continue }
        try expectOnDisk(fileSystem, saved(dataFile))
      }
    }
  }

  @Test(arguments: dataFiles)
  func workGoesOnAfterASaveThatFailed(
    _ dataFile: (before: String?, mending: String)
  ) throws {
    for (number, call) in try calls(savingTo: dataFile.before) {
      for count in 1...6 {
        let fileSystem = try fileSystem(with: dataFile.before)
        let desk = try Desk(fileSystem)
        fileSystem.fail(at: number, count: count, written: 60)
        #expect(throws: FileError.self) { try desk.save() }
        fileSystem.heal()
        try desk.takeBack("next")
        // Deleted now, the first is in the file or nowhere.
        let deleted = try? desk.delete(sequence: 1)
        #expect(desk.unsaved.last?.transaction.item.text == "next")
        try desk.save()
        var expected = transactions.map(\.line) + ["201805081348Rnext"]
        if deleted != nil { expected.removeFirst() }
        let found = (fileSystem.dataFile ?? "").split(separator: "\r\n")
          .map(String.init).filter { $0 != "their line" }
        guard found == expected else {
          Issue.record("\(count) failures from \(call): \(found)")
          return
        }
        #expect(try Desk(fileSystem).unsaved.isEmpty)
      }
    }
  }

  @Test func ofASaveThatTheJournalCannotNoteTheLinesAreSaidToBeThere() throws {
    let fileSystem = try fileSystem(with: nil)
    let desk = try Desk(fileSystem)
    let journal = StationFolder.simulated.journal
    let count = desk.unsaved.count
    var writes = 0
    fileSystem.trouble = { _, call in
      if call == .init(request: .write, path: journal) { writes += 1 }
      return writes > 1 && call.path.hasPrefix(journal)
        ? .init(code: ENOSPC) : nil
    }
    #expect(
      throws: FileError(operation: .noteSave, path: journal, code: ENOSPC)
    ) {
      try desk.save()
    }
    #expect(fileSystem.dataFileLines.count == count)
    fileSystem.heal()
    try desk.save()
    #expect(desk.unsaved.isEmpty)
    #expect(fileSystem.dataFileLines.count == count)
  }

  @Test func aSaveThatLeftNothingCanBeDeletedFrom() throws {
    let fileSystem = try fileSystem(with: nil)
    let desk = try Desk(fileSystem)
    fileSystem.trouble = { _, call in
      call.request == .append && call.path == StationFolder.simulated.dataFile
        ? .init(code: ENOSPC, written: 30) : nil
    }
    #expect(throws: FileError.self) { try desk.save() }
    #expect(fileSystem.dataFile == "")
    fileSystem.heal()
    #expect(try desk.delete(sequence: 2) == transactions[1])
    let reopened = try Desk(fileSystem.copy())
    #expect(reopened.opening == Desk.Opening())
    #expect(reopened.unsaved.map(\.sequence) == [1, 3])
    try desk.save()
    #expect(
      fileSystem.dataFile
        == transactions[0].line + "\r\n" + transactions[2].line + "\r\n")
  }

  @Test func aFullDiskLosesNothingThatWaits() throws {
    let fileSystem = try fileSystem(with: "their line\r\n")
    let desk = try Desk(fileSystem)
    for written in [0, 1, 17, 60] {
      fileSystem.trouble = { _, call in
        [.append, .write].contains(call.request)
          ? .init(code: ENOSPC, written: written) : nil
      }
      desk.switch(to: .return)
      try desk.record(Barcode("w\(written)"))
      #expect(throws: FileError.self) { try desk.commit() }
      #expect(throws: FileError.self) { try desk.save() }
      #expect(throws: FileError.self) { try desk.delete(sequence: 1) }
    }
    #expect(desk.waiting.map(\.item.text) == ["w0", "w1", "w17", "w60"])
    #expect(fileSystem.dataFile == "their line\r\n")
    fileSystem.heal()
    #expect(try desk.save() == 7)
    let lines = saved(("their line\r\n", ""))
    let waited = ["w0", "w1", "w17", "w60"].map { "201805081348R\($0)\r\n" }
    #expect(fileSystem.dataFile == lines + waited.joined())
  }
}
