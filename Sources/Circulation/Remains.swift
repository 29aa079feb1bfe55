/// The hidden files that a killed program left in a folder: parts of files that
/// hold who borrowed what.
package struct Remains {
  private let folder: String
  private let fileSystem: any FolderOperations

  /// Creates the leftovers of a folder; nothing is read yet.
  package init(
    in folder: String, fileSystem: any FolderOperations = PosixFileSystem()
  ) {
    self.folder = folder
    self.fileSystem = fileSystem
  }

  /// Returns the paths of all hidden files and folders, including those being
  /// written.
  package func paths() throws(FileError) -> [String] {
    try fileSystem.names(in: folder).filter(\.isTemporaryName)
      .map { folder.appending(path: $0) }
  }

  /// Returns the paths of the hidden files.
  package func files() throws(FileError) -> [String] {
    try paths().filter { (try? fileSystem.names(in: $0)) == nil }
  }

  /// Removes the leftover files that no program holds.
  ///
  /// A journal under a hidden name is kept if it may hold more than the
  /// folder's journal. Folders are kept: the command that made one resumes it.
  ///
  /// - Returns: the paths of the removed files.
  /// - Throws: ``FileError``.
  package func removeFiles() throws(FileError) -> [String] {
    var removed: [String] = []
    for path in try files() {
      guard try !mayHoldMore(path) else { continue }
      // Files of another user, and what is not a regular file, are left alone.
      if (try? fileSystem.removeUnheld(path)) == true { removed.append(path) }
    }
    if !removed.isEmpty { try fileSystem.synchronizeFolder(folder) }
    return removed
  }

  /// Returns true if a file is a journal that may hold more than the folder's
  /// own.
  private func mayHoldMore(_ path: String) throws(FileError) -> Bool {
    let journal = StationFolder(path: folder).journal
    guard path.hasPrefix(journal.temporarySibling) else { return false }
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
      // An unreadable file may hold anything.
      return true
    }
  }
}
