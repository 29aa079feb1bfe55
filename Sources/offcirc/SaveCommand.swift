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
    let place = try options.workplace([.copyTo: copy.copyTo])
    let desk = try place.openDesk()
    defer { place.close(desk) }
    reportOpening(of: desk, place.words)
    do throws(FileFailure) {
      let count = try desk.save()
      try StandardOutput.write(
        place.words.saveReport(count, path: desk.folder.dataFile) + "\n")
    } catch {
      guard error.act == .noteSave else { throw place.failure(error) }
      complain(place.words.notSaved(error))
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
