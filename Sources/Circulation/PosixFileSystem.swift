import CStatx
import Glibc

/// The computer's file system.
package struct PosixFileSystem: FolderOperations {
  private let mode: mode_t
  private let sharesFiles: Bool

  /// Creates a file system for this process.
  ///
  /// - Parameters:
  ///   - mode: the permissions of new files; read and write for the owner only
  ///     by default.
  ///   - sharesFiles: true to allow writing to a file that another user owns,
  ///     if the system permits it.
  package init(mode: UInt32 = 0o600, sharesFiles: Bool = false) {
    self.mode = mode
    self.sharesFiles = sharesFiles
  }

  /// Opens a regular file; creates it if `access` says so.
  package func open(
    _ path: String, for access: FileAccess
  ) throws(FileError) -> any OpenFile {
    try PosixFile(
      path: path, access: access, mode: mode, sharesFiles: sharesFiles)
  }

  /// Syncs a folder's entries (`fsync`).
  package func synchronizeFolder(_ path: String) throws(FileError) {
    let descriptor = retried {
      Glibc.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    }
    guard descriptor >= 0 else {
      throw FileError(operation: .open, path: path, code: errno)
    }
    defer { close(descriptor) }
    // EINVAL: this file system can't sync folders.
    guard fsync(descriptor) == 0 || errno == EINVAL else {
      throw FileError(operation: .synchronize, path: path, code: errno)
    }
  }

  /// Returns the file's identity and version (`lstat`); nil if there is none.
  package func version(_ path: String) throws(FileError) -> FileVersion? {
    var status = stat()
    // A link is not followed; it counts as present even if its target is
    // missing.
    guard retried({ lstat(path, &status) }) == 0 else {
      if errno == ENOENT { return nil }
      throw FileError(operation: .open, path: path, code: errno)
    }
    guard status.st_mode & S_IFMT != S_IFLNK else {
      throw FileError(operation: .open, path: path, code: ELOOP)
    }
    return FileVersion(status)
  }

  /// Returns the file's identity (`statx`); nil if there is none.
  package func identity(
    _ path: String
  ) throws(FileError) -> FileIdentity? {
    var status = statx()
    let mask = UInt32(STATX_INO)
    guard
      retried({ statx(AT_FDCWD, path, AT_SYMLINK_NOFOLLOW, mask, &status) })
        == 0
    else {
      if errno == ENOENT { return nil }
      throw FileError(operation: .open, path: path, code: errno)
    }
    return FileIdentity(
      device: device_of(&status), inode: UInt(status.stx_ino))
  }

  /// Renames a file (`rename`).
  package func rename(
    _ path: String, to newPath: String
  ) throws(FileError) {
    guard Glibc.rename(path, newPath) == 0 else {
      throw FileError(operation: .replace, path: newPath, code: errno)
    }
  }

  /// Gives a file a second name (`link`), or copies it.
  package func keep(
    _ path: String, as newPath: String
  ) throws(FileError) {
    guard link(path, newPath) != 0 else { return }
    guard [EPERM, ENOSYS, EOPNOTSUPP, EMLINK].contains(errno) else {
      throw FileError(operation: .open, path: newPath, code: errno)
    }
    let file = try open(path, for: .reading)
    let copy = try open(newPath, for: .writing)
    try file.copyBytes(0..<file.length(), to: copy)
    try copy.synchronize()
  }

  /// Removes a file (`unlink`).
  package func remove(_ path: String) throws(FileError) {
    guard unlink(path) == 0 else {
      throw FileError(operation: .remove, path: path, code: errno)
    }
  }

  /// Returns the free space of a folder's disk in bytes (`statvfs`).
  package func freeSpace(in folder: String) throws(FileError) -> Int {
    var status = statvfs()
    guard retried({ statvfs(folder, &status) }) == 0 else {
      throw FileError(operation: .read, path: folder, code: errno)
    }
    // A network drive may report more than fits into an Int.
    let (bytes, overflow) = Int(clamping: status.f_bavail)
      .multipliedReportingOverflow(by: Int(clamping: status.f_frsize))
    return overflow ? .max : bytes
  }

  /// Returns the names in a folder, sorted; empty if there is no folder.
  ///
  /// - Throws: ``FileError`` with `EILSEQ` for a name that is not UTF-8,
  ///   since no path in this program could name it.
  package func names(in folder: String) throws(FileError) -> [String] {
    guard let stream = opendir(folder) else {
      if errno == ENOENT { return [] }
      throw FileError(operation: .read, path: folder, code: errno)
    }
    defer { closedir(stream) }
    var names: [String] = []
    while true {
      errno = 0
      guard let entry = readdir(stream) else { break }
      // The name ends with a NUL before the end of the field.
      let bytes = withUnsafeBytes(of: &entry.pointee.d_name) {
        Array($0.prefix { $0 != 0 })
      }
      guard let name = String(validating: bytes, as: UTF8.self) else {
        throw FileError(
          operation: .read,
          path: folder.appending(path: String(quoting: bytes)),
          code: EILSEQ)
      }
      if name != ".", name != ".." { names.append(name) }
    }
    guard errno == 0 else {
      throw FileError(operation: .read, path: folder, code: errno)
    }
    return names.sorted()
  }

  /// Removes or grants the owner's write permission (`chmod`).
  package func setReadOnly(
    _ isReadOnly: Bool, _ path: String
  ) throws(FileError) {
    var status = stat()
    guard lstat(path, &status) == 0 else {
      throw FileError(operation: .open, path: path, code: errno)
    }
    // The target of a link belongs to somebody else.
    guard status.st_mode & S_IFMT != S_IFLNK else {
      throw FileError(operation: .open, path: path, code: ELOOP)
    }
    let isFolder = status.st_mode & S_IFMT == S_IFDIR
    let mode: mode_t = (isFolder ? 0o500 : 0o400) | (isReadOnly ? 0 : 0o200)
    guard chmod(path, mode) == 0 else {
      throw FileError(operation: .open, path: path, code: errno)
    }
  }

  /// Removes an empty folder (`rmdir`).
  package func removeFolder(_ path: String) throws(FileError) {
    guard rmdir(path) == 0 else {
      throw FileError(operation: .remove, path: path, code: errno)
    }
  }
}

extension FileVersion {
  fileprivate init(_ status: stat) {
    self.init(
      identity: FileIdentity(device: status.st_dev, inode: status.st_ino),
      length: status.st_size, modifiedSeconds: status.st_mtim.tv_sec,
      modifiedNanoseconds: status.st_mtim.tv_nsec)
  }
}

private final class PosixFile: OpenFile {
  let path: String
  let identity: FileIdentity
  private let descriptor: Int32

  init(
    path: String, access: FileAccess, mode: mode_t, sharesFiles: Bool
  ) throws(FileError) {
    self.path = path
    // Without O_NONBLOCK, opening a pipe without a reader would block for ever.
    let flags = O_CLOEXEC | O_NOCTTY | O_NONBLOCK
    // Only the file itself is written to, never the target of a link.
    let ours = O_RDWR | O_CREAT | O_NOFOLLOW
    // Assigned last: from then on deinit closes it, even if this init throws.
    let descriptor =
      retried {
        switch access {
        case .reading: Glibc.open(path, flags | O_RDONLY)
        case .appending: Glibc.open(path, flags | ours | O_APPEND, mode)
        case .writing: Glibc.open(path, flags | ours, mode)
        case .creating: Glibc.open(path, flags | ours | O_EXCL, mode)
        }
      }
    guard descriptor >= 0 else {
      throw FileError(operation: .open, path: path, code: errno)
    }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      let code = errno
      close(descriptor)
      throw FileError(operation: .open, path: path, code: code)
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      let isFolder = status.st_mode & S_IFMT == S_IFDIR
      throw FileError(
        operation: .open, path: path, code: isFolder ? EISDIR : EINVAL)
    }
    let user = geteuid()
    guard
      access == .reading || sharesFiles || user == 0 || status.st_uid == user
    else {
      close(descriptor)
      throw FileError(operation: .open, path: path, code: EPERM)
    }
    if access == .creating,
      !descriptor.isHeld() || !descriptor.isStillNamed(path)
    {
      // Another program has just taken it for a leftover.
      close(descriptor)
      throw FileError(operation: .open, path: path, code: EEXIST)
    }
    identity = FileIdentity(device: status.st_dev, inode: status.st_ino)
    self.descriptor = descriptor
  }

  deinit { close(descriptor) }

  func lock() throws(FileError) -> Bool {
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      if errno == EWOULDBLOCK { return false }
      guard errno == EINTR else {
        throw FileError(operation: .lock, path: path, code: errno)
      }
    }
    return true
  }

  func length() throws(FileError) -> Int {
    let length = lseek(descriptor, 0, SEEK_END)
    guard length >= 0 else {
      throw FileError(operation: .read, path: path, code: errno)
    }
    return length
  }

  func version() throws(FileError) -> FileVersion {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      throw FileError(operation: .read, path: path, code: errno)
    }
    return FileVersion(status)
  }

  func read(
    into buffer: UnsafeMutableRawBufferPointer, at offset: Int
  ) throws(FileError) -> Int {
    var filled = 0
    while filled < buffer.count {
      let count = pread(
        descriptor, buffer.baseAddress?.advanced(by: filled),
        buffer.count - filled, offset + filled)
      if count == 0 { break }
      if count < 0 {
        if errno == EINTR { continue }
        throw FileError(operation: .read, path: path, code: errno)
      }
      filled += count
    }
    return filled
  }

  func append(_ bytes: Span<UInt8>) throws(FileError) {
    try writeAll(bytes) { rest, _ in
      Glibc.write(descriptor, rest.baseAddress, rest.count)
    }
  }

  func write(_ bytes: Span<UInt8>, at offset: Int) throws(FileError) {
    try writeAll(bytes) { rest, written in
      pwrite(descriptor, rest.baseAddress, rest.count, offset + written)
    }
  }

  private func writeAll(
    _ bytes: Span<UInt8>,
    _ write: (_ rest: UnsafeRawBufferPointer, _ written: Int) -> Int
  ) throws(FileError) {
    let code: Int32 = bytes.withUnsafeBytes { bytes in
      var written = 0
      while written < bytes.count {
        let count = write(
          UnsafeRawBufferPointer(rebasing: bytes[written...]), written)
        if count >= 0 {
          written += count
        } else if errno != EINTR {
          return errno
        }
      }
      return 0
    }
    guard code == 0 else {
      throw FileError(operation: .write, path: path, code: code)
    }
  }

  func synchronize() throws(FileError) {
    // Not retried: after an error the kernel may drop the pages it had to
    // write.
    guard fdatasync(descriptor) == 0 else {
      throw FileError(operation: .synchronize, path: path, code: errno)
    }
  }

  func truncate(to length: Int) throws(FileError) {
    while ftruncate(descriptor, length) != 0 {
      guard errno == EINTR else {
        throw FileError(operation: .truncate, path: path, code: errno)
      }
    }
    // What is appended next is at the end.
    lseek(descriptor, length, SEEK_SET)
  }
}
