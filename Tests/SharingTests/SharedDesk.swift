import Circulation
import Sharing
import Support
import Testing

extension SharedDatabase {
  /// Connects over a line that is cut after so many bytes of answers.
  func push(_ desk: SharedDesk, cutAfter byteCount: Int) throws {
    let line = try CutLine(to: server, .cut(after: byteCount))
    try withExtendedLifetime(line) {
      try desk.push(on: Connection(to: address(of: "desk1", over: line)))
    }
  }
}

/// A desk in a folder of its own, closed whenever its journal is read.
struct SharedDesk {
  let test = TestFolder()
  var folder: StationFolder { StationFolder(path: test.path) }

  /// Lends items to one borrower, with nobody at the desk afterwards.
  func lend(_ items: String..., to borrower: String = "9921000000164") throws {
    let desk = try Desk(folder: folder)
    for item in items { try desk.lend(item, to: borrower) }
    try desk.close()
  }

  func open(_ clock: WallClock = .system) throws -> Desk {
    try Desk(folder: folder, clock: clock)
  }

  func open(
    sharingWith address: ShareAddress, _ clock: WallClock = .system
  ) throws -> (desk: Desk, sharer: Sharer) {
    let open = try self.open(clock)
    let sharer = Sharer(
      to: address.text, of: open.station, desk: "Desk", clock: clock)
    open.add(sharer)
    return (open, sharer)
  }

  var station: String {
    get throws { try JournalReader.replay(journal).station ?? "" }
  }

  /// The journal's bytes.
  var bytes: [UInt8] {
    get throws { try journal.bytes(0..<journal.length()) }
  }

  var journal: any OpenFile {
    get throws { try PosixFileSystem().open(folder.journal, for: .reading) }
  }

  /// Expects the database to have each line of the journal once, byte for byte.
  func expectAll(in database: SharedDatabase) throws {
    try expectAll(on: database.admin())
  }

  /// Expects the same of the database of a connection.
  func expectAll(on admin: Connection) throws {
    let shared = try SharedJournal(of: station, on: admin)
    #expect(try shared.bytes == bytes)
    let rows = try admin.run(
      "select count(*) from offcirc.event where station = $1",
      [.text(station)])
    #expect(rows.number == shared.count)
  }

  /// Connects the desk's journal with the database.
  func share(on connection: Connection) throws -> SharedStation {
    let journal = try journal
    return try SharedStation(
      station, of: "Desk", journal: journal, to: journal.length(),
      at: WallClock.system.now(), on: connection)
  }

  /// Sends what the database lacks.
  func push(on connection: Connection) throws {
    var shared = try share(on: connection)
    try shared.push(journal, to: journal.length())
  }
}

extension Desk {
  func lend(_ item: String, to borrower: String) throws {
    identify(try Barcode(borrower))
    try record(Barcode(item))
    try commit()
  }
}

extension Trait where Self == ConditionTrait {
  /// Skips tests where there is no server to be started.
  static var needsPostgres: Self {
    .enabled(
      if: PostgresServer.isInstalled, "PostgreSQL is not installed here.")
  }

  /// Skips tests where there is no pooler to be started.
  static var needsPooler: Self {
    .enabled(if: Pooler.isInstalled, "pgbouncer is not installed here.")
  }

  /// Skips tests where a server can't have a disk of its own.
  static var needsDisk: Self {
    .enabled(
      if: PostgresServer.canHaveDisk, "Only root makes a file system here.")
  }
}
