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
  private let queue = DispatchQueue(label: "offcirc.merge")
  private let group = DispatchGroup()
  /// Counts the batches that the worker does not hold.
  private let free = DispatchSemaphore(value: 0)

  /// Creates a writer to an empty file that keeps so many conflicts, of lines
  /// with these seconds.
  init(
    _ file: any OpenFile,
    keeping maximumKept: Int = ConflictFinder.maximumKept,
    _ seconds: LineSeconds?
  ) {
    worker = Worker(file, ConflictFinder(keeping: maximumKept, seconds))
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
    batch.append(line, place)
    if !place.isContinued { lineCount += 1 }
  }

  /// Writes the remaining lines and waits for the worker.
  ///
  /// - Throws: ``FileError``.
  mutating func finish() throws(FileError) -> Merge.Report {
    try handOver()
    group.wait()
    return try worker.report(lineCount: lineCount, marks: marks)
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
  private let firstLine = UnsafeMutablePointer<BufferedLine>.allocate(
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

  /// Adds a line, or a piece of one, for which there is room.
  @inline(__always)
  mutating func append(_ line: Span<UInt8>, _ place: MergedLines.Place) {
    line.withUnsafeBytes { bytes in
      guard let start = bytes.baseAddress else { return }
      (base + byteCount).copyMemory(from: start, byteCount: bytes.count)
    }
    let range = byteCount..<byteCount + line.count
    byteCount = range.upperBound
    guard !place.isContinued else { return }
    (firstLine + lineCount).initialize(to: BufferedLine(place, range))
    lineCount += 1
  }

  /// The bytes of all lines.
  var bytes: UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(start: base, count: byteCount)
  }

  /// The lines, without the further pieces of long ones.
  var lines: UnsafeBufferPointer<BufferedLine> {
    UnsafeBufferPointer(start: firstLine, count: lineCount)
  }
}

/// The background part of the writing: it parses the lines, too, so that both
/// threads have about as much to do.
///
/// Sendable, since the queue is serial, and the caller reads the results only
/// after all work is done.
private final class Worker: @unchecked Sendable {
  private let file: any OpenFile
  private var offset = 0
  private var conflicts: ConflictFinder
  /// The lines that are not transactions, by index of the file.
  private var unreadable: [Int: UnreadableLines] = [:]
  private let fingerprints = Fingerprints()
  private let firstFailure = Mutex<FileError?>(nil)

  init(_ file: any OpenFile, _ conflicts: ConflictFinder) {
    self.file = file
    self.conflicts = conflicts
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
    // Here rather than in the class, where each access would be checked.
    var items: [ItemLine] = []
    items.reserveCapacity(ConflictFinder.batchSize)
    for line in batch.lines {
      if let item = ItemLine(line, in: bytes, fingerprints) {
        items.append(item)
        if items.count == ConflictFinder.batchSize {
          conflicts.take(items.span, in: bytes)
          items.removeAll(keepingCapacity: true)
        }
      } else {
        unreadable[BufferedLine.file(line.place), default: UnreadableLines()]
          .add(BufferedLine.number(line.place))
      }
    }
    conflicts.take(items.span, in: bytes)
  }

  /// Returns the report after all work is done.
  ///
  /// - Throws: ``FileError``.
  func report(
    lineCount: Int, marks: [Int: OuterMarks]
  ) throws(FileError) -> Merge.Report {
    if let failure { throw failure }
    return Merge.Report(
      lineCount: lineCount, marks: marks, unreadable: unreadable,
      conflicts: conflicts)
  }
}
