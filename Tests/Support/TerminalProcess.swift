import Foundation

/// A program in a terminal of its own, 80×24, of which this holds the other
/// end.
package final class TerminalProcess {
  /// The program's process.
  package let process: pid_t
  private let terminal: Int32
  private var isEnded = false

  /// Starts a program.
  ///
  /// - Throws: `POSIXError`.
  package init(_ command: [String], variables: [String]) throws {
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
    Self.resize(terminal, rows: 24, columns: 80)
    var files = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&files)
    defer { posix_spawn_file_actions_destroy(&files) }
    for stream in 0...2 as ClosedRange<Int32> {
      posix_spawn_file_actions_addopen(&files, stream, name, O_RDWR, 0)
    }
    // POSIX_SPAWN_SETSID: a session of its own, whose terminal this becomes.
    process = try spawn(command, variables: variables, &files, flags: 0x80)
  }

  deinit { kill() }

  /// Gives the terminal another size.
  package func resize(rows: Int, columns: Int) {
    Self.resize(terminal, rows: rows, columns: columns)
  }

  private static func resize(_ terminal: Int32, rows: Int, columns: Int) {
    var size = winsize(
      ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(terminal, UInt(TIOCSWINSZ), &size)
  }

  /// Types bytes; calls a function where the program can take no more yet.
  package func type(_ text: String, whileWaiting wait: () -> Void = {}) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes {
        write(terminal, $0.baseAddress, $0.count)
      }
      if count > 0 {
        bytes = bytes.dropFirst(count)
      } else if errno == EAGAIN {
        wait()
      } else {
        return
      }
    }
  }

  /// Takes what has been painted, and waits for it so many milliseconds; for
  /// ever if that is less than 0.
  ///
  /// - Returns: nothing if nothing came, or the program is gone.
  package func painted(within milliseconds: Int32) -> [UInt8] {
    var source = pollfd(fd: terminal, events: Int16(POLLIN), revents: 0)
    guard poll(&source, 1, milliseconds) > 0 else { return [] }
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    let count = read(terminal, &buffer, buffer.count)
    return count > 0 ? Array(buffer[..<count]) : []
  }

  /// The paths of the shared libraries that the process has open.
  package var libraries: Set<String> {
    // The system gives a page at a time.
    let maps =
      try? FileHandle(forReadingAtPath: "/proc/\(process)/maps")?.readToEnd()
    let lines = String(decoding: maps ?? Data(), as: UTF8.self)
    let paths = lines.split(separator: "\n").compactMap { line in
      line.firstIndex(of: "/").map { String(line[$0...]) }
    }
    return Set(paths.filter { $0.contains(".so") })
  }

  /// Kills the process; what it had painted by then is given to the body.
  package func kill(_ take: ([UInt8]) -> Void = { _ in }) {
    guard !isEnded else { return }
    isEnded = true
    Foundation.kill(process, SIGKILL)
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 && errno == EINTR {}
    while case let bytes = painted(within: 0), !bytes.isEmpty { take(bytes) }
    close(terminal)
  }
}
