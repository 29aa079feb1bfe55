import Glibc

extension PosixFileSystem {
  /// Returns the type of what is at a path given by a person, following links;
  /// nil only if there is certainly nothing.
  ///
  /// - Throws: ``FileError`` if that is unknown; with `ENOENT` for a dangling
  ///   link.
  package func target(
    of path: String
  ) throws(FileError) -> FolderEntry.Kind? {
    var status = stat()
    if stat(path, &status) == 0 { return FolderEntry(status).kind }
    let code = errno
    guard code == ENOENT, try entry(at: path) == nil else {
      throw FileError(operation: .open, path: path, code: code)
    }
    return nil
  }

  /// Returns the entry at a path, without following links (`lstat`).
  package func entry(at path: String) throws(FileError) -> FolderEntry? {
    var status = stat()
    if lstat(path, &status) == 0 { return FolderEntry(status) }
    if errno == ENOENT { return nil }
    throw FileError(operation: .open, path: path, code: errno)
  }

  /// Returns the path without links (`realpath`); nil if there is nothing.
  package func realPath(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }

  /// Returns true if the path names the device `/dev/null`.
  package func isNullDevice(_ path: String) -> Bool {
    var (status, null) = (stat(), stat())
    return stat(path, &status) == 0 && stat("/dev/null", &null) == 0
      && status.st_mode & S_IFMT == S_IFCHR && status.st_rdev == null.st_rdev
  }

  /// Gives a file the owner and the mode of another (`chown`, `chmod`).
  package func copyOwnerAndMode(
    of path: String, to newPath: String
  ) throws(FileError) {
    var status = stat()
    guard stat(path, &status) == 0 else {
      throw FileError(operation: .read, path: path, code: errno)
    }
    // Only root can change the owner; for others it is correct already.
    _ = chown(newPath, status.st_uid, status.st_gid)
    guard chmod(newPath, status.st_mode & 0o7777) == 0 else {
      throw FileError(operation: .write, path: newPath, code: errno)
    }
  }
}

extension FolderEntry {
  fileprivate init(_ status: stat) {
    let kind: Kind =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      case S_IFLNK: .link
      default: .other
      }
    self.init(kind: kind, owner: status.st_uid)
  }
}
