import Foundation

/// A PostgreSQL server of the tests' own, in a folder of its own, without TCP:
/// one for all of them, and others that may be killed.
package final class PostgresServer: Sendable {
  /// True where it is installed.
  package static var isInstalled: Bool { programs != nil }
  /// The server of all tests, started when it is first asked for.
  package static let shared = Result { try PostgresServer() }

  /// The folder of its socket.
  package let folder: String
  // The server ends with the last copy of this end: with the test run, or
  // before.
  private let orders: Int32
  private let answers: Int32

  /// The folder of the programs of the newest version.
  package static var programs: String? {
    let root = "/usr/lib/postgresql"
    let versions = try? FileManager.default.contentsOfDirectory(atPath: root)
    return (versions ?? []).compactMap(Int.init).max()
      .map { "\(root)/\($0)/bin" }
      .flatMap {
        FileManager.default.isExecutableFile(atPath: $0 + "/initdb") ? $0 : nil
      }
  }

  /// A script that starts it, does what is ordered, and ends it at the end of
  /// standard input.
  ///
  /// Root must not run it: under root it is another user's.
  private static let script = """
    programs=$1 folder=$2 primary=$3 syncs=$4
    own() {
      if [ "$(id -u)" = 0 ]; then
        setpriv --reuid=65534 --regid=65534 --clear-groups "$@"
      else "$@"; fi
    }
    control() { own "$programs/pg_ctl" -D "$folder/data" -s -w "$@"; }
    make() {
      if [ -n "$primary" ]; then
        own "$programs/pg_basebackup" -D "$folder/data" -h "$primary" \
          -U admin -R -c fast --no-sync
      else
        own "$programs/initdb" -D "$folder/data" -U admin -A trust -E UTF8 \
          --locale=C --no-sync &&
          rules=$(cat "$folder/data/pg_hba.conf") &&
          printf 'local all guarded scram-sha-256\\n%s\\n' "$rules" \
            > "$folder/data/pg_hba.conf"
      fi
    }
    start() {
      control -l "$folder/log" start -o "-k '$folder' -c listen_addresses= \
        -c fsync=$syncs -c shared_buffers=16MB"
    }
    processes() {
      postmaster=$(head -n 1 "$folder/data/postmaster.pid")
      echo "$postmaster" $(pgrep -P "$postmaster")
    }
    end() {
      kill -9 $(processes)
      # Where nobody buries the dead, they would count as running.
      rm -f "$folder/data/postmaster.pid" "$folder"/.s.PGSQL.*.lock
    } 2> /dev/null
    [ "$(id -u)" != 0 ] || chown 65534:65534 "$folder"
    cd "$folder"
    if make > /dev/null && start; then
      echo ready
      while read -r order; do
        case $order in
        kill) end ;;
        start) until start 2> /dev/null; do sleep 0.1; done ;;
        hang) kill -STOP $(processes) ;;
        wake) kill -CONT $(processes) ;;
        promote) control promote ;;
        esac
        echo done
      done
      end
    fi
    cd / && rm -rf "$folder"
    """

  /// An order to the server's processes.
  package enum Order: String, Sendable {
    /// To end at once, as in a power cut.
    case kill
    /// To start again.
    case start
    /// To stop, without being gone.
    case hang
    /// To go on.
    case wake
    /// To take the place of the primary.
    case promote
  }

  /// Starts a server.
  ///
  /// - Parameters:
  ///   - primary: the server that it is a standby of; nil for one of its own.
  ///   - place: the folder that has its folder.
  ///   - syncs: true if a commit is on disk when it is answered.
  /// - Throws: `POSIXError`.
  package init(
    standingBy primary: PostgresServer? = nil, in place: String = "/tmp",
    syncing syncs: Bool = false
  ) throws {
    // The path of a socket has 107 bytes at most, whatever TMPDIR is.
    var template = Array("\(place)/offcirc-pg-XXXXXX".utf8CString)
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
    orders = input[1]
    answers = output[0]
    var files = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&files)
    defer { posix_spawn_file_actions_destroy(&files) }
    posix_spawn_file_actions_adddup2(&files, input[0], 0)
    posix_spawn_file_actions_adddup2(&files, output[1], 1)
    _ = try spawn(
      [
        "sh", "-c", Self.script, "sh", programs, folder, primary?.folder ?? "",
        syncs ? "on" : "off",
      ],
      variables: ["PATH=/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL=C"], &files)
    close(input[0])
    close(output[1])
    try awaitAnswer()
  }

  deinit {
    close(orders)
    close(answers)
  }

  /// Orders something, and waits until it is done.
  package func obey(_ order: Order) throws {
    let bytes = Array((order.rawValue + "\n").utf8)
    guard write(orders, bytes, bytes.count) == bytes.count else {
      throw POSIXError(.EPIPE)
    }
    try awaitAnswer()
  }

  private func awaitAnswer() throws {
    var byte: UInt8 = 0
    repeat {
      guard read(answers, &byte, 1) == 1 else {
        throw POSIXError(.ECONNREFUSED)
      }
    } while byte != UInt8(ascii: "\n")
  }

  /// Returns the address of one of its databases, for a role.
  package func address(_ database: String, as role: String) -> String {
    "host=\(folder) dbname=\(database) user=\(role)"
  }
}
