import Glibc
import Simulated
import Testing

@testable import Circulation

/// A save that is killed, or that a power cut ends: each transaction comes to
/// `OffCirc.dat` once, as a whole line, in order.
struct SaveTests: Saving {
  let transactions: [Transaction]

  init() throws { transactions = try .threeOfADay() }

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
      for written in [0, 150] {
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
