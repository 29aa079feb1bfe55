import Glibc

extension OpenFile {
  /// Locks the file, and tries 20 times: a program that is being started may
  /// hold a copy of the lock.
  package func lockSoon() throws(FileError) -> Bool {
    for _ in 0..<20 {
      if try lock() { return true }
      usleep(10_000)
    }
    return try lock()
  }
}

/// An exclusive lock on a file between programs (`flock`), released when the
/// last reference is dropped or the process ends.
///
/// The content of the file is not touched.
package final class FileLock {
  private let descriptor: Int32

  /// Locks the file, waiting for another holder up to `patience`.
  ///
  /// Creates the file if needed.
  ///
  /// - Throws: ``FileError``, with `EWOULDBLOCK` if it is still held.
  package init(
    _ path: String, patience: Duration = .seconds(30)
  ) throws(FileError) {
    let descriptor = open(
      path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOCTTY | O_NONBLOCK | O_NOFOLLOW,
      0o600)
    guard descriptor >= 0 else {
      throw FileError(operation: .open, path: path, code: errno)
    }
    let end = ContinuousClock.now + patience
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      let code = errno
      guard code == EINTR || code == EWOULDBLOCK && .now < end else {
        close(descriptor)
        throw FileError(operation: .lock, path: path, code: code)
      }
      if code == EWOULDBLOCK { usleep(20_000) }
    }
    self.descriptor = descriptor
  }

  deinit {
    // A program that is being started has a copy of the lock until it runs.
    flock(descriptor, LOCK_UN)
    close(descriptor)
  }
}
