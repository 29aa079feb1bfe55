import Glibc

/// Holds a folder for one station; let go when the last reference goes, or the
/// process does.
public final class StationLock {
  /// Who holds a folder.
  public struct Holder: Hashable, Sendable {
    /// The process id.
    public let process: Int
    /// When it took the folder, in ISO 8601.
    public let since: String
  }

  private let descriptor: Int32

  /// Takes the folder.
  ///
  /// - Throws: ``CirculationError/folderHeld(path:by:)``; ``FileFailure``.
  public init(_ folder: StationFolder, at time: LocalTime) throws {
    let path = folder.lock
    // Set at the end: from then on deinit runs, also if this throws.
    let descriptor = open(
      path, O_RDWR | O_CREAT | O_CLOEXEC | O_NONBLOCK, 0o600)
    guard descriptor >= 0 else {
      throw FileFailure(act: .lock, path: path, code: errno)
    }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      let code = errno
      defer { close(descriptor) }
      guard code == EWOULDBLOCK else {
        throw FileFailure(act: .lock, path: path, code: code)
      }
      throw CirculationError.folderHeld(
        path: folder.path, by: Self.holder(in: descriptor))
    }
    let line = Array("\(getpid()) \(time.iso8601)\n".utf8)
    // Who holds it is a courtesy: the lock is the one of the system, and holds
    // on a full disk too.
    _ = ftruncate(descriptor, 0)
    _ = pwrite(descriptor, line, line.count, 0)
    self.descriptor = descriptor
  }

  deinit {
    _ = ftruncate(descriptor, 0)
    close(descriptor)
  }

  private static func holder(in descriptor: Int32) -> Holder? {
    var buffer = [UInt8](repeating: 0, count: 128)
    let count = pread(descriptor, &buffer, buffer.count, 0)
    let text = String(decoding: buffer.prefix(max(count, 0)), as: UTF8.self)
    let words = text.split { $0 == " " || $0 == "\n" }
    guard words.count == 2, let process = Int(words[0]) else { return nil }
    return Holder(process: process, since: String(words[1]))
  }
}
