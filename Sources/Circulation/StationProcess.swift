import Glibc

/// A process of this program, told from all others on all machines.
public struct StationProcess: Hashable, Sendable {
  /// The number of the process.
  public let id: Int
  /// The name of its machine.
  public let host: String
  /// The system's id of the run that it is in; empty if it has none.
  let boot: String
  /// The ticks from then to its own start; empty if the system does not tell.
  let start: String

  init(id: Int, host: String, boot: String, start: String) {
    self.id = id
    self.host = host
    self.boot = boot
    self.start = start
  }

  /// This process.
  public static let current = StationProcess(
    id: Int(getpid()), host: hostName(), boot: bootID(),
    start: start(of: getpid()) ?? "")

  /// Whether the process is known to be running on this machine, and to be no
  /// later one of the same number.
  var isRunningHere: Bool {
    !boot.isEmpty && boot == Self.current.boot
      && Self.start(of: pid_t(truncatingIfNeeded: id)) == start
  }

  /// Whether there is no such process on this machine, or only what its parent
  /// has not taken notice of.
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

  /// The field `starttime` of `/proc/PID/stat` (proc(5)); nil if it has ended.
  private static func start(of process: pid_t) -> String? {
    // The name of the program stands in parentheses and may have blanks.
    guard
      let line = firstLine(of: "/proc/\(process)/stat"),
      let end = line.lastIndex(of: ")")
    else { return nil }
    let fields = line[line.index(after: end)...].split(separator: " ")
    // Of one that has ended, its parent may not have taken notice yet.
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
