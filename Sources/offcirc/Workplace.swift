import ArgumentParser
import Circulation
import Foundation
import Glibc
import Offload
import Settings
import Station

/// Where a command works: the settings that hold, the folder and the words that
/// they name.
struct Workplace {
  let settings: Settings
  /// Where the patterns come from.
  let patterns: PatternOrigins
  /// What is wrong with the settings that do not hold.
  let leftOut: [SettingsProblem]

  /// Where a command works for which all settings hold.
  init(settings: Settings) {
    self.settings = settings
    patterns = PatternOrigins()
    leftOut = []
  }

  /// Where a command works that does without some settings.
  init(_ inForce: SettingsInForce) {
    settings = inForce.settings
    patterns = inForce.patterns
    leftOut = inForce.leftOut
  }

  var folder: StationFolder { StationFolder(path: settings.station.files) }
  var words: any Words { settings.station.language.words }

  /// Whether the folder is there; one that was named by a flag has to be.
  func hasFolder(named flag: String?) throws -> Bool {
    if try PosixFileSystem().target(of: folder.path) != nil { return true }
    // A drive that is not there is not nothing.
    guard DeadLink(onTheWayTo: folder.path) == nil else {
      throw FileFailure(act: .open, path: folder.path, code: ENOENT)
    }
    guard flag == nil else {
      complain(words.noSuchFolder(folder.path))
      throw ExitCode.inputOutputError
    }
    return false
  }

  /// The ledger, whose folder is made only where nobody has named another: in
  /// the place of a drive that is not there it would be a second one.
  var ledger: Ledger {
    Ledger(at: settings.station.ledger, makesFolder: ledgerToName == nil)
  }

  /// Where the ledger is, if it is not where it is by itself.
  var ledgerToName: String? {
    let own = Settings(environment: ProcessInfo.processInfo.environment)
    let path = settings.station.ledger
    return path == own.station.ledger ? nil : path
  }

  /// Removes the files that runs which were cut short left in a folder, and says
  /// so.
  func clearRemains(in folder: String) {
    // What can't be looked into, the command itself meets.
    let removed = (try? Remains(in: folder).removeFiles()) ?? []
    if !removed.isEmpty { complain(words.removedRemains(removed)) }
  }

  /// Opens the desk, or ends with status 74 and a sentence.
  func openDesk(_ clock: ClockOptions? = nil) throws -> Desk {
    let clock = try clock?.clock() ?? .system
    do {
      let desk = try Desk(
        folder: folder, clock: clock,
        copyingTo: settings.station.copyTo, otherTraces: ledgerTraces)
      clearRemains(in: folder.path)
      return desk
    } catch {
      let code = failure(error)
      if let failure = error as? FileFailure, failure.isOfThePlace {
        complain(words.nameAnotherFolder())
      }
      throw code
    }
  }

  /// What the ledger tells of a journal that is not there.
  func ledgerTraces() -> [JournalTrace] {
    // One that can't be read tells nothing here; what needs it says why.
    let isKnown = (try? ledger.entries().names(folder)) ?? false
    return isKnown ? [.ledger(path: ledger.path)] : []
  }

  /// Reads the station's files without opening the desk.
  ///
  /// - Throws: ``CirculationError``; ``FileFailure``.
  func reading(keepingSaved keepsSaved: Bool = false) throws -> StationReading {
    try StationReading(
      of: folder, copyingTo: settings.station.copyTo,
      keepingSaved: keepsSaved, otherTraces: ledgerTraces)
  }

  /// Closes the desk, and says why there may be no copy of what was recorded.
  ///
  /// - Throws: `ExitCode`, if others have changed its files; that is said.
  func close(_ desk: Desk) throws {
    let closing = Result { try desk.close() }
    tellOfCopy(desk)
    if let path = desk.rescued {
      complain(words.rescued(desk.unsaved.count, in: path))
    }
    if case .failure(let error) = closing { throw failure(error) }
  }

  private func tellOfCopy(_ desk: Desk) {
    if let doubt = desk.copyDoubt, let folder = desk.copyFolder {
      complain(words.copyDoubt(doubt, folder: folder))
    }
  }

  /// Says which patterns were left out, for a command that goes on without.
  ///
  /// - Returns: whether all of them hold.
  func tellOfPatterns() -> Bool {
    guard let told = words.sentence(leftOut: leftOut) else {
      return true
    }
    complain(told)
    return false
  }

  /// Says what failed, and gives the status to end with.
  func failure(_ error: any Error) -> ExitCode {
    // What it stands for was told already.
    if let code = error as? ExitCode { return code }
    // The parser tells how the command is used.
    complain((error as? FileFailure).map(sentence) ?? words.sentence(error))
    return .inputOutputError
  }

  /// Says why a file can't be used; of a folder, which file in it may be meant.
  func sentence(_ failure: FileFailure) -> String {
    guard
      failure.act == .read, failure.code == EISDIR,
      (try? PosixFileSystem().target(of: failure.path)) == .folder
    else { return words.sentence(failure) }
    let all = (try? PosixFileSystem().names(in: failure.path)) ?? []
    let names = all.filter { name in
      let target = try? PosixFileSystem().target(of: failure.path + "/" + name)
      return target != .folder
    }
    let like = names.filter { $0.lowercased().hasSuffix(".dat") }
    let own = names.filter { $0 == StationFolder.dataFileName }
    let meant = [own, like, names].first { !$0.isEmpty } ?? []
    return words.isFolder(failure.path, with: Array(meant.prefix(5)))
  }
}

extension FileFailure {
  /// Whether another folder would be the way out.
  fileprivate var isOfThePlace: Bool {
    act == .createFolder || [EACCES, EPERM, EROFS].contains(code)
  }
}
