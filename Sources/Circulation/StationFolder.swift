import Glibc

/// The folder of one station's files.
package struct StationFolder: Hashable, Sendable {
  /// The path of the folder.
  package let path: String

  /// Creates a folder value for a path; nothing is accessed.
  package init(path: String) {
    self.path = path
  }

  /// The default folder of a user: `offcirc/files` in the user's data folder.
  package init(of folders: UserFolders) {
    self.init(path: folders.data + "/offcirc/files")
  }

  /// The name of the data file.
  package static let dataFileName = "OffCirc.dat"
  /// The name of the journal.
  package static let journalName = "OffCirc.journal"

  /// The path of `OffCirc.dat`, the file that Save To File writes.
  package var dataFile: String { path + "/" + Self.dataFileName }
  /// The path of `OffCirc.journal`.
  package var journal: String { path + "/" + Self.journalName }
  /// The path of `OffCirc.lock`.
  package var lock: String { path + "/OffCirc.lock" }
  /// The path of `archive`, the folder of uploaded and archived files.
  package var archive: String { path + "/archive" }

  /// True if group or others have any permission on the folder.
  package var isOpenToOthers: Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & 0o077 != 0
  }

  /// Creates the folder and its parents with mode 0700.
  ///
  /// - Throws: ``FileError``.
  package func create() throws(FileError) {
    var end = path.startIndex
    var parent = path.hasPrefix("/") ? "/" : "."
    while end < path.endIndex {
      end = path[path.index(after: end)...].firstIndex(of: "/") ?? path.endIndex
      let folder = String(path[..<end])
      defer { parent = folder }
      if mkdir(folder, 0o700) == 0 {
        try PosixFileSystem().synchronizeFolder(parent)
        continue
      }
      if errno == EEXIST { continue }
      // A parent that exists is enough, even if it can't be created: for
      // example on a read-only file system.
      let code = errno
      guard access(folder, F_OK) == 0 else {
        throw FileError(operation: .createFolder, path: folder, code: code)
      }
    }
    var status = stat()
    guard stat(path, &status) == 0 else {
      throw FileError(operation: .createFolder, path: path, code: errno)
    }
    guard status.st_mode & S_IFMT == S_IFDIR else {
      throw FileError(operation: .createFolder, path: path, code: ENOTDIR)
    }
  }
}
