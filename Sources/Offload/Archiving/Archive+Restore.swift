import Circulation

extension Archive {
  /// Restores an archived entry; the entry is kept.
  ///
  /// Restores `OffCirc.dat`, and the journal if nothing was recorded since. The
  /// caller holds the folder.
  ///
  /// - Returns: true if the journal was restored too.
  /// - Throws: ``ArchiveError``; ``FileError``.
  @discardableResult
  package func restore(_ box: Entry) throws -> Bool {
    guard box.isWhole else { throw ArchiveError.notWhole(name: box.name) }
    guard box.hasBorrowers else {
      throw ArchiveError.borrowersErased(name: box.name)
    }
    let damaged = try damage(in: box)
    guard damaged.isEmpty else {
      throw ArchiveError.damaged(name: box.name, files: damaged)
    }
    let present = try digest(of: folder.dataFile)
    guard present == nil || present == box.sums[StationFolder.dataFileName]
    else {
      throw ArchiveError.inTheWay(path: folder.dataFile)
    }
    let live = try JournalReader.replay(
      path: folder.journal, fileSystem: fileSystem)
    if present == nil {
      try bringBack(box.dataFile, to: folder.dataFile)
    }
    let isFresh = live.map { $0.precedingArchive == box.name } ?? true
    guard isFresh, box.sums[StationFolder.journalName] != nil else {
      return false
    }
    try bringBack(box.journal, to: folder.journal)
    return true
  }

  private func bringBack(
    _ path: String, to newPath: String
  ) throws(FileError) {
    let file = try fileSystem.open(path, for: .reading)
    let length = try file.length()
    _ = try fileSystem.replace(newPath) { copy throws(FileError) in
      try file.copyBytes(0..<length, to: copy)
    }
    try fileSystem.synchronizeFolder(folder.path)
  }
}
