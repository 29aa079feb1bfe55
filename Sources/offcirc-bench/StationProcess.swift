import Foundation

/// The station, run in a terminal of its own.
final class StationProcess {
  private let terminal: Int32
  private let process: pid_t

  /// Starts the program that was built beside this one.
  init(in folder: String) throws {
    let program = URL(fileURLWithPath: CommandLine.arguments[0])
      .resolvingSymlinksInPath().deletingLastPathComponent()
      .appendingPathComponent("offcirc").path
    terminal = open("/dev/ptmx", O_RDWR | O_NOCTTY)
    var unlocked: Int32 = 0
    var number: UInt32 = 0
    // posix_openpt and its kin are hidden from Swift; these two requests,
    // TIOCSPTLCK and TIOCGPTN, are what they make of Linux.
    guard
      terminal >= 0,
      ioctl(terminal, 0x4004_5431, &unlocked) == 0,
      ioctl(terminal, 0x8004_5430, &number) == 0
    else { throw Command.Failure(name: "/dev/ptmx") }
    let name = "/dev/pts/\(number)"
    var size = winsize(ws_row: 24, ws_col: 80, ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(terminal, UInt(TIOCSWINSZ), &size)
    var files = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&files)
    defer { posix_spawn_file_actions_destroy(&files) }
    for stream in 0...2 as ClosedRange<Int32> {
      posix_spawn_file_actions_addopen(&files, stream, name, O_RDWR, 0)
    }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // POSIX_SPAWN_SETSID: a session of its own, whose terminal this becomes.
    posix_spawnattr_setflags(&attributes, 0x80)
    var arguments = Self.cStrings([program, "--files", folder])
    var variables = Self.cStrings(["TERM=xterm-256color", "LC_ALL=C.UTF-8"])
    defer { for text in arguments + variables { free(text) } }
    var process: pid_t = 0
    guard
      posix_spawn(
        &process, program, &files, &attributes, &arguments, &variables) == 0
    else { throw Command.Failure(name: program) }
    self.process = process
  }

  private static func cStrings(
    _ texts: [String]
  ) -> [UnsafeMutablePointer<CChar>?] {
    texts.map { strdup($0) } + [nil]
  }

  /// Returns when the text has been sent to the screen.
  func waitForPaint(of text: String) throws {
    var seen: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while !String(decoding: seen, as: UTF8.self).contains(text) {
      let count = read(terminal, &buffer, buffer.count)
      guard count > 0 else { throw Command.Failure(name: "offcirc") }
      seen += buffer[..<count]
    }
  }

  /// The seconds of processor time that it has used so far.
  func processorTime() throws -> Double {
    let status = try String(
      contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)
    let fields = status.split(separator: " ")
    guard fields.count > 14, let user = Double(fields[13]),
      let system = Double(fields[14])
    else { throw Command.Failure(name: "/proc") }
    return (user + system) / Double(sysconf(Int32(_SC_CLK_TCK)))
  }

  /// Ends it, with the terminal.
  func end() {
    kill(process, SIGKILL)
    var status: Int32 = 0
    waitpid(process, &status, 0)
    close(terminal)
  }
}
