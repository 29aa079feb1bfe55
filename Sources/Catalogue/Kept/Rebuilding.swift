import Circulation

/// The making of a catalogue of the lists that are kept beside it.
package struct Rebuilding {
  /// The lists that are erased from a catalogue.
  package enum Extent: Hashable, Sendable {
    /// All of them: the catalogue itself is removed.
    case all
    /// Those of borrowers, their blocks and their loans, imported before a day
    /// `YYYY-MM-DD`; nil for all of them.
    case borrowers(before: String?)
  }

  private let path: String
  let lists: KeptLists
  let disk: any FolderOperations

  /// Creates the making of the catalogue at a path.
  package init(of path: String, on disk: any FolderOperations) {
    self.path = path
    self.disk = disk
    lists = KeptLists(of: path, on: disk)
  }

  /// Makes the catalogue of all kept lists, whatever is in its place.
  ///
  /// - Parameter progress: takes the bytes that are read, and their number in
  ///   all.
  /// - Returns: the number of lists.
  /// - Throws: ``CatalogueError``; the catalogue is then as it was.
  package func rebuild(
    progress: (Int, Int) -> Void = { _, _ in }
  ) throws(CatalogueError) -> Int {
    let names = try CatalogueError.ofFile(lists.names)
    guard !names.isEmpty else { throw .noKeptLists(path) }
    let hold = try lists.hold()
    defer { withExtendedLifetime(hold) {} }
    let kept = try lists.open()
    try replace(with: kept, removing: [], progress: progress)
    return kept.count
  }

  /// True if lists are kept; only the names of files are read.
  var hasLists: Bool { (try? lists.names())?.isEmpty == false }

  /// Returns true if lists of borrowers from before a day are kept.
  ///
  /// Only the names of files are read.
  package func hasBorrowers(before day: String) -> Bool {
    let names = (try? lists.names()) ?? []
    return names.contains { Extent.borrowers(before: day).has($0) }
  }

  /// Erases lists, and makes the catalogue of the others.
  ///
  /// Nothing of what they alone had is then in a file.
  ///
  /// - Parameters:
  ///   - extent: the lists.
  ///   - progress: takes the bytes that are read, and their number in all.
  /// - Returns: the lists that were erased.
  /// - Throws: ``CatalogueError``.
  package func erase(
    _ extent: Extent, progress: (Int, Int) -> Void = { _, _ in }
  ) throws(CatalogueError) -> [ImportedList] {
    // Without lists beside it, it could be any file.
    if !hasLists { try checkCatalogue() }
    let hold = try lists.hold()
    defer { withExtendedLifetime(hold) {} }
    let kept = try lists.open()
    let erased = kept.filter { extent.has($0.name) }
    let rest = kept.filter { !extent.has($0.name) }
    if rest.isEmpty {
      try remove(erased.map(\.name))
    } else {
      try replace(with: rest, removing: erased.map(\.name), progress: progress)
    }
    return erased.map(\.list)
  }

  /// Makes the catalogue of lists; the others are removed just before it is in
  /// its place, so that it never has less than the lists.
  ///
  /// The lists get their names just before that, if they have others.
  func replace(
    with kept: [KeptList], removing others: [KeptListName],
    naming name: () throws(FileError) -> Void = {},
    progress: (Int, Int) -> Void = { _, _ in }
  ) throws(CatalogueError) {
    var failure: CatalogueError?
    do throws(FileError) {
      _ = try disk.replace(path) { file throws(FileError) in
        do throws(CatalogueError) {
          try build(kept, in: file.path, progress: progress)
        } catch {
          failure = error
          throw FileError(operation: .replace, path: path, code: 0)
        }
        try name()
        try lists.remove(others)
      }
      try disk.synchronizeFolder(path.folder)
    } catch {
      throw failure ?? .file(error)
    }
  }

  private func build(
    _ kept: [KeptList], in file: String, progress: (Int, Int) -> Void
  ) throws(CatalogueError) {
    let builder = try CatalogueError.ofDatabase { () throws(DatabaseError) in
      try CatalogueBuilder(file, key: kept.first?.key ?? .random())
    }
    let all = kept.reduce(0) { $0 + $1.length }
    var done = 0
    for list in kept {
      try builder.add(list, reducedTo: .classes) { progress(done + $0, all) }
      done += list.length
    }
    try CatalogueError.ofDatabase { () throws(DatabaseError) in
      try builder.finish()
    }
  }

  /// Verifies that the file, if there is one, is a catalogue of any version; it
  /// may be damaged.
  private func checkCatalogue() throws(CatalogueError) {
    let idOffset = 68
    let head = try CatalogueError.ofFile { () throws(FileError) -> [UInt8]? in
      guard try disk.version(path) != nil else { return nil }
      return try disk.open(path, for: .reading).bytes(0..<idOffset + 4)
    }
    guard let head else { return }
    let id = head.dropFirst(idOffset).reduce(0) { $0 << 8 | Int($1) }
    guard head.starts(with: Array("SQLite format 3\0".utf8)),
      id == CatalogueSchema.applicationID
    else { throw .notACatalogue(path) }
  }

  /// Removes the catalogue, and then its lists.
  func remove(_ names: [KeptListName]) throws(CatalogueError) {
    try CatalogueError.ofFile { () throws(FileError) in
      if try disk.version(path) != nil {
        try disk.remove(path)
        try disk.synchronizeFolder(path.folder)
      }
      try lists.remove(names)
      if try disk.names(in: lists.folder).isEmpty {
        try disk.removeFolder(lists.folder)
      }
    }
  }
}

extension Rebuilding.Extent {
  /// Returns true if a list with this name is among them.
  func has(_ name: KeptListName) -> Bool {
    switch self {
    case .all: true
    case .borrowers(let day):
      name.kind != .items && name.kind != .sets
        && (day.map { name.day < $0 } ?? true)
    }
  }
}
