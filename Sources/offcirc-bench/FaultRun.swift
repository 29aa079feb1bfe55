import Circulation
import Foundation
import Sharing
import Support

/// Three desks at work while something fails, and one that shares nothing.
final class FaultRun {
  private let database: SharedDatabase
  private let desks: [SharingDesk]
  private let alone: SharingDesk
  /// The servers that the desks can reach, as their address names them.
  private let names: ServerNames
  private var current: PostgresServer
  /// The longest commit of a desk that shares, and of the one that does not.
  private var longest = (sharing: 0.0, alone: 0.0)

  convenience init(
    on server: PostgresServer, over line: CutLine? = nil,
    in temporary: TemporaryFolder
  ) throws {
    try self.init(
      on: server, SharedDatabase(on: server),
      in: line?.folder ?? server.folder, temporary)
  }

  /// Begins with a database that the desks reach by the socket in a folder.
  init(
    on server: PostgresServer, _ database: SharedDatabase, in folder: String,
    _ temporary: TemporaryFolder
  ) throws {
    let names = try ServerNames()
    names.reach([folder])
    desks = try ["desk1", "desk2", "desk2"].map { role in
      try SharingDesk(
        role, with: names.address(of: database, as: role), in: temporary)
    }
    alone = try SharingDesk("Alone", in: temporary)
    (self.database, self.names, current) = (database, names, server)
    try catchUp()
  }

  /// Lets the desks reach these servers, and look for the one that writes.
  func reach(_ servers: [PostgresServer]) {
    names.reach(servers.map(\.folder))
    current = servers.last ?? current
  }

  /// Lets each desk record so many loans, in so many seconds.
  func record(_ count: Int, during duration: Double = 0) throws {
    for _ in 0..<count {
      for desk in desks {
        // In turns: what else uses the disk affects both alike.
        longest.sharing = max(
          longest.sharing, try seconds { try desk.lend() })
        longest.alone = max(longest.alone, try seconds { try alone.lend() })
      }
      usleep(useconds_t(1_000_000 * duration / Double(count)))
      if duration > 0 { tick() }
    }
  }

  private func tick() { for desk in desks { desk.desk.tendCopies() } }

  /// True if a desk has noticed that its server is out of reach.
  var isOff: Bool {
    desks.contains {
      if case .off? = $0.sharer?.standing { true } else { false }
    }
  }

  /// Waits until the server has everything.
  func catchUp() throws {
    try wait(seconds: 180) {
      tick()
      usleep(20_000)
      return desks.allSatisfy(\.isUpToDate)
    }
  }

  /// Compares every line, and prints what is lost and what is doubled.
  func finish(_ title: String) throws {
    let admin = try connection(to: current)
    var (lost, total) = (0, 0)
    for desk in desks {
      let there = try SharedJournal(of: desk.desk.station, on: admin)
      let isSame = try there.bytes == desk.bytes
      total += desk.count
      lost += isSame ? 0 : max(desk.count - there.count, 1)
    }
    let doubled = try rowCount(on: current) - total
    print(
      """
          \(title): \(total) events, \(lost) lost or changed, \(doubled) \
      doubled; longest local commit \(longest.sharing.milliseconds), \
      \(longest.alone.milliseconds) at a desk that shares nothing
      """)
    guard lost == 0, doubled == 0 else { throw CommandError(name: title) }
  }

  // MARK: The administrator

  private func connection(
    to server: PostgresServer
  ) throws -> Connection {
    try Connection(
      to: ShareAddress(
        server.address(database.name, as: "admin")
          + " target_session_attrs=any"))
  }

  func rowCount(on server: PostgresServer) throws -> Int {
    try connection(to: server).run("select count(*) from offcirc.event")
      .number ?? 0
  }

  /// Returns how many backends wait for a standby.
  func stuckCount(on server: PostgresServer) throws -> Int {
    try connection(to: server).run(
      "select count(*) from pg_stat_activity where wait_event = 'SyncRep'"
    ).number ?? 0
  }

  /// Changes a setting of a server.
  func administer(_ server: PostgresServer, _ setting: String) throws {
    let connection = try connection(to: server)
    try connection.run("alter system set " + setting)
    try connection.run("select pg_reload_conf()")
  }
}

/// The names that desks know servers by: links to their folders, which change
/// as the names of a network do.
private final class ServerNames {
  private let folder: String

  init() throws {
    // The path of a socket has 107 bytes at most.
    var template = Array("/tmp/offcirc-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw POSIXError(.EIO) }
    folder = String(
      decoding: template.dropLast().map(UInt8.init), as: UTF8.self)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  private static let names = ["a", "b"]

  func reach(_ folders: [String]) {
    for (number, name) in Self.names.enumerated() {
      let link = folder + "/" + name
      unlink(link)
      symlink(folders.indices ~= number ? folders[number] : "/nowhere", link)
    }
  }

  func address(
    of database: SharedDatabase, as role: String
  ) throws -> ShareAddress {
    let hosts = Self.names.map { folder + "/" + $0 }.joined(separator: ",")
    return try ShareAddress(
      "host=\(hosts) dbname=\(database.name) "
        + "user=\(database.name)_\(role)1")
  }
}
