import Glibc
import Testing

@testable import Circulation

struct StationLockTests {
  private let folder: StationFolder
  private let temporary: TemporaryFolder

  init() throws {
    temporary = try TemporaryFolder()
    folder = temporary.station
  }

  private var held: CirculationError {
    .folderHeld(
      path: folder.path,
      by: StationLock.Holder(
        process: Int(getpid()), since: "2018-05-08T13:48:07+02:00"))
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
      throws: FileFailure(act: .lock, path: folder.lock, code: EISDIR)
    ) { try Desk(folder: folder) }
  }
}
