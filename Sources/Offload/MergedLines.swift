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
  }

  /// Calls the body with each line, or each piece of one that is very long, in
  /// order.
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
    while let first = queue.first {
      let key = sources[first].key
      var hasMore: Bool
      repeat {
        let bytes = sources[first].cursor.bytes
        done += bytes.count
        try body(
          Span(_unsafeBytes: bytes),
          Place(
            file: first, number: sources[first].cursor.number,
            offset: sources[first].cursor.offset,
            minute: sources[first].minute,
            isContinued: sources[first].cursor.isContinued))
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
    key = try input.firstMinute() ?? .min
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
  private var entries: [(key: Int, file: Int)] = []

  var first: Int? { entries.first?.file }

  mutating func insert(_ key: Int, of file: Int) {
    entries.append((key, file))
    var index = entries.count - 1
    while index > 0, entries[index] < entries[(index - 1) / 2] {
      entries.swapAt(index, (index - 1) / 2)
      index = (index - 1) / 2
    }
  }

  mutating func replaceFirst(by key: Int) {
    entries[0].key = key
    var index = 0
    while true {
      var least = index
      for child in 2 * index + 1...2 * index + 2
      where child < entries.count && entries[child] < entries[least] {
        least = child
      }
      if least == index { return }
      entries.swapAt(index, least)
      index = least
    }
  }

  mutating func removeFirst() {
    let last = entries.removeLast()
    guard !entries.isEmpty else { return }
    entries[0] = last
    replaceFirst(by: last.key)
  }
}
