import Circulation

/// The lists that are kept beside a catalogue, which is made of them: a folder
/// with a file for each import.
struct KeptLists {
  /// The path of the folder.
  let folder: String
  private let catalogue: String
  private let disk: any FolderOperations

  /// Creates the kept lists of the catalogue at a path; nothing is read yet.
  init(of catalogue: String, on disk: any FolderOperations) {
    folder = catalogue + ".lists"
    self.catalogue = catalogue
    self.disk = disk
  }

  /// Returns the names of the lists, the oldest first.
  ///
  /// - Throws: ``FileError``.
  func names() throws(FileError) -> [KeptListName] {
    try disk.names(in: folder).compactMap { KeptListName($0) }
      .sorted { $0.number < $1.number }
  }

  /// Returns the path of a list.
  func path(of name: KeptListName) -> String {
    folder.appending(path: name.fileName)
  }

  /// Opens all lists, the oldest first.
  ///
  /// - Throws: ``CatalogueError``.
  func open() throws(CatalogueError) -> [KeptList] {
    let names = try CatalogueError.ofFile(names)
    var lists: [KeptList] = []
    for name in names {
      lists.append(try KeptList(name, at: path(of: name), on: disk))
    }
    return lists
  }

  /// Locks the folder, which is created if needed, and removes what a killed
  /// program left.
  ///
  /// - Throws: ``CatalogueError``, if another program is changing the lists.
  func hold() throws(CatalogueError) -> FolderHold {
    let hold = try CatalogueError.ofFile {
      () throws(FileError) -> FolderHold? in
      try disk.makeFolders(catalogue.folder)
      try disk.makeFolder(folder)
      return try disk.hold(folder: folder)
    }
    guard let hold else { throw .busy(catalogue) }
    try CatalogueError.ofFile { () throws(FileError) in
      _ = try Remains(in: folder, fileSystem: disk).removeFiles()
      for name in try disk.names(in: catalogue.folder) {
        let path = catalogue.folder.appending(path: name)
        guard path.hasPrefix(catalogue.temporarySibling) else { continue }
        _ = try disk.removeUnheld(path)
      }
    }
    return hold
  }

  /// Removes lists.
  ///
  /// - Throws: ``FileError``.
  func remove(_ names: [KeptListName]) throws(FileError) {
    guard !names.isEmpty else { return }
    for name in names { try disk.remove(path(of: name)) }
    try disk.synchronizeFolder(folder)
  }
}

extension CatalogueError {
  /// Runs a body, and throws its error as one of the catalogue.
  static func ofFile<Result>(
    _ body: () throws(FileError) -> Result
  ) throws(CatalogueError) -> Result {
    do throws(FileError) {
      return try body()
    } catch {
      throw .file(error)
    }
  }

  /// Runs a body, and throws its error as one of the catalogue.
  static func ofDatabase<Result>(
    _ body: () throws(DatabaseError) -> Result
  ) throws(CatalogueError) -> Result {
    do throws(DatabaseError) {
      return try body()
    } catch {
      throw .database(error)
    }
  }
}
