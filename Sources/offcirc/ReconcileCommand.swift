import ArgumentParser
import Circulation
import Offload
import Settings
import Station

/// Matches a job report with the lines it is about.
struct ReconcileCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reconcile",
    abstract: "Explain the rejected lines of an upload, and list what to do.",
    discussion: """
      REPORT is the library system's report on the upload, as it was kept: text \
      copied from the page, the mail or a PDF; CSV; the saved page or mail; or \
      the .xlsx of its export. FILE is the very file that was uploaded.

      With --output, a folder gets the list as worklist.txt, .html, .csv and \
      .json, and the sets items.csv and users.csv; nothing that is there is \
      replaced. With --retry, the lines that can be corrected without doubt go \
      into a new file, to be uploaded; they are on the list as corrected, and \
      not in the sets.

      Exit status: 0 nothing is to be done, 1 something is, 2 the report \
      belongs to another file, 64 usage, 74 input/output error.
      """)

  @Argument(help: "The job report, as it was kept.")
  var report: String

  @Argument(help: "The file that was uploaded.")
  var file: String

  @Option(
    help: ArgumentHelp("A folder for the worklist.", valueName: "folder"))
  var output: String?

  @Option(
    help: ArgumentHelp(
      "A new file for the corrected lines.", valueName: "file"))
  var retry: String?

  @Option(
    help: ArgumentHelp("The form of the list.", valueName: "text|csv|json"))
  var format: OutputFormat = .text

  @OptionGroup var options: CommonOptions

  func validate() throws {
    if report.isEmpty || file.isEmpty || output?.isEmpty == true
      || retry?.isEmpty == true
    {
      throw ValidationError("A file or folder needs a name.")
    }
  }

  func run() throws {
    let place = CommandContext(settings: try options.settings().settings)
    let words = place.words
    do {
      // Such a file has no lines that a report could be about.
      if let foreign = try ForeignFile(at: file), !foreign.isText {
        printError(words.sentence(foreign, of: file))
        throw ExitCode.inputOutputError
      }
      let worklist = try Worklist(
        of: JobReport(file: report), with: file, rules: place.settings.rules,
        isRetried: retry != nil)
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
      if let foreign = try? ForeignFile(at: file) {
        printError(words.sentence(foreign, of: file))
      } else {
        printError(words.sentence(error, report: report))
      }
      throw ExitCode.otherFile
    } catch let fault as ReportFault {
      printError(sentence(fault, words))
      throw ExitCode.inputOutputError
    } catch CirculationError.inTheWay(let path) {
      printError(words.inTheWay(path))
      throw ExitCode.inputOutputError
    } catch {
      throw place.failure(error)
    }
  }

  /// Returns the message for a fault, naming the file's format if it is
  /// recognized.
  private func sentence(_ fault: ReportFault, _ words: any Words) -> String {
    guard
      fault.isOfAnyFile, let foreign = try? ForeignFile(at: report),
      !foreign.mayBeReport
    else { return words.sentence(fault, file: report) }
    return words.sentence(foreign, asReport: report)
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
      worklist.doubts.map(words.sentence).forEach(printError)
    }
    if format != .text { written.forEach(printError) }
  }
}
