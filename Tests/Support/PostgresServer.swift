import Foundation

/// A PostgreSQL server of the tests' own, in a folder of its own: one for all
/// of them, and others that may be killed.
package final class PostgresServer: Sendable {
  /// True where it is installed.
  package static var isInstalled: Bool { programs != nil }
  /// The server of all tests, started when it is first asked for.
  package static let shared = Result { try PostgresServer() }

  /// The folder of its socket.
  package let folder: String
  private let port: Int
  private let script: OrderedScript

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

  /// True where it can have a disk of its own: in memory, in a name space of
  /// mounts that goes with it.
  package static let canHaveDisk =
    (try? OrderedScript(
      "mount -t tmpfs -o size=1m small /mnt && echo", [], under: ownMounts))
    != nil
  private static let ownMounts = ["unshare", "--mount"]

  /// A script that starts it, does what is ordered, and ends it at the end of
  /// standard input.
  private static let script = """
    programs=$1 folder=$2 primary=$3 syncs=$4 address=$5 megabytes=$6 port=$7
    data=$folder/data
    control() { $own "$programs/pg_ctl" -D "$data" -s -w "$@"; }
    make() {
      if [ -n "$primary" ]; then
        $own "$programs/pg_basebackup" -D "$data" -h "$primary" \
          -U admin -R -c fast --no-sync
      else
        $own "$programs/initdb" -D "$data" -U admin -A trust -E UTF8 \
          --locale=C --no-sync &&
          rules=$(cat "$data/pg_hba.conf") &&
          printf 'local all guarded scram-sha-256\\n%s\\n' "$rules" \
            > "$data/pg_hba.conf"
      fi
    }
    start() {
      control -l "$folder/log" start -o "-k '$folder' \
        -c listen_addresses=$address -c port=$port -c fsync=$syncs \
        -c shared_buffers=16MB"
    }
    processes() {
      postmaster=$(head -n 1 "$data/postmaster.pid")
      echo "$postmaster" $(pgrep -P "$postmaster")
    }
    end() {
      kill -9 $(processes)
      # Where nobody buries the dead, they would count as running.
      rm -f "$data/postmaster.pid" "$folder"/.s.PGSQL.*.lock
    } 2> /dev/null
    [ "$(id -u)" != 0 ] || chown 65534:65534 "$folder"
    cd "$folder"
    if [ -n "$megabytes" ]; then
      mkdir "$data"
      mount -t tmpfs -o "size=${megabytes}m,mode=700,uid=65534,gid=65534" \
        small "$data"
    fi
    if make > /dev/null && start; then
      echo ready
      while read -r order; do
        case $order in
        kill) end ;;
        start) until start 2> /dev/null; do sleep 0.1; done ;;
        hang) kill -STOP $(processes) ;;
        wake) kill -CONT $(processes) ;;
        promote) control promote ;;
        fill) cat /dev/zero > "$data/filler" 2> /dev/null ;;
        clear) rm "$data/filler" ;;
        esac
        echo done
      done
      end
    fi
    cd /
    [ -z "$megabytes" ] || umount --lazy "$data"
    rm -rf "$folder"
    """

  /// An order to the server's processes, or about its disk.
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
    /// To leave no room on its own disk.
    case fill
    /// To make that room again.
    case clear
  }

  /// Starts a server.
  ///
  /// - Parameters:
  ///   - primary: the server that it is a standby of; nil for one of its own.
  ///   - address: the address of this computer at which it listens too; empty
  ///     for none.
  ///   - port: the port there, and of its socket.
  ///   - megabytes: the size of a disk of its own; nil for the disk of `/tmp`.
  ///   - syncs: true if a commit is on disk when it is answered.
  /// - Throws: `POSIXError`.
  package init(
    standingBy primary: PostgresServer? = nil, at address: String = "",
    port: Int = 5_432, diskOf megabytes: Int? = nil, syncing syncs: Bool = false
  ) throws {
    // The path of a socket has 107 bytes at most, whatever TMPDIR is.
    var template = Array("/tmp/offcirc-pg-XXXXXX".utf8CString)
    guard let programs = Self.programs, mkdtemp(&template) != nil else {
      throw POSIXError(.init(rawValue: errno) ?? .ENOENT)
    }
    folder = String(
      decoding: template.dropLast().map(UInt8.init), as: UTF8.self)
    self.port = port
    script = try OrderedScript(
      Self.script,
      [
        programs, folder, primary?.folder ?? "", syncs ? "on" : "off", address,
        megabytes.map(String.init) ?? "", "\(port)",
      ], under: megabytes == nil ? [] : Self.ownMounts)
  }

  /// Orders something, and waits until it is done.
  package func obey(_ order: Order) throws { try script.obey(order.rawValue) }

  /// Returns the address of one of its databases, for a role.
  package func address(_ database: String, as role: String) -> String {
    "host=\(folder) port=\(port) dbname=\(database) user=\(role)"
  }
}
