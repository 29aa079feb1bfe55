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
  /// journal comes last: cut short, there is no station yet.
  ///
  /// - Throws: ``CirculationError/inTheWay(path:)`` if there is such a file
  ///   already; nothing was written then. ``FileFailure``.
  public func write(into folder: StationFolder) throws {
    let old = try fileSystem.stamp(folder.journal)
    let isHere = try journal.stamp().isSameFile(as: old)
    for path in isHere ? [folder.dataFile] : [folder.dataFile, folder.journal]
    where try fileSystem.stamp(path) != nil {
      throw CirculationError.inTheWay(path: path)
    }
    if !lines.isEmpty {
      try replace(folder.dataFile, in: folder) { file throws(FileFailure) in
        try file.write(lines.span, at: 0)
      }
    }
    guard !isHere else { return }
    try replace(folder.journal, in: folder) { file throws(FileFailure) in
      try journal.copyBytes(0..<replay.soundLength, to: file)
    }
  }

  private func replace(
    _ path: String, in folder: StationFolder,
    _ write: (any OpenFile) throws(FileFailure) -> Void
  ) throws(FileFailure) {
    _ = try fileSystem.replace(path, write)
    try fileSystem.synchronizeFolder(folder.path)
  }
}
