import Foundation

extension URL {
  /// Runs the program at this path, and returns what it prints.
  func output(
    _ arguments: String..., environment: [String: String] = [:],
    in folder: URL? = nil
  ) throws -> String {
    try output(arguments, environment: environment, in: folder)
  }

  /// Runs the program at this path, and returns what it prints.
  func output(
    _ arguments: [String], environment: [String: String] = [:],
    in folder: URL? = nil
  ) throws -> String {
    let process = Process()
    process.executableURL = self
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(
      environment
    ) { $1 }
    if let folder { process.currentDirectoryURL = folder }
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let bytes = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw Failure(
        "\(path) ended with status \(process.terminationStatus).")
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A tool of Debian, by its name.
  static func tool(_ name: String) -> URL {
    URL(fileURLWithPath: "/usr/bin/" + name)
  }
}

extension String {
  /// The last word of a text.
  var lastWord: String {
    split(whereSeparator: \.isWhitespace).last.map(String.init) ?? ""
  }
}
