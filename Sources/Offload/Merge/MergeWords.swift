/// What a merge says.
package protocol MergeWords: Sendable {
  func progress(percent: Int, ofMegabytes megabytes: Int) -> String
  func merged(lineCount: Int, fileCount: Int, into path: String) -> String
  func sentence(_ shared: SharedLines) -> String
  /// What of a file can't be read.
  func sentence(_ lines: UnreadableLines, of path: String) -> String
  func leftOut(_ overlap: Overlap) -> String
  func sentence(_ conflict: Conflict, of files: [StationFile]) -> String
  func moreConflicts(_ count: Int) -> String
}

extension MergeWords {
  /// What files contradict each other in, or have in common: the first few
  /// conflicts, and how many there are.
  package func sentences(
    _ shared: [SharedLines], _ conflicts: [Conflict], count: Int,
    of files: [StationFile]
  ) -> [String] {
    let more = count - conflicts.count
    return shared.map { sentence($0) }
      + conflicts.map { sentence($0, of: files) }
      + (more > 0 ? [moreConflicts(more)] : [])
  }
}
