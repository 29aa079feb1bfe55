/// What the files of a station say, read without opening its desk, whether a
/// station is open on them or not.
public struct StationReading {
  /// What the journal says; nil if there is none.
  public let replay: JournalReplay?
  /// What was recorded and is not in `OffCirc.dat` yet.
  public let unsaved: ArraySlice<DeskEntry>
  /// How the journal is, if there is nothing in it though there was one.
  public let void: JournalVoid?
  /// What tells that there was one.
  public let traces: [JournalTrace]
  /// How many events at the end are not in the journal any more.
  public let goneCount: Int
  /// Where the journal is, or should be.
  public let journal: String

  /// Whether the journal has all that was recorded, as far as it can be known.
  public var isSound: Bool {
    guard let replay else { return void == nil }
    return void == nil && goneCount == 0 && replay.damage.isEmpty
      && replay.zeroCount == 0 && replay.repairs.isEmpty
  }

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
    journal = folder.journal
    let memory = try StationLock.memory(of: folder, fileSystem: fileSystem)
    replay = try JournalReader.replay(
      path: folder.journal, keepingSaved: keepsSaved, fileSystem: fileSystem)
    unsaved =
      try replay?.unsaved(
        beyond: DataFile(in: folder, fileSystem: fileSystem)) ?? []
    let found = replay == nil ? .missing : replay?.void
    traces =
      found == nil
      ? []
      : try folder.traces(memory, copyFolder: copyFolder, fileSystem)
        + otherTraces()
    void = found == .zeros || !traces.isEmpty ? found : nil
    if let memory, let replay, memory.station == replay.station {
      let last = replay.lastSequence + replay.unreadCount
      goneCount = max(memory.lastSequence - last, 0)
    } else {
      goneCount = 0
    }
  }
}
