import Circulation

/// Moves the dates of a file, whose station had a wrong clock, into a new file.
///
/// The lines keep their distances in time, and nothing of them but columns 1 to
/// 12 is another in the new file, whose last line has an end. The file itself is
/// left as it is.
package struct Redating {
  /// How far the dates are moved.
  package enum Move: Hashable, Sendable {
    /// So many minutes later, or earlier.
    case by(minutes: Int)
    /// So that the first of the lines has this date and time.
    case first(LocalTime)
  }

  /// What was moved.
  package struct Report: Hashable, Sendable {
    /// How many lines have another date now.
    package let movedCount: Int
    /// The date of the first of them, as it was.
    package let old: LocalTime
    /// The same, as it is now.
    package let new: LocalTime
    /// The lines among those that were meant that have no date.
    package let unreadable: UnreadableLines

    /// What was moved, in numbers.
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

  /// Why dates can't be moved.
  package enum Fault: Error, Hashable, Sendable {
    /// No line that is meant has a date.
    case noDate(path: String)
    /// A line would get a year before 1970, or one of five digits.
    case beyondYears(path: String)
  }

  private static let columnCount = 12
  private static let enough = 1 << 20

  private let path: String
  private let move: Move
  private let lines: ClosedRange<Int>
  private let fileSystem: any FileSystem

  /// What moves the dates of a file.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - lines: the numbers of the lines that are meant, from 1.
  ///   - move: how far.
  ///   - fileSystem: what is read and written with.
  package init(
    of path: String, lines: ClosedRange<Int> = 1...Int.max, _ move: Move,
    fileSystem: any FileSystem = PosixFileSystem()
  ) {
    self.path = path
    self.lines = lines
    self.move = move
    self.fileSystem = fileSystem
  }

  /// Writes the new file, whole or not at all, and returns when it is on disk.
  ///
  /// - Throws: ``Fault``; `CirculationError.inTheWay`; ``FileFailure``, with
  ///   `EBUSY` if the file was changed meanwhile.
  package func write(to newPath: String) throws -> Report {
    let input = try InputFile(StationFile(path: path), fileSystem: fileSystem)
    guard try fileSystem.stamp(newPath) == nil else {
      throw CirculationError.inTheWay(path: newPath)
    }
    let report = try report(of: input)
    let seconds = 60 * Int64(report.new.wallMinutes - report.old.wallMinutes)
    _ = try fileSystem.replace(newPath) { file throws(FileFailure) in
      var output: [UInt8] = []
      try forEachPiece(of: input) { (piece, number) throws(FileFailure) in
        let time = number.flatMap { _ in DataFormat.time(in: piece) }
        if let time { output.append(columnsOf: time.later(by: seconds)) }
        let start = time == nil ? 0 : Self.columnCount
        for index in start..<piece.count { output.append(piece[index]) }
        guard output.count >= Self.enough else { return }
        try file.append(output.span)
        output.removeAll(keepingCapacity: true)
      }
      try file.append(output.span)
    }
    try fileSystem.synchronizeFolder(newPath.folder)
    return report
  }

  /// What will be moved: all of it is known before anything is written.
  private func report(of input: InputFile) throws -> Report {
    var times: [LocalTime] = []
    var count = 0
    var unreadable = UnreadableLines()
    try forEachPiece(of: input) { (piece, number) throws(FileFailure) in
      guard let number else { return }
      if let time = DataFormat.time(in: piece) {
        count += 1
        // The first, the earliest and the latest.
        let all = times + [time]
        times =
          [all[0]] + [all.min { $0.precedes($1) } ?? time]
          + [all.max { $0.precedes($1) } ?? time]
      } else if !piece.extracting(0..<piece.endBeforeLineEnd).isBlank {
        unreadable.take(number)
      }
    }
    guard let old = times.first else { throw Fault.noDate(path: path) }
    let minutes =
      switch move {
      case .by(let minutes): minutes
      case .first(let new): new.wallMinutes - old.wallMinutes
      }
    let moved = times.map { $0.wallMinutes + minutes }
    guard moved.allSatisfy(Self.minutesOfFiles.contains) else {
      throw Fault.beyondYears(path: path)
    }
    return Report(
      movedCount: count, old: old, new: old.later(by: 60 * Int64(minutes)),
      unreadable: unreadable)
  }

  /// The minutes that four digits of a year can tell.
  private static let minutesOfFiles =
    0..<(LocalTime(year: 9_999, month: 12, day: 31, hour: 23, minute: 59)?
    .wallMinutes ?? 0)

  /// Calls the body with each piece of the file, and the number of its line if
  /// it begins one that is meant.
  private func forEachPiece(
    of input: InputFile,
    _ body: (Span<UInt8>, Int?) throws(FileFailure) -> Void
  ) throws(FileFailure) {
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
  /// Adds a date and time as a line begins with it.
  fileprivate mutating func append(columnsOf time: LocalTime) {
    let fields = time.fields
    append(digits: fields.year, width: 4)
    append(digits: fields.month, width: 2)
    append(digits: fields.day, width: 2)
    append(digits: fields.hour, width: 2)
    append(digits: fields.minute, width: 2)
  }
}
