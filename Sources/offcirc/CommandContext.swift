import ArgumentParser
import Circulation
import Glibc
import Languages
import Offload
import Settings
import Sharing
import Station

/// The context of a command: its settings, and the folder and language they
/// name.
struct CommandContext {
  /// The file system of all commands.
  static let disk = PosixFileSystem()
  /// The file system of files that everybody may read, such as a manual.
  static let publicDisk = PosixFileSystem(mode: 0o666)

  let settings: Settings
  /// The origins of the patterns.
  let patterns: PatternOrigins
  /// The errors of the settings that were left out.
  let leftOut: [SettingsIssue]

  /// Creates the context of a command with all settings valid.
  init(settings: Settings) {
    self.settings = settings
    patterns = PatternOrigins()
    leftOut = []
  }

  /// Creates the context of a command that does without refused settings.
  init(_ inForce: ResolvedSettings) {
    settings = inForce.settings
    patterns = inForce.patterns
    leftOut = inForce.leftOut
  }

  var folder: StationFolder { StationFolder(path: settings.station.files) }
  var words: any Words { settings.station.language.words }

  /// The folder for which `~` stands in a path that no shell has expanded.
  var home: String { UserFolders(environment: Environment.variables).home }

  /// Returns true if the folder exists.
  ///
  /// - Throws: an error if it does not and was named by an option, or is on an
  ///   absent drive.
  func hasFolder(named flag: String?) throws -> Bool {
    if try Self.disk.target(of: folder.path) != nil { return true }
    // An absent drive is an error.
    guard DeadLink(onTheWayTo: folder.path) == nil else {
      throw FileError(operation: .open, path: folder.path, code: ENOENT)
    }
    guard flag == nil else {
      printError(words.noSuchFolder(folder.path))
      throw ExitCode.inputOutputError
    }
    return false
  }

  /// Removes files that interrupted runs left in a folder, and reports them.
  func clearRemains(in folder: String) {
    // The command itself reports an unreadable folder.
    let removed = (try? Remains(in: folder).removeFiles()) ?? []
    if !removed.isEmpty { printError(words.removedRemains(removed)) }
  }

  /// Opens the desk; reports an error and throws exit status 74 if that fails.
  ///
  /// - Parameters:
  ///   - clock: the correction of the clock.
  ///   - renewsLists: true for a desk that stays open: with a shared database,
  ///     it takes the library's newer lists.
  /// - Returns: the desk.
  /// - Throws: `ExitCode`, after reporting the error.
  func openDesk(
    _ clock: ClockOptions? = nil, renewingLists renewsLists: Bool = false
  ) throws -> Desk {
    let clock = try clock?.clock() ?? .system
    do {
      let desk = try Desk(
        folder: folder, clock: clock,
        copyingTo: settings.station.copyTo, otherTraces: ledgerTraces)
      clearRemains(in: folder.path)
      share(desk, renewingLists: renewsLists)
      return desk
    } catch {
      let code = failure(error)
      if let failure = error as? FileError, failure.isOfThePlace {
        printError(words.nameAnotherFolder())
      }
      throw code
    }
  }

  /// Returns the ledger as evidence of a missing journal.
  func ledgerTraces() -> [JournalTrace] {
    // An unreadable ledger is no evidence; commands that need it report the
    // error.
    let isKnown = (try? ledger.entries().names(folder)) ?? false
    return isKnown ? [.ledger(path: ledger.path)] : []
  }

  /// Reads the station's files without opening the desk.
  ///
  /// - Throws: ``CirculationError``; ``FileError``.
  func reading(keepingSaved keepsSaved: Bool = false) throws -> StationReading {
    try StationReading(
      of: folder, copyingTo: settings.station.copyTo,
      keepingSaved: keepsSaved, otherTraces: ledgerTraces)
  }

  /// Closes the desk, and reports warnings about the journal's copy.
  ///
  /// - Throws: `ExitCode`, after reporting it, if others have changed the
  ///   files.
  func close(_ desk: Desk) throws {
    let closing = Result { try desk.close() }
    tellOfCopy(desk)
    if let warning = desk.sharer?.warning {
      printError(words.sentence(warning))
    }
    if let path = desk.rescued {
      printError(words.rescued(desk.unsaved.count, in: path))
    }
    if case .failure(let error) = closing { throw failure(error) }
  }

  private func tellOfCopy(_ desk: Desk) {
    if let warning = desk.copyWarning, let folder = desk.copyFolder {
      printError(words.copyWarning(warning, folder: folder))
    }
  }

  /// Reports the patterns left out.
  ///
  /// - Returns: true if there are none.
  func tellOfPatterns() -> Bool {
    guard let told = words.sentence(leftOut: leftOut) else {
      return true
    }
    printError(told)
    return false
  }

  /// Reports an error, and returns the exit status.
  func failure(_ error: any Error) -> ExitCode {
    // Its error was reported already.
    if let code = error as? ExitCode { return code }
    printError(sentence(about: error))
    return .inputOutputError
  }

  /// Returns the message for an error.
  func sentence(about error: any Error) -> String {
    (error as? FileError).map(sentence(_:)) ?? words.sentence(about: error)
  }

  /// Returns the message for an unreadable file; for a folder, it suggests a
  /// file in it.
  func sentence(_ failure: FileError) -> String {
    guard
      failure.operation == .read, failure.code == EISDIR,
      (try? Self.disk.target(of: failure.path)) == .folder
    else { return words.sentence(failure) }
    let all = (try? Self.disk.names(in: failure.path)) ?? []
    let names = all.filter { name in
      let target = try? Self.disk.target(of: failure.path.appending(path: name))
      return target != .folder
    }
    let like = names.filter { $0.lowercased().hasSuffix(".dat") }
    let own = names.filter { $0 == StationFolder.dataFileName }
    let meant = [own, like, names].first { !$0.isEmpty } ?? []
    return words.isFolder(failure.path, with: Array(meant.prefix(5)))
  }
}

extension FileError {
  /// True if another folder would avoid the error.
  fileprivate var isOfThePlace: Bool {
    operation == .createFolder || [EACCES, EPERM, EROFS].contains(code)
  }
}
