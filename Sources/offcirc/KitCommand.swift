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
  var files: [String]

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
      let collected = try place.collection(
        files.map { StationFile(argument: $0) })
      let isComplete = place.callRoll(of: collected).isComplete
      let request = KitRequest(
        collected.files, desk: settings.station.desk,
        expecting: desk == nil ? place.expectedDesks : ExpectedDesks(),
        policy, for: system)
      let catalogue = Result { try place.existingCatalogue() }
      let target = try target(request.files, place, catalogue)
      if case .failure(let error) = catalogue {
        printError(words.sentence(about: error))
      }
      let assembly = KitAssembly(
        in: output.fromRoot(home: home),
        ledger: place.ledger, words: words,
        language: settings.station.language.rawValue,
        catalogue: try? catalogue.get(), due: settings.catalogue.due,
        for: target,
        at: try clock.clock().now())
      let (outcome, damage) = try assembly.make(of: request) {
        progress.show($0, of: $1)
      }
      progress.erase()
      if !damage.isEmpty {
        printError(words.damaged(damage, inLedger: place.ledger.path))
      }
      if case .made(let kit) = outcome, let path = kit.newLedger {
        printError(words.newLedger(path))
      }
      guard try tell(outcome, words, place), damage.isEmpty, isComplete else {
        throw ExitCode.someRefused
      }
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

  /// The folder for which `~` stands in a path that no shell has expanded.
  private var home: String {
    UserFolders(environment: Environment.variables).home
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

  /// Reports the outcome.
  ///
  /// - Returns: true if nothing needs a person's attention.
  private func tell(
    _ outcome: KitAssembly.Outcome, _ words: any Words, _ place: CommandContext
  ) throws -> Bool {
    switch outcome {
    case .made(let kit):
      let isSound = tellNotices(of: kit, words)
      if let error = kit.catalogueError {
        printError(words.sentence(about: error))
      }
      try write(
        words.made(kit, ledger: place.ledger.path)
          + (kit.pmb.map { words.made($0) } ?? [])
          + (kit.system.map { words.made($0) } ?? [])
          + [kit.rehearsal.map(words.rehearsed)].compactMap(\.self))
      return isSound && kit.rehearsal?.needsAttention != true
        && kit.pmb?.needsAttention != true
        && kit.system?.leftOutCount ?? 0 == 0
    case .finished(let folder, let uploadStatuses):
      let newCount = uploadStatuses.reduce(0) { $0 + $1.1.newCount }
      try write(words.finished(folder, new: newCount))
      return newCount == 0
    case .refused(let refusal):
      for (file, uploadStatus, unreadable) in refusal.files {
        printError(words.uploadStatus(uploadStatus, of: file))
        guard unreadable.count > 0 else { continue }
        printError(words.sentence(unreadable, of: file.path))
      }
      if refusal.hasOld || refusal.warning == nil {
        printError(words.nothingMade(hasNew: refusal.hasNew))
      }
      if let warning = refusal.warning {
        printError(words.nothingMade(warning, ledger: place.ledger.path))
      }
      return false
    }
  }

  private func tellNotices(of kit: Kit, _ words: any Words) -> Bool {
    var isSound = true
    for file in kit.emptyFiles { printError(words.isEmpty(file)) }
    for upload in kit.uploads {
      for overlap in upload.overlaps { printError(words.leftOut(overlap)) }
      for (file, marks) in upload.marks {
        printError(words.leftOut(marks, of: file.path))
      }
      if upload.needsAttention { isSound = false }
      words.notices(of: upload).forEach(printError)
      for sentence in words.sentences(
        upload.shared, upload.conflicts + upload.decided,
        count: upload.conflictCount + upload.decidedCount,
        of: upload.sources)
      {
        printError(sentence)
      }
      for file in upload.sources {
        if !tellStation(beside: file, words) { isSound = false }
      }
    }
    return isSound
  }

  /// Reports transactions and losses in the journal next to a file.
  ///
  /// - Returns: true if there are none.
  private func tellStation(
    beside file: StationFile, _ words: any Words
  ) -> Bool {
    do {
      guard let reading = try file.stationReading() else { return true }
      let unsavedCount = reading.unsaved.count
      if unsavedCount > 0 { printError(words.unsaved(unsavedCount, at: file)) }
      if reading.health.isWhole { return unsavedCount == 0 }
      for finding in words.findings(of: reading.health) { printError(finding) }
    } catch {
      // Its unsaved transactions are unknown then.
      printError(words.sentence(about: error))
    }
    return false
  }

  private func write(_ sentences: [String]) throws(FileError) {
    try StandardOutput.write(sentences.joined(separator: "\n") + "\n")
  }
}
