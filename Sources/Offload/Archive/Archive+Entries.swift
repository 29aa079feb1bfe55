import Circulation
import Glibc
import SystemPackage

extension Archive {
  /// Returns all entries, sorted by name and so by day; files and links are
  /// skipped.
  ///
  /// - Throws: ``FileError``.
  package func boxes() throws(FileError) -> [Entry] {
    var boxes: [Entry] = []
    guard let archive = try fileSystem.entry(at: folder.archive) else {
      return []
    }
    for (name, path) in try fileSystem.archiveFolders(in: folder.archive) {
      guard let entry = try fileSystem.entry(at: path), entry.kind == .folder
      else { continue }
      let sums = entry.isForeign(to: archive) ? nil : try list(in: path, entry)
      boxes.append(Entry(name: name, path: path, sums: sums ?? DigestList()))
    }
    return boxes
  }

  /// Returns the digest list of an entry; nil if it is missing, too large, or
  /// of another user.
  private func list(
    in path: String, _ box: FolderEntry
  ) throws(FileError) -> DigestList? {
    let entry = try fileSystem.entry(at: path.appending(path: DigestList.name))
    guard let entry, entry.kind == .file, !entry.isForeign(to: box) else {
      return nil
    }
    do throws(FileError) {
      return try DigestList(ofFolder: path, fileSystem: fileSystem)
    } catch {
      guard error.code == EFBIG else { throw error }
      return nil
    }
  }

  /// Returns the names of files in an entry that are damaged, missing or extra;
  /// empty if all are as archived, or the entry is incomplete.
  ///
  /// Links, pipes, devices and files of other users count as damaged and are
  /// not followed.
  ///
  /// - Throws: ``FileError``.
  package func damage(in box: Entry) throws(FileError) -> [String] {
    guard box.isWhole else { return [] }
    var damaged = box.sums.isChanged ? [DigestList.name] : []
    for entry in box.sums.digests
    where try digest(of: entry.name, in: box.path) != entry.digest {
      damaged.append(entry.name)
    }
    if box.sums[StationFolder.dataFileName] == nil {
      damaged.append(StationFolder.dataFileName)
    }
    let subfolders = box.sums.subfolders
    // After a power cut the list may still have its temporary name too.
    let listNames = [DigestList.name, DigestList.name.temporarySibling]
    for folder in [""] + subfolders {
      let path = box.path.appending(path: folder)
      guard try fileSystem.isFolder(path) else { continue }
      for name in try fileSystem.names(in: path) {
        let name = folder.appending(path: name)
        guard
          box.sums[name] == nil, !listNames.contains(name),
          !subfolders.contains(name), !damaged.contains(name)
        else { continue }
        damaged.append(name)
      }
    }
    return damaged
  }

  /// Returns the summary of an entry's data file; nil if that is not a regular
  /// file.
  ///
  /// - Throws: ``FileError``.
  package func summary(
    of box: Entry
  ) throws(FileError) -> DataFileSummary? {
    guard
      try fileSystem.isPlainFile(StationFolder.dataFileName, in: box.path)
    else { return nil }
    return try DataFile(
      in: StationFolder(path: box.path), fileSystem: fileSystem
    ).summary()
  }

  /// Returns the digest of a file in a folder; nil if it is not a regular file.
  func digest(
    of name: String, in folder: String
  ) throws(FileError) -> String? {
    guard try fileSystem.isPlainFile(name, in: folder) else { return nil }
    return try SHA256.of(
      fileSystem.open(folder.appending(path: name), for: .reading))
  }

  /// Returns the digest of a file; nil if there is none.
  func digest(of path: String) throws(FileError) -> String? {
    guard try fileSystem.version(path) != nil else { return nil }
    return try SHA256.of(fileSystem.open(path, for: .reading))
  }

  /// Returns the entries archived before a day, according to their names.
  ///
  /// An entry with transactions of that day or later is returned as `younger`:
  /// a wrong clock has named it. One without a day in its name is skipped.
  ///
  /// - Throws: ``FileError``.
  package func boxes(
    before day: LocalTime
  ) throws(FileError) -> (old: [Entry], younger: [Entry]) {
    var (old, younger): ([Entry], [Entry]) = ([], [])
    for box in try boxes() where box.day?.isBefore(day) ?? false {
      let newest = try summary(of: box)?.last
      if newest?.isBefore(day) ?? true {
        old.append(box)
      } else {
        younger.append(box)
      }
    }
    return (old, younger)
  }

  /// Returns the latest time in the archive, from the names of entries and
  /// their transactions; nil if it is empty.
  ///
  /// - Throws: ``FileError``.
  package func newest() throws(FileError) -> LocalTime? {
    var newest: LocalTime?
    for box in try boxes() {
      for time in [box.day, try summary(of: box)?.last].compactMap(\.self)
      where newest?.precedes(time) ?? true {
        newest = time
      }
    }
    return newest
  }
}

extension FolderOperations {
  /// Returns true if a path below a folder is a regular file of the folder's
  /// owner or the user, with no link on the way.
  ///
  /// - Throws: ``FileError``.
  func isPlainFile(
    _ name: String, in folder: String
  ) throws(FileError) -> Bool {
    // The folder itself was named by a person, or checked before.
    guard let top = try entry(at: folder.appending(path: ".")) else {
      return false
    }
    var rest = FilePath(name).components[...]
    var path = FilePath(folder)
    if rest.isEmpty { return false }
    while let part = rest.popFirst() {
      path.append(part)
      let kind: FolderEntry.Kind = rest.isEmpty ? .file : .folder
      guard
        let entry = try entry(at: path.string), entry.kind == kind,
        !entry.isForeign(to: top)
      else { return false }
    }
    return true
  }

  /// Returns true if the path is a folder and not a link.
  func isFolder(_ path: String) throws(FileError) -> Bool {
    try entry(at: path)?.kind == .folder
  }
}

extension FolderEntry {
  /// Returns true if neither the user nor the owner of the folder owns the
  /// entry; root may read everything.
  func isForeign(to folder: FolderEntry) -> Bool {
    let user = geteuid()
    return user != 0 && owner != user && owner != folder.owner
  }
}

extension LocalTime {
  fileprivate func isBefore(_ day: LocalTime) -> Bool {
    precedes(day) && !isSameDay(as: day)
  }
}
