import ArgumentParser
import Circulation
import Languages
import Settings
import Station

/// Saves to the file, without a window.
struct SaveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(.save)

  @OptionGroup var options: DeskOptions
  @OptionGroup var copy: CopyOptions

  func run() throws {
    let sources = options.sources([.copyTo: copy.copyTo])
    let place = CommandContext(try sources.readOrReport(forDesk: true))
    let desk = try place.openDesk()
    var report = DeskReport(of: desk, at: place)
    let saving = Result { try save(desk, at: place) }
    try place.close(desk)
    report.tellNews()
    try saving.get()
    if !report.isSound { throw ExitCode.someRefused }
  }

  private func save(_ desk: Desk, at place: CommandContext) throws {
    do throws(FileError) {
      let count = try desk.save()
      try StandardOutput.write(
        place.words.saveReport(count, path: desk.folder.dataFile) + "\n")
    } catch {
      guard error.operation == .noteSave else { throw place.failure(error) }
      printError(place.words.notSaved(error))
      throw ExitCode.inputOutputError
    }
  }
}
