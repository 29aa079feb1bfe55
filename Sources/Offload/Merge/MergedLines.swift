import Circulation

/// The lines of several files in merged order, as ``Merge`` defines it.
struct MergedLines {
  private let inputs: [InputFile]
  private let seconds: LineSeconds?

  init(of inputs: [InputFile], _ seconds: LineSeconds?) {
    self.inputs = inputs
    self.seconds = seconds
  }

  /// The origin of a line, or of a piece of one.
  struct Place: BitwiseCopyable {
    /// The index of its file.
    let file: Int
    /// The line number in the file; the first is 1.
    let number: Int
    /// The offset in the file of its first byte.
    let offset: Int
    /// The minutes from 1970-01-01T00:00 to its time; nil if it has none.
    let minute: Int?
    /// True if it continues the line of the piece before it.
    let isContinued: Bool
    /// The control characters removed from around it.
    let marks: OuterMarks
  }

  /// Calls the body with each line in order, a very long one in pieces, and
  /// with an empty line for one of control characters only.
  ///
  /// - Throws: ``FileError``; errors of the body.
  @inline(__always)
  func forEachPiece(
    progress: Merge.Progress,
    _ body: (Span<UInt8>, Place) throws(FileError) -> Void
  ) throws(FileError) {
    var sources: [MergeSource] = []
    var queue = MergeQueue()
    for (index, input) in inputs.enumerated() {
      sources.append(try MergeSource(input, in: index, seconds))
      if try sources[index].advance() {
        queue.insert(sources[index].key, of: index)
      }
    }
    let all = inputs.reduce(0) { $0 + $1.version.length }
    var done = 0
    var told = 0
    // A buffer pointer avoids a uniqueness check on each access.
    try sources.withUnsafeMutableBufferPointer {
      (sources) throws(FileError) in
      while let first = queue.first {
        let key = sources[first].key
        var hasMore: Bool
        repeat {
          let bytes = sources[first].cursor.bytes
          done += bytes.count
          let line = Span<UInt8>(_unsafeBytes: bytes)
          if let marked = MarkedLine(line) {
            try body(marked.bytes.span, sources[first].place(marked.marks))
          } else {
            try body(line, sources[first].place(OuterMarks()))
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

/// A file being merged, at its next line.
private struct MergeSource {
  private(set) var cursor: LineCursor
  /// The latest time so far, in seconds, so that a line with too late a time
  /// does not hold back the lines of other files.
  private(set) var key: Int
  private(set) var minute: Int?
  private var minutes = MinuteReader()
  private let file: Int
  private let seconds: LineSeconds?

  init(
    _ input: InputFile, in file: Int, _ seconds: LineSeconds?
  ) throws(FileError) {
    self.file = file
    self.seconds = seconds
    cursor = LineCursor(input.content)
    key = 60 * (try input.firstMinute() ?? Int(Int32.min))
  }

  @inline(__always)
  func place(_ marks: OuterMarks) -> MergedLines.Place {
    MergedLines.Place(
      file: file, number: cursor.number, offset: cursor.offset, minute: minute,
      isContinued: cursor.isContinued, marks: marks)
  }

  @inline(__always)
  mutating func advance() throws(FileError) -> Bool {
    guard try cursor.advance() else { return false }
    minute =
      cursor.isContinued
      ? nil : minutes.minute(of: Span(_unsafeBytes: cursor.bytes))
    guard let minute else { return true }
    let place = seconds?.place(
      ofLine: cursor.number, in: file, minute: minute)
    key = max(key, 60 * minute + (place ?? 0))
    return true
  }
}

/// A binary heap of the files by their next line: the earliest key first, then
/// the file given first.
private struct MergeQueue {
  private static let fileBits = 20

  /// Each entry is a key shifted by 20 bits, plus the index of its file, so
  /// that one comparison orders both.
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

  /// Replaces the key of the first file.
  mutating func replaceFirst(by key: Int) {
    guard let first else { return }
    sink(key << Self.fileBits | first)
  }

  mutating func removeFirst() {
    let last = entries.removeLast()
    if !entries.isEmpty { sink(last) }
  }

  /// Replaces the first entry and restores the heap order.
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
