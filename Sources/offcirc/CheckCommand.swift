import ArgumentParser
import Catalogue
import Circulation
import Exchange
import Languages
import Offload
import Settings
import Station

/// Checks files before they are uploaded.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(.check)

  @Argument(help: ArgumentHelp(.dataFiles, .file), completion: .file())
  var files: [String] = []

  @OptionGroup var shared: SharedFilesOptions

  @Option(
    help: ArgumentHelp(.since, .moment))
  var since: Since?

  @Option(
    help: ArgumentHelp(.format, valueName: "text|csv|json"))
  var format: OutputFormat = .text

  @OptionGroup var zone: ZoneOptions
  @OptionGroup var ledger: LedgerOptions
  @OptionGroup var clock: ClockOptions
  @OptionGroup var options: CatalogueOptions

  func validate() throws {
    try shared.validate(beside: files)
    if files.contains("") { throw ValidationError(.emptyName) }
  }

  func run() throws {
    let place = try options.context([.ledger: ledger.ledger])
    let words = place.words
    let now = try clock.clock().now()
    let shared = try shared.fetch(
      place, beside: self.files, looksAtJournals: format == .text)
    defer { shared?.remove() }
    let collected = CollectedFiles(
      self.files.map { StationFile(path: $0) }, and: shared)
    let files = collected.files.map(\.path)
    let offline = files.compactMap { OfflineInput(at: $0) }
    let others = Set(offline.map(\.path))
    let check = Check(
      files.filter { !others.contains($0) }.map { StationFile(path: $0) },
      rules: Check.Rules(
        now: now, since: since?.time,
        numbers: place.settings.rules), errors: collected.errors)
    for error in check.errors { printError(place.sentence(error)) }
    var isComplete =
      place.callRoll(of: collected).isComplete && shared?.isComplete ?? true
    let handedOver = format == .text ? place.ledgerIfReadable() : nil
    let progress = ProgressLine(words)
    let listing = FindingListing(
      format, of: check.files, words, hasFormats: !offline.isEmpty,
      notes: place.fromCatalogue { try FindingNotes($0) }
    ) {
      progress.erase()
    }
    let summary: Check.Summary
    var counts = OfflineChecking()
    do {
      summary = try check.run(
        limit: listing.limit, isByLine: listing.isByLine
      ) {
        progress.show($0, of: $1)
      } survey: {
        listing.add($0) { file in
          place.standing(of: file, by: handedOver, isKnown: &isComplete)
        }
      } tell: {
        listing.add($0)
      }
      if !offline.isEmpty {
        let rules = OfflineCheck.Rules(
          zone: zone.resolved(), now: now, since: since?.time)
        counts = try listing.check(offline, rules)
      }
      try listing.end(summary, counts.conclusions)
      if let error = listing.catalogueError {
        printError(words.sentence(error))
      }
    } catch {
      progress.erase()
      throw place.failure(error)
    }
    if !check.errors.isEmpty { throw ExitCode.inputOutputError }
    if summary.count(of: .error) + counts.errorCount > 0 {
      throw ExitCode.errorsFound
    }
    if summary.count(of: .warning) + counts.warningCount > 0 || !isComplete {
      throw ExitCode.someRefused
    }
  }
}

/// A date, optionally with time: `YYYY-MM-DD[THH:MM]`.
struct Since: ExpressibleByArgument {
  let time: LocalTime
  /// True if only a date is given.
  let isDayOnly: Bool

  init?(argument: String) {
    let parts = argument.split(
      separator: "T", maxSplits: 1, omittingEmptySubsequences: false)
    let day = parts[0].split(separator: "-", omittingEmptySubsequences: false)
    let clock =
      parts.count > 1
      ? parts[1].split(separator: ":", omittingEmptySubsequences: false)
      : ["00", "00"]
    let numbers = (day + clock).compactMap { part in
      part.allSatisfy { ("0"..."9").contains($0) } ? Int(part) : nil
    }
    guard
      day.map(\.count) == [4, 2, 2], clock.map(\.count) == [2, 2],
      numbers.count == 5,
      let time = LocalTime(
        year: numbers[0], month: numbers[1], day: numbers[2],
        hour: numbers[3], minute: numbers[4])
    else { return nil }
    self.time = time
    isDayOnly = parts.count == 1
  }
}
