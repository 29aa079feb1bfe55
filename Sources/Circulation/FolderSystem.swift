import Glibc

/// The folder operations that putting files away takes, beside those of files.
public protocol FolderSystem: FileSystem {
  /// Makes a folder for its user alone, if there is none; the one that it is in
  /// has to be there, and to be put on disk after it.
  func makeFolder(_ path: String) throws(FileFailure)

  /// What stands under a name, no link followed; nil if nothing does.
  func entry(at path: String) throws(FileFailure) -> FolderEntry?

  /// Lets a file, or the names in a folder, be changed by its user, or by
  /// nobody; others see nothing of it.
  func setReadOnly(
    _ isReadOnly: Bool, _ path: String
  ) throws(FileFailure)

  /// Removes a folder that has nothing in it.
  func removeFolder(_ path: String) throws(FileFailure)

  /// Holds a folder until the last reference goes, or the process does.
  ///
  /// - Returns: nil if another program holds it, or it has another name by now.
  func hold(folder path: String) throws(FileFailure) -> FolderHold?
}

extension FolderSystem {
  /// Holds a folder, where nobody else does.
  public func hold(folder path: String) throws(FileFailure) -> FolderHold? {
    FolderHold(descriptor: -1)
  }
}

/// A folder that is held (`flock`).
public final class FolderHold {
  private let descriptor: Int32

  init(descriptor: Int32) { self.descriptor = descriptor }

  deinit { if descriptor >= 0 { close(descriptor) } }
}

/// What stands under a name in a folder.
public struct FolderEntry: Hashable, Sendable {
  /// The kinds that are told apart.
  public enum Kind: Hashable, Sendable {
    /// A regular file.
    case file
    /// A folder.
    case folder
    /// A symbolic link, wherever it leads.
    case link
    /// A pipe, a device, or the like.
    case other
  }

  /// What it is.
  public let kind: Kind
  /// The number of the user that it belongs to.
  public let owner: UInt32

  /// An entry of a kind, and its owner.
  package init(kind: Kind, owner: UInt32) {
    self.kind = kind
    self.owner = owner
  }
}

extension PosixFileSystem {
  /// What stands under a path that a person gave, links followed; nil only if
  /// it is certain that nothing does.
  ///
  /// - Throws: ``FileFailure`` where that can't be known; with `ENOENT` where a
  ///   link leads to nothing.
  package func target(
    of path: String
  ) throws(FileFailure) -> FolderEntry.Kind? {
    var status = stat()
    if stat(path, &status) == 0 { return FolderEntry(status).kind }
    let code = errno
    guard code == ENOENT, try entry(at: path) == nil else {
      throw FileFailure(act: .open, path: path, code: code)
    }
    return nil
  }

  /// What stands under a name, no link followed (`lstat`).
  public func entry(at path: String) throws(FileFailure) -> FolderEntry? {
    var status = stat()
    if lstat(path, &status) == 0 { return FolderEntry(status) }
    if errno == ENOENT { return nil }
    throw FileFailure(act: .open, path: path, code: errno)
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
