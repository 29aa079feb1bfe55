import Glibc

/// A process, identified across machines and reboots.
package struct StationProcess: Hashable, Sendable {
  /// The process id.
  package let id: Int
  /// The host name of its machine.
  package let host: String
  /// The boot id of its machine; empty if the system has none.
  let boot: String
  /// The clock ticks from boot to the start of the process; empty if unknown.
  let start: String

  init(id: Int, host: String, boot: String, start: String) {
    self.id = id
    self.host = host
    self.boot = boot
    self.start = start
  }

  /// This process.
  package static let current = StationProcess(
    id: Int(getpid()), host: hostName(), boot: bootID(),
    start: start(of: getpid()) ?? "")

  /// True if the process runs on this machine, and is not a later one with the
  /// same id.
  var isRunningHere: Bool {
    !boot.isEmpty && boot == Self.current.boot
      && Self.start(of: pid_t(truncatingIfNeeded: id)) == start
  }

  /// True if there is no such process on this machine, or only a zombie.
  var hasEnded: Bool {
    Self.start(of: pid_t(truncatingIfNeeded: id)) == nil
  }

  private static func hostName() -> String {
    var name = [CChar](repeating: 0, count: 256)
    guard gethostname(&name, name.count - 1) == 0 else { return "" }
    return name.withUnsafeBufferPointer { name in
      name.baseAddress.map { String(cString: $0) } ?? ""
    }
  }

  private static func bootID() -> String {
    firstLine(of: "/proc/sys/kernel/random/boot_id") ?? ""
  }

  /// Returns the field `starttime` of `/proc/PID/stat` (proc(5)); nil if the
  /// process has ended.
  private static func start(of process: pid_t) -> String? {
    // The program's name is in parentheses and may contain spaces.
    guard
      let line = firstLine(of: "/proc/\(process)/stat"),
      let end = line.lastIndex(of: ")")
    else { return nil }
    let fields = line[line.index(after: end)...].split(separator: " ")
    // A zombie has ended; its parent has not collected it yet.
    guard fields.count > 19, fields[0] != "Z", fields[0] != "X" else {
      return nil
    }
    return String(fields[19])
  }

  private static func firstLine(of path: String) -> String? {
    guard
      let bytes = try? PosixFileSystem().open(path, for: .reading)
        .bytes(0..<4_096)
    else { return nil }
    return String(decoding: bytes.prefix { $0 != .lineFeed }, as: UTF8.self)
  }
}
