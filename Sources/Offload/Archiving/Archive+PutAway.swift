import Circulation
import Glibc

extension Archive {
  /// Archives `OffCirc.dat` and its journal with attachments; returns when all
  /// is on disk.
  ///
  /// The caller holds the folder. The entry is complete, on disk and verified
  /// before `OffCirc.dat` is removed. If the program is killed before that, the
  /// station is unchanged; after it, only the new journal is missing, with the
  /// station's id and the next sequence number. The next call continues with an
  /// entry that matches the station's files.
  ///
  /// - Parameters:
  ///   - desk: The desk's name, for the name of the entry; may be empty.
  ///   - attachments: The attachments.
  ///   - time: The time that names the entry.
  /// - Returns: the entry.
  /// - Throws: ``ArchiveError``; ``FileError``. The station is unchanged
  ///   then, except for ``ArchiveError/unfinished(box:_:)``.
  package func putAway(
    desk: String, attachments: [Attachment], at time: LocalTime
  ) throws -> Entry {
    let journal = try JournalReader.replay(
      path: folder.journal, fileSystem: fileSystem)
    if let journal {
      let unsaved = try journal.unsaved(
        beyond: DataFile(in: folder, fileSystem: fileSystem))
      guard unsaved.isEmpty else {
        throw ArchiveError.unsaved(count: unsaved.count)
      }
    }
    let version = try fileSystem.version(folder.dataFile)
    let box: Entry
    if let begun = try begunBox(with: attachments) {
      box = begun
    } else {
      guard version?.length ?? 0 > 0 else {
        throw ArchiveError.nothingThere(path: folder.dataFile)
      }
      box = try fill(name(for: desk, at: time), with: attachments)
    }
    guard try fileSystem.version(folder.dataFile) == version else {
      throw ArchiveError.changed(path: folder.dataFile)
    }
    if version != nil { try fileSystem.remove(folder.dataFile) }
    do {
      if version != nil { try fileSystem.synchronizeFolder(folder.path) }
      if let journal {
        try Journal.beginNew(
          in: folder, after: journal, archive: box.name, at: time,
          fileSystem: fileSystem)
      }
      try close(box)
    } catch {
      throw ArchiveError.unfinished(box: box.path, error)
    }
    return box
  }

  /// Returns an entry with exactly the station's journal, its `OffCirc.dat`
  /// unless that is gone, and the attachments: left by an interrupted call, or
  /// restored.
  private func begunBox(with attachments: [Attachment]) throws(FileError)
    -> Entry?
  {
    guard let journal = try digest(of: folder.journal) else { return nil }
    let dataFile = try digest(of: folder.dataFile)
    for box in try boxes()
    where box.sums[StationFolder.journalName] == journal
      && (dataFile ?? box.sums[StationFolder.dataFileName])
        == box.sums[StationFolder.dataFileName]
    {
      guard try holds(attachments, box), try damage(in: box).isEmpty else {
        continue
      }
      return box
    }
    return nil
  }

  private func holds(
    _ attachments: [Attachment], _ box: Entry
  ) throws(FileError) -> Bool {
    for attachment in attachments
    where try digest(of: attachment.path) != box.sums[attachment.name] {
      return false
    }
    return true
  }

  /// Returns an unused name, or one of an entry that an interrupted call left.
  private func name(
    for desk: String, at time: LocalTime
  ) throws(FileError) -> String {
    let base = [String(time.iso8601.prefix(10)), desk.asFileName]
      .filter { !$0.isEmpty }.joined(separator: "-")
    var name = base
    var number = 1
    while try !isRemainder(folder.archive.appending(path: name)) {
      number += 1
      name = "\(base)-\(number)"
    }
    return name
  }

  /// Returns true if the path is free, or holds only what an interrupted call
  /// left: copied beginnings of the station's files, and no digest list.
  private func isRemainder(_ path: String) throws(FileError) -> Bool {
    let names: [String]
    do throws(FileError) {
      guard try fileSystem.version(path) != nil else { return true }
      names = try fileSystem.names(in: path)
    } catch  where [ENOTDIR, ELOOP].contains(error.code) {
      return false
    }
    guard !names.contains(DigestList.name) else { return false }
    if names.isEmpty { return true }
    // Files are copied in this order.
    guard
      try isBeginning(
        path.appending(path: StationFolder.dataFileName), of: folder.dataFile)
    else { return false }
    return try isBeginning(
      path.appending(path: StationFolder.journalName), of: folder.journal)
  }

  private func isBeginning(
    _ path: String, of other: String
  ) throws(FileError) -> Bool {
    guard try fileSystem.version(path) != nil else { return true }
    guard try fileSystem.version(other) != nil else { return false }
    let file = try fileSystem.open(path, for: .reading)
    let whole = try fileSystem.open(other, for: .reading)
    let length = try file.length()
    guard try length <= whole.length() else { return false }
    return try file.commonLength(with: whole, before: length) == length
  }

  private func fill(
    _ name: String, with attachments: [Attachment]
  ) throws -> Entry {
    // Checked before anything is written: a report may be on a USB stick that
    // was removed.
    for attachment in attachments {
      _ = try fileSystem.open(attachment.path, for: .reading)
    }
    let path = folder.archive.appending(path: name)
    do {
      return try write(name, at: path, with: attachments)
    } catch {
      // Half an entry would leave who borrowed what lying around. If it can't
      // be removed, the listing shows it, and the next call removes it.
      try? remove(path)
      throw error
    }
  }

  private func write(
    _ name: String, at path: String, with attachments: [Attachment]
  ) throws -> Entry {
    try remove(path)
    try fileSystem.makeFolder(folder.archive)
    try fileSystem.synchronizeFolder(folder.path)
    try fileSystem.makeFolder(path)
    try fileSystem.synchronizeFolder(folder.archive)
    var own = [
      Attachment(path: folder.dataFile, name: StationFolder.dataFileName)
    ]
    if try fileSystem.version(folder.journal) != nil {
      own.append(
        Attachment(path: folder.journal, name: StationFolder.journalName))
    }
    var list = DigestList()
    for attachment in own + attachments {
      let newPath = path.appending(path: attachment.name)
      if newPath.folder != path { try fileSystem.makeFolder(newPath.folder) }
      list[attachment.name] = try copy(attachment.path, to: newPath)
    }
    for subfolder in list.subfolders {
      try fileSystem.synchronizeFolder(path.appending(path: subfolder))
    }
    // Synced before the list, so that a list implies all other files.
    try fileSystem.synchronizeFolder(path)
    let bytes = list.bytes
    _ = try fileSystem.replace(path.appending(path: DigestList.name)) {
      file throws(FileError) in try file.write(bytes.span, at: 0)
    }
    try fileSystem.synchronizeFolder(path)
    return Entry(name: name, path: path, sums: list)
  }

  /// Copies a file and verifies the copy.
  ///
  /// - Returns: the digest of both.
  private func copy(_ path: String, to newPath: String) throws -> String {
    let file = try fileSystem.open(path, for: .reading)
    let digest = try SHA256.of(file)
    let copy = try fileSystem.open(newPath, for: .writing)
    try file.copyBytes(0..<file.length(), to: copy)
    try copy.synchronize()
    guard try SHA256.of(copy) == digest else {
      throw ArchiveError.changed(path: path)
    }
    return digest
  }

  /// Makes the entry read-only.
  func close(_ box: Entry) throws(FileError) {
    let names = box.sums.digests.map(\.name) + [DigestList.name]
    for name in names + box.sums.subfolders {
      try fileSystem.setReadOnly(true, box.path.appending(path: name))
    }
    try fileSystem.setReadOnly(true, box.path)
  }
}
