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
    let progress = ProgressLine(place.words)
    do {
      try place.eraseOldLists()
      let count = try Rebuilding(of: path, on: CommandContext.disk).rebuild {
        progress.show($0, of: $1)
      }
      progress.erase()
      try StandardOutput.write(
        place.words.rebuilt(path, listCount: count) + "\n")
    } catch {
      progress.erase()
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
    let progress = ProgressLine(place.words)
    do {
      try place.changingLists(orHere: true) {
        let erased = try Rebuilding(of: path, on: CommandContext.disk)
          .erase(borrowers ? .borrowers(before: nil) : .all) {
            progress.show($0, of: $1)
          }
        progress.erase()
        try StandardOutput.write(place.words.erased(erased) + "\n")
      }
    } catch {
      progress.erase()
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
    guard let day = firstKeptDay(clock) else { return }
    let lists = Rebuilding(of: settings.catalogue.file, on: Self.disk)
    guard lists.hasBorrowers(before: day) else { return }
    let progress = ProgressLine(words)
    defer { progress.erase() }
    let erased = try lists.erase(.borrowers(before: day)) {
      progress.show($0, of: $1)
    }
    progress.erase()
    printError(words.erased(erased, olderThan: settings.catalogue.keepDays))
  }

  /// Returns the lists of borrowers that a station erases; nil if it keeps all.
  func oldLists(_ clock: WallClock) -> OldLists? {
    firstKeptDay(clock).map { day in
      OldLists(
        of: settings.catalogue.file, keptFor: settings.catalogue.keepDays,
        before: day, on: Self.disk)
    }
  }

  /// Returns the first day, `YYYY-MM-DD`, of which lists of borrowers are kept;
  /// nil if all are.
  func firstKeptDay(_ clock: WallClock) -> String? {
    let days = settings.catalogue.keepDays
    guard days > 0 else { return nil }
    let first = clock.now().later(by: -Int64(days) * 86_400)
    return String(first.iso8601.prefix(10))
  }
}
