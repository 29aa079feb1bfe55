import Foundation

/// `offcirc reconcile` of a report with many messages on a large file, compared
/// with a pass of `mawk` that only looks for the lines of its numbers.
enum Reconciling {
  private static let lineCount = 1_000_000
  private static let roundCount = 3

  static func measure(in temporary: TemporaryFolder) throws {
    let messageCount = lineCount / SampleReport.linesForEachMessage
    print(
      """

      Reconciling \(messageCount) messages on \(lineCount) lines (medians of \
      \(roundCount) rounds):
      """)
    let folder = try temporary.newFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let path = folder + "/OffCirc.dat"
    try SampleFile.write(path, lineCount: lineCount, seed: 1)
    for hasNumbers in [true, false] {
      let report = folder + "/report.txt"
      try SampleReport.write(report, of: path, hasNumbers: hasNumbers)
      print(
        hasNumbers ? "  with line numbers" : "  without line numbers")
      try compare(report, path)
    }
  }

  private static func compare(_ report: String, _ path: String) throws {
    var ours: [Child] = []
    var theirs: [Child] = []
    for _ in 0..<roundCount {
      ours.append(try Child(Child.offcirc, ["reconcile", report, path]))
      guard let mawk = Child.path(of: "mawk") else { continue }
      theirs.append(try Child(mawk, [Self.join, report, path]))
    }
    // There is something to do.
    guard ours.allSatisfy({ $0.status == 1 }) else {
      throw CommandError(name: Child.offcirc)
    }
    print("    offcirc reconcile  \(ours.medians)")
    if !theirs.isEmpty { print("    mawk               \(theirs.medians)") }
  }

  private static let join = """
    NR == FNR { numbers[$NF] = 1; next }
    {
      item = substr($0, 14, 80)
      sub(/[ \\r]+$/, "", item)
      if (item in numbers) found++
    }
    END { print found }
    """
}
