import Glibc

extension FileSystem {
  /// Puts a new file in the place of the one at the path, if there is one, when
  /// all that is written to it is on disk.
  ///
  /// Until then it has a hidden name of its own, and is held, so that what is
  /// left of a program that was killed can be told from what another one writes
  /// just now. Of two programs that write to one path the first one to finish
  /// has it. The folder has to be put on disk after it.
  ///
  /// - Throws: ``FileFailure``, of the path that was asked for; with `EBUSY` if
  ///   another program has put a file there.
  public func replace(
    _ path: String,
    _ write: (any OpenFile) throws(FileFailure) -> Void
  ) throws(FileFailure) -> any OpenFile {
    do throws(FileFailure) {
      let old = try stamp(path)
      let file = try createBeside(path)
      do throws(FileFailure) {
        try write(file)
        try file.synchronize()
        guard try isNamed(file) else {
          throw FileFailure(act: .replace, path: path, code: EBUSY)
        }
        try rename(file.path, to: path, inPlaceOf: old)
        return file
      } catch {
        removeIfSame(file)
        throw error
      }
    } catch {
      guard error.path.hasPrefix(path.hiddenBeside) else { throw error }
      throw FileFailure(act: error.act, path: path, code: error.code)
    }
  }

  /// Whether the name of an open file still is that of this one.
  private func isNamed(_ file: any OpenFile) throws(FileFailure) -> Bool {
    let present = try stamp(file.path)
    let own = try file.stamp()
    return own.isSameFile(as: present)
  }

  /// Removes what was begun; where that can't be, a later run finds it.
  private func removeIfSame(_ file: any OpenFile) {
    do throws(FileFailure) {
      if try isNamed(file) { try remove(file.path) }
    } catch {}
  }

  /// Makes the file that is to take the place of the one at the path.
  private func createBeside(
    _ path: String
  ) throws(FileFailure) -> any OpenFile {
    let first = path.hiddenBeside
    do throws(FileFailure) {
      return try open(first, for: .creating)
    } catch {
      guard error.code == EEXIST else { throw error }
    }
    // Left by a run that was killed; or held, or somebody else's.
    if (try? removeUnheld(first)) == true {
      do throws(FileFailure) {
        return try open(first, for: .creating)
      } catch {
        guard error.code == EEXIST else { throw error }
      }
    }
    return try open(path.anotherHiddenBeside, for: .creating)
  }

  /// Gives a file another name; between the look and the act there is an
  /// instant.
  public func rename(
    _ path: String, to newPath: String, inPlaceOf expected: FileStamp?
  ) throws(FileFailure) {
    let present = try stamp(newPath)
    guard expected?.isSameFile(as: present) ?? (present == nil) else {
      throw FileFailure(act: .replace, path: newPath, code: EBUSY)
    }
    try rename(path, to: newPath)
  }

  /// Removes a file, where nothing holds any.
  public func removeUnheld(_ path: String) throws(FileFailure) -> Bool {
    try remove(path)
    return true
  }
}
