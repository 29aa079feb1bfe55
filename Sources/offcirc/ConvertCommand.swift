import ArgumentParser
import Circulation
import Exchange
import Languages
import Offload
import Settings

extension ExchangeFormat: ExpressibleByArgument {}

/// Converts offline files for another library system.
struct ConvertCommand: ParsableCommand {
  static let configuration = CommandConfiguration(.convert)

  private static let systems =
    ExchangeFormat.allCases.map(\.rawValue).joined(separator: "|")

  @Argument(help: ArgumentHelp(.offlineFiles, .file), completion: .file())
  var files: [String]

  @Option(
    name: .customLong("to"), help: ArgumentHelp(.target, valueName: systems))
  var target: ExchangeFormat

  @Option(
    help: ArgumentHelp(.convertedFile, .fileOrFolder), completion: .file())
  var output: String

  @Option(
    name: .customLong("from"),
    help: ArgumentHelp(.sourceSystem, valueName: systems))
  var source: ExchangeFormat?

  @OptionGroup var zone: ZoneOptions

  @Option(name: .customLong("date"), help: ArgumentHelp(.rowTime, .moment))
  var time: Since?

  @Option(help: ArgumentHelp(.due, .noneOrMoment))
  var due: DueOption?

  @Option(name: .customLong("stat"), help: ArgumentHelp(.group, .number))
  var group: Int?

  @Flag(help: ArgumentHelp(.acceptLosses))
  var acceptLosses = false

  @OptionGroup var ledger: LedgerOptions

  @Flag(help: ArgumentHelp(.again))
  var again = false

  @OptionGroup var clock: ClockOptions
  @OptionGroup var options: CommonOptions

  func validate() throws {
    if files.contains("") || output.isEmpty {
      throw ValidationError(.emptyName)
    }
    if let group, !(1...999 ~= group) { throw ValidationError(.group(group)) }
  }

  func run() throws {
    let place = CommandContext(
      settings: try options.settings([.ledger: ledger.ledger]).settings)
    let words = place.words
    place.clearRemains(in: output.folder)
    let zone = zone.resolved()
    do {
      let conversion = try Conversion(
        of: files, from: source, to: target,
        ConversionOptions(
          zone: zone, time: time?.time, due: due?.due ?? .kept, group: group,
          acceptsLosses: acceptLosses), fileSystem: CommandContext.disk)
      let isNewLedger = try place.ledger.version() == nil
      let (outcome, damage) = try ConversionHandover(
        conversion, in: place.ledger, at: clock.clock().now()
      ).write(to: output, again: again)
      if !damage.isEmpty {
        printError(words.damaged(damage, inLedger: place.ledger.path))
      }
      let report: ConversionReport
      switch outcome {
      case .written(let new): report = new
      case .refused(let statuses):
        for (file, status) in statuses {
          printError(words.uploadStatus(status, of: file))
        }
        let warning = statuses.lazy.compactMap(\.1.warning).first
        printError(
          words.nothingConverted(warning, ledger: place.ledger.path))
        throw ExitCode.someRefused
      }
      if isNewLedger, target != .alma, let path = place.ledger.pathToName {
        printError(words.newLedger(path))
      }
      report.tell(of: files, in: zone, words)
      let read = zip(files, report.files).map {
        words.recognized($1, as: $0)
      }
      let written = report.written.map { words.converted($0, for: target) }
      try StandardOutput.write(
        (read + written + [words.balance(report)]).map { $0 + "\n" }.joined())
      if report.hasMissingRows { throw ExitCode.someRefused }
    } catch let error as ConversionError {
      if case .losses(let report) = error {
        report.tell(of: files, in: zone, words)
      }
      printError(words.sentence(error))
      throw ExitCode.someRefused
    } catch {
      throw place.failure(error)
    }
  }
}

/// The due dates of new files: `none`, or that of loans without one.
struct DueOption: ExpressibleByArgument {
  let due: ConversionOptions.Due

  init?(argument: String) {
    if argument == "none" {
      due = .computed
      return
    }
    // A day without a time is over at its end.
    let isDay = !argument.contains("T")
    guard let time = Since(argument: isDay ? argument + "T23:59" : argument)
    else { return nil }
    due = .fixed(time.time)
  }
}
