import Glibc

extension PosixFileSystem {
  /// Renames a file atomically if the new path still names the expected file
  /// (`renameat2`).
  package func rename(
    _ path: String, to newPath: String, inPlaceOf expected: FileVersion?
  ) throws(FileError) {
    let flag = expected == nil ? Rename.noReplace : Rename.exchange
    guard let code = Rename.run(path, newPath, flag) else {
      // Only this file system, or kernel, lacks the call.
      let present = try version(newPath)
      guard expected?.isSameFile(as: present) ?? (present == nil) else {
        throw FileError(operation: .replace, path: newPath, code: EBUSY)
      }
      return try rename(path, to: newPath)
    }
    let isOther = code == EEXIST || code == ENOENT && expected != nil
    guard code == 0 else {
      throw FileError(
        operation: .replace, path: newPath, code: isOther ? EBUSY : code)
    }
    guard let expected else { return }
    guard let old = try? version(path), expected.isSameFile(as: old) else {
      _ = Rename.run(path, newPath, Rename.exchange)
      throw FileError(operation: .replace, path: newPath, code: EBUSY)
    }
    // If it can't be removed now, a later run removes it.
    unlink(path)
  }

  /// Removes a file that no running program has locked (`flock`).
  package func removeUnheld(_ path: String) throws(FileError) -> Bool {
    let flags = O_CLOEXEC | O_NOCTTY | O_NONBLOCK | O_NOFOLLOW
    var descriptor = retried { Glibc.open(path, O_RDWR | flags) }
    if descriptor < 0, errno == EACCES {
      descriptor = retried { Glibc.open(path, O_RDONLY | flags) }
    }
    guard descriptor >= 0 else {
      if errno == ENOENT { return true }
      throw FileError(operation: .open, path: path, code: errno)
    }
    defer { close(descriptor) }
    var status = stat()
    guard
      fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      status.st_uid == geteuid() || geteuid() == 0,
      retried({ flock(descriptor, LOCK_EX | LOCK_NB) }) == 0,
      descriptor.isStillNamed(path)
    else { return false }
    try remove(path)
    return true
  }

  /// Locks a folder (`flock`).
  package func hold(folder path: String) throws(FileError) -> FolderHold? {
    let descriptor = retried {
      Glibc.open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    }
    guard descriptor >= 0 else {
      throw FileError(operation: .open, path: path, code: errno)
    }
    let hold = FolderHold(descriptor: descriptor)
    return descriptor.isHeld() && descriptor.isStillNamed(path) ? hold : nil
  }
}

extension Int32 {
  /// Returns true if this program has locked the open file, or locks don't work
  /// on it.
  func isHeld() -> Bool {
    retried { flock(self, LOCK_EX | LOCK_NB) } == 0 || errno != EWOULDBLOCK
  }

  /// Returns true if the path still names the open file or folder.
  func isStillNamed(_ path: String) -> Bool {
    var held = stat()
    var present = stat()
    return fstat(self, &held) == 0
      && retried({ lstat(path, &present) }) == 0
      && held.st_dev == present.st_dev && held.st_ino == present.st_ino
  }
}

/// Repeats a system call that a signal interrupted.
func retried(_ call: () -> Int32) -> Int32 {
  while true {
    let result = call()
    if result >= 0 || errno != EINTR { return result }
  }
}

/// `renameat2`, which compares and renames in one step; the Glibc headers hide
/// it.
private enum Rename {
  static let noReplace: UInt32 = 1
  static let exchange: UInt32 = 2

  private typealias Function =
    @convention(c) (
      Int32, UnsafePointer<CChar>, Int32, UnsafePointer<CChar>, UInt32
    ) -> Int32

  private static let function = dlsym(nil, "renameat2").map {
    unsafeBitCast($0, to: Function.self)
  }

  /// Renames a file with flags.
  ///
  /// - Returns: an `errno`, 0 for success; nil if the system lacks the call.
  static func run(
    _ path: String, _ newPath: String, _ flag: UInt32
  ) -> Int32? {
    guard let function else { return nil }
    guard function(AT_FDCWD, path, AT_FDCWD, newPath, flag) != 0 else {
      return 0
    }
    let code = errno
    return [ENOSYS, EINVAL, EOPNOTSUPP].contains(code) ? nil : code
  }
}
