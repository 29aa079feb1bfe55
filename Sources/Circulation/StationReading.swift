/// The state of a station's files, read without opening its desk, while a
/// station may be open on them.
package struct StationReading {
  /// The replay of the journal; nil if there is none.
  package let replay: JournalReplay?
  /// The transactions that are not in `OffCirc.dat` yet.
  package let unsaved: ArraySlice<DeskEntry>
  /// The known losses of the journal.
  package let health: JournalHealth

  /// Reads the files of a station; writes nothing.
  ///
  /// - Parameters:
  ///   - folder: the station's folder.
  ///   - copyFolder: the folder of the journal's copy.
  ///   - keepsSaved: true to keep all saved transactions in the replay.
  ///   - fileSystem: the file system to read from.
  ///   - otherTraces: returns further evidence that the folder had a journal;
  ///     called if none is found.
  /// - Throws: ``CirculationError``; ``FileError``.
  package init(
    of folder: StationFolder, copyingTo copyFolder: String? = nil,
    keepingSaved keepsSaved: Bool = false,
    fileSystem: any FileSystem = PosixFileSystem(),
    otherTraces: () -> [JournalTrace] = { [] }
  ) throws {
    let memory = try StationLock.memory(of: folder, fileSystem: fileSystem)
    replay = try JournalReader.replay(
      path: folder.journal, keepingSaved: keepsSaved, fileSystem: fileSystem)
    unsaved =
      try replay?.unsaved(
        beyond: DataFile(in: folder, fileSystem: fileSystem)) ?? []
    var health = JournalHealth(of: folder.journal)
    if let void = replay == nil ? .missing : replay?.void {
      health.traces =
        folder.traces(memory, copyFolder: copyFolder, fileSystem)
        + otherTraces()
      // Without evidence, it is a desk at which nothing was recorded yet.
      if void == .zeros || !health.traces.isEmpty { health.void = void }
    }
    if let replay {
      health.damage = replay.damage
      health.notes = replay.notes
      if health.void == nil { health.zeroCount = replay.zeroCount }
      if let memory, memory.station == replay.station {
        let last = replay.lastSequence + replay.unreadCount
        health.goneCount = max(memory.lastSequence - last, 0)
      }
    }
    self.health = health
  }
}
