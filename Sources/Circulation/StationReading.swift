/// What the files of a station say, read without opening its desk, whether a
/// station is open on them or not.
public struct StationReading {
  /// What the journal says; nil if there is none.
  public let replay: JournalReplay?
  /// What was recorded and is not in `OffCirc.dat` yet.
  public let unsaved: ArraySlice<DeskEntry>
  /// What the journal lacks.
  public let health: JournalHealth

  /// Reads the files of a station; nothing is written.
  ///
  /// - Parameters:
  ///   - folder: the station's folder.
  ///   - copyFolder: where a copy of the journal is kept.
  ///   - keepsSaved: whether the replay has what was saved too.
  ///   - fileSystem: what it is read with.
  ///   - otherTraces: what else tells that the folder had a journal; asked if
  ///     none is found.
  /// - Throws: ``CirculationError``; ``FileFailure``.
  public init(
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
      // Else it is that of a desk at which nothing was recorded yet.
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
