import ArgumentParser
import Circulation
import Languages
import Offload
import Settings
import Station

/// Archives uploaded files, and restores them.
struct ArchiveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(.archive)

  @OptionGroup var options: DeskOptions
  @OptionGroup var ledger: LedgerOptions

  @Flag(help: ArgumentHelp(.uploaded))
  var uploaded = false

  @Option(
    help: ArgumentHelp(.archivedReport, .fileOrFolder), completion: .file())
  var report: [String] = []

  @Option(
    help: ArgumentHelp(.kit, .folder), completion: .directory)
  var kit: String?

  @Flag(help: ArgumentHelp(.trustClock))
  var trustClock = false

  @OptionGroup var clock: ClockOptions

  @Flag(help: ArgumentHelp(.damaged))
  var damaged = false

  @Flag(help: ArgumentHelp(.restore))
  var restore = false

  @Argument(help: ArgumentHelp(.archiveName, .name))
  var name: String?

  func validate() throws {
    if restore,
      uploaded || trustClock || damaged || !report.isEmpty || kit != nil
    {
      throw ValidationError(.onlyName)
    }
    if !restore, name != nil {
      throw ValidationError(.nameWithoutRestore)
    }
  }

  func run() throws {
    let place = try options.context([.ledger: ledger.ledger])
    do {
      guard try place.hasFolder(named: options.files) else {
        throw ArchiveError.nothingThere(path: place.folder.dataFile)
      }
      let lock = try StationLock(place.folder, at: clock.clock().now())
      try withExtendedLifetime(lock) {
        try restore
          ? bringBack(at: place, holding: lock) : putAwayAndErase(at: place)
      }
    } catch let error as ArchiveError {
      printError(place.words.sentence(error))
      if case .unfinished = error { throw ExitCode.inputOutputError }
      throw ExitCode.someRefused
    } catch {
      throw place.failure(error)
    }
  }

  /// Archives what there is, and erases the borrowers of old archives, whether
  /// there is something to archive or not.
  private func putAwayAndErase(at place: CommandContext) throws {
    var refusal: (any Error)?
    do {
      try putAway(at: place)
    } catch ArchiveError.nothingThere(let path) {
      refusal = ArchiveError.nothingThere(path: path)
    } catch let code as ExitCode {
      refusal = code
    }
    try eraseBorrowers(at: place)
    if let refusal { throw refusal }
  }

  // MARK: Putting away

  private func putAway(at place: CommandContext) throws {
    let outcome = try StationArchiving(
      place: place, request: request(for: place.folder), reports: report,
      clock: clock.clock(), tell: printError
    ).putAway()
    try StandardOutput.write(outcome.sentences.joined(separator: "\n") + "\n")
    guard outcome.isSound else { throw ExitCode.someRefused }
  }

  private func request(for folder: StationFolder) -> ArchiveRequest {
    var request = ArchiveRequest(folder)
    request.isUploaded = uploaded
    request.kit = kit
    request.trustsClock = trustClock
    request.acceptsLosses = damaged
    return request
  }

  // MARK: Bringing back

  private func bringBack(
    at place: CommandContext, holding lock: StationLock
  ) throws {
    let archive = Archive(of: place.folder)
    let boxes = try archive.boxes()
    let found =
      name.map { name in boxes.first { $0.name == name } }
      ?? boxes.last { $0.isWhole }
    guard let box = found else { throw ArchiveError.noBox(name: name) }
    let hasJournal = try archive.restore(box)
    // It ends before the events recorded since.
    if hasJournal { lock.remember(nil) }
    try StandardOutput.write(
      place.words.broughtBack(box, withJournal: hasJournal)
        .joined(separator: "\n") + "\n")
  }
}
