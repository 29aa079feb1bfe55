import Circulation
import Glibc

/// A file system that refuses one call that changes something, or any, or all
/// from it on.
///
/// A sync is only counted: what a power cut leaves is asked of a simulated one.
package final class FailingFileSystem: ForwardingFileSystem {
  package let base: any FolderOperations
  private let number: Int
  private let isEnd: Bool
  private let code: Int32
  private let failsReading: Bool
  /// How many calls that change something were made.
  package private(set) var callCount = 0

  /// - Parameters:
  ///   - base: what does the work.
  ///   - number: the call that is refused, from 1.
  ///   - isEnd: whether all that follow are too, as after the end of a process.
  ///   - code: the reason, an `errno`.
  ///   - failsReading: whether calls that change nothing count too.
  package init(
    _ base: any FolderOperations = PosixFileSystem(), at number: Int = .max,
    isEnd: Bool = false,
    code: Int32 = ENOSPC, failsReading: Bool = false
  ) {
    self.failsReading = failsReading
    self.base = base
    self.number = number
    self.isEnd = isEnd
    self.code = code
  }

  func enter(_ operation: FileError.Operation, _ path: String) throws(FileError)
  {
    callCount += 1
    if callCount == number || isEnd && callCount > number {
      throw FileError(operation: operation, path: path, code: code)
    }
  }

  func look(_ operation: FileError.Operation, _ path: String) throws(FileError)
  {
    if failsReading { try enter(operation, path) }
  }

  package func open(
    _ path: String, for access: FileAccess
  ) throws(FileError) -> any OpenFile {
    if access != .reading {
      try enter(.open, path)
    } else {
      try look(.open, path)
    }
    return FailingFile(try base.open(path, for: access), of: self)
  }

  package func synchronizeFolder(_ path: String) throws(FileError) {
    try enter(.synchronize, path)
  }

  package func version(_ path: String) throws(FileError) -> FileVersion? {
    try look(.open, path)
    return try base.version(path)
  }

  package func identity(
    _ path: String
  ) throws(FileError) -> FileIdentity? {
    try look(.open, path)
    return try base.identity(path)
  }

  package func rename(_ path: String, to newPath: String) throws(FileError) {
    try enter(.replace, newPath)
    try base.rename(path, to: newPath)
  }

  package func keep(_ path: String, as newPath: String) throws(FileError) {
    try enter(.open, newPath)
    try base.keep(path, as: newPath)
  }

  package func remove(_ path: String) throws(FileError) {
    try enter(.remove, path)
    try base.remove(path)
  }

  package func makeFolder(_ path: String) throws(FileError) {
    try enter(.createFolder, path)
    try base.makeFolder(path)
  }

  package func names(in folder: String) throws(FileError) -> [String] {
    try look(.read, folder)
    return try base.names(in: folder)
  }

  package func entry(at path: String) throws(FileError) -> FolderEntry? {
    try look(.open, path)
    return try base.entry(at: path)
  }

  package func setReadOnly(
    _ isReadOnly: Bool, _ path: String
  ) throws(FileError) {
    try enter(.open, path)
    try base.setReadOnly(isReadOnly, path)
  }

  package func removeFolder(_ path: String) throws(FileError) {
    try enter(.remove, path)
    try base.removeFolder(path)
  }
}

/// A file of which half of a write is there when it is refused.
private final class FailingFile: ForwardingFile {
  package let base: any OpenFile
  private let fileSystem: FailingFileSystem

  init(_ base: any OpenFile, of fileSystem: FailingFileSystem) {
    self.base = base
    self.fileSystem = fileSystem
  }

  package func read(
    into buffer: UnsafeMutableRawBufferPointer, at offset: Int
  ) throws(FileError) -> Int {
    try fileSystem.look(.read, path)
    return try base.read(into: buffer, at: offset)
  }

  package func append(_ bytes: Span<UInt8>) throws(FileError) {
    do throws(FileError) {
      try fileSystem.enter(.write, path)
    } catch {
      try base.append(bytes.extracting(0..<bytes.count / 2))
      throw error
    }
    try base.append(bytes)
  }

  package func write(_ bytes: Span<UInt8>, at offset: Int) throws(FileError) {
    do throws(FileError) {
      try fileSystem.enter(.write, path)
    } catch {
      try base.write(bytes.extracting(0..<bytes.count / 2), at: offset)
      throw error
    }
    try base.write(bytes, at: offset)
  }

  package func synchronize() throws(FileError) {
    try fileSystem.enter(.synchronize, path)
  }

  package func truncate(to length: Int) throws(FileError) {
    try fileSystem.enter(.truncate, path)
    try base.truncate(to: length)
  }
}
