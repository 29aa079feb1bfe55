import Circulation
import Glibc

/// The content of a data file by which it is recognized: digest, size, dates,
/// and line marks.
package struct FileTally: Hashable, Sendable {
  /// The SHA-256 digest of the file, as 64 hexadecimal digits.
  package let sha256: String
  /// The length in bytes.
  package let byteCount: Int
  /// The number of lines, as the library system counts them.
  package private(set) var lineCount = 0
  /// The earliest time at the beginning of a line; nil if there is none.
  package private(set) var first: LocalTime?
  /// The latest time at the beginning of a line; nil if there is none.
  package private(set) var last: LocalTime?
  /// The marks of the lines that are not blank, in order.
  package private(set) var marks: [LineMark] = []

  /// The lines that are neither transactions nor blank.
  package private(set) var unreadable = UnreadableLines()

  /// Reads a file twice: for its digest, and for its lines.
  ///
  /// - Parameters:
  ///   - path: the path of the file.
  ///   - fileSystem: the file system to read from.
  ///   - progress: called with the number of bytes done, every 16,384 lines.
  /// - Throws: ``FileError``, with `EBUSY` if it changed while it was read.
  package init(
    of path: String, fileSystem: any FileSystem = PosixFileSystem(),
    progress: (Int) -> Void = { _ in }
  ) throws(FileError) {
    let file = try fileSystem.open(path, for: .reading)
    let version = try file.version()
    byteCount = try file.length()
    sha256 = try SHA256.of(file)
    let marker = LineMarker()
    var tally = (lineCount: 0, first: LocalTime?.none, last: LocalTime?.none)
    var marks: [LineMark] = []
    var unreadable = UnreadableLines()
    try LineReader.forEachLine(in: file) { position, line in
      tally.lineCount = position.number
      if position.number.isMultiple(of: 1 << 14) { progress(position.offset) }
      guard let mark = marker.mark(of: line) else { return }
      marks.append(mark)
      var line = line.extracting(0..<line.endBeforeLineEnd)
      line = line.extracting(line.withoutOuterMarks)
      let start = line.endOfByteOrderMark
      let time = DataFormat.time(in: line.extracting(start..<line.count))
      // After a byte-order mark a line is recognized, but can't be uploaded.
      let isTimed = start == 0 && time != nil
      let layout = try? DataFormat.layout(of: line, isTimed: isTimed)
      if layout == nil { unreadable.take(position.number) }
      guard let time else { return }
      if tally.first.map(time.precedes) ?? true { tally.first = time }
      if tally.last.map({ $0.precedes(time) }) ?? true { tally.last = time }
    }
    guard try file.version() == version else {
      throw FileError(operation: .read, path: path, code: EBUSY)
    }
    (lineCount, first, last) = tally
    self.marks = marks
    self.unreadable = unreadable
  }
}
