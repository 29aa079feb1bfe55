import Foundation
import Support

/// A full-screen program, run in a pseudoterminal.
final class ScreenProgram {
  private let name: String
  private let terminal: TerminalProcess

  /// Starts a program.
  init(_ command: [String]) throws {
    name = command[0]
    terminal = try TerminalProcess(
      command, variables: ["TERM=xterm-256color", "LC_ALL=C.UTF-8", "HOME=/"])
  }

  /// Returns when the text has been sent to the screen.
  func waitForPaint(of text: String) throws {
    var seen: [UInt8] = []
    while !String(decoding: seen, as: UTF8.self).contains(text) {
      let bytes = terminal.painted(within: -1)
      guard !bytes.isEmpty else { throw CommandError(name: name) }
      seen += bytes
    }
  }

  /// Types a key, and returns the milliseconds until all was painted that
  /// answers it.
  func milliseconds(after key: String) throws -> Double {
    while !terminal.painted(within: 0).isEmpty {}
    let begin = ContinuousClock.now
    terminal.type(key)
    guard !terminal.painted(within: 5_000).isEmpty else {
      throw CommandError(name: name)
    }
    var end = ContinuousClock.now
    // The painting of a screen comes in one piece, or close together.
    while !terminal.painted(within: 2).isEmpty { end = .now }
    return begin.duration(to: end) / .milliseconds(1)
  }

  /// Returns the processor time used so far by all threads, in milliseconds.
  func processorTime() throws -> Double {
    var clock = clockid_t()
    var time = timespec()
    guard
      clock_getcpuclockid(terminal.process, &clock) == 0,
      clock_gettime(clock, &time) == 0
    else { throw CommandError(name: name) }
    return Double(time.tv_sec) * 1_000 + Double(time.tv_nsec) / 1_000_000
  }

  /// Returns the memory in use, in megabytes.
  func megabytes() throws -> Double {
    let fields = try String(
      contentsOfFile: "/proc/\(terminal.process)/statm", encoding: .utf8
    ).split(separator: " ")
    guard fields.count > 1, let pages = Double(fields[1]) else {
      throw CommandError(name: name)
    }
    return pages * Double(sysconf(Int32(_SC_PAGESIZE))) / 1_000_000
  }

  /// The number of shared libraries that it has open.
  var libraryCount: Int { terminal.libraries.count }

  /// Ends the program and its terminal.
  func end() { terminal.kill() }
}
