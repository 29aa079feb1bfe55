import Circulation
import Dispatch
import Synchronization

/// Writes to the end of a new file beside the work of the caller: while one
/// buffer is written, the next is filled.
final class SideWriter {
  private static let capacity = 1 << 20

  private let file: any OpenFile
  private var buffer = UnsafeMutableRawBufferPointer.allocate(
    byteCount: capacity, alignment: 4096)
  /// The buffer that is being written, or was.
  private var other = UnsafeMutableRawBufferPointer.allocate(
    byteCount: capacity, alignment: 4096)
  private var filled = 0
  private var offset = 0
  private let queue = DispatchQueue(label: "offcirc.writer")
  private let group = DispatchGroup()
  private let outcome = Outcome()

  private final class Outcome: Sendable {
    let failure = Mutex<FileFailure?>(nil)
  }

  /// Bytes that are to be written.
  private struct Task: @unchecked Sendable {
    // Until the task is done, nobody else touches the file or the bytes.
    let file: any OpenFile
    let bytes: UnsafeRawBufferPointer
    let offset: Int
  }

  /// A writer to a file that is empty.
  init(_ file: any OpenFile) {
    self.file = file
  }

  deinit {
    group.wait()
    buffer.deallocate()
    other.deallocate()
  }

  /// Adds bytes, fewer than 1 MB.
  ///
  /// - Throws: ``FileFailure``, of bytes before these too.
  @inline(__always)
  func append(_ bytes: Span<UInt8>) throws(FileFailure) {
    if bytes.count > Self.capacity - filled { try flush() }
    bytes.withUnsafeBytes {
      UnsafeMutableRawBufferPointer(rebasing: buffer[filled...])
        .copyMemory(from: $0)
    }
    filled += bytes.count
  }

  /// Returns when all bytes were written.
  func finish() throws(FileFailure) {
    try flush()
    try wait()
  }

  private func flush() throws(FileFailure) {
    try wait()
    swap(&buffer, &other)
    let bytes = UnsafeRawBufferPointer(rebasing: other[..<filled])
    let task = Task(file: file, bytes: bytes, offset: offset)
    offset += filled
    filled = 0
    queue.async(group: group) { [outcome] in
      do throws(FileFailure) {
        try task.file.write(Span(_unsafeBytes: task.bytes), at: task.offset)
      } catch {
        outcome.failure.withLock { $0 = error }
      }
    }
  }

  private func wait() throws(FileFailure) {
    group.wait()
    if let failure = outcome.failure.withLock({ $0 }) { throw failure }
  }
}
