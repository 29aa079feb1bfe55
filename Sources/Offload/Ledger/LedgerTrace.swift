import Circulation

extension Ledger {
  /// Evidence next to a data file that a ledger other than the one read, or a
  /// fuller one, existed.
  package enum Trace: Hashable, Sendable {
    /// The archive has, or had, an entry of this name, which the ledger should
    /// list.
    case box(String)
    /// The ledger at this path, next to the station's folder, lists lines of
    /// the file.
    case ledger(path: String)
  }
}

extension UploadStatus {
  /// A reason why lines that seem new may have been uploaded.
  package enum Warning: Hashable, Sendable {
    /// The unreadable lines of the ledger may list them.
    case damage([Ledger.Reading.Damage])
    /// There was another ledger, of which the one read knows nothing.
    case trace(Ledger.Trace)
  }
}

extension Ledger.Reading {
  /// Returns evidence that another ledger may list a station's `OffCirc.dat`;
  /// nil if there is none, or this ledger lists files of the station.
  ///
  /// - Throws: ``FileError``.
  func traceOfAnother(
    beside path: String, _ fileSystem: any FileSystem,
    _ disk: any FolderOperations
  ) throws(FileError) -> Ledger.Trace? {
    guard path.lastName == StationFolder.dataFileName else { return nil }
    let folder = StationFolder(path: path.folder)
    // The unreadable lines may list the station's files.
    if names(folder) || damage.contains(where: \.hidesEntries) { return nil }
    let boxes = try Archive(of: folder, fileSystem: disk).boxes()
    // Archived files are listed by their digest.
    let digests = boxes.compactMap { $0.sums[StationFolder.dataFileName] }
    if digests.contains(where: { digest in
      entries.contains { $0.has(digest) }
    }) {
      return nil
    }
    if let box = boxes.last(where: \.isWhole) { return .box(box.name) }
    // An erased entry is known only to the journal, without a digest.
    if entries.isEmpty,
      let name = JournalReader.archive(before: folder, fileSystem: fileSystem)
    {
      return .box(name)
    }
    let other = folder.path.folder.appending(path: Ledger.ownName)
    return try knows(linesOf: path, other, fileSystem, disk)
      ? .ledger(path: other) : nil
  }

  /// Returns true if another ledger lists lines of a file; false if it can't be
  /// read.
  ///
  /// - Throws: ``FileError``.
  private func knows(
    linesOf file: String, _ other: String, _ fileSystem: any FileSystem,
    _ disk: any FolderOperations
  ) throws(FileError) -> Bool {
    guard
      path != other, try fileSystem.version(other) != nil,
      let reading = try? Ledger(at: other, fileSystem: disk).entries()
    else { return false }
    return try reading.uploadStatus(
      of: file, fileSystem: fileSystem, disk: disk
    )
    .handedOverCount > 0
  }
}

extension UploadStatus.Warning {
  /// Returns true if the warning stays when the ledger's truncated line is the
  /// entry of the kit being made.
  func remains(_ isOwnTorn: Bool) -> Bool {
    if case .damage = self { !isOwnTorn } else { true }
  }
}
