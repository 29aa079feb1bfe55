import Foundation
import Support

/// A program that was run to its end, with its time and memory.
///
/// A new process of this program starts it: the peak memory of a child includes
/// that of its parent at the fork.
struct Child {
  /// The argument that makes a process run and measure another.
  static let word = "run"

  let seconds: Double
  /// The processor time, in the program and in the system, in seconds.
  let processorSeconds: Double
  /// The peak memory, in megabytes.
  let megabytes: Double
  /// The exit status.
  let status: Int32

  /// Runs a program, discarding its output.
  init(_ path: String, _ arguments: [String]) throws {
    let numbers = try Command(
      "/proc/self/exe", [Self.word, path] + arguments
    ).output().split(separator: " ").compactMap { Double($0) }
    guard numbers.count == 4 else { throw CommandError(name: path) }
    seconds = numbers[0]
    processorSeconds = numbers[1]
    megabytes = numbers[2] / 1_000
    status = Int32(numbers[3])
  }

  /// Runs a program, and prints its seconds, those of the processor, its peak
  /// memory in kB, and its status.
  static func measureHere(_ path: String, _ arguments: [String]) throws {
    var files = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&files)
    defer { posix_spawn_file_actions_destroy(&files) }
    for stream in 1...2 as ClosedRange<Int32> {
      posix_spawn_file_actions_addopen(&files, stream, "/dev/null", O_WRONLY, 0)
    }
    let clock = ContinuousClock()
    let start = clock.now
    let process = try spawn(
      [path] + arguments, variables: ["LC_ALL=C", "HOME=/"], &files)
    var result: Int32 = 0
    var usage = rusage()
    while wait4(process, &result, 0, &usage) < 0 && errno == EINTR {}
    let seconds = start.duration(to: clock.now) / .seconds(1)
    let status = result & 0x7f == 0 ? result >> 8 & 0xff : 128 + result & 0x7f
    print(seconds, usage.processorSeconds, usage.ru_maxrss, status)
  }

  /// Returns the path of a program installed by Debian; nil if there is none.
  static func path(of name: String) -> String? {
    ["/usr/bin/\(name)", "/bin/\(name)"].first {
      FileManager.default.isExecutableFile(atPath: $0)
    }
  }

  /// The path of the program built with this one.
  static let offcirc = URL(fileURLWithPath: CommandLine.arguments[0])
    .resolvingSymlinksInPath().deletingLastPathComponent()
    .appendingPathComponent("offcirc").path
}

extension [Child] {
  /// The median time, processor time and memory.
  var medians: String {
    "\(map(\.seconds).median.formatted(decimals: 2, width: 6)) s, processor "
      + "\(map(\.processorSeconds).median.formatted(decimals: 2, width: 6)) s, "
      + "\(map(\.megabytes).median.formatted(decimals: 0, width: 5)) MB"
  }
}
