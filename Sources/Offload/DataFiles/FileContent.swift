import Circulation
import Exchange
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
    try self.init(
      of: fileSystem.open(path, for: .reading), progress: progress)
  }

  private init(
    of file: any OpenFile, progress: (Int) -> Void
  ) throws(FileError) {
    let version = try file.version()
    byteCount = try file.length()
    sha256 = try SHA256.of(file)
    var lines = Lines()
    // Lists that grow by doubling need the memory twice for a moment.
    lines.marks.reserveCapacity(byteCount / Self.usualLineLength)
    try LineReader.forEachLine(in: file) { position, line in
      if position.number.isMultiple(of: 1 << 14) { progress(position.offset) }
      lines.take(line)
    }
    guard try file.version() == version else {
      throw FileError(operation: .read, path: file.path, code: EBUSY)
    }
    summary = lines.summary
    marks = lines.marks
  }

  private init(_ sha256: String, _ byteCount: Int, _ lines: Lines) {
    self.sha256 = sha256
    self.byteCount = byteCount
    summary = lines.summary
    marks = lines.marks
  }

  /// Drops the marks of the lines.
  mutating func forgetMarks() { marks = [] }
}

/// The lines of a file that were read, and their marks.
private struct Lines {
  var summary = DataFileSummary()
  var marks: [LineMark] = []

  /// Adds a line like those of `OffCirc.dat`.
  mutating func take(_ line: Span<UInt8>) {
    // Nearly all lines are transactions with nothing around them.
    let content = line.extracting(0..<line.endBeforeLineEnd)
    if let time = DataFormat.time(in: content),
      let layout = try? DataFormat.layout(of: content, isTimed: true)
    {
      marks.append(LineMark(of: content, layout))
      return summary.add(time, isReadable: true)
    }
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

  /// Adds a row of another system's file, if it is a loan or a return.
  mutating func take(_ row: Entry) {
    guard let mark = LineMark(of: row) else { return }
    marks.append(mark)
    summary.add(row.moment?.minute, isReadable: true)
  }
}

extension FileContent {
  /// Reads an offline file of any library system part by part, such that the
  /// memory does not depend on its length.
  ///
  /// Lines and times are those of the part, digest and length those of the file.
  ///
  /// - Parameters:
  ///   - file: the file.
  ///   - format: its format.
  ///   - options: the zone of local times, and the time of rows without one.
  ///   - maximum: the most lines of a part.
  ///   - body: called with each part; a file without lines is one part.
  /// - Throws: ``FileError``; errors of the body.
  static func forEachPart(
    of file: any OpenFile, _ format: ExchangeFormat,
    _ options: ConversionOptions, upTo maximum: Int = 1_000_000,
    _ body: (FileContent) throws -> Void
  ) throws {
    let (sha256, byteCount) = (try SHA256.of(file), try file.length())
    var lines = Lines()
    var isEmpty = true
    var failure: (any Error)?
    func end(_ part: Lines) {
      isEmpty = false
      do {
        if failure == nil { try body(Self(sha256, byteCount, part)) }
      } catch {
        failure = error
      }
    }
    if format == .alma {
      try LineReader.forEachLine(in: file) { _, line in
        lines.take(line)
        if lines.marks.count == maximum {
          end(lines)
          lines = Lines()
        }
      }
    } else {
      try format.forEachRow(of: file, options) { row in
        lines.take(row)
        if lines.marks.count == maximum {
          end(lines)
          lines = Lines()
        }
      }
    }
    if isEmpty || !lines.marks.isEmpty { end(lines) }
    if let failure { throw failure }
  }
}

extension ExchangeFormat {
  /// Calls the body with each row of a file, in local time.
  ///
  /// - Throws: ``FileError``.
  func forEachRow(
    of file: any OpenFile, _ options: ConversionOptions,
    _ body: (Entry) -> Void
  ) throws(FileError) {
    var clock = LocalClock(options.zone)
    let given = options.time.map { Moment($0) }
    _ = try read(file) { _, reading in
      guard case .entry(var row) = reading else { return }
      row.moment = row.moment.map { clock.local($0) } ?? given
      body(row)
    }
  }
}

extension Moment {
  /// The time as `OffCirc.dat` has it.
  var minute: LocalTime? {
    let at = fields
    return LocalTime(
      year: at.year, month: at.month, day: at.day, hour: at.hour,
      minute: at.minute)
  }
}
