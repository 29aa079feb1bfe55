import Algorithms
import Circulation
import Glibc

/// A file like `OffCirc.dat`, with its desk and, if known, its station.
package struct StationFile: Hashable, Sendable {
  /// The path of the file.
  package let path: String
  /// The name of the library system's circulation desk, as given by the user;
  /// nil if not given.
  package let desk: String?
  /// The id of the station that wrote the file, from the journal next to a file
  /// named `OffCirc.dat`; nil if there is none.
  package let station: String?

  /// Creates a file from its path, and looks for its station.
  package init(
    path: String, desk: String? = nil,
    fileSystem: any FileSystem = PosixFileSystem()
  ) {
    let isOwn = path.lastName == StationFolder.dataFileName
    let folder = StationFolder(path: path.folder)
    self.init(
      path: path, desk: desk,
      station: isOwn
        ? JournalReader.station(of: folder, fileSystem: fileSystem) : nil)
  }

  init(path: String, desk: String?, station: String?) {
    self.path = path
    self.desk = desk
    self.station = station
  }

  /// Parses a file argument of the command line.
  ///
  /// It is `PATH`, or `DESK=PATH` if no file has that name as a whole. A blank
  /// desk counts as none.
  package init(
    argument: String, disk: any FolderOperations = PosixFileSystem()
  ) {
    guard
      !Self.mayBeThere(argument, disk),
      let sign = argument.firstIndex(of: "="), sign > argument.startIndex
    else {
      self.init(path: argument, fileSystem: disk)
      return
    }
    self.init(
      path: String(argument[argument.index(after: sign)...]),
      desk: String(argument[..<sign]).trimmingWhitespace.nonEmpty,
      fileSystem: disk)
  }

  /// Returns the file as one of a desk, unless it names another or the desk is
  /// blank.
  package func assigned(to desk: String) -> StationFile {
    guard self.desk == nil, let desk = desk.trimmingWhitespace.nonEmpty else {
      return self
    }
    return StationFile(path: path, desk: desk, station: station)
  }

  /// Returns the file as one of a desk, whatever desk it names.
  package func named(_ desk: String) -> StationFile {
    StationFile(path: path, desk: desk.trimmingWhitespace, station: station)
  }

  /// Returns the file as it is found at another path, from the same station.
  func moved(to path: String) -> StationFile {
    StationFile(path: path, desk: desk, station: station)
  }

  /// Returns true if the file is in the archive of its station.
  func isArchived(_ fileSystem: any FileSystem) -> Bool {
    // What can't be read is reported by who archives it.
    station != nil
      && (try? fileSystem.version(
        path.folder.appending(path: DigestList.name))) != nil
  }

  /// Reads the files of the station next to this one; nil if there is no
  /// station: a file brought alone has no journal.
  ///
  /// - Throws: ``CirculationError``; ``FileError``.
  package func stationReading(
    keepingSaved keepsSaved: Bool = false,
    fileSystem: any FileSystem = PosixFileSystem()
  ) throws -> StationReading? {
    guard path.lastName == StationFolder.dataFileName else { return nil }
    let reading = try StationReading(
      of: StationFolder(path: path.folder), keepingSaved: keepsSaved,
      fileSystem: fileSystem)
    let hasJournal = reading.replay != nil
    return hasJournal || reading.health.traces.contains(.lock) ? reading : nil
  }

  /// Returns true unless the path certainly names nothing; other errors are
  /// reported when it is opened.
  private static func mayBeThere(
    _ path: String, _ disk: any FolderOperations
  ) -> Bool {
    do throws(FileError) {
      return try disk.target(of: path) != nil
    } catch {
      return ![ENOTDIR, ENAMETOOLONG].contains(error.code)
    }
  }
}

extension String {
  /// The text without leading and trailing whitespace.
  package var trimmingWhitespace: String {
    String(trimming(while: \.isWhitespace))
  }

  var nonEmpty: String? { isEmpty ? nil : self }
}
