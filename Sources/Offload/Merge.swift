import Circulation

/// Several files of one desk as one, in the order of their times.
///
/// The order is that of the minutes, columns 1 to 12; what has the same minute
/// stays as the files were given, and each file's own lines stay as they stand
/// in it. A line that begins with no date and time stays behind the line before
/// it. No line is changed or dropped, but for those of a file that another one
/// begins with: see ``Overlap``.
///
/// It needs the same memory whatever the length of the files: 128 KB for each of
/// them while they are read.
package struct Merge {
  /// The files that are merged, in the order in which they were given.
  package let files: [StationFile]
  /// The files that are left out.
  package let overlaps: [Overlap]

  let fileSystem: any FileSystem
  /// The files that are merged, then those that are left out.
  let inputs: [InputFile]

  /// Opens the files, and looks for those that others begin with.
  ///
  /// - Throws: ``FileFailure``, also for what is no regular file.
  package init(
    _ files: [StationFile], fileSystem: any FileSystem = PosixFileSystem()
  ) throws(FileFailure) {
    var inputs: [InputFile] = []
    for file in files {
      inputs.append(try InputFile(file, fileSystem: fileSystem))
    }
    let overlaps = try Overlap.among(inputs)
    let kept = inputs.indices.filter { overlaps[$0] == nil }
    self.files = kept.map { files[$0] }
    self.overlaps = inputs.indices.compactMap { overlaps[$0] }
    self.inputs =
      kept.map { inputs[$0] }
      + inputs.indices.filter { overlaps[$0] != nil }.map { inputs[$0] }
    self.fileSystem = fileSystem
  }

  /// Tells how many of all bytes were read.
  package typealias Progress = (_ done: Int, _ all: Int) -> Void

  /// Calls the body with each line, in order: its bytes as they are to be
  /// written, the index of its file in ``files``, and its number there, from 1.
  ///
  /// The bytes have the line end; a last line that lacks it gets CR LF. A line
  /// of more than 128 KB comes in several parts, each with the same number.
  ///
  /// - Throws: ``FileFailure``, with `EBUSY` if a file was changed meanwhile.
  package func forEachLine(
    progress: Progress = { _, _ in },
    _ body: (Span<UInt8>, Int, Int) throws(FileFailure) -> Void
  ) throws(FileFailure) {
    try forEachPiece(progress: progress) {
      (line, place) throws(FileFailure) in
      try body(line, place.file, place.number)
    }
  }
}

extension Merge {
  /// Where a line, or a piece of one, comes from.
  struct Place: BitwiseCopyable {
    /// The index of its file in ``Merge/files``.
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
    progress: Progress,
    _ body: (Span<UInt8>, Place) throws(FileFailure) -> Void
  ) throws(FileFailure) {
    var sources: [MergeSource] = []
    var queue = MergeQueue()
    for (index, input) in inputs.prefix(files.count).enumerated() {
      sources.append(try MergeSource(input))
      if try sources[index].advance() {
        queue.insert(sources[index].key, of: index)
      }
    }
    let all = inputs.prefix(files.count).reduce(0) { $0 + $1.stamp.length }
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
