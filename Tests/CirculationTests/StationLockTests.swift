import Glibc
import Simulated
import Support
import Testing

@testable import Circulation

struct StationLockTests {
  private let folder: StationFolder
  private let temporary: TestFolder

  init() throws {
    temporary = TestFolder()
    folder = temporary.station
  }

  private var held: CirculationError {
    .folderHeld(
      path: folder.path,
      by: StationLock.Holder(
        process: Int(getpid()), since: "2018-05-08T13:48:07+02:00",
        host: nil))
  }

  @Test func aSecondDeskIsRefusedAndToldWhoHoldsTheFolder() throws {
    let desk = try Desk(folder: folder, clock: .standing)
    // A refusal must not wipe the holder's name.
    for _ in 1...3 {
      #expect(throws: held) { try Desk(folder: folder) }
    }
    #expect(desk.unsaved.isEmpty)
  }

  @Test func theFolderIsFreeWhenTheDeskIsGone() throws {
    for _ in 1...3 {
      let desk = try Desk(folder: folder, clock: .standing)
      #expect(throws: held) { try Desk(folder: folder) }
      #expect(desk.unsaved.isEmpty)
    }
  }

  @Test func aHolderWhoLeftNoNameIsAHolderToo() throws {
    let desk = try Desk(folder: folder, clock: .standing)
    truncate(folder.lock, 0)
    #expect(
      throws: CirculationError.folderHeld(path: folder.path, by: nil)
    ) { try Desk(folder: folder) }
    #expect(desk.unsaved.isEmpty)
  }

  @Test func aFolderInTheLocksPlaceIsAnError() throws {
    try folder.create()
    mkdir(folder.lock, 0o700)
    #expect(
      throws: FileError(operation: .lock, path: folder.lock, code: EISDIR)
    ) { try Desk(folder: folder) }
  }

  @Test func aLockThatIsRemovedIsMadeAgainAndSaid() throws {
    let desk = try Desk(folder: folder, clock: .standing)
    #expect(unlink(folder.lock) == 0)
    try desk.takeBack("1")
    #expect(desk.repairs == [.lockMade])
    #expect(throws: held) {
      _ = try Desk(folder: folder, clock: .standing)
    }
    // The journal is locked too: nobody takes the folder before it is back.
    #expect(unlink(folder.lock) == 0)
    #expect(
      throws: CirculationError.folderHeld(path: folder.path, by: nil)
    ) {
      _ = try Desk(folder: folder, clock: .standing)
    }
    // What the refused one left in its place holds nobody off.
    try desk.takeBack("2")
    #expect(desk.unsavedItems == ["1", "2"])
    #expect(desk.repairs == [.lockMade, .lockMade])
    try desk.close()
  }

  @Test func aLockOfWhichNothingIsLeftIsStillHeld() throws {
    let desk = try Desk(folder: folder, clock: .standing)
    truncate(folder.lock, 0)
    try desk.takeBack("1")
    #expect(throws: held) { try Desk(folder: folder) }
    #expect(desk.unsavedItems == ["1"])
  }

  @Test func aProcessThatIsKnownToRunHoldsTheFolderThoughTheDriveLetsBoth()
    throws
  {
    let first = StationProcess.current
    let files = SimulatedFileSystem()
    files.holdsLocks = false
    let desk = try Desk(
      folder: .simulated, clock: .standing, fileSystem: files, as: first)
    #expect(
      throws: CirculationError.folderHeld(
        path: StationFolder.simulated.path,
        by: StationLock.Holder(
          process: first.id, since: tuesday.iso8601, host: nil))
    ) { try Desk(beside: files, on: first.host) }
    try desk.takeBack("1")
  }

  @Test func aStationOfAnotherMachineThatDidNotLetGoIsTold() throws {
    let files = SimulatedFileSystem()
    let first = try Desk(beside: files, on: "annexe")
    #expect(first.predecessor == nil)
    files.releaseLocks()
    let second = try Desk(beside: files, on: "central")
    #expect(second.predecessor?.host == "annexe")
    try second.takeBack("1")
    try second.close()
    #expect(throws: FileError.self) { try first.takeBack("2") }
  }

  @Test func aProcessThatHasEndedHoldsNothing() throws {
    // Nobody waits for it: it stays in the table of processes.
    var process: pid_t = 0
    var arguments: [UnsafeMutablePointer<CChar>?] = [strdup("true"), nil]
    defer { free(arguments[0]) }
    try #require(
      posix_spawnp(&process, "true", nil, nil, &arguments, environ) == 0)
    let current = StationProcess.current
    let ended = HangGuard.waits {
      StationProcess(
        id: Int(process), host: current.host, boot: current.boot, start: ""
      ).hasEnded
    }
    #expect(ended)
    var status: Int32 = 0
    #expect(waitpid(process, &status, WNOHANG) == process)
    #expect(!current.hasEnded)
  }
}
