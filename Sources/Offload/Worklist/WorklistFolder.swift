import Circulation
import Glibc
import Tables

/// The folder of a worklist in all its formats.
///
/// Written under a hidden name, synced, then renamed: after an interruption
/// there is never part of a worklist.
package struct WorklistFolder {
  /// The path of the folder.
  package let path: String
  private let fileSystem: any FolderOperations

  /// Creates a folder value; nothing is written yet.
  package init(
    path: String, fileSystem: any FolderOperations = PosixFileSystem()
  ) {
    self.path = path.withoutExtraSlashes
    self.fileSystem = fileSystem
  }

  private static let names = [
    "worklist.txt", "worklist.html", "worklist.csv", "worklist.json",
    "items.csv", "users.csv", "not-for-loan.csv",
  ]

  /// Verifies that the path is free of files that a person may have edited, and
  /// that its parent folder exists.
  ///
  /// - Throws: ``CirculationError/inTheWay(path:)``; ``FileError``.
  package func refuseOld() throws {
    guard try fileSystem.version(path) != nil else {
      // In place of an unmounted drive, nobody would look for it.
      return try fileSystem.synchronizeFolder(path.folder)
    }
    // These folders can't be replaced by a rename.
    guard ![".", ".."].contains(path.lastName), path != "/",
      let names = try folderNames(of: path)
    else { throw CirculationError.inTheWay(path: path) }
    if let old = Self.names.first(where: names.contains) {
      throw CirculationError.inTheWay(path: path.appending(path: old))
    }
    guard names.isEmpty else { throw CirculationError.inTheWay(path: path) }
  }

  /// Writes the folder with all files, atomically; empty lists are left out.
  ///
  /// The file of corrected lines, to which the list refers, is written with it,
  /// or neither is.
  ///
  /// - Returns: the names of the files.
  /// - Throws: ``CirculationError/inTheWay(path:)``, and nothing was written
  ///   then; ``FileError``.
  package func write(
    _ worklist: Worklist, as document: Document,
    _ words: any WorklistWords & RehearsalWords, beside retry: RetryFile? = nil
  ) throws -> [String] {
    try refuseOld()
    let set = { (head: String, numbers: [String]) in
      numbers.isEmpty ? "" : ([head] + numbers).map { CSV.row([$0]) }.joined()
    }
    let contents = [
      document.text, document.html,
      worklist.table(words), worklist.json(words),
      set("Barcode", worklist.itemsToNote),
      set("Primary identifier", worklist.usersToContact),
      set("Barcode", worklist.itemsNotForLoan),
    ]
    let files = zip(Self.names, contents).filter { !$1.isEmpty }
    let new = try claim()
    var hasRetry = false
    do {
      try fill(new.path, with: files)
      if let retry {
        // After an interruption here, the same command finds both.
        hasRetry = try !(new.wasBegun && retry.has(worklist.retry))
        if hasRetry { try retry.write(worklist.retry) }
      }
      try putInPlace(new.path)
    } catch {
      if hasRetry { retry?.takeBack() }
      try? remove(new.path)
      throw (error as? FileError)?.moved(from: new.path, to: path) ?? error
    }
    try fileSystem.synchronizeFolder(path.folder)
    withExtendedLifetime(new.hold) {}
    return files.map(\.0)
  }

  /// True if there is an unfinished worklist at the hidden path.
  package var isBegun: Bool {
    guard let names = try? folderNames(of: path.temporarySibling) else {
      return false
    }
    return names.allSatisfy(Self.names.contains)
  }

  // MARK: Under its hidden name

  private struct New {
    let path: String
    let hold: FolderHold
    let wasBegun: Bool
  }

  /// Creates or takes over a hidden folder that no other program holds.
  ///
  /// - Throws: ``FileError``.
  private func claim() throws -> New {
    for path in [path.temporarySibling, path.anotherTemporarySibling] {
      let wasThere = try hasAnything(path)
      if !wasThere { try fileSystem.makeFolder(path) }
      guard let names = try folderNames(of: path),
        names.allSatisfy(Self.names.contains),
        let hold = try fileSystem.hold(folder: path)
      else { continue }
      for name in names { try fileSystem.remove(path.appending(path: name)) }
      return New(path: path, hold: hold, wasBegun: wasThere)
    }
    throw FileError(operation: .createFolder, path: path, code: EBUSY)
  }

  private func fill(
    _ path: String, with files: [(String, String)]
  ) throws(FileError) {
    // Synced first: if the corrected lines are found later, so is this folder.
    try fileSystem.synchronizeFolder(path.folder)
    for (name, content) in files {
      let file = try fileSystem.open(path.appending(path: name), for: .creating)
      try file.append(Array(content.utf8).span)
      try file.synchronize()
    }
    try fileSystem.synchronizeFolder(path)
  }

  private func putInPlace(_ newPath: String) throws {
    do {
      // Replaces an empty folder; fails for any other.
      try fileSystem.rename(newPath, to: path)
    } catch {
      guard [EEXIST, ENOTEMPTY, ENOTDIR].contains(error.code) else {
        throw error
      }
      throw CirculationError.inTheWay(path: path)
    }
  }

  private func remove(_ path: String) throws(FileError) {
    for name in try fileSystem.names(in: path) where Self.names.contains(name) {
      try fileSystem.remove(path.appending(path: name))
    }
    try fileSystem.removeFolder(path)
  }

  /// Returns the names in a folder; nil if it is not a folder.
  private func folderNames(of path: String) throws(FileError) -> [String]? {
    do throws(FileError) {
      guard try fileSystem.version(path) != nil else { return nil }
      return try fileSystem.names(in: path)
    } catch {
      guard [ENOTDIR, ELOOP].contains(error.code) else { throw error }
      return nil
    }
  }

  private func hasAnything(_ path: String) throws(FileError) -> Bool {
    do throws(FileError) {
      return try fileSystem.version(path) != nil
    } catch {
      guard error.code == ELOOP else { throw error }
      return true
    }
  }

  // MARK: What was left

  /// Removes unfinished worklists in a folder that no program holds.
  ///
  /// - Returns: the paths removed.
  /// - Throws: ``FileError``.
  package static func removeRemains(
    in folder: String, fileSystem: any FolderOperations = PosixFileSystem()
  ) throws(FileError) -> [String] {
    var removed: [String] = []
    for path in try Remains(in: folder, fileSystem: fileSystem).paths() {
      let old = WorklistFolder(path: path, fileSystem: fileSystem)
      guard let names = try old.folderNames(of: path), !names.isEmpty,
        names.allSatisfy(Self.names.contains),
        let hold = try? fileSystem.hold(folder: path)
      else { continue }
      try old.remove(path)
      withExtendedLifetime(hold) {}
      removed.append(path)
    }
    return removed
  }
}
