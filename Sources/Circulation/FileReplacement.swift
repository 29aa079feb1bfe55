import Glibc

extension FileSystem {
  /// Replaces or creates the file at a path, atomically, once everything
  /// written to it is on disk.
  ///
  /// Until then the file has a hidden name and is locked, so that leftovers of
  /// a killed program can be told from a file being written. If two programs
  /// write to one path, the first to finish wins. The caller must sync the
  /// folder afterwards.
  ///
  /// - Throws: ``FileError`` with the final path; with `EBUSY` if another
  ///   program has put a file there.
  package func replace(
    _ path: String,
    _ write: (any OpenFile) throws(FileError) -> Void
  ) throws(FileError) -> any OpenFile {
    do throws(FileError) {
      let old = try version(path)
      let file = try createSibling(of: path)
      do throws(FileError) {
        try write(file)
        try file.synchronize()
        guard try isNamed(file) else {
          throw FileError(operation: .replace, path: path, code: EBUSY)
        }
        try rename(file.path, to: path, inPlaceOf: old)
        return file
      } catch {
        removeIfSame(file)
        throw error
      }
    } catch {
      guard error.path.hasPrefix(path.temporarySibling) else { throw error }
      throw FileError(operation: error.operation, path: path, code: error.code)
    }
  }

  /// Returns true if the path of the open file still names this file.
  private func isNamed(_ file: any OpenFile) throws(FileError) -> Bool {
    let present = try version(file.path)
    let own = try file.version()
    return own.isSameFile(as: present)
  }

  /// Removes the unfinished file; if that fails, a later run removes it.
  private func removeIfSame(_ file: any OpenFile) {
    do throws(FileError) {
      if try isNamed(file) { try remove(file.path) }
    } catch {}
  }

  /// Creates the temporary file for the one at the path, under a hidden name.
  ///
  /// - Throws: ``FileError`` with the hidden path.
  package func createSibling(
    of path: String
  ) throws(FileError) -> any OpenFile {
    let first = path.temporarySibling
    do throws(FileError) {
      return try open(first, for: .creating)
    } catch {
      guard error.code == EEXIST else { throw error }
    }
    // Left by a killed run, held by a running one, or somebody else's.
    if (try? removeUnheld(first)) == true {
      do throws(FileError) {
        return try open(first, for: .creating)
      } catch {
        guard error.code == EEXIST else { throw error }
      }
    }
    return try open(path.anotherTemporarySibling, for: .creating)
  }

  /// Renames a file if the path still names the expected one; not atomic
  /// between the check and the rename.
  package func rename(
    _ path: String, to newPath: String, inPlaceOf expected: FileVersion?
  ) throws(FileError) {
    let present = try version(newPath)
    guard expected?.isSameFile(as: present) ?? (present == nil) else {
      throw FileError(operation: .replace, path: newPath, code: EBUSY)
    }
    try rename(path, to: newPath)
  }

  /// Removes a file, on a file system without locks.
  package func removeUnheld(_ path: String) throws(FileError) -> Bool {
    try remove(path)
    return true
  }
}
