import ArgumentParser
import Glibc

/// Opens the room of copies where somebody sits before a terminal, and lists
/// them otherwise: `offcirc copies` alone.
struct CopiesRoomCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "room", shouldDisplay: false)

  @OptionGroup var list: CopyListOptions

  func run() throws {
    guard list.isPlain, isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1
    else { return try list.write() }
    try list.options.context().openCopies(
      catalogueIsNamed: list.options.catalogue != nil)
  }
}
