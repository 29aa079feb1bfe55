import Foundation

/// A program to be run to its end.
struct Command {
  private let path: String
  private let arguments: [String]

  init(_ path: String, _ arguments: String...) {
    self.init(path, arguments)
  }

  init(_ path: String, _ arguments: [String]) {
    self.path = path
    self.arguments = arguments
  }

  /// Runs the program and returns its standard output.
  func output() throws -> String {
    let process = Process()
    let pipe = Pipe()
    // In the child, /proc/self/exe would be another program.
    let program = URL(fileURLWithPath: path).resolvingSymlinksInPath()
    process.executableURL = program
    process.arguments = arguments
    process.standardOutput = pipe
    try process.run()
    let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw CommandError(name: path) }
    return String(decoding: output, as: UTF8.self)
      .trimmingCharacters(in: .whitespacesAndNewlines)
  }
}

/// An error: a program failed.
struct CommandError: Error {
  let name: String
}
