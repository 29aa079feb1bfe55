import Circulation
import Glibc

/// The archive of uploaded files, in the folder `archive` of a station.
///
/// Each archiving makes an entry, a folder named after the day and the desk:
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
  let fileSystem: any FolderOperations

  /// Creates the archive of a station; its folder may not exist yet.
  package init(
    of folder: StationFolder,
    fileSystem: any FolderOperations = PosixFileSystem()
  ) {
    self.folder = folder
    self.fileSystem = fileSystem
  }

  /// An entry of the archive.
  package struct Entry: Hashable, Sendable {
    /// The name of its folder: the day as `YYYY-MM-DD`, and the desk.
    package let name: String
    /// The path of its folder.
    package let path: String
    /// The list of digests; empty if there is none, since archiving was
    /// interrupted or the entry partly erased.
    package let sums: DigestList

    /// True if archiving it was completed.
    package var isWhole: Bool { !sums.digests.isEmpty }

    /// The start of the day it was archived; nil if its name has no day.
    package var day: LocalTime? {
      let parts = name.prefix(10).split(separator: "-").compactMap { Int($0) }
      guard parts.count == 3 else { return nil }
      return LocalTime(
        year: parts[0], month: parts[1], day: parts[2], hour: 0, minute: 0)
    }

    /// The path of its data file.
    package var dataFile: String { StationFolder(path: path).dataFile }
    /// The path of its journal.
    var journal: String { StationFolder(path: path).journal }
  }

  /// An attachment: a file that is archived with those of the station.
  package struct Attachment: Hashable, Sendable {
    /// The path of the file.
    package let path: String
    /// The path within the entry, below `kit/` for files of the kit.
    package let name: String

    /// Creates an attachment.
    package init(path: String, name: String) {
      self.path = path
      self.name = name
    }
  }

  // MARK: Erasing

  /// Erases an entry; returns when that is on disk.
  ///
  /// The digest list is removed first, so that a partly erased entry counts as
  /// incomplete.
  ///
  /// - Throws: ``FileError``.
  package func erase(_ box: Entry) throws(FileError) {
    let path = folder.archive.appending(path: box.name)
    // An interrupted erasure of borrowers leaves two.
    for path in [path.temporarySibling, path] { try remove(path) }
    try fileSystem.synchronizeFolder(folder.archive)
  }

  /// Removes a folder of the archive with all its files, the digest list first.
  ///
  /// - Throws: ``FileError``.
  func remove(_ path: String) throws(FileError) {
    guard try fileSystem.version(path) != nil else { return }
    try fileSystem.setReadOnly(false, path)
    let names = try fileSystem.names(in: path)
    for name in names.filter({ $0 == DigestList.name })
      + names.filter({ $0 != DigestList.name })
    {
      let inner = path.appending(path: name)
      do {
        try fileSystem.remove(inner)
        // A list on disk means that all other files are there too.
        if name == DigestList.name { try fileSystem.synchronizeFolder(path) }
      } catch  where error.code == EISDIR {
        try remove(inner)
      }
    }
    try fileSystem.removeFolder(path)
  }
}
