import ArgumentParser
import Circulation
import Glibc
import Languages
import Offload
import Settings
import Station

/// Checks a desk before an outage.
struct ReadyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(.ready)

  @OptionGroup var options: DeskOptions
  @OptionGroup var copy: CopyOptions
  @OptionGroup var ledger: LedgerOptions
  @OptionGroup var catalogue: CatalogueFileOptions
  @OptionGroup var share: ShareOptions

  @Option(help: ArgumentHelp(.format, valueName: "text|csv|json"))
  var format: OutputFormat = .text

  @Flag(help: ArgumentHelp(.quiet))
  var quiet = false

  func run() throws {
    let settings = options.sources([
      .copyTo: copy.copyTo, .ledger: ledger.ledger, .file: catalogue.catalogue,
      .share: share.share,
    ]).readLeniently()
    let place = CommandContext(settings)
    let clock = WallClock.system
    let notes = PracticeNotes.ofUser
    let name = place.settings.station.desk
    let readiness = Readiness(
      of: name.isEmpty ? place.folder.path : name, at: clock.now(),
      DeskLook(at: place, by: settings, clock, notes).look())
    do {
      try write(readiness, in: place.words)
    } catch {
      throw place.failure(error)
    }
    do throws(FileError) {
      try notes.note(
        readiness.result, of: place.folder, at: readiness.time)
    } catch {
      // The check itself is done and told.
      printError(place.words.sentence(error))
    }
    switch readiness.result.verdict {
    case .ok: break
    case .check: throw ExitCode.someRefused
    case .fail: throw ExitCode.notReady
    }
  }

  private func write(_ readiness: Readiness, in words: any Words) throws {
    var writer = RowWriter(format, ["subject", "verdict", "reason", "remedy"])
    let findings = quiet ? readiness.points : readiness.findings
    for finding in findings {
      let remedy = words.remedy(for: finding)
      writer.add([
        .text(finding.subject.rawValue), .text(finding.verdict.rawValue),
        .text(words.reason(of: finding)), .init(remedy.isEmpty ? nil : remedy),
      ])
    }
    // A window narrower than a station's breaks the lines itself.
    let width = min(max(columns(of: STDOUT_FILENO) ?? 80, 60), 80)
    let table = readiness.table(of: findings, in: words, width: width)
    // A timer that finds nothing says nothing.
    try writer.end(
      text: findings.isEmpty ? "" : table.joined(separator: "\n") + "\n")
  }
}

extension PracticeNotes {
  /// The notes of the user who runs this process.
  static var ofUser: PracticeNotes {
    PracticeNotes(of: UserFolders(environment: Environment.variables))
  }
}
