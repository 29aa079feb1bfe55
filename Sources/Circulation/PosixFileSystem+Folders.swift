import Glibc
import SystemPackage

extension PosixFileSystem {
  /// The bytes of the path of the current folder; nil if it was removed, or a
  /// folder above it can't be read.
  package static var currentFolder: [UInt8]? {
    guard let path = getcwd(nil, 0) else { return nil }
    defer { free(path) }
    return (0..<strlen(path)).map { UInt8(bitPattern: path[$0]) }
  }

  /// Creates a folder and its parents with mode 0700 (`mkdir`); each is on disk
  /// before the next.
  package func makeFolders(_ path: String) throws(FileError) {
    let whole = FilePath(path)
    var folder = whole.root.map { FilePath(root: $0) } ?? ""
    for component in whole.components {
      let parent = folder.isEmpty ? "." : folder.string
      folder.append(component)
      if mkdir(folder.string, 0o700) == 0 {
        try synchronizeFolder(parent)
        continue
      }
      if errno == EEXIST { continue }
      // A parent that exists is enough, even if it can't be created: for
      // example on a read-only file system.
      let code = errno
      guard access(folder.string, F_OK) == 0 else {
        throw FileError(
          operation: .createFolder, path: folder.string, code: code)
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

  /// Creates a folder with mode 0700 if it does not exist (`mkdir`).
  package func makeFolder(_ path: String) throws(FileError) {
    guard mkdir(path, 0o700) != 0 else { return }
    var status = stat()
    let code = errno
    guard
      code == EEXIST, lstat(path, &status) == 0,
      status.st_mode & S_IFMT == S_IFDIR
    else {
      throw FileError(operation: .createFolder, path: path, code: code)
    }
  }
}
