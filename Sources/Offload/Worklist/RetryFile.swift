import Circulation
import Glibc

/// The new file of corrected lines.
package struct RetryFile {
  /// The path of the file.
  package let path: String
  private let fileSystem: any FileSystem

  /// Creates a file value; nothing is written yet.
  package init(
    path: String, fileSystem: any FileSystem = PosixFileSystem()
  ) {
    self.path = path
    self.fileSystem = fileSystem
  }

  /// Verifies that the path is free, in an existing folder.
  ///
  /// - Parameters:
  ///   - retry: the lines to be written.
  ///   - folder: the folder of the worklist; if that is unfinished, the file
  ///     may exist with these lines.
  /// - Throws: ``CirculationError/inTheWay(path:)``; ``FileError``.
  package func refuseOld(
    of retry: Retry? = nil, beside folder: WorklistFolder? = nil
  ) throws {
    // A missing folder is reported before anything is written.
    try fileSystem.synchronizeFolder(path.folder)
    guard try fileSystem.version(path) != nil else { return }
    if let retry, folder?.isBegun == true, try has(retry) { return }
    throw CirculationError.inTheWay(path: path)
  }

  /// Writes the lines atomically.
  ///
  /// - Throws: ``CirculationError/inTheWay(path:)``; ``FileError``.
  package func write(_ retry: Retry) throws {
    try refuseOld()
    let bytes = retry.bytes
    do {
      _ = try fileSystem.replace(path) { file throws(FileError) in
        try file.write(bytes.span, at: 0)
      }
    } catch {
      guard error.code == EBUSY, error.operation == .replace else {
        throw error
      }
      throw CirculationError.inTheWay(path: path)
    }
    do {
      try fileSystem.synchronizeFolder(path.folder)
    } catch {
      takeBack()
      throw error
    }
  }

  /// Returns true if the file has exactly these lines.
  ///
  /// - Throws: ``FileError``.
  func has(_ retry: Retry) throws(FileError) -> Bool {
    guard try fileSystem.version(path) != nil else { return false }
    let file = try fileSystem.open(path, for: .reading)
    let bytes = retry.bytes
    guard try file.length() == bytes.count else { return false }
    return try file.bytes(0..<bytes.count) == bytes
  }

  /// Removes the file just written.
  func takeBack() {
    // If that fails, the earlier error is reported anyway.
    try? fileSystem.remove(path)
  }
}
