import Glibc

/// The folder operations of archiving, in addition to those on files.
package protocol FolderOperations: FileSystem {
  /// Creates a folder with mode 0700 if it does not exist; its parent must
  /// exist, and must be synced afterwards.
  func makeFolder(_ path: String) throws(FileError)

  /// Creates a folder and its parents with mode 0700, as far as they do not
  /// exist; each is on disk before the next.
  func makeFolders(_ path: String) throws(FileError)

  /// Returns the type of what is at a path given by a person, following links;
  /// nil only if there is certainly nothing.
  ///
  /// - Throws: ``FileError`` if that is unknown; with `ENOENT` for a dangling
  ///   link.
  func target(of path: String) throws(FileError) -> FolderEntry.Kind?

  /// Returns the path without links; nil if there is nothing.
  func realPath(_ path: String) -> String?

  /// Returns true if the path names the null device.
  func isNullDevice(_ path: String) -> Bool

  /// Gives a file the owner and the mode of another.
  ///
  /// The owner is changed only if that is permitted.
  func copyOwnerAndMode(
    of path: String, to newPath: String
  ) throws(FileError)

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

  deinit {
    guard descriptor >= 0 else { return }
    // A program that is being started has a copy of the lock until it runs.
    flock(descriptor, LOCK_UN)
    close(descriptor)
  }
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
