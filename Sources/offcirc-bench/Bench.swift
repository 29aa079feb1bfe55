import Foundation

/// `offcirc-bench [--folder DIR] [PART…]`: measures the station's use of disk
/// and processor, and the offload of large files, side by side with
/// alternatives; all of it, or some parts.
@main
enum Bench {
  static func main() {
    do {
      let arguments = Array(CommandLine.arguments.dropFirst())
      switch (arguments.first, arguments.count) {
      case (Reopening.word, 2):
        try Reopening.measureHere(in: arguments[1])
      case (Child.word, 2...):
        try Child.measureHere(arguments[1], Array(arguments.dropFirst(2)))
      case (Merging.word, 3...):
        try Merging.mergeHere(Array(arguments.dropFirst()))
      case ("--folder", 2...):
        try measure(Array(arguments.dropFirst(2)), in: arguments[1])
      default:
        try measure(arguments, in: ".build")
      }
    } catch {
      fail("offcirc-bench: \(error)", status: EX_IOERR)
    }
  }

  /// The parts in the order in which they are measured.
  private static let parts:
    [(name: String, measure: @Sendable (TemporaryFolder) throws -> Void)] = [
      ("durable", DurableWriting.measure), ("typing", Typing.measure),
      ("reopening", Reopening.measure), ("reading", Reading.measure),
      ("opening", Opening.measure), ("checking", Checking.measure),
      ("merging", Merging.measure),
    ]

  private static func measure(_ names: [String], in place: String) throws {
    for name in names where !parts.contains(where: { $0.name == name }) {
      let all = parts.map(\.name).joined(separator: " ")
      fail(
        """
        offcirc-bench: \(name) is not a part.
        usage: offcirc-bench [--folder DIR] [PART…]
        Parts: \(all)
        """, status: EX_USAGE)
    }
    let folder = try TemporaryFolder(in: place)
    defer { folder.remove() }
    print("Measured in \(place).")
    for part in parts where names.isEmpty || names.contains(part.name) {
      try part.measure(folder)
    }
  }

  private static func fail(_ message: String, status: Int32) -> Never {
    FileHandle.standardError.write(Data((message + "\n").utf8))
    exit(status)
  }
}
