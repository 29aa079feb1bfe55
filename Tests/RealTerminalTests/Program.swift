import Foundation
import Support

/// The built program, run as a command.
enum Program {
  /// Beside the test bundle, where the package manager builds it.
  static let path = URL(fileURLWithPath: CommandLine.arguments[0])
    .resolvingSymlinksInPath().deletingLastPathComponent()
    .appendingPathComponent("offcirc").path

  struct Result {
    let status: Int32
    let output: String
    let errors: String
  }

  /// Runs a command to its end.
  ///
  /// Foundation's `Process` waits for all that a command leaves behind, such as
  /// the server of tmux.
  @discardableResult
  static func run(
    _ arguments: [String], of command: String = path, input: String = "",
    environment: [String: String] = [:]
  ) throws -> Result {
    let folder = TestFolder()
    let names = ["input", "output", "errors"].map { folder.path + "/" + $0 }
    try input.write(toFile: names[0], atomically: true, encoding: .utf8)
    var files = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&files)
    defer { posix_spawn_file_actions_destroy(&files) }
    posix_spawn_file_actions_addopen(&files, 0, names[0], O_RDONLY, 0)
    for number in 1...2 {
      posix_spawn_file_actions_addopen(
        &files, Int32(number), names[number], O_WRONLY | O_CREAT, 0o600)
    }
    let process = try spawn(
      [command] + arguments, variables: variables(environment), &files)
    // One that hangs is ended, or all tests would wait for it.
    let end = DispatchWorkItem { kill(process, SIGKILL) }
    DispatchQueue.global().asyncAfter(
      deadline: .now() + HangGuard.limit / .seconds(1), execute: end)
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 && errno == EINTR {}
    end.cancel()
    return Result(
      status: status & 0x7f == 0 ? status >> 8 & 0xff : 128 + status & 0x7f,
      output: try String(contentsOfFile: names[1], encoding: .utf8),
      errors: try String(contentsOfFile: names[2], encoding: .utf8))
  }

  /// The variables of who runs the tests, in the tests' own locale and without
  /// their settings, and those of the test.
  static func variables(_ environment: [String: String]) -> [String] {
    ProcessInfo.processInfo.environment
      .merging(
        [
          "LC_ALL": "C.UTF-8", "TZ": "UTC", "XDG_CONFIG_HOME": "/nowhere",
          "XDG_CONFIG_DIRS": "/nowhere",
        ]
      ) { $1 }
      .merging(environment) { $1 }
      .map { "\($0)=\($1)" }
  }
}
