import Foundation

/// `offcirc-bench [--folder DIR]`: measures the station's use of disk and
/// processor, and the offload of large files, side by side with alternatives.
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
      case (nil, 0):
        try measure(in: ".build")
      case ("--folder", 2):
        try measure(in: arguments[1])
      default:
        fail("usage: offcirc-bench [--folder DIR]", status: EX_USAGE)
      }
    } catch {
      fail("offcirc-bench: \(error)", status: EX_IOERR)
    }
  }

  private static func measure(in place: String) throws {
    let folder = try TemporaryFolder(in: place)
    defer { folder.remove() }
    print("Measured in \(place).")
    try DurableWriting.measure(in: folder)
    try Typing.measure(in: folder)
    try Reopening.measure(in: folder)
    try Reading.measure(in: folder)
    try Opening.measure(in: folder)
    try Checking.measure(in: folder)
    try Merging.measure(in: folder)
  }

  private static func fail(_ message: String, status: Int32) {
    FileHandle.standardError.write(Data((message + "\n").utf8))
    exit(status)
  }
}
