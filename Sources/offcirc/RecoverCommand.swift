import ArgumentParser
import Circulation
import Languages
import Offload
import Sharing
import Station
import Typesetting

/// Rebuilds the files of a station.
struct RecoverCommand: ParsableCommand {
  static let configuration = CommandConfiguration(.recover)

  @Argument(help: ArgumentHelp(.source, .source), completion: .file())
  var source: String?

  @Flag(help: ArgumentHelp(.fromShare))
  var share = false

  @OptionGroup var options: DeskOptions

  func validate() throws {
    if source?.isEmpty == true {
      throw ValidationError(.emptyName)
    }
    if source == nil, !share {
      throw ValidationError(.needsSource)
    }
  }

  func run() throws {
    let place = try options.context()
    let words = place.words
    do {
      if share { return try recoverFromShare(place) }
      let recovery = try Recovery(from: journal(in: source ?? "", words))
      let folder = folder(of: recovery, at: place)
      try folder.create()
      let lock = try StationLock(folder, at: WallClock.system.now())
      try withExtendedLifetime(lock) {
        try write(recovery, into: folder, place)
      }
    } catch {
      throw place.failure(error)
    }
  }

  private func write(
    _ recovery: Recovery, into folder: StationFolder, _ place: CommandContext
  ) throws {
    let words = place.words
    defer { place.clearRemains(in: folder.path) }
    let sentences =
      try recovery.write(into: folder)
      ? words.recovered(recovery, into: folder)
      : [words.nothingLost(recovery, in: folder)]
    try StandardOutput.write(sentences.joined(separator: "\n") + "\n")
    try tellWhatIsLost(recovery, words)
  }

  /// Recovers the journal of a station whose disk is lost; it goes through a
  /// copy in the folder.
  private func recoverFromShare(_ place: CommandContext) throws {
    let connection = try place.connectToShare()
    let station = try source ?? ShareStatus.onlyOwnStation(on: connection)
    let journal = try SharedJournal(of: station, on: connection)
    let folder = place.folder
    try folder.create()
    let lock = try StationLock(folder, at: WallClock.system.now())
    try withExtendedLifetime(lock) {
      let copy = try journal.write(into: folder.path)
      defer { try? CommandContext.disk.remove(copy) }
      try write(Recovery(from: copy), into: folder, place)
    }
  }

  private func tellWhatIsLost(
    _ recovery: Recovery, _ words: any Words
  ) throws {
    let replay = recovery.replay
    if !replay.damage.isEmpty {
      printError(words.damaged(replay.damage, in: recovery.path))
    }
    if replay.tornByteCount > 0 {
      printError("\(words.label(recovery.path.printable)) \(words.torn())")
    }
    guard replay.damage.isEmpty, replay.tornByteCount == 0 else {
      throw ExitCode.someRefused
    }
  }

  /// Returns the destination: the journal's own folder if it is a station's,
  /// else `--files`.
  private func folder(
    of recovery: Recovery, at place: CommandContext
  ) -> StationFolder {
    if options.files == nil {
      if recovery.path.lastName == StationFolder.journalName {
        return StationFolder(path: recovery.path.folder)
      }
    }
    return place.folder
  }

  /// Returns the path of the only journal in the source.
  private func journal(
    in source: String, _ words: any Words
  ) throws -> String {
    let disk = CommandContext.disk
    guard try disk.target(of: source) == .folder else { return source }
    let own = StationFolder(path: source).journal
    if try disk.target(of: own) != nil { return own }
    let names = try disk.names(in: source)
    let paths = names.filter {
      $0.hasPrefix("OffCirc") && $0.hasSuffix(".journal")
    }
    .sorted().map { source.appending(path: $0) }
    guard let path = paths.first else {
      throw CirculationError.noJournal(path: source)
    }
    if paths.count == 1 { return path }
    for path in paths {
      do {
        let recovery = try Recovery(from: path)
        printError(words.journalFound(path, recovery.replay))
      } catch {
        printError(words.sentence(about: error))
      }
    }
    throw CirculationError.severalJournals(paths: paths)
  }
}
