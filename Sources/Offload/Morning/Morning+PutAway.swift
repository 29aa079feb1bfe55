import Circulation

// The stations that are at hand: their files are archived, and the morning goes
// on with the copies there.
extension Morning {
  /// Returns the indices of the merged files that stand in the folder of their
  /// station: its lock is there, which no archive has, and no file that was
  /// fetched or brought alone.
  package func stationsAtHand(
    on fileSystem: any FileSystem = PosixFileSystem()
  ) -> [Int] {
    mergedFiles.indices.filter { index in
      let file = mergedFiles[index]
      let lock = StationFolder(path: file.path.folder).lock
      return file.station != nil
        && (try? fileSystem.version(lock)) != nil
    }
  }

  /// Returns the act by which a file is found when it is archived; it is on
  /// disk before that.
  package func act(archiving file: Int) -> Decision.Act {
    .archive(sha256: fix.lines[file].sha256)
  }

  /// Goes on with the copy of a file that is in the archive now.
  package mutating func take(_ file: Int, from path: String) {
    let moved = mergedFiles[file].moved(to: path)
    fix.merge.files[file] = moved
    files[file] = MorningFile(
      moved, files[file].overview, notes: files[file].notes)
  }
}
