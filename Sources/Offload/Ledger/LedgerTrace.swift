import Circulation

extension Ledger {
  /// Something beside a data file that tells of a ledger which is not the one
  /// that is read, or of more than is in it.
  package enum Trace: Hashable, Sendable {
    /// The archive has, or had, something of this name, which was noted when it
    /// was put away.
    case box(String)
    /// The ledger at this path, beside the station's folder, knows lines of the
    /// file.
    case ledger(path: String)
  }
}

extension Standing {
  /// Why it is not known whether lines that seem new were handed over.
  package enum Doubt: Hashable, Sendable {
    /// What of the ledger can't be read may say that they were.
    case damage([Ledger.Reading.Damage])
    /// There was a ledger, and the one that is read knows nothing of it.
    case trace(Ledger.Trace)
  }
}

extension Ledger.Reading {
  /// What tells that the lines of a station's `OffCirc.dat` may have been noted
  /// in another ledger; nil if there is nothing, or this one knows the station.
  ///
  /// - Throws: ``FileFailure``.
  func traceOfAnother(
    beside path: String, _ fileSystem: any FileSystem,
    _ disk: any FolderSystem
  ) throws(FileFailure) -> Ledger.Trace? {
    guard path.lastName == StationFolder.dataFileName else { return nil }
    let folder = StationFolder(path: path.folder)
    // What was noted may stand in the lines that can't be read.
    if names(folder) || damage.contains(where: \.hidesEntries) { return nil }
    let boxes = try Archive(of: folder, fileSystem: disk).boxes()
    // What was put away was noted by its digest.
    let digests = boxes.compactMap { $0.sums[StationFolder.dataFileName] }
    if digests.contains(where: { digest in
      entries.contains { $0.has(digest) }
    }) {
      return nil
    }
    if let box = boxes.last(where: \.isWhole) { return .box(box.name) }
    // Of what was erased only the journal knows, and no digest.
    if entries.isEmpty,
      let name = JournalReader.archive(before: folder, fileSystem: fileSystem)
    {
      return .box(name)
    }
    let other = folder.path.folder + "/" + Ledger.ownName
    return try knows(linesOf: path, other, fileSystem, disk)
      ? .ledger(path: other) : nil
  }

  /// Whether another ledger knows lines of a file; one that can't be read tells
  /// nothing.
  private func knows(
    linesOf file: String, _ other: String, _ fileSystem: any FileSystem,
    _ disk: any FolderSystem
  ) throws(FileFailure) -> Bool {
    guard
      path != other, try fileSystem.stamp(other) != nil,
      let reading = try? Ledger(at: other, fileSystem: fileSystem).entries()
    else { return false }
    return try reading.standing(of: file, fileSystem: fileSystem, disk: disk)
      .handedOverCount > 0
  }
}

extension Standing.Doubt {
  /// Whether it is one although the ledger was cut short in the entry of the
  /// very kit that is made.
  func remains(_ isOwnTorn: Bool) -> Bool {
    if case .damage = self { !isOwnTorn } else { true }
  }
}
