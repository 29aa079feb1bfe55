extension LendingHistory {
  /// Reads the history of a station from its archived journals and the current
  /// one; writes nothing.
  ///
  /// An entry of the archive without a journal is passed over.
  ///
  /// - Parameters:
  ///   - folder: the folder of the station.
  ///   - others: the journals of other stations, as far as they are known.
  ///   - fileSystem: the file system that has the folder.
  /// - Returns: the history, and the paths of journals that are damaged, so
  ///   that it may lack something.
  /// - Throws: ``CirculationError`` or ``FileError`` for a journal that can't
  ///   be read: without it, states and fines would be wrong.
  package static func read(
    of folder: StationFolder, beside others: [JournalReplay] = [],
    fileSystem: any FolderOperations = PosixFileSystem()
  ) throws -> (history: LendingHistory, damaged: [String]) {
    var journals = others
    var damaged: [String] = []
    var paths = try archivedJournals(of: folder, fileSystem: fileSystem).map(
      \.path)
    if try fileSystem.version(folder.journal) != nil {
      paths.append(folder.journal)
    }
    for path in paths {
      let replay = try JournalReader.replay(
        fileSystem.open(path, for: .reading), keepingSaved: true,
        keepingSuperseded: true)
      journals.append(replay)
      if !replay.damage.isEmpty { damaged.append(path) }
    }
    return (LendingHistory(of: journals), damaged)
  }

  /// A journal of an archive.
  package struct ArchivedJournal: Hashable, Sendable {
    /// The path.
    package let path: String
    /// The version of the file, which another program may replace.
    package let version: FileVersion
  }

  /// Returns the journals of a station's archive.
  ///
  /// - Throws: ``FileError``.
  package static func archivedJournals(
    of folder: StationFolder,
    fileSystem: any FolderOperations = PosixFileSystem()
  ) throws(FileError) -> [ArchivedJournal] {
    var journals: [ArchivedJournal] = []
    for (_, path) in try fileSystem.archiveFolders(in: folder.archive) {
      // Links lead to folders that others may own.
      guard try fileSystem.entry(at: path)?.kind == .folder else { continue }
      let journal = StationFolder(path: path).journal
      if let version = try fileSystem.version(journal) {
        journals.append(ArchivedJournal(path: journal, version: version))
      }
    }
    return journals
  }
}
