import Circulation
import Dispatch
import Synchronization

/// Writes merged lines to a new file, and looks for conflicts among them, beside
/// the work of the caller: while some batches are seen to, the next is filled.
struct MergeWriter: ~Copyable {
  /// So many that neither side waits for the other when the system lets it wait
  /// for the processor.
  private static let batchCount = 8

  private let worker: Worker
  private var batch: Batch
  private let batches: [Batch]
  private var handedOver = 0
  private var lineCount = 0
  /// The marks that were left out, by the index of their file.
  private var marks: [Int: OuterMarks] = [:]
  /// The lines that are no transactions, by the index of their file.
  private var unreadable: [Int: UnreadableLines] = [:]
  private let fingerprints = Fingerprints()
  private let queue = DispatchQueue(label: "offcirc.merge")
  private let group = DispatchGroup()
  /// Counts the batches that the worker does not have.
  private let free = DispatchSemaphore(value: 0)

  /// A writer to a file that is empty.
  init(_ file: any OpenFile) {
    worker = Worker(file)
    batches = (0..<Self.batchCount).map { _ in Batch() }
    batch = batches[0]
    for _ in batches.dropFirst() { free.signal() }
  }

  /// Takes the next line.
  ///
  /// - Throws: ``FileFailure``, of lines before this one too.
  @inline(__always)
  mutating func append(
    _ line: Span<UInt8>, _ place: MergedLines.Place
  ) throws(FileFailure) {
    if place.marks != [] {
      marks[place.file, default: []].formUnion(place.marks)
    }
    guard line.count > 0 else { return }
    if !batch.hasRoom(for: line) { try handOver() }
    let isTransaction = batch.append(line, place, fingerprints)
    guard !place.isContinued else { return }
    lineCount += 1
    if !isTransaction {
      unreadable[place.file, default: UnreadableLines()].take(place.number)
    }
  }

  /// Returns when all lines were written.
  mutating func finish() throws(FileFailure) -> Merge.Report {
    try handOver()
    group.wait()
    return Merge.Report(
      lineCount: lineCount, marks: marks, unreadable: unreadable,
      conflicts: try worker.finish())
  }

  private mutating func handOver() throws(FileFailure) {
    if let failure = worker.failure { throw failure }
    queue.async(group: group) { [worker, batch, free] in
      worker.work(on: batch)
      free.signal()
    }
    handedOver += 1
    free.wait()
    // The worker gives them back in the order in which it got them.
    batch = batches[handedOver % batches.count]
  }

  deinit {
    group.wait()
    for batch in batches { batch.deallocate() }
  }
}

/// Lines on their way to the file.
///
/// Sendable, as only one thread at a time has its memory: the writer fills it,
/// and hands it over to the worker, for whom it waits before it fills it anew.
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

  /// Adds a line that there is room for.
  ///
  /// - Returns: whether it is a transaction.
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

  /// The lines one after the other.
  var bytes: UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(start: base, count: byteCount)
  }

  /// Those of them that are transactions.
  var lines: UnsafeBufferPointer<ItemLine> {
    UnsafeBufferPointer(start: firstLine, count: lineCount)
  }
}

/// What is done beside the merging.
///
/// Sendable, as the queue does one thing after the other, and the caller asks
/// for the conflicts only when all of it is done.
private final class Worker: @unchecked Sendable {
  private let file: any OpenFile
  private var offset = 0
  private var conflicts = ConflictFinder()
  private let firstFailure = Mutex<FileFailure?>(nil)

  init(_ file: any OpenFile) {
    self.file = file
  }

  /// Why not all could be written; nil if nothing went wrong so far.
  var failure: FileFailure? { firstFailure.withLock { $0 } }

  func work(on batch: Batch) {
    if failure != nil { return }
    let bytes = Span<UInt8>(_unsafeBytes: batch.bytes)
    do throws(FileFailure) {
      try file.write(bytes, at: offset)
    } catch {
      firstFailure.withLock { $0 = error }
      return
    }
    offset += bytes.count
    conflicts.take(Span(_unsafeElements: batch.lines), in: bytes)
  }

  func finish() throws(FileFailure) -> ConflictFinder {
    if let failure { throw failure }
    return conflicts
  }
}
