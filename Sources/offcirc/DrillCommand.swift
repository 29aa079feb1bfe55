import ArgumentParser
import Circulation
import Languages
import Settings
import Sheet
import Station

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

  /// True in the process that is killed on purpose.
  @Flag(help: .hidden)
  var inside = false

  @OptionGroup var common: CommonOptions

  func run() throws {
    let place = CommandContext(common.lenientSettings())
    do {
      if let sheet {
        try draw(sheet, in: place.words)
      } else if inside {
        try Exercise(at: place).openDesk()
      } else {
        try Exercise(at: place).run()
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
}
