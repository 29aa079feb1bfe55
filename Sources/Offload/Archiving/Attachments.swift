import Circulation
import Glibc

/// The files that are archived with those of a station.
package struct Attachments: Hashable, Sendable {
  /// The attachments, in the order in which they are copied.
  package private(set) var files: [Archive.Attachment] = []
  /// The paths left out of folders.
  package private(set) var leftOut: [String] = []
  /// The damaged journals among them, to be removed from the station.
  package let damagedJournals: [String]

  /// Collects the files of kits and reports, and the damaged journals that the
  /// station keeps.
  ///
  /// - Throws: ``FileError``.
  package init(
    of folder: StationFolder, kits: [String], reports: [String],
    disk: any FolderOperations = PosixFileSystem()
  ) throws(FileError) {
    damagedJournals = try disk.names(in: folder.path)
      .filter { $0.hasPrefix(StationFolder.journalName + ".") }
      .map { folder.path.appending(path: $0) }
    for (path, name) in Self.named(kits, "kit") + Self.named(reports, "report")
    {
      let found = try Archive.Attachment.all(at: path, as: name, disk: disk)
      files += found.attachments
      leftOut += found.leftOut
    }
    files += damagedJournals.map {
      Archive.Attachment(path: $0, name: $0.lastName)
    }
  }

  /// Returns the paths with numbered names for their subfolders.
  private static func named(
    _ paths: [String], _ name: String
  ) -> [(path: String, name: String)] {
    paths.enumerated().map { number, path in
      (path, number == 0 ? name : "\(name)-\(number + 1)")
    }
  }
}

extension Archive.Attachment {
  /// Returns the attachments for a path: a file, or the files directly in a
  /// folder.
  ///
  /// Links, pipes, devices, files of other users, and names that a digest list
  /// can't hold are left out of a folder.
  ///
  /// - Parameters:
  ///   - path: the file or folder.
  ///   - name: the subfolder of the entry.
  ///   - disk: the file system to read from.
  /// - Returns: the attachments, and the paths left out.
  /// - Throws: ``FileError``.
  package static func all(
    at path: String, as name: String,
    disk: any FolderOperations = PosixFileSystem()
  ) throws(FileError) -> (
    attachments: [Archive.Attachment], leftOut: [String]
  ) {
    guard try disk.target(of: path) == .folder else {
      return (
        [
          Archive.Attachment(
            path: path, name: name.appending(path: path.lastName))
        ], []
      )
    }
    var (attachments, leftOut): ([Archive.Attachment], [String]) = ([], [])
    for file in try disk.names(in: path) {
      let inner = path.appending(path: file)
      if try disk.isFolder(inner) { continue }
      let newName = name.appending(path: file)
      let isPlain = try disk.isPlainFile(file, in: path)
      if isPlain, DigestList.canHave(newName) {
        attachments.append(Archive.Attachment(path: inner, name: newName))
      } else {
        leftOut.append(inner)
      }
    }
    return (attachments, leftOut)
  }
}

extension ClockWarning {
  /// Returns the reason to suspect the clock when archiving; nil if it is
  /// plausible.
  ///
  /// - Parameters:
  ///   - clock: the clock.
  ///   - latest: the time of the latest transaction, in the clock's zone.
  package init?(_ clock: WallClock, latest: LocalTime?) {
    let fields = clock.now().fields
    // Lines of a data file have no zone.
    let now = LocalTime(
      year: fields.year, month: fields.month, day: fields.day,
      hour: fields.hour, minute: fields.minute)
    guard
      let now,
      let warning = ClockWarning(
        now: now, latest: latest, release: clock.release)
    else { return nil }
    // Archiving late is not suspicious.
    if case .longAfterLastEvent = warning { return nil }
    self = warning
  }
}
