import Circulation
import Support
import Synchronization
import Testing

@testable import Sharing

/// The lists in the database are one version, whole, from who may publish it.
@Suite(.needsPostgres)
struct SharedListsTests {
  private let database: SharedDatabase
  private let test = TestFolder()
  private let long = ListFile(
    name: "000001-items-2026-11-20.csv",
    digest: String(repeating: "a", count: 64))
  /// Longer than what is sent at once.
  private static let bytes = (0..<1_200_000).map {
    UInt8(truncatingIfNeeded: $0)
  }

  init() throws { database = try SharedDatabase() }

  private func file(_ number: Int) -> ListFile {
    ListFile(
      name: "00000\(number)-borrowers-2026-11-27.csv",
      digest: String(repeating: "\(number)", count: 64))
  }

  private func content(_ file: ListFile) -> [UInt8] {
    file == long ? Self.bytes : Array(file.name.utf8)
  }

  private func publish(_ files: [ListFile], after version: Int = 0) throws
    -> Int
  {
    let change = try ListsChange(on: database.connection(of: "referent"))
    return try change.publish(files, after: version) {
      file throws(FileError) in
      let disk = PosixFileSystem()
      let source = try disk.open(
        test.path.appending(path: file.name), for: .writing)
      try source.write(content(file).span, at: 0)
      return source
    }
  }

  private func copy(
    _ file: ListFile, on connection: Connection
  ) throws -> [UInt8] {
    let copy = try PosixFileSystem()
      .createSibling(of: test.path.appending(path: "copy"))
    try SharedLists.copy(file, to: copy, on: connection)
    return try copy.bytes(0..<copy.length())
  }

  @Test func aVersionIsReadAsItWasPublishedAndNothingOlderIsKept() throws {
    let desk = try database.connection(of: "desk1")
    #expect(try SharedLists.newest(on: desk) == SharedLists())
    #expect(try publish([long, file(2)]) == 1)
    let newest = try SharedLists.newest(on: desk)
    #expect(newest.version == 1)
    #expect(newest.files == [long, file(2)])
    #expect(newest.role.hasSuffix("referent1"))
    #expect(try copy(long, on: desk) == Self.bytes)
    #expect(try copy(file(2), on: desk) == content(file(2)))
    // The same again is not another version.
    #expect(try publish([file(2), long]) == 1)
    #expect(try publish([long, file(3)]) == 2)
    #expect(try copy(file(2), on: desk) == [])
    #expect(try SharedLists.newestVersion(on: desk) == 2)
    // A database that was restored had a newer one once.
    #expect(try publish([], after: 7) == 8)
    let left = try database.admin()
      .run("select count(*) from offcirc.list_part")
    #expect(left.number == 0)
  }

  @Test func aLineThatIsCutGivesNoPartOfAList() throws {
    _ = try publish([long])
    let line = try CutLine(to: database.server, .cut(after: 1_000_000))
    try withExtendedLifetime(line) {
      let connection = try Connection(
        to: database.address(of: "desk1", over: line))
      do {
        _ = try copy(long, on: connection)
        Issue.record("It is whole.")
      } catch let error as ShareError {
        #expect(error.isPassing, "\(error)")
      }
    }
  }

  @Test func onlyReferentsPublishAndOneAfterTheOther() throws {
    let desk = try database.connection(of: "desk1")
    do throws(ShareError) {
      _ = try ListsChange(on: desk)
      Issue.record("A desk may publish.")
    } catch {
      guard case .mayNotPublish(let role) = error, role.hasSuffix("desk11")
      else {
        Issue.record("\(error)")
        return
      }
    }
    for statement in [
      "insert into offcirc.lists (version) values (1)",
      "delete from offcirc.list", "delete from offcirc.list_part",
    ] {
      #expect(throws: ShareError.self) { try desk.run(statement) }
    }
    let other = try database.connection(of: "referent")
    do {
      let change = try ListsChange(on: database.connection(of: "referent"))
      try other.run("set lock_timeout = '20ms'")
      try other.run("begin")
      #expect(throws: ShareError.self) {
        try other.run("lock table offcirc.list in exclusive mode")
      }
      try other.run("rollback")
      #expect(try SharedLists.newestVersion(on: desk) == 0)
      withExtendedLifetime(change) {}
    }
    // Given up, it keeps nobody from the next.
    #expect(try publish([file(2)]) == 1)
  }

  // MARK: A desk that is open

  /// Lists of which only the version is there.
  private final class Taken: ListTaking {
    private let number = Mutex(0)
    private let failure: FileError?

    init(_ failure: FileError? = nil) { self.failure = failure }

    var version: Int { number.withLock { $0 } }

    func take(on connection: Connection) throws -> Bool {
      if let failure { throw failure }
      let newest = try SharedLists.newestVersion(on: connection)
      number.withLock { $0 = newest }
      return true
    }
  }

  private func open(_ lists: Taken) throws -> Desk {
    let desk = try Desk(folder: StationFolder(path: test.path))
    desk.add(
      try Sharer(
        to: database.address(of: "desk1").text, of: desk.station, desk: "",
        clock: desk.clock, renewing: lists))
    return desk
  }

  @Test func anOpenDeskTakesTheNewestVersionAndTellsIt() async throws {
    _ = try publish([file(2)], after: 4)
    let lists = Taken()
    let desk = try open(lists)
    let admin = try database.admin()
    try await wait(at: desk) {
      try ShareStatus.all(on: admin).first?.lists == 5
    }
    #expect(lists.version == 5)
    #expect(desk.sharer?.warning == nil)
    try desk.close()
  }

  @Test func listsThatCannotBeTakenAreAWarningAndTheDeskGoesOn() async throws {
    _ = try publish([file(2)])
    let desk = try open(
      Taken(FileError(operation: .write, path: "/x", code: 28)))
    try await wait(at: desk) { desk.sharer?.warning == .lists }
    #expect(desk.sharer?.standing == .upToDate)
    try desk.lend("1", to: "9")
    try desk.close()
  }
}
