import ArgumentParser
import Catalogue
import Circulation
import Exchange
import Languages
import Offload
import Settings
import Station

/// Matches a job report with the lines it is about.
struct ReconcileCommand: ParsableCommand {
  static let configuration = CommandConfiguration(.reconcile)

  @Argument(help: ArgumentHelp(.report, .report), completion: .file())
  var report: String

  @Argument(help: ArgumentHelp(.uploadedFile, .file), completion: .file())
  var file: String

  @Option(
    help: ArgumentHelp(.worklist, .folder), completion: .directory)
  var output: String?

  @Option(
    help: ArgumentHelp(.retry, .file), completion: .file())
  var retry: String?

  @Option(
    help: ArgumentHelp(.format, valueName: "text|csv|json"))
  var format: OutputFormat = .text

  @OptionGroup var options: CatalogueOptions

  func validate() throws {
    if report.isEmpty || file.isEmpty || output?.isEmpty == true
      || retry?.isEmpty == true
    {
      throw ValidationError(.emptyName)
    }
  }

  func run() throws {
    let place = try options.context()
    let words = place.words
    do {
      // Such a file has no lines that a report could be about.
      if let foreign = try ForeignFile(at: file), !foreign.isText {
        printError(words.sentence(foreign, of: file))
        throw ExitCode.inputOutputError
      }
      let known = place.fromCatalogue { ($0, try KnownNeighbours($0)) }
      var worklist = try Worklist(
        of: JobReport(file: report), with: file, rules: place.settings.rules,
        isRetried: retry != nil,
        known: known?.1)
      if let catalogue = known?.0 { try add(catalogue, to: &worklist, words) }
      let document = worklist.document(
        words, language: place.settings.station.language.rawValue)
      for path in [output, retry].compactMap(\.self) {
        place.clearRemains(in: path.folder)
      }
      let written = try write(worklist, as: document, words)
      if let output {
        let removed = try WorklistFolder.removeRemains(in: output.folder)
        if !removed.isEmpty { printError(words.removedRemains(removed)) }
      }
      try show(worklist, as: document, written, words)
      if !worklist.isDone { throw ExitCode.someRefused }
    } catch let error as OtherFile {
      if !hasLines, let foreign = try? ForeignFile(at: file) {
        printError(words.sentence(foreign, of: file))
      } else {
        printError(words.sentence(error, report: report))
      }
      throw ExitCode.otherFile
    } catch let error as ReportError {
      printError(words.sentence(error, ofReport: report))
      throw ExitCode.inputOutputError
    } catch CirculationError.inTheWay(let path) {
      printError(words.inTheWay(path))
      throw ExitCode.inputOutputError
    } catch {
      throw place.failure(error)
    }
  }

  /// True if the uploaded file is one of a system whose lines have times.
  private var hasLines: Bool {
    guard
      let content = try? CommandContext.disk.open(file, for: .reading),
      let format = try? ExchangeFormat(of: content)
    else { return false }
    return format.hasTimes
  }

  /// Adds what only the catalogue tells; the list does without it.
  private func add(
    _ catalogue: Catalogue, to worklist: inout Worklist, _ words: any Words
  ) throws {
    do {
      try worklist.addLoansNotForLoan(by: catalogue)
    } catch let error as CatalogueError {
      printError(words.sentence(error))
    }
  }

  /// Writes the requested files, and returns sentences about them.
  private func write(
    _ worklist: Worklist, as document: Document, _ words: any Words
  ) throws -> [String] {
    let folder = output.map { WorklistFolder(path: $0) }
    let retryFile = retry.map { RetryFile(path: $0) }
    let count = worklist.retry.corrections.count
    // Neither is written if the other can't be.
    try folder?.refuseOld()
    try retryFile?.refuseOld(of: worklist.retry, beside: folder)
    var written: [String] = []
    // The list refers to the corrected lines, and must not exist without them.
    if let folder {
      let names = try folder.write(
        worklist, as: document, words, beside: count > 0 ? retryFile : nil)
      written.append(words.worklistWritten(folder.path, names: names))
    } else if count > 0 {
      try retryFile?.write(worklist.retry)
    }
    if let path = retryFile?.path {
      written.insert(
        count == 0
          ? words.nothingToRetry(path) : words.retryWritten(path, count: count),
        at: 0)
    }
    return written
  }

  private func show(
    _ worklist: Worklist, as document: Document, _ written: [String],
    _ words: any Words
  ) throws {
    switch format {
    case .text:
      let lines = written.map { $0 + "\n" }.joined()
      try StandardOutput.write(
        document.text + (lines.isEmpty ? "" : "\n" + lines))
    case .csv:
      var writer = RowWriter(.csv, Worklist.columns)
      for row in worklist.rows(words) { writer.add(row) }
      try writer.end()
    case .json: try StandardOutput.write(worklist.json(words))
    }
    // The formats for programs have no room for these sentences.
    if format == .csv {
      worklist.warnings.map(words.sentence).forEach(printError)
    }
    if format != .text { written.forEach(printError) }
  }
}
