import Circulation

/// The lines of several files in the order of their minutes, as ``Merge`` tells.
struct MergedLines {
  private let inputs: [InputFile]

  init(of inputs: [InputFile]) {
    self.inputs = inputs
  }

  /// Where a line, or a piece of one, comes from.
  struct Place: BitwiseCopyable {
    /// The index of its file among them.
    let file: Int
    /// Its number there; the first is 1.
    let number: Int
    /// The offset there of its first byte.
    let offset: Int
    /// The minute that it begins with, from 1970-01-01T00:00; nil if there is
    /// none.
    let minute: Int?
    /// Whether it goes on with the line of the piece before it.
    let isContinued: Bool
    /// The marks of old programs that stood around it, and are left out.
    let marks: OuterMarks
  }

  /// Calls the body with each line, or each piece of one that is very long, in
  /// order; with nothing for a line of marks alone.
  @inline(__always)
  func forEachPiece(
    progress: Merge.Progress,
    _ body: (Span<UInt8>, Place) throws(FileFailure) -> Void
  ) throws(FileFailure) {
    var sources: [MergeSource] = []
    var queue = MergeQueue()
    for (index, input) in inputs.enumerated() {
      sources.append(try MergeSource(input))
      if try sources[index].advance() {
        queue.insert(sources[index].key, of: index)
      }
    }
    let all = inputs.reduce(0) { $0 + $1.stamp.length }
    var done = 0
    var told = 0
    // Through the pointer none of them is looked at for other owners each time.
    try sources.withUnsafeMutableBufferPointer {
      (sources) throws(FileFailure) in
      while let first = queue.first {
        let key = sources[first].key
        var hasMore: Bool
        repeat {
          let bytes = sources[first].cursor.bytes
          done += bytes.count
          let line = Span<UInt8>(_unsafeBytes: bytes)
          if let marked = MarkedLine(line) {
            try body(
              marked.bytes.span, sources[first].place(in: first, marked.marks))
          } else {
            try body(line, sources[first].place(in: first, []))
          }
          hasMore = try sources[first].advance()
        } while hasMore && sources[first].key == key
        if hasMore {
          queue.replaceFirst(by: sources[first].key)
        } else {
          queue.removeFirst()
          try inputs[first].confirm()
        }
        if done - told > 1 << 20 {
          told = done
          progress(min(done, all), all)
        }
      }
    }
    progress(all, all)
  }
}

/// A file that is merged, at the line that comes next.
private struct MergeSource {
  private(set) var cursor: LineCursor
  /// The latest minute so far: what stands too late in the file pulls nothing
  /// of the others with it.
  private(set) var key: Int
  private(set) var minute: Int?
  private var minutes = MinuteReader()

  init(_ input: InputFile) throws(FileFailure) {
    cursor = LineCursor(input.content)
    key = try input.firstMinute() ?? Int(Int32.min)
  }

  @inline(__always)
  func place(in file: Int, _ marks: OuterMarks) -> MergedLines.Place {
    MergedLines.Place(
      file: file, number: cursor.number, offset: cursor.offset, minute: minute,
      isContinued: cursor.isContinued, marks: marks)
  }

  @inline(__always)
  mutating func advance() throws(FileFailure) -> Bool {
    guard try cursor.advance() else { return false }
    minute =
      cursor.isContinued
      ? nil : minutes.minute(of: Span(_unsafeBytes: cursor.bytes))
    if let minute, minute > key { key = minute }
    return true
  }
}

/// Which file's line comes next: a heap of the files, whose first one has the
/// earliest key, and among equal keys was given first.
private struct MergeQueue {
  private static let fileBits = 20

  /// The key of a file, and below it 20 bits for its index: what orders the
  /// files is one number.
  private var entries: [Int] = []

  @inline(__always)
  var first: Int? {
    entries.first.map { $0 & (1 << Self.fileBits - 1) }
  }

  mutating func insert(_ key: Int, of file: Int) {
    entries.append(key << Self.fileBits | file)
    var index = entries.count - 1
    while index > 0, entries[index] < entries[(index - 1) / 2] {
      entries.swapAt(index, (index - 1) / 2)
      index = (index - 1) / 2
    }
  }

  /// Gives the first file another key.
  mutating func replaceFirst(by key: Int) {
    guard let first else { return }
    sink(key << Self.fileBits | first)
  }

  mutating func removeFirst() {
    let last = entries.removeLast()
    if !entries.isEmpty { sink(last) }
  }

  /// Puts an entry in the place of the first, and then where it belongs.
  private mutating func sink(_ entry: Int) {
    entries.withUnsafeMutableBufferPointer { entries in
      var index = 0
      while 2 * index + 1 < entries.count {
        var child = 2 * index + 1
        if child + 1 < entries.count, entries[child + 1] < entries[child] {
          child += 1
        }
        if entry <= entries[child] { break }
        entries[index] = entries[child]
        index = child
      }
      entries[index] = entry
    }
  }
}
