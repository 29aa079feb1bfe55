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

  @Test func aLockThatIsRemovedIsTakenAgainOrEndsTheWork() throws {
    let desk = try Desk(folder: folder, clock: .standing)
    #expect(unlink(folder.lock) == 0)
    try desk.takeBack("1")
    #expect(throws: CirculationError.self) {
      _ = try Desk(folder: folder, clock: .standing)
    }
    // Another station takes the folder before this one is back.
    #expect(unlink(folder.lock) == 0)
    let other = try Desk(folder: folder, clock: .standing)
    try other.takeBack("2")
    let failure = FileFailure(act: .lock, path: folder.lock, code: ESTALE)
    #expect(throws: failure) { try desk.takeBack("3") }
    #expect(other.unsaved.map(\.transaction.item.text) == ["1", "2"])
  }
}
