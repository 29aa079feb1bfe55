import ArgumentParser
import Circulation
import Languages
import Offload
import Settings
import Station

/// Copies a file with shifted dates, for a station whose clock was wrong.
struct RedateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(.redate)

  @Argument(help: ArgumentHelp(.dataFile, .file), completion: .file())
  var file: String

  @Option(help: ArgumentHelp(.redatedFile, .file), completion: .file())
  var output: String

  @Option(
    help: ArgumentHelp(.first, .moment))
  var first: Since?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(.by, .shift))
  var by: TimeShift?

  @Option(
    help: ArgumentHelp(.lines, .lines))
  var lines: LineRange?

  @OptionGroup var options: CommonOptions

  func validate() throws {
    if file.isEmpty || output.isEmpty {
      throw ValidationError(.emptyName)
    }
    if (first == nil) == (by == nil) {
      throw ValidationError(.notOneOf("--first", "--by"))
    }
  }

  func run() throws {
    let place = CommandContext(settings: try options.settings().settings)
    let words = place.words
    place.clearRemains(in: output.folder)
    let move: Redating.Move =
      if let first {
        .first(first.time)
      } else {
        .by(minutes: (by?.seconds ?? 0) / 60)
      }
    do {
      let redating = Redating(
        of: file, lines: lines?.numbers ?? 1...Int.max, move)
      let report = try redating.write(to: output)
      if report.unreadable.count > 0 {
        printError(words.sentence(report.unreadable, of: file))
      }
      try StandardOutput.write(words.redated(report, as: output) + "\n")
      if report.unreadable.count > 0 { throw ExitCode.someRefused }
    } catch let error as RedatingError {
      printError(words.sentence(error))
      throw ExitCode.someRefused
    } catch CirculationError.inTheWay(let path) {
      printError(words.inTheWay(path))
      throw ExitCode.inputOutputError
    } catch {
      throw place.failure(error)
    }
  }
}

/// A range of line numbers: `FIRST-LAST`, or one number.
struct LineRange: ExpressibleByArgument {
  let numbers: ClosedRange<Int>

  init?(argument: String) {
    let parts = argument.split(
      separator: "-", omittingEmptySubsequences: false
    ).map { $0.allSatisfy { ("0"..."9").contains($0) } ? Int($0) : nil }
    guard
      1...2 ~= parts.count, let first = parts[0], let last = parts.last ?? nil,
      0 < first, first <= last
    else { return nil }
    numbers = first...last
  }
}
