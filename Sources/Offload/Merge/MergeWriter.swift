import Circulation
import Dispatch
import Synchronization

/// Writes merged lines to a new file and searches them for conflicts in the
/// background, while the caller fills the next batch.
struct MergeWriter: ~Copyable {
  /// Enough batches that neither side waits when the other is not scheduled for
  /// a moment.
  private static let batchCount = 8

  private let worker: Worker
  private var batch: Batch
  private let batches: [Batch]
  private var handedOver = 0
  private var lineCount = 0
  /// The control characters left out, by index of the file.
  private var marks: [Int: OuterMarks] = [:]
  /// The lines that are not transactions, by index of the file.
  private var unreadable: [Int: UnreadableLines] = [:]
  private let fingerprints = Fingerprints()
  private let queue = DispatchQueue(label: "offcirc.merge")
  private let group = DispatchGroup()
  /// Counts the batches that the worker does not hold.
  private let free = DispatchSemaphore(value: 0)

  /// Creates a writer to an empty file.
  init(_ file: any OpenFile) {
    worker = Worker(file)
    batches = (0..<Self.batchCount).map { _ in Batch() }
    batch = batches[0]
    for _ in batches.dropFirst() { free.signal() }
  }

  /// Adds the next line.
  ///
  /// - Throws: ``FileError``, also for earlier lines.
  @inline(__always)
  mutating func append(
    _ line: Span<UInt8>, _ place: MergedLines.Place
  ) throws(FileError) {
    if !place.marks.isEmpty {
      marks[place.file, default: []].formUnion(place.marks)
    }
    guard line.count > 0 else { return }
    if !batch.hasRoom(for: line) { try handOver() }
    let isTransaction = batch.append(line, place, fingerprints)
    guard !place.isContinued else { return }
    lineCount += 1
    if !isTransaction {
      unreadable[place.file, default: UnreadableLines()].add(place.number)
    }
  }

  /// Writes the remaining lines and waits for the worker.
  ///
  /// - Throws: ``FileError``.
  mutating func finish() throws(FileError) -> Merge.Report {
    try handOver()
    group.wait()
    return Merge.Report(
      lineCount: lineCount, marks: marks, unreadable: unreadable,
      conflicts: try worker.finish())
  }

  private mutating func handOver() throws(FileError) {
    if let failure = worker.failure { throw failure }
    queue.async(group: group) { [worker, batch, free] in
      worker.work(on: batch)
      free.signal()
    }
    handedOver += 1
    free.wait()
    // The worker returns batches in the order in which it got them.
    batch = batches[handedOver % batches.count]
  }

  deinit {
    group.wait()
    for batch in batches { batch.deallocate() }
  }
}

/// A buffer of lines to be written.
///
/// Sendable, since only one thread at a time uses its memory: the writer fills
/// it, passes it to the worker, and waits for the worker before it fills it
/// again.
private struct Batch: @unchecked Sendable {
  private static let byteCapacity = 1 << 20
  private static let lineCapacity = 1 << 15

  private let base = UnsafeMutableRawPointer.allocate(
    byteCount: byteCapacity, alignment: 4096)
  private var byteCount = 0
  /// The lines that are transactions.
  private let firstLine = UnsafeMutablePointer<ItemLine>.allocate(
    capacity: lineCapacity)
  private var lineCount = 0

  func deallocate() {
    base.deallocate()
    firstLine.deallocate()
  }

  @inline(__always)
  func hasRoom(for line: Span<UInt8>) -> Bool {
    line.count <= Self.byteCapacity - byteCount
      && lineCount < Self.lineCapacity
  }

  /// Adds a line for which there is room.
  ///
  /// - Returns: true if it is a transaction.
  @inline(__always)
  mutating func append(
    _ line: Span<UInt8>, _ place: MergedLines.Place,
    _ fingerprints: Fingerprints
  ) -> Bool {
    line.withUnsafeBytes { bytes in
      guard let start = bytes.baseAddress else { return }
      (base + byteCount).copyMemory(from: start, byteCount: bytes.count)
    }
    defer { byteCount += line.count }
    guard
      !place.isContinued,
      let itemLine = ItemLine(line, place, offset: byteCount, fingerprints)
    else { return false }
    (firstLine + lineCount).initialize(to: itemLine)
    lineCount += 1
    return true
  }

  /// The bytes of all lines.
  var bytes: UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(start: base, count: byteCount)
  }

  /// The lines that are transactions.
  var lines: UnsafeBufferPointer<ItemLine> {
    UnsafeBufferPointer(start: firstLine, count: lineCount)
  }
}

/// The background part of the writing.
///
/// Sendable, since the queue is serial, and the caller reads the conflicts only
/// after all work is done.
private final class Worker: @unchecked Sendable {
  private let file: any OpenFile
  private var offset = 0
  private var conflicts = ConflictFinder()
  private let firstFailure = Mutex<FileError?>(nil)

  init(_ file: any OpenFile) {
    self.file = file
  }

  /// The first error; nil if there was none so far.
  var failure: FileError? { firstFailure.withLock { $0 } }

  func work(on batch: Batch) {
    if failure != nil { return }
    let bytes = Span<UInt8>(_unsafeBytes: batch.bytes)
    do throws(FileError) {
      try file.write(bytes, at: offset)
    } catch {
      firstFailure.withLock { $0 = error }
      return
    }
    offset += bytes.count
    conflicts.take(Span(_unsafeElements: batch.lines), in: bytes)
  }

  func finish() throws(FileError) -> ConflictFinder {
    if let failure { throw failure }
    return conflicts
  }
}
