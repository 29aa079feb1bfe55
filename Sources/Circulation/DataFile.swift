import Glibc

/// `OffCirc.dat`: the file that Save To File writes and the library system
/// reads.
///
/// It belongs to the user too: it may be moved, removed after an upload, or
/// hold lines of another program. The station appends whole lines, and
/// truncates only bytes of its own save that did not reach the disk completely.
package struct DataFile {
  /// The path of the file.
  package let path: String
  private let folder: String
  /// The word on every line of an exercise; nil at a real desk.
  let exercise: String?
  private let fileSystem: any FileSystem

  /// Creates the data file of a folder, without accessing it.
  package init(
    in folder: StationFolder, fileSystem: any FileSystem = PosixFileSystem()
  ) {
    self.path = folder.dataFile
    self.folder = folder.path
    exercise = folder.exercise
    self.fileSystem = fileSystem
  }

  /// An append that a save has planned but not finished.
  struct PendingAppend {
    /// The file's length before the append, in bytes; 0 if there is no file.
    let fileLength: Int
    /// Complete lines, preceded by a line end if the file's last line lacks
    /// one.
    let bytes: [UInt8]
  }

  /// Returns the append that adds these transactions to the file as it is now.
  func pendingAppend(
    of transactions: some Sequence<Transaction>
  ) throws(FileError) -> PendingAppend {
    var bytes: [UInt8] = []
    var length = 0
    if try fileSystem.version(path) != nil {
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
    bytes += DataFormat.lines(of: transactions, exercise: exercise)
    return PendingAppend(fileLength: length, bytes: bytes)
  }

  /// Appends the bytes and returns when they are on disk.
  ///
  /// If it throws, part of them may be in the file.
  func append(_ pending: PendingAppend) throws(FileError) {
    try append(pending, to: fileSystem.open(path, for: .appending))
  }

  private func append(
    _ pending: PendingAppend, to file: any OpenFile
  ) throws(FileError) {
    try file.append(pending.bytes.span)
    try file.synchronize()
    // Not only for a new file: a failed save may have created it.
    try fileSystem.synchronizeFolder(folder)
  }

  /// Rolls back a failed append.
  ///
  /// - Returns: true if the file is as it was before.
  func withdraw(_ pending: PendingAppend) -> Bool {
    do {
      guard try fileSystem.version(path) != nil else { return true }
      let file = try fileSystem.open(path, for: .appending)
      guard case .atEnd = try outcome(of: pending, in: file) else {
        return false
      }
      try file.truncate(to: pending.fileLength)
      try file.synchronize()
      return true
    } catch {
      return false
    }
  }

  /// The state of the file after an interrupted append.
  enum Outcome: Hashable {
    /// All of the bytes, or the first of them, end the file; some may not be on
    /// disk.
    case atEnd(isWhole: Bool)
    /// All of the bytes are in the file, followed by lines of others.
    case followed
    /// The file is a different one: moved, removed, or written by others.
    case otherFile
  }

  /// Completes an interrupted append, so that its bytes are in the file once
  /// and on disk.
  ///
  /// - Returns: false if the file is a different one and contains none of the
  ///   bytes.
  func complete(_ pending: PendingAppend) throws(FileError) -> Bool {
    // A missing file was never created, or was removed with its lines: the
    // caller must report it.
    guard try fileSystem.version(path) != nil else { return false }
    let file = try fileSystem.open(path, for: .appending)
    switch try outcome(of: pending, in: file) {
    case .atEnd:
      // Writes all of it again: after a failed sync the system takes the pages
      // in memory for written.
      try file.truncate(to: pending.fileLength)
      try append(pending, to: file)
    case .followed:
      // The lines may have been only in memory when the process was killed.
      try file.synchronize()
      try fileSystem.synchronizeFolder(folder)
    case .otherFile:
      return false
    }
    return true
  }

  /// Returns true if an interrupted append is in the file; writes nothing.
  func contains(_ pending: PendingAppend) throws(FileError) -> Bool {
    guard try fileSystem.version(path) != nil else { return false }
    let file = try fileSystem.open(path, for: .reading)
    switch try outcome(of: pending, in: file) {
    case .atEnd(let isWhole): return isWhole
    case .followed: return true
    case .otherFile: return false
    }
  }

  private func outcome(
    of pending: PendingAppend, in file: any OpenFile
  ) throws(FileError) -> Outcome {
    let length = try file.length()
    guard length >= pending.fileLength else { return .otherFile }
    let end = pending.fileLength + pending.bytes.count
    let tail = try file.bytes(pending.fileLength..<min(length, end))
    let isWhole = tail == pending.bytes
    if length > end { return isWhole ? .followed : .otherFile }
    // After a power cut a file may have its new length, with zeros for bytes
    // that were not written.
    let isOurs = zip(tail, pending.bytes).allSatisfy { $0 == $1 || $0 == 0 }
    return isOurs ? .atEnd(isWhole: isWhole) : .otherFile
  }

  /// Returns the file's identity and version; nil if there is no file.
  package func version() throws(FileError) -> FileVersion? {
    try fileSystem.version(path)
  }

  /// Counts the lines and reads their times; an empty summary if there is no
  /// file.
  ///
  /// A line without a time counts as unreadable; the rest of it is not read.
  package func summary() throws(FileError) -> DataFileSummary {
    var summary = DataFileSummary()
    guard try fileSystem.version(path) != nil else { return summary }
    try LineReader.forEachLine(in: fileSystem.open(path, for: .reading)) {
      _, line in
      summary.add(line.hasInnerReturn ? nil : DataFormat.time(in: line))
    }
    return summary
  }

  /// Calls the body with each line's number and its transaction or error.
  ///
  /// Control characters left around a line by old programs are ignored, and so
  /// is a line that consists of them.
  ///
  /// - Throws: ``FileError``, also if there is no file.
  package static func forEachLine(
    of path: String, fileSystem: any FileSystem = PosixFileSystem(),
    _ body: (Int, Result<Transaction, DataFormat.LineError>) -> Void
  ) throws(FileError) {
    let file = try fileSystem.open(path, for: .reading)
    try LineReader.forEachLine(in: file) { position, bytes in
      var line = bytes
      if line.count > 0, line[line.count - 1] == .carriageReturn {
        line = line.extracting(0..<line.count - 1)
      }
      let content = line.withoutOuterMarks
      // A line of such control characters alone is not a line.
      if content.isEmpty, line.count > 0 { return }
      line = line.extracting(content)
      do throws(DataFormat.LineError) {
        body(position.number, .success(try DataFormat.transaction(in: line)))
      } catch {
        body(position.number, .failure(error))
      }
    }
  }
}

extension Span<UInt8> {
  /// True if a CR stands before the last byte: the line is then several lines
  /// with CR line ends, and not a transaction.
  fileprivate var hasInnerReturn: Bool {
    withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress, bytes.count > 1 else { return false }
      return memchr(base, Int32(UInt8.carriageReturn), bytes.count - 1) != nil
    }
  }
}
