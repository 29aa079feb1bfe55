import Circulation

/// The words of a merge of several stations' files.
package protocol MergeWords: Sendable {
  /// The files found in a folder.
  func found(_ folder: CollectedFiles.Folder) -> String
  /// The progress on one line of a terminal, while files are read.
  func progress(percent: Int, ofMegabytes megabytes: Int) -> String
  /// The result of a merge.
  func merged(lineCount: Int, fileCount: Int, into path: String) -> String
  /// Two files with many lines in common.
  func sentence(_ shared: SharedLines) -> String
  /// The lines of a file that are not transactions.
  func sentence(_ lines: UnreadableLines, of path: String) -> String
  /// A file that is left out, as another one begins with all its lines.
  func leftOut(_ overlap: Overlap) -> String
  /// Two lines of different files that conflict.
  func sentence(_ conflict: Conflict, of files: [StationFile]) -> String
  /// The number of conflicts that are not listed.
  func moreConflicts(_ count: Int) -> String
}

extension MergeWords {
  /// Returns the sentences about lines in common and about the first few
  /// conflicts of each kind, and the number of the others.
  package func sentences(
    _ shared: [SharedLines], _ conflicts: [Conflict], count: Int,
    of files: [StationFile]
  ) -> [String] {
    var counts: [Conflict.Kind: Int] = [:]
    let told = conflicts.filter { conflict in
      counts[conflict.kind, default: 0] += 1
      return counts[conflict.kind, default: 0] <= maximumConflicts
    }
    let more = count - told.count
    return shared.map { sentence($0) }
      + told.map { sentence($0, of: files) }
      + (more > 0 ? [moreConflicts(more)] : [])
  }
}

/// The maximum number of conflicts of a kind that are told one by one.
private let maximumConflicts = 5
