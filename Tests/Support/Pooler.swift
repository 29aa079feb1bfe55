import Foundation

/// A pgbouncer of the tests' own before a server, in transaction mode.
package final class Pooler: Sendable {
  /// True where it is installed.
  package static var isInstalled: Bool {
    FileManager.default.isExecutableFile(atPath: "/usr/sbin/pgbouncer")
  }

  /// The folder of its socket.
  package let folder: String
  private let script: OrderedScript

  /// A script that starts it, does what is ordered, and ends it at the end of
  /// standard input.
  private static let text = """
    folder=$1 socket=$1/.s.PGSQL.5432
    start() {
      rm -f "$socket"
      $own pgbouncer -q "$folder/settings" > /dev/null 2>&1 &
      until [ -S "$socket" ]; do
        kill -0 $! 2> /dev/null || exit
        sleep 0.02
      done
    }
    end() { kill -9 $!; wait $!; } 2> /dev/null
    [ "$(id -u)" != 0 ] || chown -R 65534:65534 "$folder"
    start
    echo ready
    while read -r order; do
      "$order"
      echo done
    done
    end
    """

  /// An order to its process.
  package enum Order: String, Sendable {
    /// To end at once.
    case end
    /// To start again.
    case start
  }

  /// Starts a pooler with two connections for each role.
  ///
  /// - Parameters:
  ///   - database: the database that it stands before.
  ///   - roles: the roles that it lets in: `desk1`, `desk2`, `referent`.
  /// - Throws: `POSIXError`.
  package init(before database: SharedDatabase, for roles: [String]) throws {
    let server = database.server
    folder = server.folder + "/pool\(UInt16.random(in: .min ... .max))"
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true)
    let users = roles.map { "\"\(database.name)_\($0)1\" \"\"\n" }.joined()
    let settings = """
      [databases]
      * = host=\(server.folder)
      [pgbouncer]
      listen_addr =
      unix_socket_dir = \(folder)
      listen_port = 5432
      pool_mode = transaction
      default_pool_size = 2
      auth_type = trust
      auth_file = \(folder)/users

      """
    for (name, text) in [("users", users), ("settings", settings)] {
      try Data(text.utf8).write(to: URL(fileURLWithPath: folder + "/" + name))
    }
    script = try OrderedScript(Self.text, [folder])
  }

  /// Orders something, and waits until it is done.
  package func obey(_ order: Order) throws { try script.obey(order.rawValue) }
}
