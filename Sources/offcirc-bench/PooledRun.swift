import Circulation
import Foundation
import Sharing
import Support

/// Desks that reach their server through pgbouncer, in transaction mode.
enum PooledRun {
  static func measure(in temporary: TemporaryFolder) throws {
    let server = try PostgresServer(syncing: true)
    let database = try SharedDatabase(on: server)
    let folder = server.folder + "/pool"
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true)
    let settings = folder + "/pgbouncer.ini"
    try Data(
      """
      [databases]
      * = host=\(server.folder) port=5432
      [pgbouncer]
      listen_addr =
      unix_socket_dir = \(folder)
      listen_port = 5432
      pool_mode = transaction
      default_pool_size = 2
      auth_type = any
      logfile = \(folder)/log
      pidfile = \(folder)/pid
      ignore_startup_parameters = extra_float_digits
      """.utf8
    ).write(to: URL(fileURLWithPath: settings))
    chmod(folder, 0o777)
    let pooler = Process()
    pooler.executableURL = URL(fileURLWithPath: "/bin/sh")
    // Root must not run it.
    let user = geteuid() == 0 ? "-u nobody" : ""
    pooler.arguments = [
      "-c",
      "PATH=/usr/sbin:/usr/bin:/bin; exec pgbouncer \(user) '\(settings)'",
    ]
    try pooler.run()
    defer { pooler.terminate() }
    try wait {
      FileManager.default.fileExists(atPath: folder + "/.s.PGSQL.5432")
    }
    let address = try ShareAddress(
      "host=\(folder) dbname=\(database.name) user=\(database.name)_desk11")
    let desks = try (0..<3).map {
      try SharingDesk("Desk \($0)", with: address, in: temporary)
    }
    for _ in 0..<1_000 { for desk in desks { try desk.lend() } }
    try wait {
      for desk in desks { desk.desk.tendCopies() }
      return desks.allSatisfy(\.isUpToDate)
    }
    let rows = try database.admin().run("select count(*) from offcirc.event")
    let isSame = try desks.allSatisfy { desk in
      try SharedJournal(of: desk.desk.station, on: database.admin()).bytes
        == desk.bytes
    }
    guard isSame, rows.number == 3_000 else {
      throw CommandError(name: "pgbouncer")
    }
    print("    through pgbouncer: 3000 events, 0 lost or changed, 0 doubled")
  }
}
