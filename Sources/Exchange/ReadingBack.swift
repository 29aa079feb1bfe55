import Circulation
import Dispatch
import Synchronization

/// The reading of a new file in the background, while it is written: a long one
/// takes as long as the slower of the two.
final class ReadingBack: Sendable {
  private let file: GrowingFile
  private let group = DispatchGroup()
  private let outcome = Outcome()

  private final class Outcome: Sendable {
    let contents = Mutex(Result<RowContents, FileError>.success(.init()))
  }

  /// Begins to read an empty file.
  init(_ file: any OpenFile, _ format: ExchangeFormat) {
    self.file = GrowingFile(file)
    DispatchQueue.global().async(group: group) {
      [file = self.file, outcome] in
      let found = Result { () throws(FileError) in
        try file.contents(in: format)
      }
      outcome.contents.withLock { $0 = found }
    }
  }

  /// Reads on, to a number of bytes that are written.
  func go(on length: Int) { file.grow(to: length) }

  /// Reads to the end.
  ///
  /// - Returns: what was read.
  /// - Throws: `FileError`.
  func end() throws(FileError) -> RowContents {
    file.end()
    group.wait()
    return try outcome.contents.withLock { $0 }.get()
  }

  deinit { file.end() }
}

/// A file that is read while it is written: a read waits for bytes that are not
/// there yet.
///
/// Sendable, since it only reads the file, at explicit offsets.
private final class GrowingFile: ByteSource, @unchecked Sendable {
  private let file: any OpenFile
  private let state = Mutex(State())
  /// Signals each change of the state.
  private let changes = DispatchSemaphore(value: 0)

  private struct State {
    var length = 0
    var isWhole = false
  }

  init(_ file: any OpenFile) { self.file = file }

  var path: String { file.path }

  func grow(to length: Int) {
    state.withLock { $0.length = length }
    changes.signal()
  }

  func end() {
    state.withLock { $0.isWhole = true }
    changes.signal()
  }

  func read(
    into buffer: UnsafeMutableRawBufferPointer, at offset: Int
  ) throws(FileError) -> Int {
    while !state.withLock({
      $0.isWhole || offset + buffer.count <= $0.length
    }) { changes.wait() }
    return try file.read(into: buffer, at: offset)
  }
}
