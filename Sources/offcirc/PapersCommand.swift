import ArgumentParser
import Catalogue
import Circulation
import Languages
import Settings
import Sheet
import Textbooks

extension PaperKind: ExpressibleByArgument {}

/// Makes papers for textbooks.
struct PapersCommand: ParsableCommand {
  static let configuration = CommandConfiguration(.papers)

  @Argument(help: ArgumentHelp(.paper, .paper))
  var paper: PaperKind

  @Option(name: .customLong("class"), help: ArgumentHelp(.paperClass, .name))
  var schoolClass: String?

  @Option(help: ArgumentHelp(.paperBorrower, .number))
  var borrower: String?

  @Option(
    help: ArgumentHelp(.paperFile, .paperFile),
    completion: .file(extensions: ["pdf", "txt"]),
    transform: { name in
      guard let file = PaperFile(name) else {
        throw ValidationError(.notAPaper)
      }
      return file
    })
  var output: PaperFile

  @Option(help: ArgumentHelp(.labels, valueName: "3x8"))
  var labels: String?

  @Option(help: ArgumentHelp(.skip, valueName: "n"))
  var skip: Int?

  @OptionGroup var options: FineOptions

  func validate() throws {
    if (schoolClass == nil) == (borrower == nil) {
      throw ValidationError(.notOneOf("--class", "--borrower"))
    }
    let ofLabels = [
      labels.map { _ in "--labels" }, skip.map { _ in "--skip" },
    ].compactMap(\.self)
    if paper != .loanLabels, !ofLabels.isEmpty {
      throw ValidationError(.onlyOfLabels(ofLabels))
    }
    if let labels, LabelSheet(labels) == nil {
      throw ValidationError(.labels(labels))
    }
    if let skip, !(0..<sheet.count).contains(skip) {
      throw ValidationError(.skip(maximum: sheet.count - 1))
    }
  }

  private var sheet: LabelSheet {
    labels.flatMap { LabelSheet($0) } ?? .usual
  }

  func run() throws {
    let place = try options.context()
    do {
      _ = try place.hasFolder(named: options.desk.files)
      let now = WallClock.system.now()
      let reading = try PaperReading(of: place, at: now)
      let accounts = try reading.accounts(
        ofClass: schoolClass, borrower: borrower, keepingAll: paper.isOfAll)
      if paper == .reminder, let due = reading.due, !due.precedes(now) {
        printError(place.words.notDueYet(place.words.day(due)))
      }
      try write(
        PaperRequest(
          paper, for: accounts, schoolClass: schoolClass,
          scale: place.settings.textbooks.scale,
          sender: place.settings.station.desk, due: reading.due, at: now,
          labels: sheet, skippedLabels: skip ?? 0), of: place)
    } catch let error as DrawingError {
      printError(place.words.sentence(error))
      throw ExitCode.inputOutputError
    } catch {
      throw place.failure(error)
    }
  }

  /// Writes the papers; reports it and throws exit status 1 if there is nothing
  /// to print.
  private func write(
    _ request: PaperRequest, of place: CommandContext
  ) throws {
    let words = place.words
    let printout = Printout(request, words)
    guard !printout.isEmpty else {
      printError(words.nothingToPrint(paper))
      throw ExitCode.someRefused
    }
    switch output {
    case .standardOutput:
      try StandardOutput.write(printout.texts.joined(separator: "\n\n"))
    case .text(let path):
      place.clearRemains(in: path.folder)
      // A printer begins a page at each form feed.
      let text = printout.texts.joined(separator: "\u{c}")
      try CommandContext.disk.writeWhole(Array(text.utf8), to: path)
    case .pdf(let path):
      place.clearRemains(in: path.folder)
      let (pages, withoutCode) = try printout.pages(.ofDrawing(), words)
      try CommandContext.disk.writeWhole(pages.drawn(as: .pdf), to: path)
      if withoutCode > 0 { printError(words.withoutCode(withoutCode)) }
      try StandardOutput.write(words.written(path, pages: pages.count) + "\n")
    }
  }
}

extension PaperKind {
  /// True if it names pupils who have nothing, too.
  fileprivate var isOfAll: Bool { self == .classList || self == .contactSheet }
}
