import Foundation

/// `offcirc convert` of a large `OffCirc.dat` to Koha's format and back,
/// compared with `cat` of `OffCirc.dat`, all on disk at the end.
enum Exchanging {
  private static let lineCount = 10_000_000
  private static let roundCount = 3

  /// A conversion: its arguments, and the file that it reads.
  private struct Way {
    let title: String
    let target: String
    let input: String
    let output: String

    var ledger: String { output + ".ledger" }
  }

  static func measure(in temporary: TemporaryFolder) throws {
    print(
      """

      Converting \(lineCount) lines (medians of \(roundCount) rounds):
      """)
    guard let shell = Child.path(of: "sh") else {
      return print("    left out: sh is not installed")
    }
    guard SampleFile.hasRoom(in: temporary) else { return }
    let folder = try temporary.newFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let path = folder + "/OffCirc.dat"
    try SampleFile.write(path, lineCount: lineCount, seed: 1)
    let ways = [
      Way(
        title: "OffCirc.dat to .koc", target: "koha", input: path,
        output: folder + "/desk.koc"),
      Way(
        title: ".koc to OffCirc.dat", target: "alma",
        input: folder + "/desk.koc", output: folder + "/back.dat"),
    ]
    for way in ways { try compare(way, shell, path, folder + "/copy") }
    guard
      FileManager.default.contentsEqual(
        atPath: path, andPath: folder + "/back.dat")
    else { throw CommandError(name: "the comparison with the first file") }
    print("    what came back is the same file, byte for byte")
  }

  private static func compare(
    _ way: Way, _ shell: String, _ path: String, _ copy: String
  ) throws {
    var ours: [Child] = []
    var theirs: [Child] = []
    for round in 0..<roundCount {
      // Each is first equally often, as far as that goes.
      for isOurs in round % 2 == 0 ? [true, false] : [false, true] {
        // Pending writes must not slow down the next run.
        sync()
        if isOurs {
          try? FileManager.default.removeItem(atPath: way.output)
          // The same lines are not converted twice.
          try? FileManager.default.removeItem(atPath: way.ledger)
          ours.append(
            try Child(
              Child.offcirc,
              [
                "convert", way.input, "--to", way.target, "--output",
                way.output, "--ledger", way.ledger,
              ]))
        } else {
          theirs.append(
            try Child(
              shell,
              ["-c", "cat \"$1\" >\"$2\" && sync \"$2\"", "sh"]
                + [path, copy]))
          try FileManager.default.removeItem(atPath: copy)
        }
      }
    }
    guard ours.allSatisfy({ $0.status == 0 }) else {
      throw CommandError(name: Child.offcirc)
    }
    let speed = zip(ours, theirs).map { $1.seconds / $0.seconds }.median
    print(
      """
        \(way.title)
          offcirc convert  \(ours.medians)
          cat, sync        \(theirs.medians)
          the speed, to that of cat \(speed.formatted(decimals: 2))
      """)
  }
}
