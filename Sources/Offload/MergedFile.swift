import Circulation
import Foundation

extension Merge {
  /// Writes the lines into a file, in the place of one that may be there: whole
  /// and on disk when the call returns, or not at all.
  ///
  /// - Returns: the conflicts between the files.
  /// - Throws: ``FileFailure``, with `EEXIST` if that would destroy one of the
  ///   files that are read, or the file of a station.
  @discardableResult
  package func write(
    to path: String, progress: Progress = { _, _ in }
  ) throws(FileFailure) -> ConflictFinder {
    try refuse(path)
    var conflicts = ConflictFinder()
    do {
      _ = try fileSystem.replace(path) { file throws(FileFailure) in
        let writer = SideWriter(file)
        try forEachPiece(progress: progress) {
          (line, place) throws(FileFailure) in
          if !place.isContinued {
            conflicts.take(line, file: place.file, number: place.number)
          }
          try writer.append(line)
        }
        try writer.finish()
      }
    } catch {
      // Told is the name that was asked for, unless the other is in the way.
      guard error.path == path + ".new", error.act != .remove else {
        throw error
      }
      throw FileFailure(act: error.act, path: path, code: error.code)
    }
    let folder = (path as NSString).deletingLastPathComponent
    try fileSystem.synchronizeFolder(folder.nonEmpty ?? ".")
    return conflicts
  }

  /// Refuses a file that must not be replaced.
  private func refuse(_ path: String) throws(FileFailure) {
    // The file that becomes it is written under another name first.
    for name in [path, path + ".new"] {
      guard let stamp = try fileSystem.stamp(name) else { continue }
      let isInput = inputs.contains { $0.stamp.isSameFile(as: stamp) }
      guard !isInput, StationFile(path: name).station == nil else {
        throw FileFailure(act: .replace, path: name, code: EEXIST)
      }
    }
    if try fileSystem.stamp(path) != nil {
      // It refuses a folder, a device, and what is someone else's.
      _ = try fileSystem.open(path, for: .writing)
    }
  }
}
