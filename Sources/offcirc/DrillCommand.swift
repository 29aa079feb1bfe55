import ArgumentParser
import Circulation
import Languages
import Offload
import Settings
import Sheet
import Station
import Typesetting

/// Leads a person through an exercise, or draws its sheet.
struct DrillCommand: ParsableCommand {
  static let configuration = CommandConfiguration(.drill)

  @Option(
    help: ArgumentHelp(.practiceSheet, .drawing),
    completion: .file(extensions: ["svg", "pdf"]),
    transform: { path in
      guard let file = SheetFile(path: path) else {
        throw ValidationError(.notADrawing)
      }
      return file
    })
  var sheet: SheetFile?

  @Option(help: ArgumentHelp(.drillName, .name))
  var name: String?

  @Flag(help: ArgumentHelp(.shortDrill))
  var short = false

  @Flag(help: ArgumentHelp(.drillHistory))
  var history = false

  @Option(help: ArgumentHelp(.format, valueName: "text|csv|json"))
  var format: OutputFormat?

  /// True in the process that is killed on purpose.
  @Flag(help: .hidden)
  var inside = false

  @OptionGroup var common: CommonOptions

  func validate() throws {
    if sheet != nil, history {
      throw ValidationError(.both("--sheet", "--history"))
    }
    if name != nil, history {
      throw ValidationError(.both("--name", "--history"))
    }
    if short, history {
      throw ValidationError(.both("--short", "--history"))
    }
    if format != nil, !history {
      throw ValidationError(.needs("--format", "--history"))
    }
  }

  func run() throws {
    let place = CommandContext(common.lenientSettings())
    let exercise = Exercise(
      at: place, name: name?.trimmingWhitespace ?? "",
      steps: short ? Drill.Step.short : Drill.Step.allCases)
    do {
      if history {
        try list(PracticeNotes.ofUser.drills(), in: place.words)
      } else if let sheet {
        try draw(sheet, in: place.words)
      } else if inside {
        try exercise.openDesk()
      } else {
        try exercise.run()
      }
    } catch let failure as DrawingError {
      printError(place.words.sentence(failure))
      throw ExitCode.inputOutputError
    } catch {
      throw place.failure(error)
    }
  }

  private func draw(_ file: SheetFile, in words: any Words) throws {
    try file.write(
      PrintedPage(practice: words.practiceTitle, purpose: words.practicePurpose)
    )
  }

  private func list(_ drills: [PastDrill], in words: any Words) throws {
    var writer = RowWriter(
      format ?? .text, ["time", "name", "passed", "steps", "minutes"])
    for drill in drills {
      writer.add([
        .text(drill.time.iso8601), .init(drill.name.isEmpty ? nil : drill.name),
        .number(drill.passedCount), .number(drill.stepCount),
        .number(drill.minutes),
      ])
    }
    let table = Document.table(
      words.drillHeadings,
      drills.map { drill in
        [
          words.tableTime(drill.time),
          "\(drill.passedCount)/\(drill.stepCount)",
          "\(drill.minutes)", drill.name.printable,
        ]
      })
    try writer.end(
      text: (drills.isEmpty ? [words.noDrills] : table)
        .map { $0 + "\n" }.joined())
  }
}
