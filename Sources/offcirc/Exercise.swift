import ArgumentParser
import Circulation
import Glibc
import Languages
import Offload
import Scanning
import Settings
import Station
import Terminal

/// An exercise in a folder of its own, made new each time and emptied at the
/// end.
///
/// The desk is another process: it is killed on purpose, and this one opens it
/// again.
struct Exercise {
  private static let disk = CommandContext.disk

  private let place: CommandContext
  private let folder: StationFolder
  private let file: DrillFile
  private let name: String
  private let steps: [Drill.Step]

  /// Creates the exercise of the user; nothing is accessed yet.
  ///
  /// - Parameters:
  ///   - place: the place in which the command runs.
  ///   - name: the name of the person; empty if none is given.
  ///   - steps: the steps.
  init(at place: CommandContext, name: String, steps: [Drill.Step]) {
    self.place = place
    self.name = name
    self.steps = steps
    let data = UserFolders(environment: Environment.variables).data
    folder = StationFolder(
      path: data.appending(path: "offcirc/drill"),
      exercise: place.words.exercise)
    file = DrillFile(in: folder)
  }

  // MARK: The process that stays

  /// Runs the exercise to its end, and tells the result.
  ///
  /// - Throws: ``CirculationError``; ``FileError``; ``TerminalError``;
  ///   `ExitCode`.
  func run() throws {
    _ = try Terminal.survey()
    try Self.disk.makeFolders(folder.path)
    guard let hold = try Self.disk.hold(folder: folder.path) else {
      throw CirculationError.folderHeld(path: folder.path, by: nil)
    }
    defer { withExtendedLifetime(hold) {} }
    try empty()
    let clock = WallClock.system
    let start = clock.now()
    try file.write(Drill(at: start, steps: steps))
    try runDesk()
    guard let drill = try file.read() else {
      throw FileError(operation: .read, path: folder.path, code: ENOENT)
    }
    try empty()
    let end = clock.now()
    let minutes = max(end.wallMinutes - start.wallMinutes, 1)
    try StandardOutput.write(
      place.words.result(of: drill, minutes: minutes)
        .joined(separator: "\n") + "\n")
    if !drill.passed.isEmpty {
      try PracticeNotes.ofUser.note(
        PastDrill(of: drill, at: end, name: name, minutes: minutes))
    }
    guard drill.isWhole else { throw ExitCode.someRefused }
  }

  /// Removes the files of the exercise: real cards may have been scanned.
  private func empty() throws(FileError) {
    for name in try Self.disk.names(in: folder.path) {
      let path = folder.path.appending(path: name)
      if try Self.disk.entry(at: path)?.kind == .file {
        try Self.disk.remove(path)
      }
    }
    try Self.disk.synchronizeFolder(folder.path)
  }

  /// Runs the desk, and again after the power cut, or whoever killed it.
  private func runDesk() throws {
    var settings = termios()
    tcgetattr(STDIN_FILENO, &settings)
    while true {
      let status = try Self.runThisProgram("--inside")
      guard status & 0x7f != 0 else {
        let code = status >> 8 & 0xff
        if code != 0 { throw ExitCode(code) }
        return
      }
      // What was killed has left the terminal as it was.
      tcsetattr(STDIN_FILENO, TCSANOW, &settings)
      guard status & 0x7f == SIGKILL else { throw ExitCode.inputOutputError }
    }
  }

  /// Runs this program with one more argument, and waits for its end.
  ///
  /// - Returns: its status, as waitpid(2) has it.
  private static func runThisProgram(_ argument: String) throws(FileError)
    -> Int32
  {
    let program = "/proc/self/exe"
    var arguments: [UnsafeMutablePointer<CChar>?] =
      (CommandLine.arguments + [argument]).map { strdup($0) }
    defer { for word in arguments { free(word) } }
    arguments.append(nil)
    var process: pid_t = 0
    let code = posix_spawn(&process, program, nil, nil, arguments, environ)
    guard code == 0 else {
      throw FileError(operation: .open, path: program, code: code)
    }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    return status
  }

  // MARK: The process that is killed

  /// Opens the desk of the exercise.
  ///
  /// - Throws: ``CirculationError``; ``FileError``; ``TerminalError``.
  func openDesk() throws {
    guard let drill = try file.read() else {
      throw FileError(operation: .read, path: folder.path, code: ENOENT)
    }
    let desk = try Desk(folder: folder)
    let terminal = try Terminal()
    var station = Station(
      desk: desk, size: terminal.size, words: place.words,
      deskName: place.words.exercise, bell: place.settings.station.bell,
      rules: place.settings.rules.ofExercise, learns: false
    ).drilling(
      drill,
      // Without it, the result lacks a step: the exercise itself goes on.
      keep: { [file] in try? file.write($0) },
      cutPower: { kill(getpid(), SIGKILL) })
    let ending = station.run(on: terminal, place.settings.station.theme)
    terminal.close()
    if let drill = station.drill { try file.write(drill) }
    try place.close(desk)
    if let ending { Terminal.end(ending) }
  }
}
