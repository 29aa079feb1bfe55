import Catalogue
import Circulation
import Languages
import Settings
import Station
import Terminal

extension CommandContext {
  /// Opens the room of copies in this terminal until a person closes it.
  ///
  /// - Parameter isNamed: true if somebody named the catalogue: then it must
  ///   exist.
  /// - Throws: `ExitCode`, after reporting the error.
  func openCopies(catalogueIsNamed isNamed: Bool) throws {
    let desk = try openDesk(renewingLists: true)
    let terminal: Terminal
    do throws(TerminalError) {
      terminal = try Terminal()
    } catch {
      throw failure(error)
    }
    var station = Station(
      copiesAt: desk, TextbookDesk(ofCopies: settings.textbooks),
      lists: CatalogueWatch(
        settings.catalogue.file, isNamed: isNamed,
        itemCut: settings.catalogue.itemCut,
        borrowerCut: settings.catalogue.borrowerCut),
      size: terminal.size, words: words, bell: settings.station.bell,
      rules: settings.rules)
    let ending = station.run(on: terminal, settings.station.theme)
    terminal.close()
    try close(desk)
    if let ending { Terminal.end(ending) }
  }
}
