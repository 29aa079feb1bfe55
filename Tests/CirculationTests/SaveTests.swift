import Glibc
import Simulated
import Testing

@testable import Circulation

/// A save that is killed, that fails, or that a power cut ends: each
/// transaction comes to `OffCirc.dat` once, as a whole line, in order.
struct SaveTests {
  private let transactions: [Transaction]

  init() throws {
    transactions = [
      try .loan("37000034179", "9921000000164"),
      try .return("00P6A949HF4P"),
      try .loan("A  B", "C  D"),
    ]
  }

  /// What `OffCirc.dat` may hold before, and what mends its last line.
  static let dataFiles: [(before: String?, mending: String)] = [
    (nil, ""), ("", ""), ("their line\r\n", ""), ("their line", "\r\n"),
    ("their line\r", "\n"),
  ]

  private func fileSystem(
    with dataFile: String?
  ) throws -> SimulatedFileSystem {
    let fileSystem = try SimulatedFileSystem.with(transactions)
    fileSystem.dataFile = dataFile
    return fileSystem
  }

  private func saved(
    _ dataFile: (before: String?, mending: String)
  ) -> String {
    let lines = transactions.map { $0.line + "\r\n" }.joined()
    return (dataFile.before ?? "") + dataFile.mending + lines
  }

  /// The calls that a save makes and can't do without, with their numbers: not
  /// those that only keep in mind how far the journal has come.
  private func calls(
    savingTo dataFile: String?
  ) throws -> [(number: Int, call: SimulatedFileSystem.Call)] {
    let fileSystem = try fileSystem(with: dataFile)
    let desk = try Desk(fileSystem)
    fileSystem.forgetCalls()
    try desk.save()
    let memory = SimulatedFileSystem.Call(
      request: .write, path: StationFolder.simulated.lock)
    return zip(1..., fileSystem.calls).filter { $0.1 != memory }
  }

  /// The number of the call of a save that adds its lines to the data file.
  private func numberOfAppend(savingTo dataFile: String?) throws -> Int {
    let append = SimulatedFileSystem.Call(
      request: .append, path: StationFolder.simulated.dataFile)
    return try #require(
      calls(savingTo: dataFile).first { $0.call == append }?.number)
  }

  /// How many bytes of the call's append may be written before it fails.
  private func lengths(
    of call: SimulatedFileSystem.Call
  ) -> ClosedRange<Int> {
    switch (call.request, call.path) {
    case (.append, StationFolder.simulated.dataFile): 0...300
    case (.write, _): 0...20
    default: 0...0
    }
  }

  private func killSave(
    of fileSystem: SimulatedFileSystem, at number: Int, written: Int
  ) throws {
    let desk = try Desk(fileSystem)
    fileSystem.kill(at: number, written: written)
    #expect(throws: FileError.self) { try desk.save() }
    #expect(desk.unsaved.map(\.transaction) == transactions)
    fileSystem.heal()
  }

  @Test(arguments: dataFiles)
  func killedAtAnyCallAndAnyByteItSavesOnce(
    _ dataFile: (before: String?, mending: String)
  ) throws {
    let calls = try calls(savingTo: dataFile.before)
    let note = calls.last {
      $0.call.request == .write
        && $0.call.path == StationFolder.simulated.journal
    }
    for (number, call) in calls {
      for written in lengths(of: call) {
        let fileSystem = try fileSystem(with: dataFile.before)
        try killSave(of: fileSystem, at: number, written: written)
        let desk = try Desk(fileSystem)
        let opening = desk.opening
        #expect(
          opening.completedCount + desk.unsaved.count == 3
            || number >= note?.number ?? 0)
        // A file that was to be made may also have been taken away.
        #expect(opening.returnedCount == 0 || dataFile.before == nil)
        #expect(opening.damage.isEmpty)
        try desk.save()
        #expect(desk.unsaved.isEmpty)
        guard fileSystem.dataFile == saved(dataFile) else {
          Issue.record("killed at \(call) after \(written) bytes")
          return
        }
        #expect(try Desk(fileSystem).unsaved.isEmpty)
      }
    }
  }

  @Test(arguments: dataFiles)
  func killedAgainWhileItIsSettledItSavesOnce(
    _ dataFile: (before: String?, mending: String)
  ) throws {
    for (number, call) in try calls(savingTo: dataFile.before) {
      for written in [0, 1, 150] {
        let killed = try fileSystem(with: dataFile.before)
        try killSave(of: killed, at: number, written: written)
        for again in 1... {
          let fileSystem = killed.copy()
          fileSystem.kill(at: again, written: written)
          _ = try? Desk(fileSystem).save()
          let isKilled = !fileSystem.failedCalls.isEmpty
          fileSystem.heal()
          try Desk(fileSystem).save()
          guard fileSystem.dataFile == saved(dataFile) else {
            Issue.record("killed at \(call), then at \(again)")
            return
          }
          if !isKilled { break }
        }
      }
    }
  }

  @Test(arguments: dataFiles)
  func afterAPowerCutAtAnyCallItSavesOnce(
    _ dataFile: (before: String?, mending: String)
  ) throws {
    for (number, call) in try calls(savingTo: dataFile.before) {
      for written in [0, 1, 100, 150] {
        let cut = try fileSystem(with: dataFile.before)
        try killSave(of: cut, at: number, written: written)
        for state in PowerCut.all {
          let fileSystem = state.files(of: cut)
          let desk = try Desk(fileSystem)
          #expect(desk.opening.damage.isEmpty)
          try desk.save()
          guard fileSystem.dataFile == saved(dataFile) else {
            Issue.record("power cut at \(call) after \(written): \(state)")
            return
          }
        }
      }
    }
  }

  /// What a power cut leaves of each file.
  private struct PowerCut {
    let dataFile: SimulatedFileSystem.Remains
    let journal: SimulatedFileSystem.Remains
    let keepsNames: Bool

    static var all: [PowerCut] {
      SimulatedFileSystem.Remains.allCases.flatMap { dataFile in
        SimulatedFileSystem.Remains.allCases.flatMap { journal in
          [true, false].map {
            PowerCut(dataFile: dataFile, journal: journal, keepsNames: $0)
          }
        }
      }
    }

    func files(of fileSystem: SimulatedFileSystem) -> SimulatedFileSystem {
      fileSystem.afterPowerCut(
        { $0 == StationFolder.simulated.journal ? journal : dataFile },
        keepsNames: keepsNames)
    }
  }

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

  /// What was said to be saved must outlive the power.
  private func expectOnDisk(
    _ fileSystem: SimulatedFileSystem, _ dataFile: String
  ) throws {
    let after = fileSystem.afterPowerCut({ _ in .nothing }, keepsNames: false)
    #expect(after.dataFile == dataFile)
    #expect(try Desk(after).unsaved.isEmpty)
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

  @Test func aFileChangedDuringTheOutageGetsTheLinesAnew() throws {
    for written in [0, 1, 60] {
      for other in [nil, "", "a newer line\r\n", "THEIR LINE\r\nand more\r\n"] {
        let fileSystem = try fileSystem(with: "their line\r\n")
        try killSave(
          of: fileSystem, at: numberOfAppend(savingTo: "their line\r\n"),
          written: written)
        fileSystem.dataFile = other
        let desk = try Desk(fileSystem)
        #expect(desk.opening.returnedCount == 3)
        #expect(desk.opening.completedCount == 0)
        #expect(desk.unsaved.count == 3)
        #expect(fileSystem.dataFile == other)
        try desk.save()
        #expect(fileSystem.dataFile == saved((other, "")))
      }
    }
  }

  @Test func aSaveCutShortIsToldAndCompletedAtOpening() throws {
    let fileSystem = try fileSystem(with: nil)
    try killSave(
      of: fileSystem, at: numberOfAppend(savingTo: nil), written: 60)
    let desk = try Desk(fileSystem)
    #expect(desk.opening.completedCount == 3)
    #expect(desk.unsaved.isEmpty)
    #expect(fileSystem.dataFile == saved((nil, "")))
    #expect(try Desk(fileSystem).opening == Desk.Opening())
  }

  @Test func aSaveThatCannotBeCompletedAtOpeningIsTold() throws {
    let fileSystem = try fileSystem(with: "their line\r\n")
    try killSave(
      of: fileSystem, at: numberOfAppend(savingTo: "their line\r\n"),
      written: 60)
    let path = StationFolder.simulated.dataFile
    fileSystem.trouble = { _, call in
      call.path == path ? .init(code: EACCES) : nil
    }
    let desk = try Desk(fileSystem)
    #expect(desk.opening.error?.path == path)
    #expect(desk.opening.error?.code == EACCES)
    #expect(desk.unsaved.count == 3)
    try desk.takeBack("next")
    fileSystem.heal()
    #expect(try desk.save() == 4)
    #expect(
      fileSystem.dataFile
        == saved(("their line\r\n", "")) + "201805081348Rnext\r\n")
  }

  @Test func aSaveWhoseTransactionsAreDamagedIsDoneAnew() throws {
    let fileSystem = try fileSystem(with: nil)
    try killSave(
      of: fileSystem, at: numberOfAppend(savingTo: nil), written: 0)
    fileSystem.edit(StationFolder.simulated.journal) {
      $0[$0.lines[0].count + 5] ^= 1
    }
    let desk = try Desk(fileSystem)
    #expect(desk.opening.returnedCount == 2)
    #expect(desk.unsaved.map(\.sequence) == [2, 3])
    try desk.save()
    #expect(
      fileSystem.dataFile
        == transactions[1].line + "\r\n" + transactions[2].line + "\r\n")
  }
}
