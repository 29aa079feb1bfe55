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
  private let terminal: TerminalProcess

  /// Starts the program on a folder's files.
  convenience init(
    in folder: TestFolder, terminal: String = "vt52", _ options: String...
  ) throws {
    try self.init(
      running: ["--files", folder.files] + options, in: folder,
      terminal: terminal)
  }

  /// Starts a command of the program; the screen is that of a VT52 alone.
  init(
    running arguments: [String], in folder: TestFolder,
    terminal kind: String = "vt52"
  ) throws {
    terminal = try TerminalProcess(
      [Program.path] + arguments,
      variables: [
        "TERM=\(kind)", "LC_ALL=C.UTF-8", "TZ=UTC", "HOME=\(folder.path)",
      ])
  }

  /// Types bytes; reads the screen where the program can take no more yet.
  func type(_ text: String) {
    terminal.type(text) { look(for: 1) }
  }

  /// Gives the terminal another size.
  func resize(rows: Int, columns: Int) {
    terminal.resize(rows: rows, columns: columns)
  }

  /// The most memory that the process has had, in megabytes.
  var megabytes: Int {
    let status =
      (try? String(
        contentsOfFile: "/proc/\(terminal.process)/status", encoding: .utf8))
      ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    return (line?.split(separator: " ").dropLast().last).flatMap {
      Int($0)
    }.map { $0 / 1_000 } ?? .max
  }

  /// The number of writes of the process so far, to files and to the terminal;
  /// nil if the system does not count them.
  var writeCount: Int? {
    let counts =
      (try? String(
        contentsOfFile: "/proc/\(terminal.process)/io", encoding: .utf8)) ?? ""
    let line = counts.split(separator: "\n").first { $0.hasPrefix("syscw:") }
    return (line?.split(separator: " ").last).flatMap { Int($0) }
  }

  /// The paths of the shared libraries that the process has open.
  var libraries: Set<String> { terminal.libraries }

  /// Takes what has been painted, and waits for it so many milliseconds.
  @discardableResult
  func look(for milliseconds: Int32 = 0) -> Bool {
    let bytes = terminal.painted(within: milliseconds)
    take(bytes)
    return !bytes.isEmpty
  }

  private func take(_ bytes: [UInt8]) {
    sent += bytes
    screen.take(bytes)
  }

  /// Looks on until the screen is as it should be.
  ///
  /// - Throws: ``NotSeen``, if it hangs.
  func look(
    for what: String, until condition: (VT52) -> Bool
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

  /// Kills the process, and takes what it had painted by then.
  func kill() {
    terminal.kill { take($0) }
  }
}
