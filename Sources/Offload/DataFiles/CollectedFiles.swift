import Circulation
import Glibc

/// The files that a person names, and all files of stations in the folders
/// among them: a stick, or a drive with a folder for each desk.
package struct CollectedFiles {
  /// A folder that was searched.
  package struct Folder: Hashable, Sendable {
    /// The path of the folder.
    package let path: String
    /// The paths of the files found in it, in order.
    package let files: [String]

    /// Creates the result of a search.
    package init(path: String, files: [String]) {
      self.path = path
      self.files = files
    }
  }

  /// The files in the order given, those of a folder by their names.
  package private(set) var files: [StationFile] = []
  /// The folders among them.
  package private(set) var folders: [Folder] = []
  /// The paths of the copies of stations' journals in the folders.
  package private(set) var journalCopies: [String] = []
  /// The errors of folders and files that can't be read, or have no file.
  package private(set) var errors: [FileError] = []

  /// True if they are meant to be those of all desks.
  private(set) var areOfAllDesks: Bool

  private let disk: any FolderOperations
  /// The SHA-256 of the files that are taken from the archives of stations.
  private let archived: Set<String>
  /// The real paths so far: a file that is named, and in a folder too, is taken
  /// once.
  private var taken: Set<String> = []
  /// True if the folder that is searched has a file, taken before or not.
  private var hasFile = false

  /// The number of folders inside each other that are searched.
  private static let maximumDepth = 16

  /// Collects the files; a file is taken as it is named.
  ///
  /// - Parameters:
  ///   - named: the files and folders.
  ///   - areOfAllDesks: true if no desk may be missing, as when a folder is
  ///     named.
  ///   - archived: the SHA-256 of files that may be in the archive of their
  ///     station by now, and are taken from there then.
  ///   - disk: the file system to read from.
  package init(
    _ named: [StationFile], areOfAllDesks: Bool = false,
    archived: Set<String> = [],
    disk: any FolderOperations = PosixFileSystem()
  ) {
    self.disk = disk
    self.archived = archived
    self.areOfAllDesks = areOfAllDesks
    for file in named {
      // An error is reported when the file is opened.
      guard (try? disk.target(of: file.path)) == .folder else {
        take(named: file)
        continue
      }
      self.areOfAllDesks = true
      let (fileCount, errorCount) = (files.count, errors.count)
      hasFile = false
      search(file.path, for: file.desk, depth: 0)
      let found = files[fileCount...].map(\.path)
      folders.append(Folder(path: file.path, files: found))
      if !hasFile, errors.count == errorCount {
        errors.append(
          FileError(
            operation: .open,
            path: file.path.appending(path: StationFolder.dataFileName),
            code: ENOENT))
      }
    }
  }

  private mutating func take(named file: StationFile) {
    let count = files.count
    if file.path.lastName == StationFolder.dataFileName {
      takeArchived(in: file.path.folder, for: file.desk)
    }
    if files.count > count, disk.isAbsent(file.path) { return }
    if let path = disk.realPath(file.path) { taken.insert(path) }
    files.append(file)
  }

  /// Returns the files outside of a folder, for who writes into that one.
  package func outside(_ folder: String) -> CollectedFiles {
    guard let own = disk.realPath(folder) else { return self }
    func isInside(_ path: String) -> Bool {
      disk.realPath(path)?.isInside(own) ?? false
    }
    var others = self
    others.files.removeAll { isInside($0.path) }
    others.journalCopies.removeAll(where: isInside)
    return others
  }

  private mutating func search(
    _ folder: String, for desk: String?, depth: Int
  ) {
    do throws(FileError) {
      let names = try disk.names(in: folder)
      // The lines of a kit are those of other files; who names it means it.
      if depth > 0, names.areOfKit { return }
      let isStation = names.areOfStation
      for name in names where !name.isOfSystem {
        let path = folder.appending(path: name)
        switch try disk.entry(at: path)?.kind {
        case .folder:
          // What is archived has been uploaded.
          if isStation, name == "archive" {
            takeArchived(in: folder, for: desk)
            continue
          }
          if depth < Self.maximumDepth {
            search(path, for: desk, depth: depth + 1)
          }
        case .file: try take(path, for: desk)
        case .link:
          // A link to a folder may lead back.
          if (try? disk.target(of: path)) == .file { try take(path, for: desk) }
        case .other, nil: break
        }
      }
    } catch {
      errors.append(error)
    }
  }

  /// Takes the files that were archived since they were collected first, unless
  /// they were brought back.
  private mutating func takeArchived(in folder: String, for desk: String?) {
    if archived.isEmpty { return }
    let archive = Archive(of: StationFolder(path: folder), fileSystem: disk)
    do throws(FileError) {
      let present = try archive.digest(of: archive.folder.dataFile)
      for box in try archive.boxes() {
        guard
          let digest = box.sums[StationFolder.dataFileName],
          archived.contains(digest), digest != present
        else { continue }
        hasFile = true
        if let real = disk.realPath(box.dataFile), !taken.insert(real).inserted
        {
          continue
        }
        files.append(
          StationFile(path: box.dataFile, desk: desk, fileSystem: disk))
      }
    } catch {
      errors.append(error)
    }
  }

  private mutating func take(
    _ path: String, for desk: String?
  ) throws(FileError) {
    if StationFolder.isJournalCopy(path.lastName) {
      return journalCopies.append(path)
    }
    do throws(FileError) {
      let isNamed =
        path.lastName.lowercased() == StationFolder.dataFileName.lowercased()
      if !isNamed, try !disk.isLikeDataFile(path) { return }
      hasFile = true
      if let real = disk.realPath(path), !taken.insert(real).inserted {
        return
      }
      files.append(StationFile(path: path, desk: desk, fileSystem: disk))
    } catch {
      // The others are collected.
      errors.append(error)
    }
  }
}

extension FolderOperations {
  /// Returns true if there is certainly nothing at a path.
  fileprivate func isAbsent(_ path: String) -> Bool {
    do throws(FileError) {
      return try target(of: path) == nil
    } catch {
      // It is reported when the file is opened.
      return false
    }
  }
}

extension FileSystem {
  /// Returns true if the beginning of a file has a transaction, or is in the
  /// format of another library system.
  fileprivate func isLikeDataFile(_ path: String) throws(FileError) -> Bool {
    let start = try openInput(path).bytes(0..<ForeignFile.sampleSize)
    if let foreign = ForeignFile(beginning: start) {
      return foreign.isOfLibrarySystem
    }
    return start.split(whereSeparator: { $0 == 0x0a || $0 == 0x0d })
      .contains { (try? DataFormat.transaction(in: Array($0).span)) != nil }
  }
}

extension ForeignFile {
  /// True if another library system's desk may have recorded it in the outage.
  fileprivate var isOfLibrarySystem: Bool {
    switch self {
    case .koha, .evergreen, .sierra, .pmb, .destiny, .polaris: true
    default: false
    }
  }
}

extension [String] {
  /// True for the names in a kit.
  fileprivate var areOfKit: Bool {
    contains(Kit.Name.transactions) && contains(DigestList.name)
  }

  /// True for the names in a station's folder.
  fileprivate var areOfStation: Bool {
    contains(StationFolder.journalName) || contains(StationFolder.dataFileName)
      || contains(StationFolder.lockName)
  }
}

extension String {
  /// True for a name that belongs to the system: hidden, or a wastebasket.
  fileprivate var isOfSystem: Bool {
    hasPrefix(".") || hasPrefix("$")
      || ["lost+found", "System Volume Information"].contains(self)
  }
}
