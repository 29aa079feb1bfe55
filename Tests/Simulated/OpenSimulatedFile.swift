import Circulation

/// A simulated file that was opened: each thing asked of it is a call.
final class OpenSimulatedFile: OpenFile {
  let path: String
  private let file: SimulatedFile
  private let fileSystem: SimulatedFileSystem

  init(path: String, file: SimulatedFile, fileSystem: SimulatedFileSystem) {
    self.path = path
    self.file = file
    self.fileSystem = fileSystem
  }

  func lock() throws(FileError) -> Bool {
    if let trouble = fileSystem.enter(.lock, path) {
      throw FileError(operation: .lock, path: path, code: trouble.code)
    }
    guard fileSystem.holdsLocks else { return true }
    if let locker = file.locker, locker !== self { return false }
    file.locker = self
    return true
  }

  // No program is started there, which would have a copy of a lock for a while.
  func lockSoon() throws(FileError) -> Bool { try lock() }

  func length() throws(FileError) -> Int {
    if let trouble = fileSystem.enter(.length, path) {
      throw FileError(operation: .read, path: path, code: trouble.code)
    }
    return file.bytes.count
  }

  var identity: FileIdentity {
    FileIdentity(device: fileSystem.disk(of: path), inode: file.id)
  }

  func version() throws(FileError) -> FileVersion {
    if let trouble = fileSystem.enter(.version, path) {
      throw FileError(operation: .read, path: path, code: trouble.code)
    }
    return file.version(on: fileSystem.disk(of: path))
  }

  func read(
    into buffer: UnsafeMutableRawBufferPointer, at offset: Int
  ) throws(FileError) -> Int {
    if let trouble = fileSystem.enter(.read, path) {
      throw FileError(operation: .read, path: path, code: trouble.code)
    }
    let bytes = file.bytes.dropFirst(offset).prefix(buffer.count)
    buffer.copyBytes(from: bytes)
    return bytes.count
  }

  func append(_ bytes: Span<UInt8>) throws(FileError) {
    let added = bytes.withUnsafeBytes { Array($0) }
    if let trouble = fileSystem.enter(.append, path) {
      write(Array(added.prefix(trouble.written)), at: file.bytes.count)
      throw FileError(operation: .write, path: path, code: trouble.code)
    }
    write(added, at: file.bytes.count)
  }

  func write(_ bytes: Span<UInt8>, at offset: Int) throws(FileError) {
    let written = bytes.withUnsafeBytes { Array($0) }
    if let trouble = fileSystem.enter(.write, path) {
      write(Array(written.prefix(trouble.written)), at: offset)
      throw FileError(operation: .write, path: path, code: trouble.code)
    }
    write(written, at: offset)
  }

  private func write(_ bytes: [UInt8], at offset: Int) {
    guard !bytes.isEmpty else { return }
    file.write(bytes, at: offset)
    if path.isOfALock { return }
    fileSystem.record(.wrote(file: file.id, bytes: bytes, offset: offset))
  }

  func synchronize() throws(FileError) {
    if let trouble = fileSystem.enter(.synchronize, path) {
      if !trouble.isEnd {
        file.forgetWhatWasToBeWritten()
        fileSystem.record(.failedToSynchronize(file: file.id))
      }
      throw FileError(operation: .synchronize, path: path, code: trouble.code)
    }
    file.synchronize()
    fileSystem.record(.synchronized(file: file.id))
  }

  func truncate(to length: Int) throws(FileError) {
    if let trouble = fileSystem.enter(.truncate, path) {
      throw FileError(operation: .truncate, path: path, code: trouble.code)
    }
    file.truncate(to: length)
    fileSystem.record(.cut(file: file.id, length: length))
  }
}
