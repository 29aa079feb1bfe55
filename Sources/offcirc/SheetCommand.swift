import ArgumentParser
import Circulation
import Languages
import Offload
import Scanning
import Settings
import Sheet
import Station
import Textbooks

/// Draws the page of command codes.
struct SheetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(.sheet)

  @Option(
    help: ArgumentHelp(.sheet, .drawing),
    completion: .file(extensions: ["svg", "pdf"]),
    transform: { path in
      guard let file = SheetFile(path: path) else {
        throw ValidationError(.notADrawing)
      }
      return file
    })
  var output: SheetFile

  @OptionGroup var options: CommonOptions

  func run() throws {
    let place = CommandContext(settings: try options.settings().settings)
    let words = place.words
    let textbooks = place.settings.textbooks
    place.clearRemains(in: output.path.folder)
    do {
      let page = try Page(
        title: words.sheetTitle, purpose: words.sheetPurpose,
        withSlip: place.settings.printing.printsAtDesk,
        withStates: textbooks.notesStates
      ) { code in
        // A state has the school's own name.
        code.state.flatMap { textbooks.scale[$0] }
          .map { "\($0.id) \(words.label(of: $0))" } ?? words.name(of: code)
      }
      try output.write(page)
    } catch let failure as DrawingError {
      printError(words.sentence(failure))
      throw ExitCode.inputOutputError
    } catch {
      throw place.failure(error)
    }
  }
}
