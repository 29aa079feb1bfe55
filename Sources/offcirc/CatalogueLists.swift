import ArgumentParser
import Catalogue
import Circulation
import Languages
import Settings

/// Makes the catalogue again from its kept lists.
struct CatalogueRebuildCommand: ParsableCommand {
  static let configuration = CommandConfiguration(.catalogueRebuild)

  @OptionGroup var options: CatalogueOptions

  func run() throws {
    let place = try options.context()
    let path = place.settings.catalogue.file
    do {
      try place.eraseOldLists()
      let count = try Rebuilding(of: path, on: CommandContext.disk).rebuild()
      try StandardOutput.write(
        place.words.rebuilt(path, listCount: count) + "\n")
    } catch {
      throw place.failure(error)
    }
  }
}

/// Erases lists from the catalogue.
struct CatalogueEraseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(.catalogueErase)

  @Flag(help: ArgumentHelp(.onlyBorrowers))
  var borrowers = false

  @OptionGroup var options: CatalogueOptions

  func run() throws {
    let place = try options.context()
    let path = place.settings.catalogue.file
    do {
      let erased = try Rebuilding(of: path, on: CommandContext.disk)
        .erase(borrowers ? .borrowers(before: nil) : .all)
      try StandardOutput.write(place.words.erased(erased) + "\n")
    } catch {
      throw place.failure(error)
    }
  }
}

extension CommandContext {
  /// Erases lists of borrowers that are older than the settings say, and reports
  /// them.
  ///
  /// - Throws: ``CatalogueError``.
  func eraseOldLists(_ clock: WallClock = .system) throws {
    let days = settings.catalogue.keepDays
    guard days > 0 else { return }
    let first = clock.now().later(by: -Int64(days) * 86_400)
    let day = String(first.iso8601.prefix(10))
    let lists = Rebuilding(of: settings.catalogue.file, on: Self.disk)
    guard lists.hasBorrowers(before: day) else { return }
    let erased = try lists.erase(.borrowers(before: day))
    printError(words.erased(erased, olderThan: days))
  }
}
