import Glibc

extension Journal {
  /// Opens a folder's journal, creating it if needed, and replays it.
  ///
  /// An incomplete last line is truncated. A file without journal lines, where
  /// a journal must have been, is kept under another name; so is a journal that
  /// ends in NUL bytes.
  ///
  /// - Parameters:
  ///   - folder: the folder, which the caller holds.
  ///   - time: the current time.
  ///   - fileSystem: the file system to use.
  ///   - memory: the last known state of the journal.
  ///   - traces: returns evidence that a journal existed; called if there is
  ///     none.
  /// - Returns: the journal, its replay, and the repairs made, which the
  ///   journal also notes.
  /// - Throws: ``CirculationError`` for a journal of a newer version, a file
  ///   that is not a journal, or one that another station has open;
  ///   ``FileError``.
  package static func open(
    in folder: StationFolder, at time: LocalTime,
    fileSystem: any FileSystem = PosixFileSystem(),
    memory: StationLock.Memory? = nil,
    traces: () -> [JournalTrace] = { [] }
  ) throws -> (
    journal: Journal, replay: JournalReplay, repairs: [Repair]
  ) {
    let isMissing = try fileSystem.version(folder.journal) == nil
    var file = try openAlone(in: folder, fileSystem)
    var replay = try JournalReader.replay(
      file, ofExercise: folder.exercise != nil)
    try replay.checkNumbers(of: folder.journal)
    guard replay.hasBorrowers else {
      throw CirculationError.borrowersErased(path: folder.journal)
    }
    var repairs: [Repair] = []
    var nextSequence = replay.lastSequence + replay.unreadCount + 1

    if let void = isMissing ? .missing : replay.void {
      let hadJournal = !traces().isEmpty
      if hadJournal || void == .zeros {
        var name: String?
        if !isMissing {
          let free = try freeName(in: folder, fileSystem)
          try fileSystem.rename(
            folder.journal, to: folder.path.appending(path: free))
          name = free
          file = try openAlone(in: folder, fileSystem)
          replay.endsInRoom = true
        }
        repairs.append(.journalBegun(void, keptAs: name))
      }
    } else if replay.zeroCount > 0 {
      let name = try freeName(in: folder, fileSystem)
      try fileSystem.keep(folder.journal, as: folder.path.appending(path: name))
      let (old, end) = (file, replay.soundLength)
      file = try fileSystem.replace(folder.journal) {
        file throws(FileError) in
        _ = try file.lock()
        try old.copyBytes(0..<end, to: file)
      }
      repairs.append(.zerosCut(byteCount: replay.zeroCount, keptAs: name))
      // No sequence number is used twice, however many events were there.
      nextSequence += replay.zeroCount / JournalFormat.minimumEventLength + 1
    } else if replay.tornByteCount > 0 {
      repairs.append(.tornLineCut(byteCount: replay.tornByteCount))
    }
    if let memory, memory.station == replay.station,
      memory.lastSequence >= nextSequence
    {
      repairs.append(
        .eventsGone(count: memory.lastSequence - nextSequence + 1))
      nextSequence = memory.lastSequence + 1
    }

    if !replay.endsInRoom { try file.truncate(to: replay.soundLength) }
    let journal = try Journal(
      file: file, in: folder, fileSystem: fileSystem, replay: replay,
      nextSequence: nextSequence)
    try journal.begin(&replay, noting: repairs, at: time)
    return (journal, replay, repairs)
  }

  private static func openAlone(
    in folder: StationFolder, _ fileSystem: any FileSystem
  ) throws -> any OpenFile {
    let file = try fileSystem.open(folder.journal, for: .writing)
    // Another station may have it open even if its lock file was removed.
    guard try file.lockSoon() else {
      throw CirculationError.folderHeld(path: folder.path, by: nil)
    }
    return file
  }

  /// Returns an unused name for a file to be kept in the folder.
  static func freeName(
    _ kind: String = "damaged", in folder: StationFolder,
    _ fileSystem: any FileSystem
  ) throws(FileError) -> String {
    var number = 1
    while true {
      let name = "\(StationFolder.journalName).\(kind)-\(number)"
      if try fileSystem.version(folder.path.appending(path: name)) == nil {
        return name
      }
      number += 1
    }
  }
}

extension StationFolder {
  /// Returns evidence, other than the journal, that there was a journal in the
  /// folder; unreadable files count as none.
  func traces(
    _ memory: StationLock.Memory?, copyFolder: String?,
    _ fileSystem: any FileSystem
  ) -> [JournalTrace] {
    var traces: [JournalTrace] = []
    let lines = try? fileSystem.open(dataFile, for: .reading).length()
    if lines ?? 0 > 0 {
      traces.append(.dataFile)
    }
    if let names = try? fileSystem.names(in: archive), !names.isEmpty {
      traces.append(.archive)
    }
    if let copyFolder {
      let name = memory.map { "OffCirc-\($0.station).journal" }
      let names = (try? fileSystem.names(in: copyFolder)) ?? []
      for copy in names
      where name.map({ copy == $0 })
        ?? StationFolder.isJournalCopy(copy)
      {
        traces.append(.copy(path: copyFolder.appending(path: copy)))
      }
    }
    if memory != nil { traces.append(.lock) }
    return traces
  }
}
