import Circulation
import Glibc

extension Merge {
  /// The result of a merge.
  package struct Report {
    /// The number of lines.
    package internal(set) var lineCount = 0
    /// The control characters left out, by index in ``Merge/files``.
    package internal(set) var marks: [Int: OuterMarks] = [:]
    /// The lines that are not transactions, by index in ``Merge/files``; files
    /// without such lines are not included.
    package internal(set) var unreadable: [Int: UnreadableLines] = [:]
    /// The conflicts between stations.
    package internal(set) var conflicts = ConflictFinder()
  }

  /// Writes the merged lines to a file, atomically replacing an old one;
  /// returns when it is on disk.
  ///
  /// - Parameters:
  ///   - path: the path of the new file.
  ///   - maximumKept: the maximum number of conflicts in the report.
  ///   - progress: called with bytes done and bytes in total.
  /// - Returns: the report.
  /// - Throws: ``FileError``, with `EEXIST` if that would replace an input or
  ///   a station's file, with `EINVAL` if it would replace a file of another
  ///   kind.
  @discardableResult
  package func write(
    to path: String, keeping maximumKept: Int = ConflictFinder.maximumKept,
    progress: Progress = { _, _ in }
  ) throws(FileError) -> Report {
    try refuse(path)
    var report = Report()
    _ = try fileSystem.replace(path) { file throws(FileError) in
      var writer = MergeWriter(file, keeping: maximumKept, seconds)
      try lines.forEachPiece(progress: progress) {
        (line, place) throws(FileError) in
        try writer.append(line, place)
      }
      report = try writer.finish()
    }
    try fileSystem.synchronizeFolder(path.folder)
    return report
  }

  /// Refuses to replace a file that is not a former merge.
  ///
  /// - Throws: ``FileError``.
  func refuse(_ path: String) throws(FileError) {
    guard let version = try fileSystem.version(path) else { return }
    let isInput = inputs.contains { $0.version.isSameFile(as: version) }
    guard !isInput, StationFile(path: path).station == nil else {
      throw FileError(operation: .replace, path: path, code: EEXIST)
    }
    // Opening fails for a folder, a device, and a file of another user.
    let file = try fileSystem.open(path, for: .writing)
    guard try file.mayBeMerged() else {
      throw FileError(operation: .replace, path: path, code: EINVAL)
    }
  }
}

extension OpenFile {
  /// Returns true if the file is empty, or has a transaction in its first 128
  /// KB.
  fileprivate func mayBeMerged() throws(FileError) -> Bool {
    let start = try bytes(0..<1 << 17)
    if start.isEmpty { return true }
    return start.split(whereSeparator: { $0 == 0x0a || $0 == 0x0d })
      .contains { (try? DataFormat.transaction(in: Array($0).span)) != nil }
  }
}
