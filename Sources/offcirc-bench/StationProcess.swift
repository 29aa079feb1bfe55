import Foundation
import Support

/// The station, run in a pseudoterminal.
final class StationProcess {
  private let terminal: TerminalProcess

  /// Starts the program built with this one.
  init(in folder: String) throws {
    terminal = try TerminalProcess(
      [Child.offcirc, "--files", folder],
      variables: ["TERM=xterm-256color", "LC_ALL=C.UTF-8"])
  }

  /// Returns when the text has been sent to the screen.
  func waitForPaint(of text: String) throws {
    var seen: [UInt8] = []
    while !String(decoding: seen, as: UTF8.self).contains(text) {
      let bytes = terminal.painted(within: -1)
      guard !bytes.isEmpty else { throw CommandError(name: "offcirc") }
      seen += bytes
    }
  }

  /// Returns the processor time used so far, in seconds.
  func processorTime() throws -> Double {
    let status = try String(
      contentsOfFile: "/proc/\(terminal.process)/stat", encoding: .utf8)
    let fields = status.split(separator: " ")
    guard fields.count > 14, let user = Double(fields[13]),
      let system = Double(fields[14])
    else { throw CommandError(name: "/proc") }
    return (user + system) / Double(sysconf(Int32(_SC_CLK_TCK)))
  }

  /// Ends the program and its terminal.
  func end() { terminal.kill() }
}
