import Foundation
import Support

/// The built program in a terminal of the test's own: a screen that is read as
/// fast as it is painted, and a process that can be killed at any instant.
///
/// The terminal is a VT52, which has few ways to paint.
final class Pty {
  private(set) var screen = VT52()
  /// All that was ever painted, as it was sent: what is painted over at once
  /// may be on no screen that a busy test has seen.
  private(set) var sent: [UInt8] = []
  private let terminal: Int32
  private let process: pid_t

  /// Starts the program on a folder's files.
  convenience init(in folder: TestFolder, _ options: String...) throws {
    try self.init(running: ["--files", folder.files] + options, in: folder)
  }

  /// Starts a command of the program.
  init(running arguments: [String], in folder: TestFolder) throws {
    terminal = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC | O_NONBLOCK)
    var unlocked: Int32 = 0
    var number: UInt32 = 0
    // TIOCSPTLCK and TIOCGPTN: posix_openpt and its kin are hidden from Swift.
    guard
      terminal >= 0,
      ioctl(terminal, 0x4004_5431, &unlocked) == 0,
      ioctl(terminal, 0x8004_5430, &number) == 0
    else { throw POSIXError(.init(rawValue: errno) ?? .EIO) }
    let name = "/dev/pts/\(number)"
    var size = winsize(ws_row: 24, ws_col: 80, ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(terminal, UInt(TIOCSWINSZ), &size)
    var files = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&files)
    defer { posix_spawn_file_actions_destroy(&files) }
    for stream in 0...2 as ClosedRange<Int32> {
      posix_spawn_file_actions_addopen(&files, stream, name, O_RDWR, 0)
    }
    // POSIX_SPAWN_SETSID: a session of its own, whose terminal this becomes.
    process = try Program.spawn(
      [Program.path] + arguments,
      variables: [
        "TERM=vt52", "LC_ALL=C.UTF-8", "TZ=UTC", "HOME=\(folder.path)",
      ], &files, flags: 0x80)
  }

  deinit { kill() }

  /// Types bytes; reads the screen where the program can take no more yet.
  func type(_ text: String) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes {
        write(terminal, $0.baseAddress, $0.count)
      }
      if count > 0 {
        bytes = bytes.dropFirst(count)
      } else if errno == EAGAIN {
        look(for: 1)
      } else {
        return
      }
    }
  }

  /// Gives the terminal another size.
  func resize(rows: Int, columns: Int) {
    var size = winsize(
      ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(terminal, UInt(TIOCSWINSZ), &size)
  }

  /// The most memory that the process has had, in megabytes.
  var megabytes: Int {
    let status =
      (try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8))
      ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    return (line?.split(separator: " ").dropLast().last).flatMap {
      Int($0)
    }.map { $0 / 1_000 } ?? .max
  }

  /// Takes what has been painted, and waits for it so many milliseconds.
  @discardableResult
  func look(for milliseconds: Int32 = 0) -> Bool {
    var source = pollfd(fd: terminal, events: Int16(POLLIN), revents: 0)
    guard poll(&source, 1, milliseconds) > 0 else { return false }
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    let count = read(terminal, &buffer, buffer.count)
    guard count > 0 else { return false }
    sent += buffer[..<count]
    screen.take(buffer[..<count])
    return true
  }

  /// Looks on until the screen is as it should be.
  ///
  /// - Throws: ``NotSeen``, if it hangs.
  func look(
    for what: String = "", until condition: (VT52) -> Bool
  ) throws(NotSeen) {
    let hangGuard = HangGuard()
    while !condition(screen) {
      if hangGuard.isOver { throw NotSeen(what: what, on: screen.lines) }
      look(for: 100)
    }
  }

  /// Looks on until a text stands somewhere.
  ///
  /// - Throws: ``NotSeen``, if it hangs.
  func look(for text: String) throws(NotSeen) {
    try look(for: text) { $0.text.contains(text) }
  }

  private var isKilled = false

  /// Kills the process, and takes what it had painted by then.
  func kill() {
    guard !isKilled else { return }
    isKilled = true
    Foundation.kill(process, SIGKILL)
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 && errno == EINTR {}
    while look() {}
    close(terminal)
  }
}
