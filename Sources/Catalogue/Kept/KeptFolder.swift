import Circulation

/// The files of the lists that are kept beside a catalogue, as other computers
/// get them.
package struct KeptFolder {
  private let lists: KeptLists
  private let rebuilding: Rebuilding
  private let disk: any FolderOperations

  /// Creates the folder beside the catalogue at a path; nothing is read yet.
  package init(of catalogue: String, on disk: any FolderOperations) {
    lists = KeptLists(of: catalogue, on: disk)
    rebuilding = Rebuilding(of: catalogue, on: disk)
    self.disk = disk
  }

  /// The path of the folder.
  package var path: String { lists.folder }

  /// Keeps other programs from changing the lists until the last reference is
  /// dropped.
  ///
  /// - Throws: ``CatalogueError``, if another program is changing them.
  package func hold() throws(CatalogueError) -> FolderHold {
    try lists.hold()
  }

  /// Returns the names of the files, the oldest list first.
  ///
  /// - Throws: ``FileError``.
  package func names() throws(FileError) -> [String] {
    try lists.names().map(\.fileName)
  }

  /// Returns the path of a file.
  ///
  /// - Throws: ``CatalogueError``, if it is not the name of a list: it came
  ///   from elsewhere.
  package func path(of name: String) throws(CatalogueError) -> String {
    try lists.path(of: listName(name))
  }

  private func listName(
    _ name: String
  ) throws(CatalogueError) -> KeptListName {
    guard !name.contains("/"), let known = KeptListName(name) else {
      throw .keptList(path.appending(path: name), line: nil, .notAList)
    }
    return known
  }

  /// Verifies that a file is a whole list.
  ///
  /// - Throws: ``CatalogueError``.
  package func verify(_ name: String) throws(CatalogueError) {
    let name = try listName(name)
    let list = try KeptList(name, at: lists.path(of: name), on: disk)
    _ = try list.read(
      reducedTo: list.list.level, begin: { _ in }, take: { _ in },
      progress: { _ in })
  }

  /// Returns true for the name of a list of borrowers, their blocks or their
  /// loans, that was imported before a day `YYYY-MM-DD`.
  package static func isOfBorrowers(_ name: String, before day: String) -> Bool
  {
    KeptListName(name).map { Rebuilding.Extent.borrowers(before: day).has($0) }
      ?? false
  }

  /// Returns the names that lists get which come after others: their own, with
  /// a higher number where one is taken.
  package static func names(
    of own: [String], after others: [String]
  ) -> [(old: String, new: String)] {
    var last = others.compactMap { KeptListName($0)?.number }.max() ?? 0
    return own.compactMap { KeptListName($0) }
      .sorted { $0.number < $1.number }
      .map { name in
        last = max(name.number, last + 1)
        let new = KeptListName(number: last, kind: name.kind, day: name.day)
        return (name.fileName, new.fileName)
      }
  }

  /// Puts lists in the place of all others, and makes the catalogue of them.
  ///
  /// If that is interrupted, the catalogue is as it was, and the same call
  /// finishes it.
  ///
  /// - Parameter files: the paths of the lists, by the names that they get.
  /// - Throws: ``CatalogueError``.
  package func replace(
    with files: [String: String]
  ) throws(CatalogueError) {
    var kept: [KeptList] = []
    for (name, path) in files {
      guard let name = KeptListName(name) else {
        throw .keptList(path, line: nil, .notAList)
      }
      kept.append(try KeptList(name, at: path, on: disk))
    }
    kept.sort { $0.name.number < $1.name.number }
    if let other = kept.first(where: { $0.key != kept.first?.key }) {
      throw .otherKey(other.path)
    }
    let names = Set(kept.map(\.name))
    let others = try CatalogueError.ofFile(lists.names)
      .filter { !names.contains($0) }
    guard !kept.isEmpty else { return try rebuilding.remove(others) }
    // What gets a higher number makes room before another gets its name.
    let moved = kept.reversed().filter { $0.path != lists.path(of: $0.name) }
    let old = Set(moved.map(\.path))
    try rebuilding.replace(
      with: kept,
      removing: others.filter { !old.contains(lists.path(of: $0)) },
      naming: { () throws(FileError) in
        for list in moved {
          try disk.rename(list.path, to: lists.path(of: list.name))
        }
        try disk.synchronizeFolder(lists.folder)
      })
  }
}
