import Circulation
import Glibc

extension Archive.Paper {
  /// The files of a folder, not those of the folders in it; a path that is none
  /// of a folder is that of one file.
  ///
  /// What a folder has as a link, a pipe or a device, of another user, or under
  /// a name that no list can have, is left out.
  ///
  /// - Parameters:
  ///   - path: where they are.
  ///   - name: the folder of the box that they go into.
  /// - Returns: the files, and the paths of what is left out.
  /// - Throws: ``FileFailure``.
  package static func all(
    at path: String, as name: String
  ) throws(FileFailure) -> (papers: [Archive.Paper], leftOut: [String]) {
    let disk = PosixFileSystem()
    guard try disk.target(of: path) == .folder else {
      return ([Archive.Paper(path: path, name: name + "/" + path.lastName)], [])
    }
    var (papers, leftOut): ([Archive.Paper], [String]) = ([], [])
    for file in try disk.names(in: path) {
      let inner = path + "/" + file
      if try disk.isFolder(inner) { continue }
      let newName = name + "/" + file
      let isPlain = try disk.isPlainFile(file, in: path)
      if isPlain, DigestList.canHave(newName) {
        papers.append(Archive.Paper(path: inner, name: newName))
      } else {
        leftOut.append(inner)
      }
    }
    return (papers, leftOut)
  }
}

extension ClockDoubt {
  /// What speaks against the clock by which something is put away, or is old.
  ///
  /// - Parameters:
  ///   - clock: the clock.
  ///   - latest: the latest transaction, in the zone of the clock.
  package init?(_ clock: WallClock, latest: LocalTime?) {
    let fields = clock.now().fields
    // Lines of a data file have no zone.
    let now = LocalTime(
      year: fields.year, month: fields.month, day: fields.day,
      hour: fields.hour, minute: fields.minute)
    guard
      let now,
      let doubt = ClockDoubt(now: now, latest: latest, release: clock.release)
    else { return nil }
    // Nothing is wrong with what comes late.
    if case .longAfterLastEvent = doubt { return nil }
    self = doubt
  }
}
