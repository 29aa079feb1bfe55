import Foundation
import Support
import Testing

/// The built program in a real terminal: tmux runs it, types keys, and reads
/// the screen back.
final class Screen {
  let folder: TestFolder
  private let socket = "offcirc-\(UUID().uuidString.prefix(8))"
  private var statusFile: String { "\(folder.path)/\(socket).status" }
  // Elsewhere: what is shown is in none of the station's files.
  private let sent = TestFolder()
  /// The file of all that the terminal is sent.
  var sentFile: String { sent.path + "/sent" }
  /// The last key that was pressed.
  private var pressed: String?
  /// Whether it was pressed again, as the station asked.
  private var isPressedAgain = false

  /// Starts the program, or any other shell command, in a terminal of a size.
  init(
    _ arguments: String = "", columns: Int = 80, rows: Int = 24,
    environment: [String: String] = [:], shell: String? = nil,
    in folder: TestFolder = TestFolder()
  ) throws {
    self.folder = folder
    let configuration = folder.path + "/tmux.conf"
    try """
    set -g escape-time 0
    set -g status off
    set -g default-terminal screen-256color
    """.write(toFile: configuration, atomically: true, encoding: .utf8)
    var variables = [
      "LC_ALL": "C.UTF-8", "TZ": "UTC", "HOME": folder.path,
      "OFFCIRC_FILES": folder.files, "XDG_CONFIG_HOME": folder.path,
      "XDG_STATE_HOME": folder.path + "/.local/state",
    ]
    variables.merge(environment) { $1 }
    let settings = variables.sorted { $0.key < $1.key }
      .map { "\($0)='\($1)'" }.joined(separator: " ")
    let command =
      shell ?? "\(Program.path) \(arguments); echo $? > \(statusFile); exec cat"
    try tmux(
      "-f", configuration, "new-session", "-d", "-x", "\(columns)", "-y",
      "\(rows)",
      """
      cd \(folder.path); unset TMUX NO_COLOR LC_MESSAGES LANG; \
      export \(settings); \(command)
      """,
      ";", "pipe-pane", "exec cat > '\(sentFile)'")
  }

  deinit {
    _ = try? tmux("kill-server")
  }

  @discardableResult
  private func tmux(_ arguments: String...) throws -> String {
    let result = try Program.run(
      ["-u", "-L", socket] + arguments, of: "tmux")
    return result.output
  }

  // MARK: What a person does

  /// Presses keys, by tmux's names for them: `F2`, `C-s`, `M-l`, `Enter`; as
  /// slowly as a hand, which is what tells it from a scanner.
  func press(_ keys: String...) throws { try press(keys) }

  func press(_ keys: [String]) throws {
    for key in keys {
      for _ in 0..<6 { HangGuard.pause() }
      try pressAgainIfAsked()
      try tmux("send-keys", key)
      (pressed, isPressedAgain) = (key, false)
    }
    for _ in 0..<6 { HangGuard.pause() }
  }

  /// Presses the last key again if the station took it for a part of a scan:
  /// on a busy machine it may have been read together with one.
  private func pressAgainIfAsked() throws {
    guard let pressed else { return }
    let text = lines.joined()
    let isAsked = [
      "it came at scanner speed", "à la vitesse d'une douchette",
    ].contains { text.contains($0) }
    if isAsked, !isPressedAgain { try tmux("send-keys", pressed) }
    isPressedAgain = isAsked
  }

  /// Types characters.
  func type(_ text: String) throws {
    try tmux("send-keys", "-l", text)
  }

  /// Scans a number: its characters and Enter.
  func scan(_ numbers: String...) throws {
    for number in numbers {
      try type(number)
      try tmux("send-keys", "Enter")
    }
  }

  /// Sends lines in one burst, as a scanner with a memory does.
  func burst(_ lines: [String]) throws {
    let file = folder.path + "/burst"
    try lines.map { $0 + "\n" }.joined()
      .write(toFile: file, atomically: true, encoding: .utf8)
    try tmux("load-buffer", file)
    try tmux("paste-buffer")
  }

  /// Sends bytes as they are.
  func send(_ bytes: String) throws {
    let file = folder.path + "/bytes"
    try bytes.write(toFile: file, atomically: true, encoding: .utf8)
    try tmux("load-buffer", file)
    try tmux("paste-buffer", "-r")
  }

  /// Presses the left button of the mouse where a text stands.
  func click(on text: String) throws {
    try waitFor(text)
    let lines = lines
    let row = lines.firstIndex { $0.contains(text) } ?? 0
    let column = lines[row].range(of: text).map {
      lines[row].distance(from: lines[row].startIndex, to: $0.lowerBound)
    }
    let place = "\((column ?? 0) + 2);\(row + 1)"
    try type("\u{1b}[<0;\(place)M\u{1b}[<0;\(place)m")
  }

  func resize(columns: Int, rows: Int) throws {
    try tmux("resize-window", "-x", "\(columns)", "-y", "\(rows)")
  }

  /// Takes the terminal away, as a broken line does.
  func hangUp() throws {
    try tmux("kill-server")
  }

  // MARK: What a person sees

  /// The screen, row by row.
  var lines: [String] {
    ((try? tmux("capture-pane", "-p")) ?? "").components(separatedBy: "\n")
  }

  /// The screen with its colours, as the escape sequences of an ANSI terminal.
  var colored: String { (try? tmux("capture-pane", "-p", "-e")) ?? "" }

  /// The terminal's cursor.
  struct Cursor: Equatable {
    let column: Int
    let row: Int
    let isShown: Bool
  }

  /// Where the cursor is, and whether it can be seen.
  var cursor: Cursor {
    get throws {
      let parts = try tmux(
        "display-message", "-p", "#{cursor_x} #{cursor_y} #{cursor_flag}"
      ).split(whereSeparator: \.isWhitespace).compactMap { Int($0) }
      try #require(parts.count == 3)
      return Cursor(column: parts[0], row: parts[1], isShown: parts[2] == 1)
    }
  }

  /// The status that the program ended with, as a shell gives it; nil while it
  /// runs.
  var status: Int32? {
    let text = try? String(contentsOfFile: statusFile, encoding: .utf8)
    return text.flatMap { Int32($0.dropLast()) }
  }

  /// The program's process.
  func process() throws -> Int32 {
    let shell = try tmux("display-message", "-p", "#{pane_pid}").dropLast()
    let children = try Program.run(["-P", String(shell)], of: "pgrep")
    return try #require(Int32(children.output.dropLast()))
  }

  /// The number of bytes that the terminal has been sent so far.
  private var sentCount: off_t {
    var status = stat()
    return stat(sentFile, &status) == 0 ? status.st_size : 0
  }

  /// Waits until the screen is as it should be, as a person would: looks again
  /// when something was painted, or after a tenth of a second.
  func wait(
    _ what: String, location: SourceLocation = #_sourceLocation,
    until condition: () throws -> Bool
  ) throws {
    let isSeen = try HangGuard.waits {
      let count = sentCount
      if try condition() { return true }
      try pressAgainIfAsked()
      // Each look starts a program.
      for _ in 0..<4 where sentCount == count { HangGuard.pause() }
      return false
    }
    guard isSeen else {
      let error = NotSeen(what: what, on: lines)
      Issue.record(error, sourceLocation: location)
      throw error
    }
  }

  /// Waits until a text is on the screen, also broken at the edge of it.
  func waitFor(
    _ text: String, location: SourceLocation = #_sourceLocation
  ) throws {
    try wait(text, location: location) {
      let lines = lines
      return lines.contains { $0.contains(text) }
        || lines.joined().contains(text)
    }
  }

  func waitForEnd(location: SourceLocation = #_sourceLocation) throws {
    try wait("the end of the program", location: location) { status != nil }
  }
}
