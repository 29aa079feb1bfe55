import ArgumentParser
import Catalogue
import Circulation
import Languages
import Offload
import Settings

extension LibrarySystem: ExpressibleByArgument {}

/// Shows what the library system will answer to files.
struct RehearseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(.rehearse)

  @Argument(help: ArgumentHelp(.dataFiles, .file), completion: .file())
  var files: [String]

  @Option(
    name: .customLong("as"),
    help: ArgumentHelp(
      .librarySystem,
      valueName: LibrarySystem.allCases.map(\.rawValue).joined(separator: "|")))
  var system: LibrarySystem = .alma

  @Option(help: ArgumentHelp(.expectedReport, .file), completion: .file())
  var report: String?

  @Option(help: ArgumentHelp(.comparedReport, .report), completion: .file())
  var compare: String?

  @Option(help: ArgumentHelp(.format, valueName: "text|csv|json"))
  var format: OutputFormat = .text

  @OptionGroup var options: CatalogueOptions

  func validate() throws {
    if files.contains("") || report == "" || compare == "" {
      throw ValidationError(.emptyName)
    }
    if report != nil, compare != nil {
      throw ValidationError(.both("--report", "--compare"))
    }
    guard files.count > 1 else { return }
    if report != nil { throw ValidationError(.onlyOneFile("--report")) }
    if compare != nil { throw ValidationError(.onlyOneFile("--compare")) }
  }

  func run() throws {
    let place = try options.context()
    let progress = ProgressLine(place.words)
    do {
      let catalogue = try place.openCatalogue()
      if try isSecouru(place) {
        let rehearsal = try SecouruRehearsal(of: files, by: catalogue)
        return try SecouruListing(format, place.words).write(rehearsal)
      }
      let rehearsal = try Rehearsal(
        of: files, in: system, by: catalogue, due: place.settings.catalogue.due,
        on: WallClock.system.now())
      if let compare {
        try self.compare(rehearsal, with: compare, place, progress)
      } else {
        try show(rehearsal, RehearsalNotes(catalogue), place, progress)
      }
    } catch let error as OtherFile {
      progress.erase()
      printError(place.words.sentence(error, report: compare ?? ""))
      throw ExitCode.otherFile
    } catch let error as ReportError {
      progress.erase()
      printError(place.words.sentence(error, file: compare ?? ""))
      throw ExitCode.inputOutputError
    } catch {
      progress.erase()
      throw place.failure(error)
    }
  }

  /// Returns true if the files are for PMB's own page.
  ///
  /// - Throws: ``FileError``; exit status 64, after reporting it, if only some
  ///   are, or if options are given that do not apply to them.
  private func isSecouru(_ place: CommandContext) throws -> Bool {
    guard system == .pmb else { return false }
    let own = try files.filter { try SecouruRehearsal.takes($0) }
    guard let first = own.first else { return false }
    guard own.count == files.count, report == nil, compare == nil else {
      printError(place.words.secouruAlone(first))
      throw ExitCode.validationFailure
    }
    return true
  }

  // MARK: What will come

  private func show(
    _ rehearsal: Rehearsal, _ notes: RehearsalNotes, _ place: CommandContext,
    _ progress: ProgressLine
  ) throws {
    let words = place.words
    if let report, try !RehearsalReport.mayReplace(report, on: Self.disk) {
      printError(words.notARehearsal(report))
      throw ExitCode.inputOutputError
    }
    var listing = RehearsalListing(format, of: rehearsal, notes, words) {
      progress.erase()
    }
    var expected = RehearsalReport()
    let summary = try rehearsal.run {
      progress.show($0, of: $1)
    } tell: { line throws(CatalogueError) in
      try listing.add(line)
      if report != nil { expected.add(line) }
    }
    progress.erase()
    try listing.end(
      summary, language: place.settings.station.language.rawValue)
    if let report {
      try write(expected.bytes(lineCount: summary.lineCount), to: report)
      printError(words.rehearsalWritten(report, count: expected.count))
    }
    if summary.count(of: .fails) > 0 { throw ExitCode.errorsFound }
    if !summary.counts.isEmpty { throw ExitCode.someRefused }
  }

  private static let disk = CommandContext.disk

  private func write(_ bytes: [UInt8], to path: String) throws(FileError) {
    _ = try Self.disk.replace(path) { file throws(FileError) in
      try file.append(bytes.span)
    }
    try Self.disk.synchronizeFolder(path.folder)
  }

  // MARK: What came

  private func compare(
    _ rehearsal: Rehearsal, with report: String, _ place: CommandContext,
    _ progress: ProgressLine
  ) throws {
    var expected: [RehearsedLine] = []
    _ = try rehearsal.run {
      progress.show($0, of: $1)
    } tell: { line in
      if line.isReported { expected.append(line) }
    }
    progress.erase()
    let comparison = try RehearsalComparison(
      expected, with: JobReport(file: report), on: files[0])
    var writer = RowWriter(format, ["line", "cause", "expected", "reported"])
    for difference in comparison.differences {
      writer.add([
        .init(difference.line), .text(difference.cause.name),
        .init(difference.expected), .init(difference.reported),
      ])
    }
    try writer.end(
      text: comparison.document(
        rehearsal.basis, place.words,
        language: place.settings.station.language.rawValue
      ).text)
    if !comparison.differences.isEmpty { throw ExitCode.someRefused }
  }
}
