/// What a program that was killed left behind in a folder under hidden names:
/// parts of files that hold who borrowed what.
package struct Remains {
  private let folder: String
  private let fileSystem: any FolderSystem

  /// What was left in a folder.
  package init(
    in folder: String, fileSystem: any FolderSystem = PosixFileSystem()
  ) {
    self.folder = folder
    self.fileSystem = fileSystem
  }

  /// The paths of what was left, or is just being written.
  package func paths() throws(FileFailure) -> [String] {
    try fileSystem.names(in: folder).filter(\.isHiddenName)
      .map { folder + "/" + $0 }
  }

  /// Those of them that are files.
  package func files() throws(FileFailure) -> [String] {
    try paths().filter { (try? fileSystem.names(in: $0)) == nil }
  }

  /// Removes the files that were left and that no program holds.
  ///
  /// A journal that was not named yet stays where it may tell more than the
  /// journal does. A folder stays: the command that made it knows it.
  ///
  /// - Returns: the paths of what was removed.
  package func removeFiles() throws(FileFailure) -> [String] {
    var removed: [String] = []
    for path in try files() {
      guard try !mayTellMore(path) else { continue }
      // What is somebody else's, or no file, is left alone.
      if (try? fileSystem.removeUnheld(path)) == true { removed.append(path) }
    }
    if !removed.isEmpty { try fileSystem.synchronizeFolder(folder) }
    return removed
  }

  /// Whether a file is a journal of which the one in the folder lacks a part.
  private func mayTellMore(_ path: String) throws(FileFailure) -> Bool {
    let journal = StationFolder(path: folder).journal
    guard path.hasPrefix(journal.hiddenBeside) else { return false }
    do {
      guard
        let hidden = try JournalReader.replay(
          path: path, fileSystem: fileSystem),
        hidden.lastSequence > 0
      else { return false }
      let named = try JournalReader.replay(
        path: journal, fileSystem: fileSystem)
      return named?.station != hidden.station
        || named?.lastSequence ?? 0 < hidden.lastSequence
    } catch {
      // What can't be read proves nothing.
      return true
    }
  }
}
