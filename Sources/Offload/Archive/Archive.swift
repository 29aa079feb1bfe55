import Circulation
import Glibc

/// What was uploaded and put away, in the folder `archive` of a station's files.
///
/// It has a box for each time, a folder named by the day and the desk:
///
/// ```
/// archive/2026-11-22-Central/OffCirc.dat      as it was uploaded
///                            OffCirc.journal  of the same days
///                            kit/…            that it was uploaded with
///                            …                reports and worklists
///                            SHA256SUMS       of them all, written last
/// ```
package struct Archive {
  /// The station's folder.
  package let folder: StationFolder
  let fileSystem: any FolderSystem

  /// The archive of a station; its folder need not be there.
  package init(
    of folder: StationFolder, fileSystem: any FolderSystem = PosixFileSystem()
  ) {
    self.folder = folder
    self.fileSystem = fileSystem
  }

  /// One folder of the archive.
  package struct Box: Hashable, Sendable {
    /// The name of the folder: the day, `YYYY-MM-DD`, and the desk.
    package let name: String
    /// Where the folder is.
    package let path: String
    /// What is in it, by the list of digests; empty if there is none, since it
    /// was never filled to the end, or erased only in part.
    package let sums: DigestList

    /// Whether it was filled to the end.
    package var isWhole: Bool { !sums.digests.isEmpty }

    /// The midnight of the day it was filled; nil if it is not named by one.
    package var day: LocalTime? {
      let parts = name.prefix(10).split(separator: "-").compactMap { Int($0) }
      guard parts.count == 3 else { return nil }
      return LocalTime(
        year: parts[0], month: parts[1], day: parts[2], hour: 0, minute: 0)
    }

    /// The data file in it.
    package var dataFile: String { StationFolder(path: path).dataFile }
    fileprivate var journal: String { StationFolder(path: path).journal }
  }

  /// A file that goes into a box beside those of the station.
  package struct Paper: Hashable, Sendable {
    /// Where it is.
    package let path: String
    /// What it is called in the box, after `kit/` for what is of the kit.
    package let name: String

    /// A file, under a name.
    package init(path: String, name: String) {
      self.path = path
      self.name = name
    }
  }

  // MARK: Putting away

  /// Puts `OffCirc.dat` and its journal away, with other papers; returns when
  /// that is on disk.
  ///
  /// The caller holds the folder. All of it is in the box, on disk and read
  /// again, before `OffCirc.dat` is removed: killed before that, nothing has
  /// changed at the station; killed after it, what is left to do is the fresh
  /// journal, with the station's id and the next number. The next call goes on
  /// with a box that holds what the station holds.
  ///
  /// - Parameters:
  ///   - desk: The desk's name, for the name of the box; may be empty.
  ///   - papers: What else goes into it.
  ///   - time: The day that the box is named by.
  /// - Returns: the box.
  /// - Throws: ``ArchiveError`` if that can't be; ``FileFailure``. Nothing has
  ///   changed then, unless it is ``ArchiveError/unfinished(box:_:)``.
  package func putAway(
    desk: String, papers: [Paper], at time: LocalTime
  ) throws -> Box {
    let journal = try JournalReader.replay(
      path: folder.journal, fileSystem: fileSystem)
    if let journal {
      let unsaved = try journal.unsaved(
        beyond: DataFile(in: folder, fileSystem: fileSystem))
      guard unsaved.isEmpty else {
        throw ArchiveError.unsaved(count: unsaved.count)
      }
    }
    let stamp = try fileSystem.stamp(folder.dataFile)
    let box: Box
    if let begun = try begunBox(with: papers) {
      box = begun
    } else {
      guard stamp?.length ?? 0 > 0 else {
        throw ArchiveError.nothingThere(path: folder.dataFile)
      }
      box = try fill(name(for: desk, at: time), with: papers)
    }
    guard try fileSystem.stamp(folder.dataFile) == stamp else {
      throw ArchiveError.changed(path: folder.dataFile)
    }
    if stamp != nil { try fileSystem.remove(folder.dataFile) }
    do {
      if stamp != nil { try fileSystem.synchronizeFolder(folder.path) }
      if let journal {
        try Journal.beginAnew(
          in: folder, after: journal, archive: box.name, at: time,
          fileSystem: fileSystem)
      }
      try close(box)
    } catch {
      throw ArchiveError.unfinished(box: box.path, error)
    }
    return box
  }

  /// A box that holds the station's journal as it is now, the papers, and
  /// `OffCirc.dat` unless that is gone: it was filled by a call that was cut
  /// short, or brought back.
  private func begunBox(with papers: [Paper]) throws(FileFailure) -> Box? {
    guard let journal = try digest(of: folder.journal) else { return nil }
    let dataFile = try digest(of: folder.dataFile)
    for box in try boxes()
    where box.sums[StationFolder.journalName] == journal
      && (dataFile ?? box.sums[StationFolder.dataFileName])
        == box.sums[StationFolder.dataFileName]
    {
      guard try holds(papers, box), try damage(in: box).isEmpty else {
        continue
      }
      return box
    }
    return nil
  }

  private func holds(
    _ papers: [Paper], _ box: Box
  ) throws(FileFailure) -> Bool {
    for paper in papers
    where try digest(of: paper.path) != box.sums[paper.name] {
      return false
    }
    return true
  }

  /// A name that no box has but one that a call which was cut short has left.
  private func name(
    for desk: String, at time: LocalTime
  ) throws(FileFailure) -> String {
    let base = [String(time.iso8601.prefix(10)), desk.asFileName]
      .filter { !$0.isEmpty }.joined(separator: "-")
    var name = base
    var number = 1
    while try !isRemainder(folder.archive + "/" + name) {
      number += 1
      name = "\(base)-\(number)"
    }
    return name
  }

  /// Whether there is nothing, or only what a call that was cut short has left:
  /// beginnings of what the station still has, and no list.
  private func isRemainder(_ path: String) throws(FileFailure) -> Bool {
    let names: [String]
    do throws(FileFailure) {
      guard try fileSystem.stamp(path) != nil else { return true }
      names = try fileSystem.names(in: path)
    } catch  where [ENOTDIR, ELOOP].contains(error.code) {
      return false
    }
    guard !names.contains(DigestList.name) else { return false }
    if names.isEmpty { return true }
    // It is filled in this order.
    guard
      try isBeginning(
        path + "/" + StationFolder.dataFileName, of: folder.dataFile)
    else { return false }
    return try isBeginning(
      path + "/" + StationFolder.journalName, of: folder.journal)
  }

  private func isBeginning(
    _ path: String, of other: String
  ) throws(FileFailure) -> Bool {
    guard try fileSystem.stamp(path) != nil else { return true }
    guard try fileSystem.stamp(other) != nil else { return false }
    let file = try fileSystem.open(path, for: .reading)
    let whole = try fileSystem.open(other, for: .reading)
    let length = try file.length()
    guard try length <= whole.length() else { return false }
    return try file.commonLength(with: whole, before: length) == length
  }

  private func fill(
    _ name: String, with papers: [Paper]
  ) throws -> Box {
    // Before anything is written: a report may be on a stick that is not there.
    for paper in papers {
      _ = try fileSystem.open(paper.path, for: .reading)
    }
    let path = folder.archive + "/" + name
    do {
      return try write(name, at: path, with: papers)
    } catch {
      // Who borrowed what must not lie about in half a box; where it can't be
      // removed, the listing tells of it, and the next call removes it.
      try? remove(path)
      throw error
    }
  }

  private func write(
    _ name: String, at path: String, with papers: [Paper]
  ) throws -> Box {
    try remove(path)
    try fileSystem.makeFolder(folder.archive)
    try fileSystem.synchronizeFolder(folder.path)
    try fileSystem.makeFolder(path)
    try fileSystem.synchronizeFolder(folder.archive)
    var own = [Paper(path: folder.dataFile, name: StationFolder.dataFileName)]
    if try fileSystem.stamp(folder.journal) != nil {
      own.append(Paper(path: folder.journal, name: StationFolder.journalName))
    }
    var list = DigestList()
    for paper in own + papers {
      if let slash = paper.name.lastIndex(of: "/") {
        try fileSystem.makeFolder(path + "/" + paper.name[..<slash])
      }
      list[paper.name] = try copy(paper.path, to: path + "/" + paper.name)
    }
    for subfolder in list.subfolders {
      try fileSystem.synchronizeFolder(path + "/" + subfolder)
    }
    // Before the list, so that where there is one there are all the others.
    try fileSystem.synchronizeFolder(path)
    let bytes = list.bytes
    _ = try fileSystem.replace(path + "/" + DigestList.name) {
      file throws(FileFailure) in try file.write(bytes.span, at: 0)
    }
    try fileSystem.synchronizeFolder(path)
    return Box(name: name, path: path, sums: list)
  }

  /// Copies a file, and reads the copy again.
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

  /// Lets nothing in the box be changed any more.
  private func close(_ box: Box) throws(FileFailure) {
    let names = box.sums.digests.map(\.name) + [DigestList.name]
    for name in names + box.sums.subfolders {
      try fileSystem.setReadOnly(true, box.path + "/" + name)
    }
    try fileSystem.setReadOnly(true, box.path)
  }

  // MARK: Bringing back

  /// Brings back what a box holds; the box stays.
  ///
  /// That is `OffCirc.dat`, and the journal if nothing has happened at the
  /// station since it was put away.
  ///
  /// The caller holds the folder.
  ///
  /// - Returns: whether the journal was brought back too.
  /// - Throws: ``ArchiveError``; ``FileFailure``.
  @discardableResult
  package func restore(_ box: Box) throws -> Bool {
    guard box.isWhole else { throw ArchiveError.notWhole(name: box.name) }
    let damaged = try damage(in: box)
    guard damaged.isEmpty else {
      throw ArchiveError.damaged(name: box.name, files: damaged)
    }
    let present = try digest(of: folder.dataFile)
    guard present == nil || present == box.sums[StationFolder.dataFileName]
    else {
      throw ArchiveError.inTheWay(path: folder.dataFile)
    }
    let live = try JournalReader.replay(
      path: folder.journal, fileSystem: fileSystem)
    if present == nil {
      try bringBack(box.dataFile, to: folder.dataFile)
    }
    let isFresh = live.map { $0.freshAfter == box.name } ?? true
    guard isFresh, box.sums[StationFolder.journalName] != nil else {
      return false
    }
    try bringBack(box.journal, to: folder.journal)
    return true
  }

  private func bringBack(
    _ path: String, to newPath: String
  ) throws(FileFailure) {
    let file = try fileSystem.open(path, for: .reading)
    let length = try file.length()
    _ = try fileSystem.replace(newPath) { copy throws(FileFailure) in
      try file.copyBytes(0..<length, to: copy)
    }
    try fileSystem.synchronizeFolder(folder.path)
  }

  // MARK: Erasing

  /// Erases a box; returns when that is on disk.
  ///
  /// The list of digests goes first: what is left of a box that is erased in
  /// part is told to be none.
  package func erase(_ box: Box) throws(FileFailure) {
    try remove(box.path)
    try fileSystem.synchronizeFolder(folder.archive)
  }

  private func remove(_ path: String) throws(FileFailure) {
    guard try fileSystem.stamp(path) != nil else { return }
    try fileSystem.setReadOnly(false, path)
    let names = try fileSystem.names(in: path)
    for name in names.filter({ $0 == DigestList.name })
      + names.filter({ $0 != DigestList.name })
    {
      let inner = path + "/" + name
      do {
        try fileSystem.remove(inner)
      } catch  where error.code == EISDIR {
        try remove(inner)
      }
    }
    try fileSystem.removeFolder(path)
  }
}
