import Circulation
import Foundation
import Sharing
import Support

/// Three desks at work while something fails.
final class FaultRun {
  private let database: SharedDatabase
  private let desks: [SharingDesk]
  /// The servers that the desks can reach, as their address names them.
  private let names: ServerNames
  private var current: PostgresServer
  private var longest = 0.0

  init(
    on server: PostgresServer, over line: CutLine? = nil,
    in temporary: TemporaryFolder
  ) throws {
    let database = try SharedDatabase(on: server)
    let names = try ServerNames(in: temporary)
    names.reach([line?.folder ?? server.folder])
    desks = try ["desk1", "desk2", "desk2"].map { role in
      try SharingDesk(
        role, with: names.address(of: database, as: role), in: temporary)
    }
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
        longest = max(longest, try seconds { try desk.lend() })
      }
      usleep(useconds_t(1_000_000 * duration / Double(count)))
      if duration > 0 { tick() }
    }
  }

  private func tick() { for desk in desks { desk.desk.tendCopies() } }

  /// True if a desk has noticed that its server is out of reach.
  var isOff: Bool {
    desks.contains {
      if case .off? = $0.sharer.standing { true } else { false }
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
      doubled; longest local commit \(longest.milliseconds)
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

  /// Returns the longest commit of as many loans at a desk that shares nothing.
  static func commitsAlone(in temporary: TemporaryFolder) throws -> Double {
    let desk = try Desk(folder: StationFolder(path: temporary.newFolder()))
    desk.identify(try Barcode("9921000000164"))
    var longest = 0.0
    for number in 0..<6_000 {
      try desk.record(Barcode("\(number)"))
      longest = max(longest, try seconds { _ = try desk.commit() })
    }
    return longest
  }
}

/// The names that desks know servers by: links to their folders, which change
/// as the names of a network do.
private final class ServerNames {
  private let folder: String

  init(in temporary: TemporaryFolder) throws {
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
