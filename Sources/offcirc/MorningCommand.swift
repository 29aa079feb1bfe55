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
      try CommandContext.disk.makeFolders(output)
      let collected = try place.collection(
        files.map { StationFile(argument: $0) }, tells: false
      ).outside(output)
      let decisions = try DecisionFile(
        at: output.appending(path: Self.decisionsName))
      try tell(decisions.damage, at: decisions.path, place.words)
      let morning = try Morning(
        collected.files.map { file in
          file.assigned(to: place.expectedDesks.desk(of: file) ?? "")
            .assigned(to: place.settings.station.desk)
        },
        rules: Check.Rules(
          now: clock.now(), since: since?.time, numbers: place.settings.rules)
      ) { progress.show($0, of: $1) }
      progress.erase()
      let folder = MorningFolder(
        path: output,
        roll: RollCall(
          of: collected, expecting: place.expectedDesks,
          handedOver: try? place.ledger.entries()),
        catalogue: Result { try place.existingCatalogue() }, place: place,
        clock: clock)
      try open(morning, decisions, folder)
    } catch {
      progress.erase()
      throw place.failure(error)
    }
  }

  /// The name of the file of decisions, which `fix` takes.
  private static let decisionsName = "decisions"

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
    _ morning: Morning, _ decisions: DecisionFile, _ folder: MorningFolder
  ) throws {
    let terminal = try Terminal()
    let settings = folder.place.settings
    var station = Station(
      morning, decisions: decisions, by: FixCommand.user,
      clock: folder.clock, size: terminal.size, words: folder.words,
      bell: settings.station.bell, rules: settings.rules, work: folder)
    let ending = station.run(on: terminal, settings.station.theme)
    terminal.close()
    if let ending { Terminal.end(ending) }
  }
}
