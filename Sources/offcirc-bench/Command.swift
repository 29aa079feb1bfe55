import Foundation

/// Another program, run to its end.
struct Command {
  private let path: String
  private let arguments: [String]

  /// A program that did not do what it was run for.
  struct Failure: Error {
    let name: String
  }

  init(_ path: String, _ arguments: String...) {
    self.init(path, arguments)
  }

  init(_ path: String, _ arguments: [String]) {
    self.path = path
    self.arguments = arguments
  }

  /// What the program writes to its standard output.
  func output() throws -> String {
    let process = Process()
    let pipe = Pipe()
    // A link to this very program would be another's in the child.
    let program = URL(fileURLWithPath: path).resolvingSymlinksInPath()
    process.executableURL = program
    process.arguments = arguments
    process.standardOutput = pipe
    try process.run()
    let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Failure(name: path) }
    return String(decoding: output, as: UTF8.self)
      .trimmingCharacters(in: .whitespacesAndNewlines)
  }
}
