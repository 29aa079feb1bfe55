import ArgumentParser
import Circulation
import Foundation
import Offload
import Settings
import Sheet
import Station

/// Draws the page of command codes.
struct SheetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sheet",
    abstract: "Draw a page of bar codes that do what the keys do.",
    discussion: """
      The page is of A4, to be printed at its full size. A file that is there \
      already is replaced.
      """)

  @Option(
    help: ArgumentHelp(
      "The file to write; its name ends in .svg or .pdf.",
      valueName: "file.svg|.pdf"),
    transform: { path in
      guard let file = SheetFile(path: path) else {
        throw ValidationError("The name must end in .svg or .pdf.")
      }
      return file
    })
  var output: SheetFile

  @OptionGroup var options: CommonOptions

  func run() throws {
    let place = CommandContext(settings: try options.settings().settings)
    let words = place.words
    place.clearRemains(in: output.path.folder)
    do {
      let page = try Page(
        title: words.sheetTitle, purpose: words.sheetPurpose,
        name: words.name(of:))
      try output.write(page)
    } catch let failure as DrawingFailure {
      printError(words.notDrawn(failure.reason))
      throw ExitCode.inputOutputError
    } catch {
      throw place.failure(error)
    }
  }
}
