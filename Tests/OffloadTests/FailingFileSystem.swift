import Circulation
import Glibc
import Support

/// A file system that refuses one call that changes something, or any, or all
/// from it on.
final class FailingFileSystem: ForwardingFileSystem {
  let base: any FolderSystem
  private let number: Int
  private let isEnd: Bool
  private let code: Int32
  private let failsReading: Bool
  /// How many calls that change something were made.
  private(set) var callCount = 0

  /// - Parameters:
  ///   - base: what does the work.
  ///   - number: the call that is refused, from 1.
  ///   - isEnd: whether all that follow are too, as after the end of a process.
  ///   - code: the reason, an `errno`.
  ///   - failsReading: whether calls that change nothing count too.
  init(
    _ base: any FolderSystem = PosixFileSystem(), at number: Int = .max,
    isEnd: Bool = false,
    code: Int32 = ENOSPC, failsReading: Bool = false
  ) {
    self.failsReading = failsReading
    self.base = base
    self.number = number
    self.isEnd = isEnd
    self.code = code
  }

  func enter(_ act: FileFailure.Act, _ path: String) throws(FileFailure) {
    callCount += 1
    if callCount == number || isEnd && callCount > number {
      throw FileFailure(act: act, path: path, code: code)
    }
  }

  func look(_ act: FileFailure.Act, _ path: String) throws(FileFailure) {
    if failsReading { try enter(act, path) }
  }

  func open(
    _ path: String, for access: FileAccess
  ) throws(FileFailure) -> any OpenFile {
    if access != .reading {
      try enter(.open, path)
    } else {
      try look(.open, path)
    }
    return FailingFile(try base.open(path, for: access), of: self)
  }

  func synchronizeFolder(_ path: String) throws(FileFailure) {
    try enter(.synchronize, path)
    try base.synchronizeFolder(path)
  }

  func stamp(_ path: String) throws(FileFailure) -> FileStamp? {
    try look(.open, path)
    return try base.stamp(path)
  }

  func rename(_ path: String, to newPath: String) throws(FileFailure) {
    try enter(.replace, newPath)
    try base.rename(path, to: newPath)
  }

  func keep(_ path: String, as newPath: String) throws(FileFailure) {
    try enter(.open, newPath)
    try base.keep(path, as: newPath)
  }

  func remove(_ path: String) throws(FileFailure) {
    try enter(.remove, path)
    try base.remove(path)
  }

  func makeFolder(_ path: String) throws(FileFailure) {
    try enter(.createFolder, path)
    try base.makeFolder(path)
  }

  func names(in folder: String) throws(FileFailure) -> [String] {
    try look(.read, folder)
    return try base.names(in: folder)
  }

  func entry(at path: String) throws(FileFailure) -> FolderEntry? {
    try look(.open, path)
    return try base.entry(at: path)
  }

  func setReadOnly(
    _ isReadOnly: Bool, _ path: String
  ) throws(FileFailure) {
    try enter(.open, path)
    try base.setReadOnly(isReadOnly, path)
  }

  func removeFolder(_ path: String) throws(FileFailure) {
    try enter(.remove, path)
    try base.removeFolder(path)
  }
}

/// A file of which half of a write is there when it is refused.
private final class FailingFile: ForwardingFile {
  let base: any OpenFile
  private let fileSystem: FailingFileSystem

  init(_ base: any OpenFile, of fileSystem: FailingFileSystem) {
    self.base = base
    self.fileSystem = fileSystem
  }

  func read(
    into buffer: UnsafeMutableRawBufferPointer, at offset: Int
  ) throws(FileFailure) -> Int {
    try fileSystem.look(.read, path)
    return try base.read(into: buffer, at: offset)
  }

  func append(_ bytes: Span<UInt8>) throws(FileFailure) {
    do throws(FileFailure) {
      try fileSystem.enter(.write, path)
    } catch {
      try base.append(bytes.extracting(0..<bytes.count / 2))
      throw error
    }
    try base.append(bytes)
  }

  func write(_ bytes: Span<UInt8>, at offset: Int) throws(FileFailure) {
    do throws(FileFailure) {
      try fileSystem.enter(.write, path)
    } catch {
      try base.write(bytes.extracting(0..<bytes.count / 2), at: offset)
      throw error
    }
    try base.write(bytes, at: offset)
  }

  func synchronize() throws(FileFailure) {
    try fileSystem.enter(.synchronize, path)
    try base.synchronize()
  }

  func truncate(to length: Int) throws(FileFailure) {
    try fileSystem.enter(.truncate, path)
    try base.truncate(to: length)
  }
}
