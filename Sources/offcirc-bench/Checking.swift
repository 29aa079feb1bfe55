import Foundation

/// `offcirc check` of a large file, compared with a pass of `mawk` that only
/// counts repeated lines.
enum Checking {
  private static let lineCount = 10_000_000
  private static let roundCount = 3

  static func measure(in temporary: TemporaryFolder) throws {
    print("\nChecking \(lineCount) lines (medians of \(roundCount) rounds):")
    guard let mawk = Child.path(of: "mawk") else {
      return print("    left out: mawk is not installed")
    }
    guard SampleFile.hasRoom(in: temporary) else { return }
    let path = try temporary.newFolder() + "/OffCirc.dat"
    defer { try? FileManager.default.removeItem(atPath: path) }
    try SampleFile.write(path, lineCount: lineCount, seed: 1)
    var ours: [Child] = []
    var theirs: [Child] = []
    for _ in 0..<roundCount {
      ours.append(try Child(Child.offcirc, ["check", path]))
      theirs.append(
        try Child(mawk, ["{if (seen[$0]++) d++} END {print d}", path]))
    }
    // Some lines are equal by chance: warnings, but no errors.
    guard ours.allSatisfy({ $0.status == 1 }) else {
      throw CommandError(name: Child.offcirc)
    }
    let time = zip(ours, theirs).map { $0.seconds / $1.seconds }.median
    let processor = zip(ours, theirs)
      .map { $0.processorSeconds / $1.processorSeconds }.median
    let memory = zip(ours, theirs).map { $0.megabytes / $1.megabytes }.median
    print(
      """
          offcirc check  \(ours.medians)
          mawk           \(theirs.medians)
          the ratio      \(time.formatted(decimals: 3, width: 6)), processor \
      \(processor.formatted(decimals: 3, width: 6)), \
      \(memory.formatted(decimals: 3, width: 7))
      """)
  }
}
