import Circulation

/// A catalogue that is being made of the kept lists, and of a list that joins
/// them.
final class CatalogueDraft {
  let lists: KeptLists
  private let path: String
  let disk: any FolderOperations
  private let file: any OpenFile
  let request: ListImport.Request
  private var builder: CatalogueBuilder?
  private var writer: KeptListWriter?
  private var name: KeptListName?
  /// The columns of the new list's files.
  private(set) var layouts: [ListLayout] = []
  /// The lists before the new one.
  private(set) var kept: [KeptList] = []
  /// Those that the new one replaces.
  var replaced: [Replaced] = []
  /// The lists that are above the level of the new one.
  private var reducible: [KeptList] = []

  /// Creates a draft of the catalogue at a path, in another file; nothing is
  /// written yet.
  init(
    of path: String, in file: any OpenFile, _ request: ListImport.Request,
    on disk: any FolderOperations
  ) {
    self.path = path
    self.file = file
    self.request = request
    self.disk = disk
    lists = KeptLists(of: path, on: disk)
  }

  /// The key of the digests, once records have begun.
  var key: NumberDigest.Key { begun.key }

  var begun: CatalogueBuilder {
    guard let builder else { preconditionFailure("no list has begun") }
    return builder
  }

  // MARK: The new list

  /// Begins records of the new list.
  ///
  /// - Throws: ``CatalogueError``.
  func begin(_ columns: ListColumns) throws(CatalogueError) {
    let layout = ListLayout(
      columns.kind, request.rules.level, fields: Set(columns.fields.values))
    if name == nil { try open(columns.kind) }
    layouts.append(layout)
    begun.begin(name?.number ?? 1, layout)
    writer?.begin(layout)
  }

  /// Makes the catalogue without the new list, and the file of that list.
  private func open(_ kind: ListKind) throws(CatalogueError) {
    kept = try lists.open()
    let level = request.rules.level
    if kind == .borrowers { reducible = kept.filter { $0.isAbove(level) } }
    let known = try knownLists()
    for list in known ?? []
    where !kept.contains(where: { $0.list.id == list.id }) {
      throw .keptListMissing(lists.path(of: KeptListName(list)))
    }
    let isCurrent =
      known?.map(\.id) == kept.map(\.list.id)
      && known?.map(\.level) == kept.map(\.list.level)
    if isCurrent, reducible.isEmpty {
      try CatalogueError.ofFile { () throws(FileError) in
        let old = try disk.open(path, for: .reading)
        try old.copyBytes(0..<old.length(), to: file)
      }
    }
    let key = kept.first?.key ?? .random()
    let builder = try CatalogueError.ofDatabase { () throws(DatabaseError) in
      try CatalogueBuilder(file.path, key: key)
    }
    self.builder = builder
    if !isCurrent || !reducible.isEmpty {
      for list in kept {
        try builder.add(
          list, reducedTo: reducible.isEmpty ? .classes : level)
      }
    }
    let list = described(kind, (kept.last?.list.id ?? 0) + 1, rowCount: 0)
    let name = KeptListName(list)
    self.name = name
    guard !request.isPreview else { return }
    writer = try CatalogueError.ofFile { () throws(FileError) in
      try KeptListWriter(lists.path(of: name), list, builder.key, on: disk)
    }
  }

  /// Returns the lists in the present file; nil if there is none.
  private func knownLists() throws(CatalogueError) -> [ImportedList]? {
    let version = try CatalogueError.ofFile { () throws(FileError) in
      try disk.version(path)
    }
    return try version == nil ? nil : Catalogue(path).lists()
  }

  private func described(
    _ kind: ListKind, _ number: Int, rowCount: Int
  ) -> ImportedList {
    ImportedList(
      id: number, kind: kind, files: request.sources.map(\.path.lastName),
      digest: request.sources.map(\.digest).joined(separator: " "),
      rowCount: rowCount, exported: request.exported,
      imported: request.imported, level: request.rules.level,
      isComplete: request.isComplete)
  }

  /// Adds a record to the catalogue.
  ///
  /// - Throws: ``CatalogueError``.
  func add(
    _ record: ListRecord
  ) throws(CatalogueError) -> CatalogueBuilder.Outcome {
    try CatalogueError.ofDatabase { () throws(DatabaseError) in
      try begun.add(record)
    }
  }

  /// Keeps a record that was added.
  ///
  /// - Throws: ``CatalogueError``.
  func keep(_ record: ListRecord) throws(CatalogueError) {
    try CatalogueError.ofFile { () throws(FileError) in
      try writer?.add(record)
    }
  }

  /// Returns the number of records that the new list does not have, and of all
  /// that were known before it.
  ///
  /// - Throws: ``CatalogueError``.
  func missing(
    of kind: ListKind
  ) throws(CatalogueError) -> (gone: Int, known: Int) {
    try CatalogueError.ofDatabase { () throws(DatabaseError) in
      try begun.missing(of: kind)
    }
  }

  /// Returns the titles of the new list of sets that no item has.
  ///
  /// - Throws: ``CatalogueError``.
  func titlesWithoutCopy() throws(CatalogueError) -> [ClassTitle] {
    try CatalogueError.ofDatabase { () throws(DatabaseError) in
      try begun.titlesWithoutCopy()
    }
  }

  /// Ends the new list, and makes the file whole.
  ///
  /// - Throws: ``CatalogueError``.
  func end(_ kind: ListKind, rowCount: Int) throws(CatalogueError) {
    let list = described(kind, name?.number ?? 1, rowCount: rowCount)
    try CatalogueError.ofDatabase { () throws(DatabaseError) in
      if request.isComplete { try begun.markMissing(of: kind) }
      try begun.end(list)
    }
    // Lists that lose something to a lower level are another import's.
    if !request.isPreview, reducible.isEmpty { try findReplaced(by: list) }
    try CatalogueError.ofDatabase { () throws(DatabaseError) in
      try begun.finish()
    }
    // The file is closed, and has all that was written.
    builder = nil
  }

  // MARK: The kept lists

  /// Keeps the new list, and reduces those that are above its level: what is
  /// left is to put the catalogue in its place.
  ///
  /// - Returns: the number of lists that are reduced.
  /// - Throws: ``CatalogueError``.
  func keep() throws(CatalogueError) -> Int {
    guard let writer else { return 0 }
    try CatalogueError.ofFile { () throws(FileError) in try writer.end() }
    for list in reducible { try reduce(list) }
    try CatalogueError.ofFile { () throws(FileError) in try writer.keep() }
    return reducible.count
  }

  private func reduce(_ list: KeptList) throws(CatalogueError) {
    let head = list.list.reduced(to: request.rules.level, rowCount: 0)
    try list.rewrite(as: head, on: disk) { $0 }
  }

  /// Removes the new list again, if the catalogue could not be put in its
  /// place.
  func forget() {
    guard let name, !request.isPreview else { return }
    try? lists.remove([name])
  }
}

extension KeptList {
  /// True if it has more of borrowers than a level keeps.
  fileprivate func isAbove(_ level: PrivacyLevel) -> Bool {
    list.kind.isOfBorrowers && list.level > level
  }
}

extension CatalogueBuilder {
  /// Adds all of a kept list.
  ///
  /// - Parameters:
  ///   - list: the list.
  ///   - level: the level that is kept.
  ///   - progress: takes the number of bytes read so far.
  /// - Throws: ``CatalogueError``.
  func add(
    _ list: KeptList, reducedTo level: PrivacyLevel,
    progress: (Int) -> Void = { _ in }
  ) throws(CatalogueError) {
    let count = try list.read(reducedTo: level) { layout in
      begin(list.list.id, layout)
    } take: { record throws(CatalogueError) in
      _ = try CatalogueError.ofDatabase { () throws(DatabaseError) in
        try add(record)
      }
    } progress: {
      progress($0)
    }
    try CatalogueError.ofDatabase { () throws(DatabaseError) in
      if list.list.isComplete { try markMissing(of: list.list.kind) }
      try end(list.list.reduced(to: level, rowCount: count))
    }
  }
}
