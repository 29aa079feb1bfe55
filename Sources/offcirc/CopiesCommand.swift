import ArgumentParser
import Catalogue
import Circulation
import Languages
import Settings
import Textbooks

/// A school's copies of textbooks.
struct CopiesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    .copies,
    subcommands: [
      CopiesListCommand.self, CopiesAddCommand.self, CopiesEditCommand.self,
      CopiesImportCommand.self, CopiesDeleteCommand.self,
      CopiesHistoryCommand.self, CopiesCheckCommand.self,
      CopiesRoomCommand.self,
    ],
    defaultSubcommand: CopiesRoomCommand.self)
}

/// An answer to a question of an option.
enum Truth: String, ExpressibleByArgument {
  case yes
  case no

  init?(argument: String) {
    switch argument.lowercased() {
    case "yes", "oui": self = .yes
    case "no", "non": self = .no
    default: return nil
    }
  }
}

extension FineOptions {
  /// Returns the history of each copy by the journals of the station; empty if
  /// there is none.
  ///
  /// - Throws: ``CirculationError``; ``FileError``.
  func histories(
    of place: CommandContext
  ) throws -> [Barcode: CopyHistory] {
    guard try place.hasFolder(named: desk.files) else { return [:] }
    let (history, damaged) = try LendingHistory.read(
      of: place.folder, fileSystem: CommandContext.disk)
    for path in damaged { printError(place.words.copiesMayLack(path)) }
    return history.copies
  }
}

extension CommandContext {
  /// Reports a reason for which nothing was changed, and returns the exit
  /// status.
  func refusal(_ sentence: String) -> ExitCode {
    printError(sentence)
    return .someRefused
  }

  /// Returns the numbers that texts name.
  ///
  /// - Throws: exit status 1, after reporting it, if one is named twice.
  func numbers(in texts: [String]) throws -> [String] {
    let all = try texts.flatMap { text throws(CopyNumberFlaw) in
      try CopyNumbers.all(in: text)
    }
    var known: Set<String> = []
    for number in all where !known.insert(number).inserted {
      throw refusal(words.givenTwice(number))
    }
    return all
  }

  /// Returns copies by their numbers.
  ///
  /// - Throws: ``CatalogueError``; exit status 1, after reporting it, if a
  ///   number is that of none, or of a deleted one.
  func copies(
    _ numbers: [String], in catalogue: Catalogue
  ) throws -> [Item] {
    let items = try numbers.compactMap { number in
      try catalogue.item(number).flatMap {
        $0.number == number && $0.deleted == nil ? $0 : nil
      }
    }
    let unknown = Set(numbers).subtracting(items.map(\.number))
    guard unknown.isEmpty else {
      throw refusal(words.noSuchCopies(numbers.filter(unknown.contains)))
    }
    return items
  }
}

/// The argument of commands about some copies.
struct CopyNumberArguments: ParsableArguments {
  @Argument(help: ArgumentHelp(.copyNumbers, .number))
  var numbers: [String]

  func validate() throws {
    for text in numbers {
      do throws(CopyNumberFlaw) {
        _ = try CopyNumbers.all(in: text)
      } catch {
        throw ValidationError(Offcirc.words.sentence(error))
      }
    }
  }
}
