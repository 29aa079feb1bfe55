import Glibc

/// The folder operations of archiving, in addition to those on files.
package protocol FolderOperations: FileSystem {
  /// Creates a folder with mode 0700 if it does not exist; its parent must
  /// exist, and must be synced afterwards.
  func makeFolder(_ path: String) throws(FileError)

  /// Returns the entry at a path, without following links; nil if there is
  /// none.
  func entry(at path: String) throws(FileError) -> FolderEntry?

  /// Removes or grants the owner's write permission on a file or a folder;
  /// others get no permission.
  func setReadOnly(
    _ isReadOnly: Bool, _ path: String
  ) throws(FileError)

  /// Removes an empty folder.
  func removeFolder(_ path: String) throws(FileError)

  /// Locks a folder until the last reference is dropped or the process ends.
  ///
  /// - Returns: nil if another program holds it, or it was renamed.
  func hold(folder path: String) throws(FileError) -> FolderHold?
}

extension FolderOperations {
  /// Returns a lock without effect, on a file system without folder locks.
  package func hold(folder path: String) throws(FileError) -> FolderHold? {
    FolderHold(descriptor: -1)
  }
}

/// A locked folder (`flock`).
package final class FolderHold {
  private let descriptor: Int32

  init(descriptor: Int32) { self.descriptor = descriptor }

  deinit { if descriptor >= 0 { close(descriptor) } }
}

/// An entry of a folder.
package struct FolderEntry: Hashable, Sendable {
  /// The types of entry that are distinguished.
  package enum Kind: Hashable, Sendable {
    /// A regular file.
    case file
    /// A folder.
    case folder
    /// A symbolic link, whatever its target.
    case link
    /// A pipe, a device, or similar.
    case other
  }

  /// The type of the entry.
  package let kind: Kind
  /// The user id of the owner.
  package let owner: UInt32

  /// Creates an entry of a type with its owner.
  package init(kind: Kind, owner: UInt32) {
    self.kind = kind
    self.owner = owner
  }
}

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
