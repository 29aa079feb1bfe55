import ArgumentParser
import Catalogue
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
  var files: [String] = []

  @OptionGroup var shared: SharedFilesOptions

  @Option(help: ArgumentHelp(.morningFolder, .folder), completion: .directory)
  var output = "morning"

  @Option(help: ArgumentHelp(.since, .moment))
  var since: Since?

  @OptionGroup var ledger: LedgerOptions
  @OptionGroup var clock: ClockOptions
  @OptionGroup var options: CatalogueOptions

  func validate() throws {
    try shared.validate(beside: files)
    if files.contains("") || files.contains(where: { $0.hasSuffix("=") }) {
      throw ValidationError(.emptyName)
    }
    if output.isEmpty { throw ValidationError(.needsFolder("--output")) }
  }

  func run() throws {
    let place = try options.context([.ledger: ledger.ledger])
    let clock = try clock.clock()
    let progress = ProgressLine(place.words)
    let ending: Ending?
    do {
      let shared = try shared.fetch(
        place, beside: files, looksAtJournals: false, tells: false)
      defer { shared?.remove() }
      let collected = try place.collection(
        files.map { StationFile(argument: $0) }, and: shared, tells: false,
        archived: archivedFiles(place.words)
      ).outside(output)
      var morning = try Morning(
        collected.files.map { file in
          file.assigned(to: place.expectedDesks.desk(of: file) ?? "")
            .assigned(to: place.settings.station.desk)
        },
        rules: Check.Rules(
          now: clock.now(), since: since?.time, numbers: place.settings.rules)
      ) { progress.show($0, of: $1) }
      let catalogue = rehearse(&morning, place, clock)
      progress.erase()
      let folder = MorningFolder(
        path: output,
        roll: RollCall(
          of: collected, expecting: place.expectedDesks,
          handedOver: try? place.ledger.entries()),
        lacking: shared?.remarks ?? [], catalogue: catalogue, place: place,
        clock: clock)
      ending = try open(morning, folder)
    } catch {
      progress.erase()
      throw place.failure(error)
    }
    // Nothing that has to be removed is left by now.
    if let ending { Terminal.end(ending) }
  }

  /// Adds what Alma will answer, and returns the catalogue, if there is one.
  private func rehearse(
    _ morning: inout Morning, _ place: CommandContext, _ clock: WallClock
  ) -> Result<Catalogue?, any Error> {
    Result {
      let catalogue = try place.existingCatalogue()
      // Without it, the rest of the morning goes on: the room tells why.
      if let catalogue {
        try morning.rehearse(
          by: catalogue, due: place.settings.catalogue.due, on: clock.now())
      }
      return catalogue
    }
  }

  /// The path of the file of decisions, which `fix` takes.
  private var decisionsPath: String { output.appending(path: "decisions") }

  /// Returns the SHA-256 of the files that were archived from the room, by the
  /// decisions so far.
  ///
  /// - Throws: ``DecisionError``; ``FileError``; `ExitCode`, after reporting it,
  ///   if a decision can't be read: without it, the others may mean something
  ///   else.
  private func archivedFiles(_ words: any Words) throws -> Set<String> {
    guard try CommandContext.disk.version(decisionsPath) != nil else {
      return []
    }
    let reading = try DecisionFile.reading(at: decisionsPath)
    if !reading.damage.isEmpty {
      printError(words.damaged(reading.damage, inDecisions: decisionsPath))
    }
    guard reading.damage.allSatisfy(\.isTorn) else {
      throw ExitCode.someRefused
    }
    return reading.decisions.archivedFiles
  }

  /// Opens the room; what is refused before leaves no folder behind.
  ///
  /// - Returns: the reason why the system ends the program; nil if it does not.
  private func open(
    _ morning: Morning, _ folder: MorningFolder
  ) throws -> Ending? {
    let terminal = try Terminal()
    defer { terminal.close() }
    try CommandContext.disk.makeFolders(output)
    let settings = folder.place.settings
    var station = Station(
      morning, decisions: try DecisionFile(at: decisionsPath),
      by: FixCommand.user, clock: folder.clock, size: terminal.size,
      words: folder.words, bell: settings.station.bell,
      rules: settings.rules, work: folder,
      hasClipboard: terminal.hasClipboard)
    return station.run(on: terminal, settings.station.theme)
  }
}
