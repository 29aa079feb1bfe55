import ArgumentParser
import Circulation
import Station

/// Does what Save To File does, without the window.
struct SaveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "save",
    abstract: "Add what is not saved yet to OffCirc.dat.")

  @OptionGroup var options: DeskOptions
  @OptionGroup var copy: CopyOptions

  func run() throws {
    let desk = try options.openDesk(copyingTo: copy)
    defer { options.close(desk) }
    reportOpening(of: desk, options.words)
    do throws(FileFailure) {
      let count = try desk.save()
      try StandardOutput.write(
        options.words.saveReport(count, path: desk.folder.dataFile) + "\n")
    } catch {
      guard error.act == .noteSave else { throw options.failure(error) }
      complain(options.words.notSaved(error))
      throw ExitCode.inputOutputError
    }
    if !desk.opening.damage.isEmpty { throw ExitCode.someRefused }
  }
}

/// Says what was found when the desk was opened, if it is out of the ordinary.
func reportOpening(of desk: Desk, _ words: any Words) {
  guard !desk.opening.isUneventful else { return }
  if let found = words.opening(desk) { complain(found) }
}
