import Circulation
import Sharing
import Support
import Testing

/// A database of one test's own on the server of all tests, with two desks and
/// a referent.
struct SharedDatabase {
  let name: String
  let schema: Schema
  private let server: PostgresServer

  init() throws {
    server = try PostgresServer.shared.get()
    name = "library_\(UInt32.random(in: .min ... .max))"
    let admin = try Connection(
      to: ShareAddress(server.address("postgres", as: "admin")))
    try admin.run("create database " + name)
    schema = try Schema.prepare(
      on: Connection(to: ShareAddress(server.address(name, as: "admin"))))
    for (role, group) in [
      ("desk1", schema.deskRole), ("desk2", schema.deskRole),
      ("referent", schema.referentRole),
    ] {
      try admin.run("create role \(name)_\(role)1 login in role \(group)")
    }
  }

  /// Returns the address for `desk1`, `desk2` or `referent`.
  func address(of role: String) throws -> ShareAddress {
    try ShareAddress(server.address(name, as: "\(name)_\(role)1"))
  }

  /// Connects over a line that is cut after so many bytes of answers.
  func push(_ desk: SharedDesk, cutAfter byteCount: Int) throws {
    let line = try CutLine(to: server, after: byteCount)
    let address = "host=\(line.folder) dbname=\(name) user=\(name)_desk11"
    try withExtendedLifetime(line) {
      try desk.push(on: Connection(to: ShareAddress(address)))
    }
  }

  func connection(of role: String) throws -> Connection {
    try Connection(to: address(of: role))
  }

  func admin() throws -> Connection {
    try Connection(to: ShareAddress(server.address(name, as: "admin")))
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

  func open() throws -> Desk { try Desk(folder: folder) }

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
}
