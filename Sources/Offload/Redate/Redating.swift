import Circulation

/// A copy of a file with shifted dates, for a station whose clock was wrong.
///
/// The intervals between lines are preserved; only columns 1 to 12 change, and
/// the last line gets a line end. The original file is not modified.
package struct Redating {
  /// The distance by which dates are moved.
  package enum Move: Hashable, Sendable {
    /// By this many minutes; negative is earlier.
    case by(minutes: Int)
    /// To give the first line this date and time.
    case first(LocalTime)
  }

  /// The result of moving dates.
  package struct Report: Hashable, Sendable {
    /// The number of lines with a new date.
    package let movedCount: Int
    /// The old date of the first of them.
    package let old: LocalTime
    /// The new date of the first of them.
    package let new: LocalTime
    /// The selected lines without a valid date.
    package let unreadable: UnreadableLines

    /// Creates a report.
    package init(
      movedCount: Int, old: LocalTime, new: LocalTime,
      unreadable: UnreadableLines
    ) {
      self.movedCount = movedCount
      self.old = old
      self.new = new
      self.unreadable = unreadable
    }
  }

  static let columnCount = 12
  private static let flushThreshold = 1 << 20

  private let path: String
  private let move: Move
  private let lines: ClosedRange<Int>
  private let fileSystem: any FileSystem

  /// Prepares moving the dates of a file; nothing is read yet.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - lines: the line numbers to change, from 1.
  ///   - move: the distance.
  ///   - fileSystem: the file system to use.
  package init(
    of path: String, lines: ClosedRange<Int> = 1...Int.max, _ move: Move,
    fileSystem: any FileSystem = PosixFileSystem()
  ) {
    self.path = path
    self.lines = lines
    self.move = move
    self.fileSystem = fileSystem
  }

  /// Writes the new file atomically; returns when it is on disk.
  ///
  /// - Returns: the number of moved lines, and their first date.
  /// - Throws: ``RedatingError``; `CirculationError.inTheWay`; ``FileError``,
  ///   with `EBUSY` if the file changed while it was read.
  package func write(to newPath: String) throws -> Report {
    let input = try InputFile(StationFile(path: path), fileSystem: fileSystem)
    guard try fileSystem.version(newPath) == nil else {
      throw CirculationError.inTheWay(path: newPath)
    }
    let report = try report(of: input)
    let seconds = 60 * Int64(report.new.wallMinutes - report.old.wallMinutes)
    _ = try fileSystem.replace(newPath) { file throws(FileError) in
      var output: [UInt8] = []
      try forEachPiece(of: input) { (piece, number) throws(FileError) in
        let time = number.flatMap { _ in DataFormat.time(in: piece) }
        if let time { output.append(columnsOf: time.later(by: seconds)) }
        let start = time == nil ? 0 : Self.columnCount
        for index in start..<piece.count { output.append(piece[index]) }
        guard output.count >= Self.flushThreshold else { return }
        try file.append(output.span)
        output.removeAll(keepingCapacity: true)
      }
      try file.append(output.span)
    }
    try fileSystem.synchronizeFolder(newPath.folder)
    return report
  }

  /// Computes the report before anything is written.
  ///
  /// - Throws: ``RedatingError``; ``FileError``.
  private func report(of input: InputFile) throws -> Report {
    var times: [LocalTime] = []
    var count = 0
    var unreadable = UnreadableLines()
    try forEachPiece(of: input) { (piece, number) throws(FileError) in
      guard let number else { return }
      if let time = DataFormat.time(in: piece) {
        count += 1
        // The first, the earliest and the latest time.
        let all = times + [time]
        times =
          [all[0]] + [all.min { $0.precedes($1) } ?? time]
          + [all.max { $0.precedes($1) } ?? time]
      } else if !piece.extracting(0..<piece.endBeforeLineEnd).isBlank {
        unreadable.add(number)
      }
    }
    guard let old = times.first else { throw RedatingError.noDate(path: path) }
    let minutes =
      switch move {
      case .by(let minutes): minutes
      case .first(let new): new.wallMinutes - old.wallMinutes
      }
    let moved = times.map { $0.wallMinutes + minutes }
    guard moved.allSatisfy(Self.minutesOfFiles.contains) else {
      throw RedatingError.beyondYears(path: path)
    }
    return Report(
      movedCount: count, old: old, new: old.later(by: 60 * Int64(minutes)),
      unreadable: unreadable)
  }

  /// The range of minutes with a four-digit year, from 1970.
  static let minutesOfFiles =
    0..<(LocalTime(year: 9_999, month: 12, day: 31, hour: 23, minute: 59)?
    .wallMinutes ?? 0)

  /// Calls the body with each piece of the file, and with the line number if it
  /// begins a selected line.
  private func forEachPiece(
    of input: InputFile,
    _ body: (Span<UInt8>, Int?) throws(FileError) -> Void
  ) throws(FileError) {
    var cursor = LineCursor(input.content)
    while try cursor.advance() {
      let isMeant = !cursor.isContinued && lines.contains(cursor.number)
      try body(
        Span(_unsafeBytes: cursor.bytes), isMeant ? cursor.number : nil)
    }
    try input.confirm()
  }
}

extension [UInt8] {
  /// Appends the date and time in columns 1 to 12.
  mutating func append(columnsOf time: LocalTime) {
    let fields = time.fields
    append(digits: fields.year, width: 4)
    append(digits: fields.month, width: 2)
    append(digits: fields.day, width: 2)
    append(digits: fields.hour, width: 2)
    append(digits: fields.minute, width: 2)
  }
}
