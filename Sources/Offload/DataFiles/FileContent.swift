import Circulation
import Glibc

/// The content of a data file by which it is recognized: digest, size, dates,
/// and line marks.
package struct FileContent: Hashable, Sendable {
  /// The SHA-256 digest of the file, as 64 hexadecimal digits.
  package let sha256: String
  /// The length in bytes.
  package let byteCount: Int
  /// The lines and times; unreadable are those that are neither transactions
  /// nor blank.
  package private(set) var summary = DataFileSummary()
  /// The marks of the lines that are not blank, in order.
  package private(set) var marks: [LineMark] = []

  /// The length of a line in bytes, half of them loans, or a bit less.
  private static let usualLineLength = 64

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
    var summary = DataFileSummary()
    var marks: [LineMark] = []
    // Lists that grow by doubling need the memory twice for a moment.
    marks.reserveCapacity(byteCount / Self.usualLineLength)
    try LineReader.forEachLine(in: file) { position, line in
      if position.number.isMultiple(of: 1 << 14) { progress(position.offset) }
      guard let mark = LineMark(of: line) else {
        return summary.add(nil, isReadable: true)
      }
      marks.append(mark)
      var line = line.extracting(0..<line.endBeforeLineEnd)
      line = line.extracting(line.withoutOuterMarks)
      let start = line.endOfByteOrderMark
      let time = DataFormat.time(in: line.extracting(start..<line.count))
      // After a byte-order mark a line is recognized, but can't be uploaded.
      let isTimed = start == 0 && time != nil
      let layout = try? DataFormat.layout(of: line, isTimed: isTimed)
      summary.add(time, isReadable: layout != nil)
    }
    guard try file.version() == version else {
      throw FileError(operation: .read, path: path, code: EBUSY)
    }
    self.summary = summary
    self.marks = marks
  }

  /// Drops the marks of the lines.
  mutating func forgetMarks() { marks = [] }
}
