import ArgumentParser
import Circulation
import Glibc
import Languages
import Offload
import Sharing
import Station

/// The flag of commands that take the files of all stations.
struct SharedFilesOptions: ParsableArguments {
  @Flag(help: ArgumentHelp(.sharedFiles))
  var share = false

  /// Refuses a command line without files.
  ///
  /// - Throws: `ValidationError`.
  func validate(beside files: [String]) throws {
    if files.isEmpty, !share { throw ValidationError(.needsFiles) }
  }

  /// Fetches the files of all stations.
  ///
  /// - Parameters:
  ///   - place: the context of the command.
  ///   - files: the files that the command line names.
  ///   - looksAtJournals: true if the command itself reports what the journals
  ///     beside the files say.
  ///   - tells: false if the command itself shows what is not in the files.
  /// - Returns: the files; nil without the flag.
  /// - Throws: `ExitCode`, after reporting the error, or that there is no file.
  func fetch(
    _ place: CommandContext, beside files: [String],
    looksAtJournals: Bool = true, tells: Bool = true
  ) throws -> SharedFiles? {
    guard share else { return nil }
    do {
      let shared = try SharedFiles(at: place, looksAtJournals: looksAtJournals)
      let isNothing = files.isEmpty && shared.files.isEmpty
      if tells || isNothing { shared.remarks.forEach(printError) }
      if isNothing {
        shared.remove()
        throw ExitCode.someRefused
      }
      return shared
    } catch {
      throw place.failure(error)
    }
  }
}

/// The files of all stations as the shared database has them, as if they had
/// been brought here on a stick.
///
/// They are in a hidden folder of the user's, to be removed afterwards. What a
/// killed command left is removed by the next.
struct SharedFiles {
  private static let disk = CommandContext.disk

  /// The files, in the order of their desks.
  private(set) var files: [StationFile] = []
  /// False if a station has transactions that are in none of the files, or may
  /// have.
  private(set) var isComplete = true
  /// Sentences about what is not in the files, or may not be.
  private(set) var remarks: [String] = []

  private let folder: String
  private let hold: FolderHold

  /// Fetches the files.
  ///
  /// - Throws: ``ShareError``; ``CirculationError``; ``FileError``; `ExitCode`,
  ///   after reporting it.
  fileprivate init(at place: CommandContext, looksAtJournals: Bool) throws {
    let connection = try place.connectToShare()
    let stations = try ShareStatus.all(on: connection)
    (folder, hold) = try Self.claim()
    do {
      for status in stations {
        try add(status, on: connection, place.words, looksAtJournals)
      }
    } catch {
      remove()
      throw error
    }
    if files.isEmpty, isComplete {
      remarks.append(place.words.nothingToFetch)
      isComplete = false
    }
  }

  private mutating func add(
    _ status: ShareStatus, on connection: Connection, _ words: any Words,
    _ looksAtJournals: Bool
  ) throws {
    var hasAny = false
    if let recovery = try recovery(of: status, on: connection) {
      let replay = recovery.replay
      hasAny = !replay.saved.isEmpty || !replay.unsaved.isEmpty
      if !replay.unsaved.isEmpty {
        isComplete = false
        if !looksAtJournals || replay.saved.isEmpty {
          remarks.append(
            words.unsaved(replay.unsaved.count, at: status))
        }
      }
      if !looksAtJournals, !replay.damage.isEmpty {
        isComplete = false
        remarks.append(words.damaged(replay.damage, in: status.name))
      }
    }
    // A station with nothing since its last archive may be closed for good.
    guard status.waitingCount > 0 || hasAny && status.isSilent else { return }
    remarks.append(words.lagging(status))
    isComplete = false
  }

  /// Writes the files of a station; returns nil if there is nothing of it.
  private mutating func recovery(
    of status: ShareStatus, on connection: Connection
  ) throws -> Recovery? {
    let journal: SharedJournal
    do throws(ShareError) {
      journal = try SharedJournal(of: status.station, on: connection)
    } catch .unknownStation {
      return nil
    }
    let name = status.desk.asFileName
    let isFree =
      try !name.isEmpty
      && Self.disk.version(folder.appending(path: name)) == nil
    let station = StationFolder(
      path: folder.appending(path: isFree ? name : status.station))
    try Self.disk.makeFolder(station.path)
    try journal.write(to: station.journal)
    let recovery = try Recovery(from: station.journal)
    try recovery.write(into: station)
    if !recovery.replay.saved.isEmpty {
      files.append(
        StationFile(path: station.dataFile).assigned(to: status.desk))
    }
    return recovery
  }

  // MARK: The hidden folder

  /// Removes the files.
  func remove() {
    // The next command removes what can't be removed now.
    try? Self.remove(folder)
    withExtendedLifetime(hold) {}
  }

  /// Makes the hidden folder, and removes those that no command holds.
  private static func claim() throws(FileError) -> (String, FolderHold) {
    let data = UserFolders(environment: Environment.variables).data
      .appending(path: "offcirc")
    try disk.makeFolders(data)
    let path = data.appending(path: "shared")
    for old in try Remains(in: data).paths()
    where old.hasPrefix(path.temporarySibling) {
      guard let hold = try? disk.hold(folder: old) else { continue }
      try remove(old)
      withExtendedLifetime(hold) {}
    }
    let new = path.anotherTemporarySibling
    try disk.makeFolder(new)
    guard let hold = try disk.hold(folder: new) else {
      throw FileError(operation: .lock, path: new, code: EBUSY)
    }
    return (new, hold)
  }

  private static func remove(_ folder: String) throws(FileError) {
    for name in try disk.names(in: folder) {
      let path = folder.appending(path: name)
      if try disk.entry(at: path)?.kind == .folder {
        try remove(path)
      } else {
        try disk.remove(path)
      }
    }
    try disk.removeFolder(folder)
  }
}
