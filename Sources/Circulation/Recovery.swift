/// A reconstruction of a station's files from its journal or the copy of it.
///
/// `OffCirc.dat` is rebuilt from the saves in the journal, but without those
/// made before the file was removed or replaced, for example after an upload.
package struct Recovery {
  /// The path of the journal that is read.
  package let path: String
  /// The replay of the journal.
  package let replay: JournalReplay

  /// The content of the rebuilt `OffCirc.dat`.
  private let lines: [UInt8]
  private let journal: any OpenFile
  private let fileSystem: any FileSystem

  /// Reads a journal; writes nothing.
  ///
  /// - Throws: ``CirculationError/newerJournal(path:version:)``,
  ///   ``CirculationError/noJournal(path:)``; ``FileError``.
  package init(
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
    guard replay.hasBorrowers else {
      throw CirculationError.borrowersErased(path: path)
    }
    lines = DataFormat.lines(of: replay.saved.lazy.map(\.transaction))
  }

  /// The number of bytes of the old `OffCirc.dat` that the journal can't
  /// rebuild: lines of another program, or of damaged journal lines.
  package var foreignByteCount: Int {
    max(replay.savedLength - lines.count, 0)
  }

  /// Writes the journal and `OffCirc.dat` into a folder that the caller holds.
  ///
  /// In the journal's own folder only `OffCirc.dat` is written. The journal
  /// comes first: a station opened in between has every unsaved transaction. A
  /// file with exactly the content to be written was left by an interrupted
  /// run, and counts as written.
  ///
  /// - Returns: false if the folder is the journal's own and `OffCirc.dat`
  ///   needed no rebuilding.
  /// - Throws: ``CirculationError/inTheWay(path:)`` if a different file exists;
  ///   nothing was written then. ``FileError``.
  @discardableResult
  package func write(into folder: StationFolder) throws -> Bool {
    let old = try fileSystem.version(folder.journal)
    let isHere = try journal.version().isSameFile(as: old)
    let hasJournal = try isHere || isDone(folder.journal, isJournalOf)
    let hasLines = try isDone(folder.dataFile, hasExactlyTheLines)
    if !hasJournal {
      try replace(folder.journal, in: folder) { file throws(FileError) in
        try journal.copyBytes(0..<replay.soundLength, to: file)
      }
    }
    if !hasLines, !lines.isEmpty {
      try replace(folder.dataFile, in: folder) { file throws(FileError) in
        try file.write(lines.span, at: 0)
      }
    }
    // Renamed by an earlier run, a file may exist only in memory.
    if hasJournal || hasLines { try fileSystem.synchronizeFolder(folder.path) }
    return !(isHere && (hasLines || lines.isEmpty))
  }

  /// Returns true if a file exists and has the content to be written.
  ///
  /// - Throws: ``CirculationError/inTheWay(path:)`` for any other file.
  private func isDone(
    _ path: String, _ isOurs: (any OpenFile) throws(FileError) -> Bool
  ) throws -> Bool {
    guard try fileSystem.version(path) != nil else { return false }
    guard try isOurs(fileSystem.open(path, for: .reading)) else {
      throw CirculationError.inTheWay(path: path)
    }
    return true
  }

  private func hasExactlyTheLines(
    _ file: any OpenFile
  ) throws(FileError) -> Bool {
    guard try file.length() == lines.count else { return false }
    return try file.bytes(0..<lines.count) == lines
  }

  /// Returns true if it is the journal, unchanged but for reserved space at its
  /// end.
  private func isJournalOf(_ file: any OpenFile) throws(FileError) -> Bool {
    let (end, length) = (replay.soundLength, try file.length())
    guard
      end...end + JournalFormat.room ~= length,
      try file.commonLength(with: journal, before: end) == end
    else { return false }
    return try file.bytes(end..<length).allSatisfy { $0 == .space }
  }

  private func replace(
    _ path: String, in folder: StationFolder,
    _ write: (any OpenFile) throws(FileError) -> Void
  ) throws(FileError) {
    _ = try fileSystem.replace(path, write)
    try fileSystem.synchronizeFolder(folder.path)
  }
}
