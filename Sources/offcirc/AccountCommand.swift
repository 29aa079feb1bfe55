import ArgumentParser
import Circulation
import Languages
import Offload
import Settings
import Sheet

/// Draws up an account of an outage.
struct AccountCommand: ParsableCommand {
  static let configuration = CommandConfiguration(.account)

  @Argument(
    help: ArgumentHelp(.dataFiles, .deskFile), completion: .file())
  var files: [String]

  @Option(help: ArgumentHelp(.decisions, .file), completion: .file())
  var decisions: String?

  @Option(
    help: ArgumentHelp(.accountReport, .report), completion: .file(),
    transform: ReportedUpload.init(argument:))
  var report: [ReportedUpload] = []

  @Option(
    help: ArgumentHelp(.accountFile, .file), completion: .file(),
    transform: AccountFile.init(argument:))
  var output: AccountFile

  @Option(
    help: ArgumentHelp(.toDoFile, .file), completion: .file(),
    transform: AccountFile.init(argument:))
  var toDo: AccountFile?

  @OptionGroup var ledger: LedgerOptions
  @OptionGroup var clock: ClockOptions
  @OptionGroup var options: CommonOptions

  func validate() throws {
    if files.contains("") || files.contains(where: { $0.hasSuffix("=") })
      || decisions?.isEmpty == true
    {
      throw ValidationError(.emptyName)
    }
  }

  func run() throws {
    let settings = try options.settings([.ledger: ledger.ledger])
    let place = CommandContext(settings: settings.settings)
    for page in [output, toDo].compactMap(\.self) {
      place.clearRemains(in: page.path.folder)
    }
    let progress = ProgressLine(place.words)
    do {
      let collected = try place.collection(
        files.map { StationFile(argument: $0) })
      let roll = place.callRoll(of: collected)
      let fix = try Fix(collected.files) { progress.show($0, of: $1) }
      progress.erase()
      let account = Account(
        of: fix, by: try decided(about: fix, place.words),
        uploads: try report.map { try $0.upload(place) },
        handedOver: place.ledgerIfReadable(),
        expecting: place.expectedDesks, at: try clock.clock().now())
      for error in account.errors { _ = place.failure(error) }
      try write(account, roll, of: place)
      guard roll.isComplete, account.isSettled else {
        throw ExitCode.someRefused
      }
    } catch let error as DrawingError {
      progress.erase()
      printError(place.words.sentence(error))
      throw ExitCode.inputOutputError
    } catch {
      progress.erase()
      throw place.failure(error)
    }
  }

  /// Returns the decisions about the files.
  ///
  /// - Throws: ``DecisionError``; ``FileError``; exit status 1, after reporting
  ///   it, if one can't be read or played: what became of lines is unknown.
  private func decided(
    about fix: Fix, _ words: any Words
  ) throws -> [Decision.Numbered] {
    guard let path = decisions else { return [] }
    let reading = try DecisionFile.reading(at: path)
    if !reading.damage.isEmpty {
      printError(words.damaged(reading.damage, inDecisions: path))
    }
    let faults = fix.played(reading.decisions).faults
    for fault in faults { printError(words.sentence(fault, of: fix.files)) }
    guard faults.isEmpty, reading.damage.allSatisfy(\.isTorn) else {
      printError(words.nothingFixed)
      throw ExitCode.someRefused
    }
    return reading.decisions
  }

  private func write(
    _ account: Account, _ roll: RollCall, of place: CommandContext
  ) throws {
    let words = place.words
    let language = place.settings.station.language.rawValue
    try output.write(
      Document(of: account, words, language: language), words)
    var written = [words.accountWritten(account, to: output.path)]
    if let toDo {
      try toDo.write(
        Document(toDoAfter: account, roll, words, language: language), words)
      written.append(words.toDoWritten(to: toDo.path))
    }
    try StandardOutput.write(written.joined(separator: "\n") + "\n")
  }
}

/// A report on an upload, and the uploaded file: `REPORT=FILE`.
struct ReportedUpload {
  private let report: String
  private let file: String

  /// Parses an argument of the command line.
  init(argument: String) throws {
    // The name of a file may have the sign, too.
    let signs = argument.indices.filter { argument[$0] == "=" }
    let parts = signs.map {
      (
        String(argument[..<$0]),
        String(argument[argument.index(after: $0)...])
      )
    }.filter { !$0.0.isEmpty && !$0.1.isEmpty }
    let present = parts.first { part in
      (try? CommandContext.disk.target(of: part.0)) == .file
    }
    guard let part = present ?? parts.first else {
      throw ValidationError(.notReportAndFile(argument))
    }
    (report, file) = part
  }

  /// Reads the report and matches it with the file.
  ///
  /// - Throws: ``FileError``; the exit status of an error, after reporting it.
  func upload(_ place: CommandContext) throws -> AccountedUpload {
    do {
      return try AccountedUpload(
        Worklist(
          of: JobReport(file: report), with: file, rules: place.settings.rules))
    } catch let error as OtherFile {
      printError(place.words.sentence(error, report: report))
      throw ExitCode.otherFile
    } catch let error as ReportError {
      printError(place.words.sentence(error, file: report))
      throw ExitCode.inputOutputError
    }
  }
}

/// The file of an account, by the ending of its name.
struct AccountFile {
  private enum Kind: String, CaseIterable {
    case html, pdf, txt
  }

  /// The path of the file.
  let path: String
  private let kind: Kind

  /// Parses an argument of the command line.
  init(argument: String) throws {
    let name = argument.lowercased()
    guard
      let kind = Kind.allCases.first(where: {
        name.hasSuffix(".\($0.rawValue)")
      })
    else { throw ValidationError(.notAPage) }
    path = argument
    self.kind = kind
  }

  /// Writes a page, whole or not at all.
  ///
  /// - Throws: ``DrawingError``; ``FileError``.
  func write(_ document: Document, _ words: any PaperWords) throws {
    try CommandContext.disk.writeWhole(bytes(of: document, words), to: path)
  }

  private func bytes(
    of document: Document, _ words: any PaperWords
  ) throws(DrawingError) -> [UInt8] {
    switch kind {
    case .html: return Array(document.html.utf8)
    case .txt: return Array(document.text.utf8)
    case .pdf:
      return try Printout.papers([document.paper])
        .pages(.ofDrawing(), words).pages.drawn(as: .pdf)
    }
  }
}

extension Document {
  /// The page, to be laid out on paper.
  fileprivate var paper: Paper {
    Paper(title: title, parts: blocks.flatMap(\.parts))
  }
}

extension Document.Block {
  fileprivate var parts: [Paper.Part] {
    switch self {
    case .heading(let text): [.heading(text)]
    case .paragraph(let text): [.paragraph(text)]
    case .points(let points): points.map { .paragraph("– " + $0) }
    case .steps(let steps):
      zip(1..., steps).map { .paragraph("[ ] \($0). \($1)") }
    case .table(let head, let rows): [.table(head: head, rows: rows)]
    case .chart(let head, let rows):
      [.chart(head: head, rows: rows.map(\.cells), shares: rows.shares)]
    }
  }
}
