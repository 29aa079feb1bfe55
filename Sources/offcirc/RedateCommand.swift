import ArgumentParser
import Circulation
import Offload
import Settings
import Station

/// Copies a file with shifted dates, for a station whose clock was wrong.
struct RedateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "redate",
    abstract: "Move the dates of a file whose station had a wrong clock.",
    discussion: """
      With --first, the first line gets this date and time, and the others \
      follow at the distance that they had; with --by, all of them are moved by \
      as much. --lines takes only some of the lines. FILE is not changed: a new \
      file is written, to be checked and put into a kit in its place.

      The ledger knows lines by their dates: do not redate what is in a kit \
      already.
      """)

  @Argument(help: "A file like OffCirc.dat.")
  var file: String

  @Option(help: ArgumentHelp("The new file.", valueName: "file"))
  var output: String

  @Option(
    help: ArgumentHelp(
      "When the first of the lines was recorded.",
      valueName: "yyyy-mm-dd[Thh:mm]"))
  var first: Since?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "What to add to each of the dates.", valueName: "±HH:MM"))
  var by: TimeShift?

  @Option(
    help: ArgumentHelp(
      "The lines to move, when not all of them.", valueName: "first-last"))
  var lines: LineRange?

  @OptionGroup var options: CommonOptions

  func validate() throws {
    if file.isEmpty || output.isEmpty {
      throw ValidationError("A file needs a name.")
    }
    if (first == nil) == (by == nil) {
      throw ValidationError("Give --first or --by, and not both.")
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
    } catch let fault as Redating.Fault {
      printError(words.sentence(fault))
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
