import ArgumentParser
import Catalogue
import Circulation
import Exchange
import Languages
import Offload
import Settings
import Station

/// Makes a folder with everything needed for an upload.
struct KitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(.kit)

  @Argument(
    help: ArgumentHelp(.dataFiles, .deskFile), completion: .file())
  var files: [String] = []

  @OptionGroup var shared: SharedFilesOptions

  @Option(
    help: ArgumentHelp(.kitFolder, .folder), completion: .directory)
  var output: String

  @Option(
    name: .customLong("as"),
    help: ArgumentHelp(
      .kitSystem,
      valueName: KitTarget.System.allCases.map(\.rawValue)
        .joined(separator: "|")))
  var system: KitTarget.System = .alma

  @Option(help: ArgumentHelp(.startField, .name))
  var startField = KitTarget.usualStartField

  @Option(name: .customLong("due"), help: ArgumentHelp(.due, .moment))
  var dueTime: Since?

  @Option(name: .customLong("stat"), help: ArgumentHelp(.group, .number))
  var group: Int?

  @Option(
    help: ArgumentHelp(.kitDesk, .name))
  var desk: String?

  @OptionGroup var ledger: LedgerOptions

  @Flag(help: ArgumentHelp(.again))
  var again = false

  @Flag(help: ArgumentHelp(.rest))
  var rest = false

  @OptionGroup var clock: ClockOptions
  @OptionGroup var options: CatalogueOptions

  func validate() throws {
    try shared.validate(beside: files)
    if files.contains("") || files.contains(where: { $0.hasSuffix("=") }) {
      throw ValidationError(.emptyName)
    }
    if output.isEmpty {
      throw ValidationError(.needsFolder("--output"))
    }
    if desk?.trimmingWhitespace.isEmpty == true {
      throw ValidationError(.needsDesk)
    }
    if startField.isEmpty || !SQLScript.canHold(startField) {
      throw ValidationError(.field(startField))
    }
    if let group, !(1...999 ~= group) { throw ValidationError(.group(group)) }
    if again, rest {
      throw ValidationError(.both("--again", "--rest"))
    }
  }

  func run() throws {
    let place = try options.context([.desk: desk, .ledger: ledger.ledger])
    let settings = place.settings
    let words = place.words
    let progress = ProgressLine(words)
    if !output.isAbsolutePath { try requireCurrentFolder(words) }
    do {
      try requireWhatSierraNeeds()
      let shared = try shared.fetch(place, beside: files)
      defer { shared?.remove() }
      let collected = try place.collection(
        files.map { StationFile(argument: $0) }, and: shared)
      let isComplete =
        place.callRoll(of: collected).isComplete
        && shared?.isComplete ?? true
      let request = KitRequest(
        collected.files, desk: settings.station.desk,
        expecting: desk == nil ? place.expectedDesks : ExpectedDesks(),
        policy, for: system)
      let catalogue = Result { try place.existingCatalogue() }
      let target = try target(request.files, place, catalogue)
      if case .failure(let error) = catalogue {
        printError(words.sentence(about: error))
      }
      let telling = try place.makeKit(
        of: request, in: output.fromRoot(home: place.home),
        catalogue: try? catalogue.get(), for: target,
        at: try clock.clock().now()
      ) {
        progress.show($0, of: $1)
      }
      progress.erase()
      telling.errors.forEach(printError)
      if !telling.written.isEmpty {
        try StandardOutput.write(
          telling.written.joined(separator: "\n") + "\n")
      }
      guard telling.isSound, isComplete else { throw ExitCode.someRefused }
    } catch let error as KitError {
      progress.erase()
      printError(words.sentence(error))
      throw ExitCode.someRefused
    } catch let error as ConversionError {
      progress.erase()
      printError(words.sentence(error))
      throw ExitCode.someRefused
    } catch {
      progress.erase()
      throw place.failure(error)
    }
  }

  /// Refuses a kit for Sierra without what each of its loans has.
  ///
  /// - Throws: `ConversionError`.
  private func requireWhatSierraNeeds() throws(ConversionError) {
    guard system == .sierra else { return }
    guard group != nil else { throw .needsGroup }
    guard dueTime != nil else { throw .needsDues }
  }

  /// Returns the system with the states that the stations have noted.
  ///
  /// - Throws: the exit status of an error, after reporting it, without which
  ///   the kit would lack states or fines.
  private func target(
    _ files: [StationFile], _ place: CommandContext,
    _ catalogue: Result<Catalogue?, any Error>
  ) throws -> KitTarget {
    let states: CopyStates
    do {
      states = try place.notedStates(of: files, for: system, catalogue)
    } catch {
      let status = place.failure(error)
      printError(place.words.noKitWithoutStates)
      throw status
    }
    return KitTarget(
      system, states: states,
      beginsWithState: place.settings.textbooks.notesStates
        || !states.noted.isEmpty, startField: startField,
      ConversionOptions(
        zone: ZoneName.ofSystem.zone(),
        due: system == .sierra
          ? (dueTime.map { .fixed($0.time) } ?? .computed) : .computed,
        group: group))
  }

  private var policy: KitRequest.Policy {
    again ? .again : rest ? .rest : .refuse
  }
}
