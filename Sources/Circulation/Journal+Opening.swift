import Glibc

extension Journal {
  /// Opens a folder's journal, makes it if there is none, and replays it.
  ///
  /// A last line that was not wholly written is cut off. What is in the place
  /// of a journal that must have been there is kept under another name, and so
  /// is a journal that ends in NUL bytes.
  ///
  /// - Parameters:
  ///   - folder: the folder, which the caller holds.
  ///   - time: the time now.
  ///   - fileSystem: what it is read and written with.
  ///   - memory: what the journal is known to have come to.
  ///   - traces: what tells that there was a journal; asked where there is none.
  /// - Returns: the journal, what it says, and what the station went on from by
  ///   itself, which the journal says too.
  /// - Throws: ``CirculationError`` for a journal of a newer version, a file
  ///   that is none, or one that another station has open; ``FileFailure``.
  public static func open(
    in folder: StationFolder, at time: LocalTime,
    fileSystem: any FileSystem = PosixFileSystem(),
    memory: StationLock.Memory? = nil,
    traces: () -> [JournalTrace] = { [] }
  ) throws -> (
    journal: Journal, replay: JournalReplay, repairs: [Repair]
  ) {
    let isMissing = try fileSystem.stamp(folder.journal) == nil
    var file = try openAlone(in: folder, fileSystem)
    var replay = try JournalReader.replay(file)
    try replay.checkNumbers(of: folder.journal)
    var repairs: [Repair] = []
    var nextSequence = replay.lastSequence + replay.unreadCount + 1

    if let void = isMissing ? .missing : replay.void {
      let hadJournal = !traces().isEmpty
      if hadJournal || void == .zeros {
        var name: String?
        if !isMissing {
          let free = try freeName(in: folder, fileSystem)
          try fileSystem.rename(folder.journal, to: folder.path + "/" + free)
          name = free
          file = try openAlone(in: folder, fileSystem)
          replay.endsInRoom = true
        }
        repairs.append(.journalBegun(void, keptAs: name))
      }
    } else if replay.zeroCount > 0 {
      let name = try freeName(in: folder, fileSystem)
      try fileSystem.keep(folder.journal, as: folder.path + "/" + name)
      let (old, end) = (file, replay.soundLength)
      file = try fileSystem.replace(folder.journal) {
        file throws(FileFailure) in
        _ = try file.lock()
        try old.copyBytes(0..<end, to: file)
      }
      repairs.append(.zerosCut(byteCount: replay.zeroCount, keptAs: name))
      // No number is given twice, however many events were there.
      nextSequence += replay.zeroCount / JournalFormat.shortestEvent + 1
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
    // Another station may have it open though its lock file was removed.
    guard try file.lock() else {
      throw CirculationError.folderHeld(path: folder.path, by: nil)
    }
    return file
  }

  /// A name that no file of the folder has, for one that is kept.
  static func freeName(
    _ kind: String = "damaged", in folder: StationFolder,
    _ fileSystem: any FileSystem
  ) throws(FileFailure) -> String {
    var number = 1
    while true {
      let name = "\(StationFolder.journalName).\(kind)-\(number)"
      if try fileSystem.stamp(folder.path + "/" + name) == nil { return name }
      number += 1
    }
  }
}

extension StationFolder {
  /// What tells that there was a journal in the folder, beside the journal
  /// itself; what can't be looked at tells nothing here.
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
        ?? (copy.hasPrefix("OffCirc-") && copy.hasSuffix(".journal"))
      {
        traces.append(.copy(path: copyFolder + "/" + copy))
      }
    }
    if memory != nil { traces.append(.lock) }
    return traces
  }
}
