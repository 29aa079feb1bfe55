extension Journal {
  /// Replaces an archived journal by a new one of the same station; returns
  /// when it is on disk.
  ///
  /// Sequence numbers continue after those of the archived journal, so that
  /// station id and number name one transaction for ever. The caller holds the
  /// folder, and has checked that nothing in the archived journal is unsaved.
  ///
  /// - Throws: ``FileError``; one of the two journals is there then.
  package static func beginNew(
    in folder: StationFolder, after replay: JournalReplay,
    archive name: String, at time: LocalTime,
    fileSystem: any FileSystem = PosixFileSystem()
  ) throws(FileError) {
    var bytes: [UInt8] = []
    JournalFormat.appendHeader(
      station: replay.station ?? newStation(), at: time, to: &bytes)
    JournalFormat.append(
      .archived(name: name),
      sequence: replay.lastSequence + replay.unreadCount + 1, at: time,
      to: &bytes)
    _ = try fileSystem.replace(folder.journal) { file throws(FileError) in
      try file.write(bytes.span, at: 0)
    }
    try fileSystem.synchronizeFolder(folder.path)
  }

  /// Writes entries and textbook events with their sequence numbers to a
  /// journal of their own; returns when it is on disk.
  ///
  /// - Returns: the path of that journal, which `recover` reads.
  /// - Throws: ``FileError``.
  static func rescue(
    _ entries: [DeskEntry], with textbooks: TextbookRecord = TextbookRecord(),
    of station: String, in folder: StationFolder, at time: LocalTime,
    fileSystem: any FileSystem
  ) throws(FileError) -> String {
    var bytes: [UInt8] = []
    JournalFormat.appendHeader(station: station, at: time, to: &bytes)
    var notes = textbooks.entries[...]
    func appendNotes(before sequence: Int) {
      while let note = notes.first, note.sequence < sequence {
        notes.removeFirst()
        JournalFormat.append(
          .textbook(note.event, optional: note.optional),
          sequence: note.sequence, at: note.time, to: &bytes)
      }
    }
    for entry in entries {
      appendNotes(before: entry.sequence)
      JournalFormat.append(
        .recorded(entry.transaction), sequence: entry.sequence,
        at: entry.transaction.recorded, to: &bytes)
    }
    appendNotes(before: .max)
    let path =
      folder.path.appending(
        path: try freeName("rescued", in: folder, fileSystem))
    _ = try fileSystem.replace(path) { file throws(FileError) in
      try file.write(bytes.span, at: 0)
    }
    try fileSystem.synchronizeFolder(folder.path)
    return path
  }

  /// Removes an archived journal's copy in another folder, if it holds nothing
  /// that the journal lacks.
  ///
  /// - Returns: the path of the removed copy; nil if there is none.
  /// - Throws: ``FileError``.
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
