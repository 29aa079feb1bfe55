import Circulation
import Glibc

/// A file system that refuses one call that changes something, or any, or all
/// from it on.
final class FailingFileSystem: FolderSystem {
  private let fileSystem: any FolderSystem
  private let number: Int
  private let isEnd: Bool
  private let code: Int32
  private let failsReading: Bool
  /// How many calls that change something were made.
  private(set) var callCount = 0

  /// - Parameters:
  ///   - fileSystem: what does the work.
  ///   - number: the call that is refused, from 1.
  ///   - isEnd: whether all that follow are too, as after the end of a process.
  ///   - code: the reason, an `errno`.
  ///   - failsReading: whether calls that change nothing count too.
  init(
    _ fileSystem: any FolderSystem = PosixFileSystem(), at number: Int = .max,
    isEnd: Bool = false,
    code: Int32 = ENOSPC, failsReading: Bool = false
  ) {
    self.failsReading = failsReading
    self.fileSystem = fileSystem
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
    return FailingFile(try fileSystem.open(path, for: access), of: self)
  }

  func synchronizeFolder(_ path: String) throws(FileFailure) {
    try enter(.synchronize, path)
    try fileSystem.synchronizeFolder(path)
  }

  func stamp(_ path: String) throws(FileFailure) -> FileStamp? {
    try look(.open, path)
    return try fileSystem.stamp(path)
  }

  func rename(_ path: String, to newPath: String) throws(FileFailure) {
    try enter(.replace, newPath)
    try fileSystem.rename(path, to: newPath)
  }

  func keep(
    _ path: String, as newPath: String
  ) throws(FileFailure) {
    try fileSystem.keep(path, as: newPath)
  }

  func drive(of folder: String) -> Drive {
    fileSystem.drive(of: folder)
  }

  func remove(_ path: String) throws(FileFailure) {
    try enter(.remove, path)
    try fileSystem.remove(path)
  }

  func makeFolder(_ path: String) throws(FileFailure) {
    try enter(.createFolder, path)
    try fileSystem.makeFolder(path)
  }

  func names(in folder: String) throws(FileFailure) -> [String] {
    try look(.read, folder)
    return try fileSystem.names(in: folder)
  }

  func entry(at path: String) throws(FileFailure) -> FolderEntry? {
    try look(.open, path)
    return try fileSystem.entry(at: path)
  }

  func setReadOnly(
    _ isReadOnly: Bool, _ path: String
  ) throws(FileFailure) {
    try enter(.open, path)
    try fileSystem.setReadOnly(isReadOnly, path)
  }

  func removeFolder(_ path: String) throws(FileFailure) {
    try enter(.remove, path)
    try fileSystem.removeFolder(path)
  }

  func freeSpace(in folder: String) throws(FileFailure) -> Int {
    try fileSystem.freeSpace(in: folder)
  }
}

/// A file of which half of a write is there when it is refused.
private final class FailingFile: OpenFile {
  private let file: any OpenFile
  private let fileSystem: FailingFileSystem

  init(_ file: any OpenFile, of fileSystem: FailingFileSystem) {
    self.file = file
    self.fileSystem = fileSystem
  }

  var path: String { file.path }
  var place: String? { file.place }
  func lock() throws(FileFailure) -> Bool { try file.lock() }
  func length() throws(FileFailure) -> Int { try file.length() }
  func stamp() throws(FileFailure) -> FileStamp { try file.stamp() }

  func read(
    into buffer: UnsafeMutableRawBufferPointer, at offset: Int
  ) throws(FileFailure) -> Int {
    try fileSystem.look(.read, path)
    return try file.read(into: buffer, at: offset)
  }

  func append(_ bytes: Span<UInt8>) throws(FileFailure) {
    do throws(FileFailure) {
      try fileSystem.enter(.write, path)
    } catch {
      try file.append(bytes.extracting(0..<bytes.count / 2))
      throw error
    }
    try file.append(bytes)
  }

  func write(_ bytes: Span<UInt8>, at offset: Int) throws(FileFailure) {
    do throws(FileFailure) {
      try fileSystem.enter(.write, path)
    } catch {
      try file.write(bytes.extracting(0..<bytes.count / 2), at: offset)
      throw error
    }
    try file.write(bytes, at: offset)
  }

  func synchronize() throws(FileFailure) {
    try fileSystem.enter(.synchronize, path)
    try file.synchronize()
  }

  func truncate(to length: Int) throws(FileFailure) {
    try fileSystem.enter(.truncate, path)
    try file.truncate(to: length)
  }
}
