import ArgumentParser
import Circulation
import Exchange
import Languages
import Offload
import Settings
import Station

/// Merges the files of one desk's stations.
struct MergeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(.merge)

  @Argument(help: ArgumentHelp(.dataFiles, .file), completion: .file())
  var files: [String] = []

  @OptionGroup var shared: SharedFilesOptions

  @Option(help: ArgumentHelp(.mergedFile, .file), completion: .file())
  var output: String

  @OptionGroup var zone: ZoneOptions

  @Option(name: .customLong("date"), help: ArgumentHelp(.rowTime, .moment))
  var time: Since?

  @Flag(help: ArgumentHelp(.acceptLosses))
  var acceptLosses = false

  @Option(
    help: ArgumentHelp(.format, valueName: "text|csv|json"))
  var format: OutputFormat = .text

  @OptionGroup var options: CommonOptions

  func validate() throws {
    try shared.validate(beside: files)
    if files.contains("") || output.isEmpty {
      throw ValidationError(.emptyName)
    }
  }

  func run() throws {
    let place = CommandContext(settings: try options.settings().settings)
    place.clearRemains(in: output.folder)
    let fetched = try shared.fetch(
      place, beside: self.files, looksAtJournals: false)
    defer { fetched?.remove() }
    let files = try place.collection(
      self.files.map { StationFile(path: $0) }, and: fetched
    ).files.map(\.path)
    try merge(files, place)
    if fetched?.isComplete == false { throw ExitCode.someRefused }
  }

  private func merge(_ files: [String], _ place: CommandContext) throws {
    let words = place.words
    let offline = files.compactMap { OfflineInput(at: $0) }
    if !offline.isEmpty { return try merge(files, offline, place) }
    let progress = ProgressLine(words)
    let merge: Merge
    let report: Merge.Report
    do {
      merge = try Merge(files.map { StationFile(path: $0) })
      report = try merge.write(
        to: output,
        keeping: format == .text ? ConflictFinder.maximumKept : .max
      ) {
        progress.show($0, of: $1)
      }
      progress.erase()
    } catch {
      progress.erase()
      throw place.failure(error)
    }
    for overlap in merge.overlaps { printError(words.leftOut(overlap)) }
    for (index, marks) in report.marks.sorted(by: { $0.key < $1.key }) {
      printError(words.leftOut(marks, of: merge.files[index].path))
    }
    for (index, lines) in report.unreadable.sorted(by: { $0.key < $1.key }) {
      let path = merge.files[index].path
      printError(words.sentence(lines, of: path))
      if let foreign = try? ForeignFile(at: path) {
        printError(words.sentence(foreign, of: path))
      }
    }
    let conflicts = report.conflicts
    let shared = conflicts.shared(among: merge.files)
    do {
      if format == .text {
        let sentences = words.sentences(
          shared, conflicts.first + conflicts.decided,
          count: conflicts.count + conflicts.decidedCount, of: merge.files)
        sentences.forEach(printError)
        try StandardOutput.write(
          words.merged(
            lineCount: report.lineCount, fileCount: merge.files.count,
            into: output) + "\n")
      } else {
        for shared in shared { printError(words.sentence(shared)) }
        try ConflictRows(of: merge.files, words)
          .write(conflicts.first + conflicts.decided, as: format)
      }
    } catch {
      throw place.failure(error)
    }
    if conflicts.count > 0 || !shared.isEmpty || !report.unreadable.isEmpty {
      throw ExitCode.someRefused
    }
  }

  /// Merges files of other systems too.
  private func merge(
    _ files: [String], _ inputs: [OfflineInput], _ place: CommandContext
  ) throws {
    let options = ConversionOptions(
      zone: zone.resolved(), time: time?.time,
      acceptsLosses: acceptLosses)
    do {
      try OfflineMerge(files: files, inputs: inputs, options: options)
        .write(to: output, place.words)
    } catch {
      throw place.failure(error)
    }
  }
}
