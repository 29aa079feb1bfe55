import Foundation

/// A shell script that starts something for tests, does what it is ordered,
/// line by line, and ends it with the test run, or before.
final class OrderedScript: Sendable {
  // The script ends with the last copy of this end.
  private let orders: Int32
  private let answers: Int32

  /// The shell variable `own`, in front of a program that root must not run:
  /// under root, it runs as another user.
  private static let own = """
    own=
    [ "$(id -u)" != 0 ] ||
      own='setpriv --reuid=65534 --regid=65534 --clear-groups'

    """

  /// Starts a script, and waits for the first line that it prints; it prints
  /// one more after each order.
  ///
  /// - Parameters:
  ///   - text: the script.
  ///   - arguments: its arguments.
  ///   - command: what runs the shell, if anything.
  /// - Throws: `POSIXError`.
  init(
    _ text: String, _ arguments: [String], under command: [String] = []
  ) throws {
    var input: [Int32] = [0, 0]
    var output: [Int32] = [0, 0]
    guard pipe(&input) == 0, pipe(&output) == 0 else {
      throw POSIXError(.init(rawValue: errno) ?? .EMFILE)
    }
    // No other program that a test starts may hold it.
    for file in input + output { _ = fcntl(file, F_SETFD, FD_CLOEXEC) }
    orders = input[1]
    answers = output[0]
    var files = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&files)
    defer { posix_spawn_file_actions_destroy(&files) }
    posix_spawn_file_actions_adddup2(&files, input[0], 0)
    posix_spawn_file_actions_adddup2(&files, output[1], 1)
    _ = try spawn(
      command + ["sh", "-c", Self.own + text, "sh"] + arguments,
      variables: ["PATH=/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL=C"], &files)
    close(input[0])
    close(output[1])
    try awaitAnswer()
  }

  deinit {
    close(orders)
    close(answers)
  }

  /// Orders something, and waits until it is done.
  func obey(_ order: String) throws {
    let bytes = Array((order + "\n").utf8)
    guard write(orders, bytes, bytes.count) == bytes.count else {
      throw POSIXError(.EPIPE)
    }
    try awaitAnswer()
  }

  private func awaitAnswer() throws {
    var byte: UInt8 = 0
    repeat {
      guard read(answers, &byte, 1) == 1 else {
        throw POSIXError(.ECONNREFUSED)
      }
    } while byte != UInt8(ascii: "\n")
  }
}
