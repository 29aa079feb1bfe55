import ArgumentParser
import Circulation
import Glibc
import Languages
import Offload
import Settings
import Station

/// Merges files with the decisions that somebody made about their lines.
struct FixCommand: ParsableCommand {
  static let configuration = CommandConfiguration(.fix)

  @Argument(help: ArgumentHelp(.dataFiles, .file), completion: .file())
  var files: [String]

  @Option(help: ArgumentHelp(.decisions, .file), completion: .file())
  var decisions: String

  @Option(help: ArgumentHelp(.mergedFile, .file), completion: .file())
  var output: String?

  @Option(
    help: ArgumentHelp(.decide, .decision),
    transform: DecisionText.init(argument:))
  var decide: [DecisionText] = []

  @Option(help: ArgumentHelp(.why, .words))
  var why: String?

  @OptionGroup var clock: ClockOptions
  @OptionGroup var options: CommonOptions

  func validate() throws {
    if files.contains("") || decisions.isEmpty || output?.isEmpty == true {
      throw ValidationError(.emptyName)
    }
    if output == nil, decide.isEmpty {
      throw ValidationError(.notOneOf("--output", "--decide"))
    }
    if why != nil, decide.isEmpty {
      throw ValidationError(.together("--why", "--decide"))
    }
  }

  func run() throws {
    let place = CommandContext(settings: try options.settings().settings)
    if let output { place.clearRemains(in: output.folder) }
    let progress = ProgressLine(place.words)
    do {
      let fix = try Fix(place.collected(files).map { StationFile(path: $0) }) {
        progress.show($0, of: $1)
      }
      progress.erase()
      for overlap in fix.overlaps { printError(place.words.leftOut(overlap)) }
      let decided = try decided(about: fix, place.words)
      guard let output else { return }
      try write(decided, of: fix, to: output, place.words)
    } catch {
      progress.erase()
      throw place.failure(error)
    }
  }

  /// Records the new decisions, and returns all, and true if all can be read.
  private func decided(
    about fix: Fix, _ words: any Words
  ) throws -> (decisions: [Decision.Numbered], isWhole: Bool) {
    guard !decide.isEmpty else {
      let reading = try DecisionFile.reading(at: decisions)
      return (reading.decisions, try tell(reading.damage, words))
    }
    let (now, who) = (try clock.clock().now(), Self.user)
    let new = try decide.map {
      Decision(try $0.act(in: fix, words), by: who, at: now, reason: why)
    }
    let file = try DecisionFile(at: decisions)
    let isWhole = try tell(file.damage, words)
    let numbered = file.numbered(new)
    let faults = fix.played(file.decisions + numbered).faults.filter {
      $0.number >= numbered[0].number
    }
    for fault in faults {
      printError(words.sentence(fault, of: fix.files))
    }
    guard faults.isEmpty else {
      printError(words.notDecided)
      throw ExitCode.someRefused
    }
    try file.append(new)
    try StandardOutput.write(words.decided(numbered, in: decisions) + "\n")
    return (file.decisions, isWhole)
  }

  /// Reports damage; returns true if there is none.
  ///
  /// - Throws: `ExitCode` if a decision can't be read: without it, the others
  ///   may mean something else.
  private func tell(
    _ damage: [DecisionReading.Damage], _ words: any Words
  ) throws -> Bool {
    if damage.isEmpty { return true }
    printError(words.damaged(damage, inDecisions: decisions))
    guard damage.allSatisfy(\.isTorn) else {
      printError(words.nothingFixed)
      throw ExitCode.someRefused
    }
    return false
  }

  private func write(
    _ decided: (decisions: [Decision.Numbered], isWhole: Bool), of fix: Fix,
    to output: String, _ words: any Words
  ) throws {
    let report = try fix.write(decided.decisions, to: output)
    for fault in report.faults {
      printError(words.sentence(fault, of: fix.files))
    }
    guard report.faults.isEmpty else {
      printError(words.nothingFixed)
      throw ExitCode.someRefused
    }
    if report.otherCount > 0 {
      printError(words.decisionsOfOthers(report.otherCount))
    }
    try StandardOutput.write(words.fixed(report, into: output) + "\n")
    if report.otherCount > 0 || !decided.isWhole { throw ExitCode.someRefused }
  }

  /// The name of the person at the computer.
  static var user: String {
    let variables = Environment.variables
    let name = variables["USER"] ?? variables["LOGNAME"] ?? ""
    return name.isEmpty ? "\(getuid())" : name
  }
}
