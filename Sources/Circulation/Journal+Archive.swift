extension Journal {
  /// Puts a fresh journal of the same station in the place of one that was put
  /// away; returns when it is on disk.
  ///
  /// Its numbers go on where those of the other end, so that the station's id
  /// and a number name one transaction for ever. The caller holds the folder,
  /// and has made sure that nothing in the other is unsaved.
  ///
  /// - Throws: ``FileFailure``; then the one or the other is there.
  package static func beginAnew(
    in folder: StationFolder, after replay: JournalReplay,
    archive name: String, at time: LocalTime,
    fileSystem: any FileSystem = PosixFileSystem()
  ) throws(FileFailure) {
    var bytes: [UInt8] = []
    JournalFormat.appendHeader(
      station: replay.station ?? newStation(), at: time, to: &bytes)
    JournalFormat.append(
      .archived(name: name),
      sequence: replay.lastSequence + replay.unreadCount + 1, at: time,
      to: &bytes)
    _ = try fileSystem.replace(folder.journal) { file throws(FileFailure) in
      try file.write(bytes.span, at: 0)
    }
    try fileSystem.synchronizeFolder(folder.path)
  }

  /// Writes entries of a station's list into a journal of their own, with their
  /// numbers; returns when it is on disk.
  ///
  /// - Returns: the path of that journal, which `recover` reads.
  /// - Throws: ``FileFailure``.
  static func rescue(
    _ entries: [DeskEntry], of station: String, in folder: StationFolder,
    at time: LocalTime, fileSystem: any FileSystem
  ) throws(FileFailure) -> String {
    var bytes: [UInt8] = []
    JournalFormat.appendHeader(station: station, at: time, to: &bytes)
    for entry in entries {
      JournalFormat.append(
        .recorded(entry.transaction), sequence: entry.sequence,
        at: entry.transaction.recorded, to: &bytes)
    }
    let path =
      folder.path + "/"
      + (try freeName("rescued", in: folder, fileSystem))
    _ = try fileSystem.replace(path) { file throws(FileFailure) in
      try file.write(bytes.span, at: 0)
    }
    try fileSystem.synchronizeFolder(folder.path)
    return path
  }

  /// Removes the copy, in another folder, of a journal that was put away, if
  /// nothing is in it that the journal lacks.
  ///
  /// - Returns: the path of what was removed; nil if there is no such copy.
  /// - Throws: ``FileFailure``.
  package static func removeCopy(
    in folder: String, ofJournal path: String,
    fileSystem: any FileSystem = PosixFileSystem()
  ) throws -> String? {
    let journal = try fileSystem.open(path, for: .reading)
    guard let station = try JournalReader.replay(journal).station else {
      return nil
    }
    return try JournalCopy.removeCopy(
      in: folder, of: station, journal: journal, fileSystem: fileSystem)
  }
}
