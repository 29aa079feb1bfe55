import Foundation

/// A PostgreSQL server of the tests' own: one for all of them, in a folder of
/// its own, without TCP.
package final class PostgresServer: Sendable {
  /// True where it is installed.
  package static var isInstalled: Bool { programs != nil }
  /// The server, started when it is first asked for.
  package static let shared = Result { try PostgresServer() }

  /// The folder of its socket.
  package let folder: String
  // The server ends with the last copy of this end: with the test run.
  private let end: Int32

  /// The folder of the programs of the newest version.
  private static var programs: String? {
    let root = "/usr/lib/postgresql"
    let versions = try? FileManager.default.contentsOfDirectory(atPath: root)
    return (versions ?? []).compactMap(Int.init).max()
      .map { "\(root)/\($0)/bin" }
      .flatMap {
        FileManager.default.isExecutableFile(atPath: $0 + "/initdb") ? $0 : nil
      }
  }

  /// A script that starts it, and ends it at the end of standard input.
  ///
  /// Root must not run it: under root it is another user's.
  private static let script = """
    own() {
      if [ "$(id -u)" = 0 ]; then
        setpriv --reuid=65534 --regid=65534 --clear-groups "$@"
      else "$@"; fi
    }
    [ "$(id -u)" != 0 ] || chown 65534:65534 "$2"
    cd "$2"
    if own "$1/initdb" -D "$2/data" -U admin -A trust -E UTF8 --locale=C \
      --no-sync > /dev/null &&
      own "$1/pg_ctl" -D "$2/data" -l "$2/log" -s -w start -o "-k '$2' \
        -c listen_addresses= -c fsync=off -c shared_buffers=16MB"
    then
      echo ready
      read -r end
      own "$1/pg_ctl" -D "$2/data" -s -m immediate stop
    fi
    cd / && rm -rf "$2"
    """

  private init() throws {
    // The path of a socket has 107 bytes at most, whatever TMPDIR is.
    var template = Array("/tmp/offcirc-pg-XXXXXX".utf8CString)
    guard let programs = Self.programs, mkdtemp(&template) != nil else {
      throw POSIXError(.init(rawValue: errno) ?? .ENOENT)
    }
    folder = String(
      decoding: template.dropLast().map(UInt8.init), as: UTF8.self)
    var input: [Int32] = [0, 0]
    var output: [Int32] = [0, 0]
    guard pipe(&input) == 0, pipe(&output) == 0 else {
      throw POSIXError(.init(rawValue: errno) ?? .EMFILE)
    }
    // No other program that a test starts may hold it.
    for file in input + output { _ = fcntl(file, F_SETFD, FD_CLOEXEC) }
    end = input[1]
    var files = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&files)
    defer { posix_spawn_file_actions_destroy(&files) }
    posix_spawn_file_actions_adddup2(&files, input[0], 0)
    posix_spawn_file_actions_adddup2(&files, output[1], 1)
    _ = try spawn(
      ["sh", "-c", Self.script, "sh", programs, folder],
      variables: ["PATH=/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL=C"], &files)
    close(input[0])
    close(output[1])
    defer { close(output[0]) }
    var byte: UInt8 = 0
    guard read(output[0], &byte, 1) == 1 else {
      throw POSIXError(.ECONNREFUSED)
    }
  }

  /// Returns the address of one of its databases, for a role.
  package func address(_ database: String, as role: String) -> String {
    "host=\(folder) dbname=\(database) user=\(role)"
  }
}
