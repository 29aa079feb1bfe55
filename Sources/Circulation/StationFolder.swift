import Glibc

/// The folder that holds the files of one station.
public struct StationFolder: Hashable, Sendable {
  /// Where the folder is.
  public let path: String

  /// A folder at a path.
  public init(path: String) {
    self.path = path
  }

  /// The folder of a user for whom no other is set: `offcirc/files` among the
  /// data of its programs.
  public init(of folders: UserFolders) {
    self.init(path: folders.data + "/offcirc/files")
  }

  /// What the data file is called in its folder.
  public static let dataFileName = "OffCirc.dat"
  /// What the journal is called there.
  public static let journalName = "OffCirc.journal"

  /// `OffCirc.dat`, what Save To File writes and the library system reads.
  public var dataFile: String { path + "/" + Self.dataFileName }
  /// `OffCirc.journal`.
  public var journal: String { path + "/" + Self.journalName }
  /// `OffCirc.lock`.
  public var lock: String { path + "/OffCirc.lock" }
  /// `archive`, the folder of what was uploaded and put away.
  public var archive: String { path + "/archive" }

  /// Whether others than its user can look into the folder.
  public var isOpenToOthers: Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & 0o077 != 0
  }

  /// Makes the folder, and those above it, for this user alone (mode 0700).
  public func create() throws(FileFailure) {
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
      // Above the folder only a name that is missing matters: that of a
      // read-only system, say, can't be made but is there.
      let code = errno
      guard access(folder, F_OK) == 0 else {
        throw FileFailure(act: .createFolder, path: folder, code: code)
      }
    }
    var status = stat()
    guard stat(path, &status) == 0 else {
      throw FileFailure(act: .createFolder, path: path, code: errno)
    }
    guard status.st_mode & S_IFMT == S_IFDIR else {
      throw FileFailure(act: .createFolder, path: path, code: ENOTDIR)
    }
  }
}
