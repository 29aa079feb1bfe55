import Circulation
import Glibc

extension Merge {
  /// What was merged.
  package struct Report {
    /// The number of lines.
    package internal(set) var lineCount = 0
    /// The marks of old programs that were left out, by the index of their file
    /// in ``Merge/files``.
    package internal(set) var marks: [Int: OuterMarks] = [:]
    /// The lines that are no transactions, by the index of their file in
    /// ``Merge/files``; none for a file of transactions.
    package internal(set) var unreadable: [Int: UnreadableLines] = [:]
    /// What the stations contradict each other in.
    package internal(set) var conflicts = ConflictFinder()
  }

  /// Writes the lines into a file, in the place of one that may be there: whole
  /// and on disk when the call returns, or not at all.
  ///
  /// - Throws: ``FileFailure``, with `EEXIST` if that would destroy one of the
  ///   files that are read, or the file of a station, and with `EINVAL` if it
  ///   would destroy what is not a file of transactions.
  @discardableResult
  package func write(
    to path: String, progress: Progress = { _, _ in }
  ) throws(FileFailure) -> Report {
    try refuse(path)
    var report = Report()
    _ = try fileSystem.replace(path) { file throws(FileFailure) in
      var writer = MergeWriter(file)
      try lines.forEachPiece(progress: progress) {
        (line, place) throws(FileFailure) in
        try writer.append(line, place)
      }
      report = try writer.finish()
    }
    try fileSystem.synchronizeFolder(path.folder)
    return report
  }

  /// Refuses a file that must not be replaced.
  private func refuse(_ path: String) throws(FileFailure) {
    guard let stamp = try fileSystem.stamp(path) else { return }
    let isInput = inputs.contains { $0.stamp.isSameFile(as: stamp) }
    guard !isInput, StationFile(path: path).station == nil else {
      throw FileFailure(act: .replace, path: path, code: EEXIST)
    }
    // It refuses a folder, a device, and what is someone else's.
    let file = try fileSystem.open(path, for: .writing)
    guard try file.mayBeMerged() else {
      throw FileFailure(act: .replace, path: path, code: EINVAL)
    }
  }
}

extension OpenFile {
  /// Whether there is nothing in it, or a transaction among its first lines, as
  /// in what was merged before.
  fileprivate func mayBeMerged() throws(FileFailure) -> Bool {
    let start = try bytes(0..<1 << 17)
    if start.isEmpty { return true }
    return start.split(whereSeparator: { $0 == 0x0a || $0 == 0x0d })
      .contains { (try? DataFormat.transaction(in: Array($0).span)) != nil }
  }
}
