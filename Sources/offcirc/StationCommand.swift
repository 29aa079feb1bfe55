import ArgumentParser
import Circulation
import Station
import Terminal

extension Station.Bell: ExpressibleByArgument {}

/// Opens the blue window.
struct StationCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "station",
    abstract: "Open the station in this terminal (the default).")

  @OptionGroup var options: DeskOptions
  @OptionGroup var clock: ClockOptions
  @OptionGroup var copy: CopyOptions

  @Option(
    help: ArgumentHelp(
      "The name of the desk, for the title of the window.", valueName: "name"))
  var desk: String = ""

  @Option(
    help: ArgumentHelp(
      "When the bell rings: errors, all (twice for an error), none.",
      valueName: "errors|all|none"))
  var bell: Station.Bell = .errors

  func run() throws {
    let openDesk = try options.openDesk(clock, copyingTo: copy)
    let terminal: Terminal
    do throws(TerminalError) {
      terminal = try Terminal()
    } catch {
      throw options.failure(error)
    }
    var station = Station(
      desk: openDesk, size: terminal.size, words: options.words,
      deskName: desk, bell: bell)
    let ending = station.run(on: terminal)
    terminal.close()
    options.close(openDesk)
    if let ending { Terminal.end(ending) }
  }
}
