import Circulation
import Glibc

/// What a data file has in it, as far as it is known again by it: its digest,
/// its size, its dates, and the marks of its lines.
package struct FileTally: Hashable, Sendable {
  /// The SHA-256 of all bytes, in 64 hexadecimal digits.
  package let sha256: String
  /// The number of bytes.
  package let byteCount: Int
  /// The number of lines, as the library system counts them.
  package private(set) var lineCount = 0
  /// The earliest date and time at the beginning of a line; nil if none has one.
  package private(set) var first: LocalTime?
  /// The latest one.
  package private(set) var last: LocalTime?
  /// The marks of the lines that are not blank, in their order.
  package private(set) var marks: [LineMark] = []

  /// The lines that are neither transactions nor blank.
  package private(set) var unreadable = UnreadableLines()

  /// Reads a file, twice.
  ///
  /// - Parameters:
  ///   - path: where the file is.
  ///   - fileSystem: what it is read with.
  ///   - progress: told now and then how many bytes are done.
  /// - Throws: ``FileFailure``, with `EBUSY` if it was changed meanwhile.
  package init(
    of path: String, fileSystem: any FileSystem = PosixFileSystem(),
    progress: (Int) -> Void = { _ in }
  ) throws(FileFailure) {
    let file = try fileSystem.open(path, for: .reading)
    let stamp = try file.stamp()
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
      // Behind the mark of UTF-8 it can be known again, but not uploaded.
      let isTimed = start == 0 && time != nil
      let layout = try? DataFormat.layout(of: line, isTimed: isTimed)
      if layout == nil { unreadable.take(position.number) }
      guard let time else { return }
      if tally.first.map(time.precedes) ?? true { tally.first = time }
      if tally.last.map({ $0.precedes(time) }) ?? true { tally.last = time }
    }
    guard try file.stamp() == stamp else {
      throw FileFailure(act: .read, path: path, code: EBUSY)
    }
    (lineCount, first, last) = tally
    self.marks = marks
    self.unreadable = unreadable
  }
}
