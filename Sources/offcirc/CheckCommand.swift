import ArgumentParser
import Circulation
import Offload
import Settings
import Station

/// Checks files before they are uploaded.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Find what is wrong, or odd, with files before the upload.",
    discussion: """
      Each finding is told with its line, how bad it is (error, warning, note), \
      what the library system will do with it, and what to do. Items are \
      followed through all of the files, in the order in which offcirc merge \
      would put their lines; whether the times of a line go backwards is about \
      its own file.

      As text, the first findings of each kind are told and the others counted, \
      and lines that follow each other and are no transactions for the same \
      reason are one finding; json and csv have all of them, line by line. \
      Nothing is changed.

      Exit status: 0 nothing but notes, 1 warnings, 2 errors, 74 a file can't \
      be read (the others are checked).
      """)

  @Argument(help: "Files like OffCirc.dat.")
  var files: [String]

  @Option(
    help: ArgumentHelp(
      "When the outage began; what is earlier is told.",
      valueName: "yyyy-mm-dd[Thh:mm]"))
  var since: Since?

  @Option(
    help: ArgumentHelp("The form of the findings.", valueName: "text|csv|json"))
  var format: OutputFormat = .text

  @OptionGroup var clock: ClockOptions
  @OptionGroup var options: CommonOptions

  func validate() throws {
    if files.contains("") { throw ValidationError("A file needs a name.") }
  }

  func run() throws {
    let place = CommandContext(settings: try options.settings().settings)
    let words = place.words
    let now = try clock.clock().now()
    let check = Check(
      files.map { StationFile(path: $0) },
      rules: Check.Rules(
        now: now, since: since?.time,
        numbers: place.settings.rules))
    for failure in check.failures { printError(place.sentence(failure)) }
    let progress = ProgressLine(words)
    let listing = FindingListing(format, of: check.files, words) {
      progress.erase()
    }
    let summary: Check.Summary
    do {
      summary = try check.run(
        limit: listing.limit, isByLine: listing.isByLine
      ) {
        progress.show($0, of: $1)
      } tell: {
        listing.add($0)
      }
      try listing.end(summary)
    } catch {
      progress.erase()
      throw place.failure(error)
    }
    if !check.failures.isEmpty { throw ExitCode.inputOutputError }
    if summary.count(of: .error) > 0 { throw ExitCode.errorsFound }
    if summary.count(of: .warning) > 0 { throw ExitCode.someRefused }
  }
}

/// A date, optionally with time: `YYYY-MM-DD[THH:MM]`.
struct Since: ExpressibleByArgument {
  let time: LocalTime

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
  }
}
