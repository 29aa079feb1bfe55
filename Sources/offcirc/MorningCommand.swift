import ArgumentParser
import Circulation
import Languages
import Offload
import Settings
import Station
import Terminal

/// Opens the room of the morning after an outage.
struct MorningCommand: ParsableCommand {
  static let configuration = CommandConfiguration(.morning)

  @Argument(
    help: ArgumentHelp(.dataFiles, .deskFile), completion: .file())
  var files: [String]

  @Option(help: ArgumentHelp(.morningFolder, .folder), completion: .directory)
  var output = "morning"

  @Option(help: ArgumentHelp(.since, .moment))
  var since: Since?

  @OptionGroup var ledger: LedgerOptions
  @OptionGroup var clock: ClockOptions
  @OptionGroup var options: CatalogueOptions

  func validate() throws {
    if files.contains("") || files.contains(where: { $0.hasSuffix("=") }) {
      throw ValidationError(.emptyName)
    }
    if output.isEmpty { throw ValidationError(.needsFolder("--output")) }
  }

  func run() throws {
    let place = try options.context([.ledger: ledger.ledger])
    let clock = try clock.clock()
    let progress = ProgressLine(place.words)
    do {
      let disk = CommandContext.disk
      try disk.makeFolders(output)
      let collected = try collected(place, disk)
      let decisions = try DecisionFile(
        at: output.appending(path: Self.decisionsName))
      try tell(decisions.damage, at: decisions.path, place.words)
      let morning = try Morning(
        collected,
        rules: Check.Rules(
          now: clock.now(), since: since?.time, numbers: place.settings.rules)
      ) { progress.show($0, of: $1) }
      progress.erase()
      try open(morning, decisions, clock, place)
    } catch {
      progress.erase()
      throw place.failure(error)
    }
  }

  /// The name of the file of decisions, which `fix` takes.
  private static let decisionsName = "decisions"

  /// Returns the files that are named, and those in folders, without what was
  /// written into the output folder.
  private func collected(
    _ place: CommandContext, _ disk: PosixFileSystem
  ) throws -> [StationFile] {
    let desk = place.settings.station.desk
    let named = files.map { StationFile(argument: $0).assigned(to: desk) }
    let own = disk.realPath(output)
    return try place.collected(named, tells: false).filter { file in
      guard let own, let path = disk.realPath(file.path) else { return true }
      return !path.isInside(own)
    }
  }

  /// Reports damage of the decisions.
  ///
  /// - Throws: `ExitCode` if one can't be read: without it, the others may mean
  ///   something else.
  private func tell(
    _ damage: [DecisionReading.Damage], at path: String, _ words: any Words
  ) throws {
    if damage.isEmpty { return }
    printError(words.damaged(damage, inDecisions: path))
    if !damage.allSatisfy(\.isTorn) { throw ExitCode.someRefused }
  }

  private func open(
    _ morning: Morning, _ decisions: DecisionFile, _ clock: WallClock,
    _ place: CommandContext
  ) throws {
    let terminal = try Terminal()
    var station = Station(
      morning, decisions: decisions, by: FixCommand.user, clock: clock,
      size: terminal.size, words: place.words,
      bell: place.settings.station.bell, rules: place.settings.rules,
      work: MorningFolder(path: output, place: place, clock: clock))
    let ending = station.run(on: terminal, place.settings.station.theme)
    terminal.close()
    if let ending { Terminal.end(ending) }
  }
}
