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

  private let folder: StationFolder
  private let time: LocalTime
  private var descriptor: Int32

  /// Takes the folder.
  ///
  /// - Throws: ``CirculationError/folderHeld(path:by:)``; ``FileFailure``.
  public init(_ folder: StationFolder, at time: LocalTime) throws {
    self.folder = folder
    self.time = time
    // Set before anything throws: from then on deinit runs.
    descriptor = -1
    descriptor = try Self.take(folder, at: time)
  }

  deinit {
    guard descriptor >= 0 else { return }
    _ = ftruncate(descriptor, 0)
    close(descriptor)
  }

  /// Makes sure that the folder is still held: somebody may have removed the
  /// file, and then another station can take the folder.
  ///
  /// - Throws: ``FileFailure``, with `ESTALE` if another file is there.
  func confirm() throws(FileFailure) {
    var held = stat()
    var present = stat()
    guard fstat(descriptor, &held) == 0 else {
      throw FileFailure(act: .lock, path: folder.lock, code: errno)
    }
    if stat(folder.lock, &present) == 0 {
      guard held.st_dev == present.st_dev, held.st_ino == present.st_ino else {
        throw FileFailure(act: .lock, path: folder.lock, code: ESTALE)
      }
    } else if let taken = try? Self.take(folder, at: time) {
      close(descriptor)
      descriptor = taken
    } else {
      throw FileFailure(act: .lock, path: folder.lock, code: ESTALE)
    }
  }

  private static func take(
    _ folder: StationFolder, at time: LocalTime
  ) throws -> Int32 {
    let path = folder.lock
    let descriptor = open(
      path, O_RDWR | O_CREAT | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW, 0o600)
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
    return descriptor
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
