import ArgumentParser
import Circulation
import Foundation
import Offload
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
    transform: SheetFile.init(path:))
  var output: SheetFile

  @OptionGroup var options: CommonOptions

  func run() throws {
    let place = Workplace(settings: try options.settings().settings)
    let words = place.words
    place.clearRemains(in: output.path.folder)
    do {
      let page = try Page(
        title: words.sheetTitle, purpose: words.sheetPurpose,
        name: words.name(of:))
      try output.write(page)
    } catch let failure as DrawingFailure {
      complain(words.notDrawn(failure.reason))
      throw ExitCode.inputOutputError
    } catch {
      throw place.failure(error)
    }
  }
}

/// The file that a page is drawn into.
struct SheetFile {
  let path: String
  let form: Form

  init(path: String) throws {
    let name = path.lowercased()
    let forms = Form.allCases.filter { name.hasSuffix(".\($0.rawValue)") }
    guard let form = forms.first else {
      throw ValidationError("The name must end in .svg or .pdf.")
    }
    self.path = path
    self.form = form
  }

  /// Puts the page in the place of the file, whole or not at all.
  func write(_ page: Page) throws {
    let bytes = try page.drawn(as: form)
    // Nothing on the sheet is private.
    let disk = PosixFileSystem(mode: 0o666)
    if try disk.stamp(path) != nil {
      // It refuses a folder, a device, a link, and what is someone else's.
      _ = try disk.open(path, for: .writing)
    }
    _ = try disk.replace(path) { file throws(FileFailure) in
      try file.write(bytes.span, at: 0)
    }
  }
}
