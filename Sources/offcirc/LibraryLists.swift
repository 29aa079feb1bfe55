import ArgumentParser
import Catalogue
import Circulation
import Languages
import Offload
import Settings
import Sharing

/// The lists of a library, on this computer and in the shared database.
struct LibraryLists: ListTaking {
  /// The path of the catalogue that is made of them.
  let catalogue: String
  /// The first day, `YYYY-MM-DD`, of which lists of borrowers are taken; nil
  /// for all.
  let firstDay: String?

  private static let disk = CommandContext.disk

  private var folder: KeptFolder { KeptFolder(of: catalogue, on: Self.disk) }
  private var notePath: String { folder.path.appending(path: "shared") }

  // MARK: Here

  /// The version that was taken or published last; 0 for none.
  var version: Int { (try? note())?.version ?? 0 }

  private func note() throws(FileError) -> ListsRecord {
    guard try Self.disk.version(notePath) != nil else { return ListsRecord() }
    let file = try Self.disk.open(notePath, for: .reading)
    let text = try String(
      decoding: file.bytes(0..<file.length()), as: UTF8.self)
    // Without it, what the newest version has tells what is this computer's.
    return ListsRecord(text) ?? ListsRecord()
  }

  private func write(_ note: ListsRecord) throws(FileError) {
    _ = try Self.disk.replace(notePath) { file throws(FileError) in
      try file.append(Array(note.text.utf8).span)
    }
    try Self.disk.synchronizeFolder(folder.path)
  }

  private func files() throws -> [ListFile] {
    try folder.names().map { name in
      let file = try Self.disk.open(folder.path(of: name), for: .reading)
      return ListFile(name: name, digest: try SHA256.of(file))
    }
  }

  // MARK: Taking

  func take(on connection: Connection) throws -> Bool {
    do {
      try Schema.check(on: connection)
      _ = try takeNewest(on: connection)
      return true
    } catch CatalogueError.busy {
      return false
    }
  }

  /// Takes the newest version, if it is newer; lists that only this computer
  /// has follow after those of the library.
  ///
  /// - Parameters:
  ///   - connection: the connection.
  ///   - again: true to take again what is not here any more.
  /// - Returns: the newest version, and the number of lists that only this
  ///   computer has.
  /// - Throws: ``ShareError``; ``CatalogueError``; ``FileError``; the catalogue
  ///   is then as it was.
  func takeNewest(
    on connection: Connection, again: Bool = false
  ) throws -> (newest: SharedLists, ownCount: Int) {
    let hold = try folder.hold()
    defer { withExtendedLifetime(hold) {} }
    let newest = try SharedLists.newest(on: connection)
    var note = try note()
    let here = try files()
    if again { note.forgetFiles(missingIn: here) }
    let (library, own) = note.merge(here, with: newest.files)
    guard
      newest.version > note.version
        || again && newest.version == note.version
    else { return (newest, own.count) }
    let wanted = library.filter { file in
      firstDay.map { !KeptFolder.isOfBorrowers(file.name, before: $0) } ?? true
    }
    if Set(here) != Set(wanted + own) {
      try put(wanted, own: own, here: here, beside: note, connection)
    }
    try write(ListsRecord(version: newest.version, files: newest.files))
    return (newest, own.count)
  }

  private func put(
    _ wanted: [ListFile], own: [ListFile], here: [ListFile],
    beside note: ListsRecord, _ connection: Connection
  ) throws {
    var paths: [String: String] = [:]
    var copies: [any OpenFile] = []
    // Those that have got their names are not there any more.
    defer { for copy in copies { try? Self.disk.remove(copy.path) } }
    for file in wanted {
      let path = try folder.path(of: file.name)
      guard !here.contains(file) else {
        paths[file.name] = path
        continue
      }
      let copy = try Self.disk.createSibling(of: path)
      copies.append(copy)
      try SharedLists.copy(file, to: copy, on: connection)
      try copy.synchronize()
      guard try SHA256.of(copy) == file.digest else {
        throw ShareError.listCut(file.name)
      }
      paths[file.name] = copy.path
    }
    let others = wanted.map(\.name)
    for (old, new) in KeptFolder.names(of: own.map(\.name), after: others) {
      paths[new] = try folder.path(of: old)
    }
    // What is half there after a power cut is not this computer's own.
    var note = note
    note.coming = Set(wanted)
    try write(note)
    try folder.replace(with: paths)
  }

  // MARK: Publishing

  /// Publishes the lists that are here.
  ///
  /// - Returns: the number of their version.
  /// - Throws: ``ShareError``; ``CatalogueError``; ``FileError``.
  func publish(_ change: ListsChange) throws -> Int {
    let hold = try folder.hold()
    defer { withExtendedLifetime(hold) {} }
    let files = try files()
    // What is damaged here would be on every desk.
    for file in files where !change.before.files.contains(file) {
      try folder.verify(file.name)
    }
    let version = try change.publish(files, after: version) {
      file throws(FileError) in
      try Self.disk.open(
        folder.path.appending(path: file.name), for: .reading)
    }
    try write(ListsRecord(version: version, files: files))
    return version
  }
}

extension CommandContext {
  /// The lists of the library.
  func libraryLists(_ clock: WallClock = .system) -> LibraryLists {
    LibraryLists(
      catalogue: settings.catalogue.file, firstDay: firstKeptDay(clock))
  }

  /// Runs a body that changes the lists here, and in the shared database.
  ///
  /// It begins with the library's newest lists, nobody else changes them until
  /// it ends, and what it has made is the library's then.
  ///
  /// - Parameters:
  ///   - isChange: false for a body that changes nothing.
  ///   - orHere: true to run the body for a role that may not publish, too.
  ///   - body: what changes the lists.
  /// - Returns: what the body returns.
  /// - Throws: what the body throws; exit status, after reporting the error;
  ///   1 if only the lists here are changed.
  func changingLists<Value>(
    if isChange: Bool = true, orHere: Bool = false, _ body: () throws -> Value
  ) throws -> Value {
    guard isChange, !settings.station.share.isEmpty else { return try body() }
    let lists = libraryLists()
    let change = Result { () throws(ShareError) in
      try ListsChange(
        on: Connection(to: ShareAddress(settings.station.share)))
    }
    switch change {
    case .success(let change):
      do {
        _ = try lists.takeNewest(on: change.connection)
      } catch {
        throw failure(error)
      }
    case .failure(.mayNotPublish) where orHere: break
    case .failure(let error):
      guard error.isPassing else { throw failure(error) }
    }
    let value = try body()
    do {
      let version = try lists.publish(change.get())
      try StandardOutput.write(words.publishedLists(version) + "\n")
    } catch {
      _ = failure(error)
      // A role that may not publish can't do so later either.
      if case .failure(.mayNotPublish) = change { throw ExitCode.someRefused }
      printError(words.listsOnlyHere)
      throw ExitCode.someRefused
    }
    return value
  }
}
