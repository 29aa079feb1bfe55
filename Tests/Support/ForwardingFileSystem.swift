import Circulation

/// A file system that lets another do all that it does not do itself.
package protocol ForwardingFileSystem: FolderOperations {
  /// The file system that does the work.
  var base: any FolderOperations { get }
}

extension ForwardingFileSystem {
  package func open(
    _ path: String, for access: FileAccess
  ) throws(FileError) -> any OpenFile {
    try base.open(path, for: access)
  }

  package func synchronizeFolder(_ path: String) throws(FileError) {
    try base.synchronizeFolder(path)
  }

  package func version(_ path: String) throws(FileError) -> FileVersion? {
    try base.version(path)
  }

  package func identity(
    _ path: String
  ) throws(FileError) -> FileIdentity? {
    try base.identity(path)
  }

  package func rename(
    _ path: String, to newPath: String
  ) throws(FileError) {
    try base.rename(path, to: newPath)
  }

  package func keep(
    _ path: String, as newPath: String
  ) throws(FileError) {
    try base.keep(path, as: newPath)
  }

  package func drive(of folder: String) -> Drive {
    base.drive(of: folder)
  }

  package func entry(
    at path: String
  ) throws(FileError) -> FolderEntry? {
    try base.entry(at: path)
  }

  package func remove(_ path: String) throws(FileError) {
    try base.remove(path)
  }

  package func freeSpace(in folder: String) throws(FileError) -> Int {
    try base.freeSpace(in: folder)
  }

  package func makeFolder(_ path: String) throws(FileError) {
    try base.makeFolder(path)
  }

  package func makeFolders(_ path: String) throws(FileError) {
    try base.makeFolders(path)
  }

  package func target(
    of path: String
  ) throws(FileError) -> FolderEntry.Kind? {
    try base.target(of: path)
  }

  package func realPath(_ path: String) -> String? { base.realPath(path) }

  package func isNullDevice(_ path: String) -> Bool {
    base.isNullDevice(path)
  }

  package func copyOwnerAndMode(
    of path: String, to newPath: String
  ) throws(FileError) {
    try base.copyOwnerAndMode(of: path, to: newPath)
  }

  package func names(in folder: String) throws(FileError) -> [String] {
    try base.names(in: folder)
  }

  package func setReadOnly(
    _ isReadOnly: Bool, _ path: String
  ) throws(FileError) {
    try base.setReadOnly(isReadOnly, path)
  }

  package func removeFolder(_ path: String) throws(FileError) {
    try base.removeFolder(path)
  }
}
