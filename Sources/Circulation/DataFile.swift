import Glibc

/// `OffCirc.dat`: what Save To File writes and the library system reads.
///
/// It belongs to the user too: it may be moved, removed after an upload, or hold
/// lines of another program. Whole lines are appended to it; all that is ever
/// cut off are bytes of a save of our own that did not reach the disk whole.
public struct DataFile {
  /// Where the file is.
  public let path: String
  private let folder: String
  private let fileSystem: any FileSystem

  /// The data file of a folder.
  public init(
    in folder: StationFolder, fileSystem: any FileSystem = PosixFileSystem()
  ) {
    self.path = folder.dataFile
    self.folder = folder.path
    self.fileSystem = fileSystem
  }

  /// What a save is to append, and to what.
  struct Addition {
    /// The file's length before, in bytes; 0 if there is no file.
    let fileLength: Int
    /// Whole lines, after a line end for a last line that lacks it.
    let bytes: [UInt8]
  }

  /// What appending these transactions takes, as the file is now.
  func addition(
    of transactions: some Sequence<Transaction>
  ) throws(FileFailure) -> Addition {
    var bytes: [UInt8] = []
    var length = 0
    if try fileSystem.stamp(path) != nil {
      let file = try fileSystem.open(path, for: .reading)
      length = try file.length()
      if length > 0 {
        let last = try file.bytes(length - 1..<length).first
        if last == .carriageReturn {
          bytes = [.lineFeed]
        } else if last != .lineFeed {
          bytes = [.carriageReturn, .lineFeed]
        }
      }
    }
    bytes += DataFormat.lines(of: transactions)
    return Addition(fileLength: length, bytes: bytes)
  }

  /// Returns when the addition is on disk.
  ///
  /// If it throws, a part of it may be in the file.
  func append(_ addition: Addition) throws(FileFailure) {
    try append(addition, to: fileSystem.open(path, for: .appending))
  }

  private func append(
    _ addition: Addition, to file: any OpenFile
  ) throws(FileFailure) {
    try file.append(addition.bytes.span)
    try file.synchronize()
    // Not only of a new file: a save that failed may have made it.
    try fileSystem.synchronizeFolder(folder)
  }

  /// Takes back what a failed append left.
  ///
  /// - Returns: whether the file is as it was before.
  func withdraw(_ addition: Addition) -> Bool {
    do {
      guard try fileSystem.stamp(path) != nil else { return true }
      let file = try fileSystem.open(path, for: .appending)
      guard case .atEnd = try outcome(of: addition, in: file) else {
        return false
      }
      try file.truncate(to: addition.fileLength)
      try file.synchronize()
      return true
    } catch {
      return false
    }
  }

  /// What became of an addition that was cut short.
  enum Outcome: Hashable {
    /// All of it, or a beginning, ends the file; the disk may not have kept
    /// some of its bytes.
    case atEnd(isWhole: Bool)
    /// All of it is there, and after it what others wrote.
    case followed
    /// The file is another than it was: moved, removed, or written by others.
    case otherFile
  }

  /// Sees to it that an addition that was cut short is on disk once.
  ///
  /// - Returns: whether it is; if not, the file is another than it was, and
  ///   nothing of the addition is in it.
  func complete(_ addition: Addition) throws(FileFailure) -> Bool {
    // Where there is none, it may not have been made, or have been taken away
    // with the lines in it: somebody has to know.
    guard try fileSystem.stamp(path) != nil else { return false }
    let file = try fileSystem.open(path, for: .appending)
    switch try outcome(of: addition, in: file) {
    case .atEnd:
      // All of it again: what a failed sync left in memory, the system takes
      // for written.
      try file.truncate(to: addition.fileLength)
      try append(addition, to: file)
    case .followed:
      // It may have been only in memory when the process was killed.
      try file.synchronize()
      try fileSystem.synchronizeFolder(folder)
    case .otherFile:
      return false
    }
    return true
  }

  /// Whether an addition that was cut short is in the file; nothing is written.
  func contains(_ addition: Addition) throws(FileFailure) -> Bool {
    guard try fileSystem.stamp(path) != nil else { return false }
    let file = try fileSystem.open(path, for: .reading)
    switch try outcome(of: addition, in: file) {
    case .atEnd(let isWhole): return isWhole
    case .followed: return true
    case .otherFile: return false
    }
  }

  private func outcome(
    of addition: Addition, in file: any OpenFile
  ) throws(FileFailure) -> Outcome {
    let length = try file.length()
    guard length >= addition.fileLength else { return .otherFile }
    let end = addition.fileLength + addition.bytes.count
    let tail = try file.bytes(addition.fileLength..<min(length, end))
    let isWhole = tail == addition.bytes
    if length > end { return isWhole ? .followed : .otherFile }
    // A power cut can leave a file at its new length with zeros for what was
    // not written yet.
    let isOurs = zip(tail, addition.bytes).allSatisfy { $0 == $1 || $0 == 0 }
    return isOurs ? .atEnd(isWhole: isWhole) : .otherFile
  }

  /// What tells the file's present content from an earlier one.
  public func stamp() throws(FileFailure) -> FileStamp? {
    try fileSystem.stamp(path)
  }

  /// What is in a data file, without the transactions themselves.
  public struct Survey: Hashable, Sendable {
    /// The number of lines, those of another program included.
    public internal(set) var lineCount = 0
    /// The earliest date and time at the beginning of a line.
    public internal(set) var oldest: LocalTime?
    /// The latest one.
    public internal(set) var newest: LocalTime?
    /// How many lines begin with no date and time, and are no transactions.
    public internal(set) var strangeCount = 0
    /// The number of the first of them.
    public internal(set) var firstStrangeLine: Int?

    mutating func add(_ time: LocalTime?) {
      lineCount += 1
      guard let time else {
        strangeCount += 1
        firstStrangeLine = firstStrangeLine ?? lineCount
        return
      }
      if oldest.map(time.precedes) ?? true { oldest = time }
      if newest.map({ $0.precedes(time) }) ?? true { newest = time }
    }
  }

  /// Counts the lines, and looks at their dates.
  public func survey() throws(FileFailure) -> Survey {
    var survey = Survey()
    guard try fileSystem.stamp(path) != nil else { return survey }
    try LineReader.forEachLine(in: fileSystem.open(path, for: .reading)) {
      _, line in
      survey.add(line.hasInnerReturn ? nil : DataFormat.time(in: line))
    }
    return survey
  }

  /// Calls the body with each line's number and what it says, whatever marks of
  /// old programs stand around it; not with a line of such marks alone.
  ///
  /// - Throws: ``FileFailure``, also where there is no file.
  public static func forEachLine(
    of path: String, fileSystem: any FileSystem = PosixFileSystem(),
    _ body: (Int, Result<Transaction, DataFormat.Fault>) -> Void
  ) throws(FileFailure) {
    let file = try fileSystem.open(path, for: .reading)
    try LineReader.forEachLine(in: file) { position, bytes in
      var line = bytes
      if line.count > 0, line[line.count - 1] == .carriageReturn {
        line = line.extracting(0..<line.count - 1)
      }
      let content = line.withoutOuterMarks
      // Marks alone are no line.
      if content.isEmpty, line.count > 0 { return }
      line = line.extracting(content)
      do throws(DataFormat.Fault) {
        body(position.number, .success(try DataFormat.transaction(in: line)))
      } catch {
        body(position.number, .failure(error))
      }
    }
  }
}

extension Span<UInt8> {
  /// Whether a CR stands before the end: then it is no line of a transaction,
  /// but several, with line ends of another kind.
  fileprivate var hasInnerReturn: Bool {
    withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress, bytes.count > 1 else { return false }
      return memchr(base, Int32(UInt8.carriageReturn), bytes.count - 1) != nil
    }
  }
}
