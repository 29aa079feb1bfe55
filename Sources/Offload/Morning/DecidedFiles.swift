import Circulation

/// The files of a morning as decided, one for each desk.
package struct DecidedFiles {
  /// The file of a desk.
  package struct File {
    /// The path of the file.
    package let path: String
    /// The name of the desk; nil if it has none.
    package let desk: String?
    /// The files of stations in it.
    package let sources: [StationFile]
    /// The counts, and the decisions that can't be played: the file was not
    /// written if there are any.
    package let report: Fix.Report
  }

  /// The files, in the order of each desk's first one.
  package private(set) var files: [File] = []

  /// Writes the files of a morning into a folder, each as ``Fix`` does;
  /// returns when they are on disk.
  ///
  /// - Throws: ``CirculationError``; ``FileError``, as ``Fix``.
  package init(
    of morning: Morning, in folder: String,
    fileSystem: any FileSystem = PosixFileSystem()
  ) throws {
    let stations = morning.deskFiles
    var desks: [String?] = []
    for station in stations where !desks.contains(station.desk) {
      desks.append(station.desk)
    }
    for (desk, name) in zip(desks, Kit.names(ofFilesFor: desks)) {
      let sources = stations.filter { $0.desk == desk }
      let path = folder.appending(path: name)
      let report = try Fix(sources, fileSystem: fileSystem)
        .write(morning.decisions, to: path)
      files.append(
        File(path: path, desk: desk, sources: sources, report: report))
    }
  }

  /// True if every file was written.
  package var isWhole: Bool { files.allSatisfy(\.report.faults.isEmpty) }
}
