import Circulation
import Foundation

/// The lower bound: the journal's bytes with plain `write` and `fdatasync`.
final class BareFile: DurableWriter {
  let name = "write + fdatasync, same bytes  "
  private let folder: TemporaryFolder
  private let descriptor: Int32
  /// The bytes of each burst.
  private var chunks: [[UInt8]] = []

  init(in folder: TemporaryFolder) throws {
    self.folder = folder
    descriptor = open(
      folder.path + "/bare", O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw POSIXError(.init(errno)) }
  }

  deinit { close(descriptor) }

  /// Records the same transactions in a journal and takes its bytes.
  func prepare(_ bursts: [ArraySlice<Transaction>]) throws {
    let folder = StationFolder(path: try folder.newFolder())
    defer { try? FileManager.default.removeItem(atPath: folder.path) }
    try Journal.open(in: folder, at: WallClock.system.now())
      .journal.record(bursts.joined())
    let bytes = try Data(contentsOf: URL(fileURLWithPath: folder.journal))
    // The header is not written again.
    var lines = [UInt8](bytes).split(separator: UInt8(ascii: "\n")).dropFirst()
    chunks = bursts.map { burst in
      defer { lines = lines.dropFirst(burst.count) }
      return lines.prefix(burst.count).flatMap { $0 + [UInt8(ascii: "\n")] }
    }
  }

  func write(_ bursts: [ArraySlice<Transaction>]) throws {
    for chunk in chunks {
      let count = Foundation.write(descriptor, chunk, chunk.count)
      guard count == chunk.count, fdatasync(descriptor) == 0 else {
        throw POSIXError(.init(errno))
      }
    }
  }
}

extension POSIXError {
  /// Creates an error from an `errno`.
  init(_ code: Int32) {
    self.init(POSIXErrorCode(rawValue: code) ?? .EIO)
  }
}
