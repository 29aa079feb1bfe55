/// Builds the files of a station anew, from its journal or the copy of it.
///
/// `OffCirc.dat` gets what the journal tells to be in it. What was saved before
/// the file was removed or replaced, after an upload say, is not.
public struct Recovery {
  /// The journal that it reads.
  public let path: String
  /// What the journal tells.
  public let replay: JournalReplay

  /// What `OffCirc.dat` gets.
  private let lines: [UInt8]
  private let journal: any OpenFile
  private let fileSystem: any FileSystem

  /// Reads a journal; nothing is written.
  ///
  /// - Throws: ``CirculationError/newerJournal(path:version:)``,
  ///   ``CirculationError/noJournal(path:)``; ``FileFailure``.
  public init(
    from path: String, fileSystem: any FileSystem = PosixFileSystem()
  ) throws {
    self.path = path
    self.fileSystem = fileSystem
    journal = try fileSystem.open(path, for: .reading)
    do {
      replay = try JournalReader.replay(journal, keepingSaved: true)
    } catch CirculationError.notAJournal {
      throw CirculationError.noJournal(path: path)
    }
    guard replay.station != nil || replay.lastSequence > 0 else {
      throw CirculationError.noJournal(path: path)
    }
    lines = DataFormat.lines(of: replay.saved.lazy.map(\.transaction))
  }

  /// How many bytes the old `OffCirc.dat` had that the journal does not tell:
  /// lines of another program, or of damaged lines.
  public var foreignByteCount: Int {
    max(replay.savedLength - lines.count, 0)
  }

  /// Writes the journal and `OffCirc.dat` into a folder, which the caller
  /// holds.
  ///
  /// In the folder of the journal itself only `OffCirc.dat` is written. The
  /// journal comes first: a station that is opened in between has all that is
  /// not saved. What is there already, and is what would be written, was left by
  /// a run that was cut short.
  ///
  /// - Returns: whether something was lost: false in the journal's own folder if
  ///   what it tells is there.
  /// - Throws: ``CirculationError/inTheWay(path:)`` if there is such a file
  ///   already; nothing was written then. ``FileFailure``.
  @discardableResult
  public func write(into folder: StationFolder) throws -> Bool {
    let old = try fileSystem.stamp(folder.journal)
    let isHere = try journal.stamp().isSameFile(as: old)
    let hasJournal = try isHere || isDone(folder.journal, isJournalOf)
    let hasLines = try isDone(folder.dataFile, hasExactlyTheLines)
    if !hasJournal {
      try replace(folder.journal, in: folder) { file throws(FileFailure) in
        try journal.copyBytes(0..<replay.soundLength, to: file)
      }
    }
    if !hasLines, !lines.isEmpty {
      try replace(folder.dataFile, in: folder) { file throws(FileFailure) in
        try file.write(lines.span, at: 0)
      }
    }
    // Named by the run before, it may be only in memory.
    if hasJournal || hasLines { try fileSystem.synchronizeFolder(folder.path) }
    return !(isHere && (hasLines || lines.isEmpty))
  }

  /// Whether a file is there, and is what would be written.
  private func isDone(
    _ path: String, _ isOurs: (any OpenFile) throws(FileFailure) -> Bool
  ) throws -> Bool {
    guard try fileSystem.stamp(path) != nil else { return false }
    guard try isOurs(fileSystem.open(path, for: .reading)) else {
      throw CirculationError.inTheWay(path: path)
    }
    return true
  }

  private func hasExactlyTheLines(
    _ file: any OpenFile
  ) throws(FileFailure) -> Bool {
    guard try file.length() == lines.count else { return false }
    return try file.bytes(0..<lines.count) == lines
  }

  /// Whether it is the journal, and nothing happened since: a station may have
  /// left room for lines at its end.
  private func isJournalOf(_ file: any OpenFile) throws(FileFailure) -> Bool {
    let (end, length) = (replay.soundLength, try file.length())
    guard
      end...end + JournalFormat.room ~= length,
      try file.commonLength(with: journal, before: end) == end
    else { return false }
    return try file.bytes(end..<length).allSatisfy { $0 == .blank }
  }

  private func replace(
    _ path: String, in folder: StationFolder,
    _ write: (any OpenFile) throws(FileFailure) -> Void
  ) throws(FileFailure) {
    _ = try fileSystem.replace(path, write)
    try fileSystem.synchronizeFolder(folder.path)
  }
}
