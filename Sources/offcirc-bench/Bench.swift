import Foundation

/// `offcirc-bench [--folder DIR] [--lines LINES] [PART…]`: measures the station's
/// use of disk and processor, and the offload of large files, side by side with
/// alternatives; all of it, or some parts.
@main
enum Bench {
  static func main() {
    do {
      var arguments = Array(CommandLine.arguments.dropFirst())
      switch (arguments.first, arguments.count) {
      case (Reopening.word, 2):
        try Reopening.measureHere(in: arguments[1])
      case (Child.word, 2...):
        try Child.measureHere(arguments[1], Array(arguments.dropFirst(2)))
      case (Merging.word, 3...):
        try Merging.mergeHere(Array(arguments.dropFirst()))
      default:
        let place = take("--folder", of: &arguments) ?? ".build"
        let lines = take("--lines", of: &arguments).flatMap { Int($0) }
        try measure(
          arguments, in: place, upTo: lines ?? Growing.defaultLineCount)
      }
    } catch {
      fail("offcirc-bench: \(error)", status: EX_IOERR)
    }
  }

  /// Removes an option at the beginning and returns its value; nil if another
  /// word is there.
  private static func take(
    _ option: String, of arguments: inout [String]
  ) -> String? {
    guard arguments.first == option, arguments.count > 1 else { return nil }
    defer { arguments.removeFirst(2) }
    return arguments[1]
  }

  private typealias Part = (
    name: String, measure: (TemporaryFolder) throws -> Void
  )

  /// Returns the parts in the order in which they are measured; the commands
  /// are measured with files of up to so many lines.
  private static func parts(upTo lineCount: Int) -> [Part] {
    [
      ("durable", DurableWriting.measure), ("typing", Typing.measure),
      ("knowing", KnowingDesk.measure),
      ("returning", Returning.measure), ("reopening", Reopening.measure),
      ("reading", Reading.measure),
      ("opening", Opening.measure), ("checking", Checking.measure),
      ("merging", Merging.measure), ("kit", KitMaking.measure),
      ("reconciling", Reconciling.measure), ("morning", MorningKeys.measure),
      ("rehearsing", Rehearsing.measure), ("catalogue", Knowing.measure),
      ("exchanging", Exchanging.measure), ("fuzzing", Fuzzing.measure),
      ("roundtrips", RoundTrips.measure),
      ("sharing", SharingMeasures.measure),
      (longPart, SharingFaults.measure),
      ("growing", { try Growing.measure(in: $0, upTo: lineCount) }),
    ]
  }

  /// The part that takes minutes, and is measured only where it is named.
  private static let longPart = "sharing-faults"

  private static func measure(
    _ names: [String], in place: String, upTo lineCount: Int
  ) throws {
    let parts = parts(upTo: lineCount)
    for name in names where !parts.contains(where: { $0.name == name }) {
      let all = parts.map(\.name).joined(separator: " ")
      fail(
        """
        offcirc-bench: \(name) is not a part.
        usage: offcirc-bench [--folder DIR] [--lines LINES] [PART…]
        Parts: \(all)
        """, status: EX_USAGE)
    }
    let folder = try TemporaryFolder(in: place)
    defer { folder.remove() }
    print("Measured in \(place).")
    for part in parts
    where names.contains(part.name) || names.isEmpty && part.name != longPart {
      try part.measure(folder)
    }
  }

  private static func fail(_ message: String, status: Int32) -> Never {
    FileHandle.standardError.write(Data((message + "\n").utf8))
    exit(status)
  }
}
