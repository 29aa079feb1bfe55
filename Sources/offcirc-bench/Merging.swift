import Circulation
import Foundation
import Offload
import Support

/// `offcirc merge` of several large files, compared with `sort -m`: synced at
/// the end, and unsynced as `sort` leaves it.
enum Merging {
  /// The argument that makes a process merge without sync.
  static let word = "merge-unsynced"

  private static let fileCount = 8
  private static let lineCount = 1_000_000
  private static let roundCount = 7

  static func measure(in temporary: TemporaryFolder) throws {
    print(
      """

      Merging \(fileCount) files of \(lineCount) lines (medians of \
      \(roundCount) rounds):
      """)
    guard
      let sort = Child.path(of: "sort"), let shell = Child.path(of: "sh")
    else { return print("    left out: sort is not installed") }
    guard SampleFile.hasRoom(in: temporary) else { return }
    let folder = try temporary.newFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    var files: [String] = []
    for number in 1...fileCount {
      files.append("\(folder)/\(number).dat")
      try SampleFile.write(
        files[number - 1], lineCount: lineCount, seed: UInt64(number))
    }
    let (ours, theirs) = (folder + "/ours", folder + "/theirs")
    let order = ["-m", "-s", "-k1.1,1.12", "-o", theirs] + files
    let unsynced = Pair(
      "as sort leaves it",
      ours: { try Child("/proc/self/exe", [word, ours] + files) },
      theirs: { try Child(sort, order) })
    let synced = Pair(
      "all on disk",
      ours: { try Child(Child.offcirc, ["merge", "--output", ours] + files) },
      theirs: {
        try Child(
          shell, ["-c", "'\(sort)' \"$@\" && sync '\(theirs)'", "sort"] + order)
      })
    for pair in [unsynced, synced] {
      try pair.measure(roundCount) {
        guard FileManager.default.contentsEqual(atPath: ours, andPath: theirs)
        else { throw CommandError(name: "the comparison with sort") }
        for path in [ours, theirs] {
          try FileManager.default.removeItem(atPath: path)
        }
        // Pending writes must not slow down the next run.
        sync()
      }
    }
    print("    every result is the same as that of sort, byte for byte")
  }

  /// Merges the files of the other paths into the first.
  static func mergeHere(_ paths: [String]) throws {
    let files = paths.dropFirst().map { StationFile(path: $0) }
    try Merge(files, fileSystem: UnsyncedFileSystem()).write(to: paths[0])
  }

  /// Two programs with the same task.
  private struct Pair {
    let title: String
    let ours: () throws -> Child
    let theirs: () throws -> Child

    init(
      _ title: String, ours: @escaping () throws -> Child,
      theirs: @escaping () throws -> Child
    ) {
      self.title = title
      self.ours = ours
      self.theirs = theirs
    }

    func measure(_ roundCount: Int, compare: () throws -> Void) throws {
      var children = (ours: [Child](), theirs: [Child]())
      for round in 0..<roundCount {
        // Each program is first equally often.
        if round % 2 == 0 { children.ours.append(try ours()) }
        children.theirs.append(try theirs())
        if round % 2 == 1 { children.ours.append(try ours()) }
        try compare()
      }
      func ratio(_ seconds: KeyPath<Child, Double>) -> String {
        zip(children.ours, children.theirs)
          .map { $0[keyPath: seconds] / $1[keyPath: seconds] }
          .median.formatted(decimals: 2, width: 5)
      }
      print(
        """
          \(title)
            merge    \(children.ours.medians)
            sort -m  \(children.theirs.medians)
            the ratio \(ratio(\.seconds)), processor \
        \(ratio(\.processorSeconds))
        """)
    }
  }
}

/// A file system that does not wait for the disk.
private struct UnsyncedFileSystem: ForwardingFileSystem {
  let base: any FolderOperations = PosixFileSystem()

  func open(
    _ path: String, for access: FileAccess
  ) throws(FileError) -> any OpenFile {
    UnsyncedFile(base: try base.open(path, for: access))
  }

  func synchronizeFolder(_ path: String) {}
}

private final class UnsyncedFile: ForwardingFile {
  let base: any OpenFile

  init(base: any OpenFile) { self.base = base }

  func synchronize() {}
}
