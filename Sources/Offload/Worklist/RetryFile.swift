import Circulation
import Glibc

/// The new file that corrected lines are written into.
package struct RetryFile {
  /// Where the file is.
  package let path: String
  private let fileSystem: any FileSystem

  /// A file at a path.
  package init(
    path: String, fileSystem: any FileSystem = PosixFileSystem()
  ) {
    self.path = path
    self.fileSystem = fileSystem
  }

  /// Sees to it that nothing is there, in a folder that is.
  ///
  /// - Parameters:
  ///   - retry: the lines that it is to have.
  ///   - folder: the folder of the list that speaks of them: where that was
  ///     begun, the file may be there already.
  /// - Throws: ``CirculationError/inTheWay(path:)``; ``FileFailure``.
  package func refuseOld(
    of retry: Retry? = nil, beside folder: WorklistFolder? = nil
  ) throws {
    // A folder that is not there is told before anything is written.
    try fileSystem.synchronizeFolder(path.folder)
    guard try fileSystem.stamp(path) != nil else { return }
    if let retry, folder?.isBegun == true, try has(retry) { return }
    throw CirculationError.inTheWay(path: path)
  }

  /// Writes the lines, whole or not at all.
  ///
  /// - Throws: ``CirculationError/inTheWay(path:)``; ``FileFailure``.
  package func write(_ retry: Retry) throws {
    try refuseOld()
    let bytes = retry.bytes
    do {
      _ = try fileSystem.replace(path) { file throws(FileFailure) in
        try file.write(bytes.span, at: 0)
      }
    } catch {
      guard error.code == EBUSY, error.act == .replace else { throw error }
      throw CirculationError.inTheWay(path: path)
    }
    do {
      try fileSystem.synchronizeFolder(path.folder)
    } catch {
      takeBack()
      throw error
    }
  }

  /// Whether exactly these lines are in it.
  func has(_ retry: Retry) throws(FileFailure) -> Bool {
    guard try fileSystem.stamp(path) != nil else { return false }
    let file = try fileSystem.open(path, for: .reading)
    let bytes = retry.bytes
    guard try file.length() == bytes.count else { return false }
    return try file.bytes(0..<bytes.count) == bytes
  }

  /// Removes what was written just now.
  func takeBack() {
    // Where that can't be, what failed before is told anyway.
    try? fileSystem.remove(path)
  }
}
