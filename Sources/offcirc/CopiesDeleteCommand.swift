import ArgumentParser
import Catalogue
import Circulation
import Languages
import Textbooks

/// Deletes copies.
struct CopiesDeleteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(.copiesDelete)

  @OptionGroup var numbers: CopyNumberArguments

  @Option(help: ArgumentHelp(.exportedHistory, .file), completion: .file())
  var exported: String?

  @Flag(help: ArgumentHelp(.deletion))
  var yes = false

  @OptionGroup var options: FineOptions

  func validate() throws {
    if exported?.isEmpty == true {
      throw ValidationError(.needsFile("--exported"))
    }
  }

  func run() throws {
    let place = try options.context()
    let words = place.words
    do {
      let numbers = try place.numbers(in: numbers.numbers)
      let catalogue = try place.openCatalogue()
      let items = try place.copies(numbers, in: catalogue)
      let history = try CopyHistories(of: place, options, catalogue)
      let days = try catalogue.days()
      let copies = items.map {
        SchoolCopy($0, in: history.copies, listed: days[$0.list])
      }
      let lent = copies.filter(\.isOnLoan).map(\.item.number)
      guard lent.isEmpty else { throw place.refusal(words.stillOnLoan(lent)) }
      let open = history.fines.filter { fine in
        fine.isOpen && numbers.contains(fine.item)
      }
      guard open.isEmpty else { throw place.refusal(words.stillOpen(open)) }
      let rows = try items.flatMap {
        try history.rows(of: $0.number, $0.title)
      }
      try place.expectExported(
        rows, in: exported, of: Set(rows.map(\.copy)).sorted())
      for line in words.goes(numbers, hasHistory: !rows.isEmpty) {
        try StandardOutput.write(line + "\n")
      }
      guard yes else { throw place.refusal(words.confirmDeletion) }
      try place.changingLists { try delete(items, catalogue, place) }
      try StandardOutput.write(words.deleted(items.count) + "\n")
    } catch {
      throw place.failure(error)
    }
  }

  private func delete(
    _ items: [Item], _ catalogue: Catalogue, _ place: CommandContext
  ) throws {
    let today = String(WallClock.system.now().iso8601.prefix(10))
    let days = try catalogue.days()
    var lists: [String: OwnList] = [:]
    for item in items {
      lists[days[item.list], default: OwnList()]
        .add(item.number, [.deleted: today])
    }
    for (day, list) in lists.sorted(by: { $0.key < $1.key }) {
      try place.keep(list, as: "copies delete", of: day.isEmpty ? nil : day)
    }
  }
}

extension CommandContext {
  /// Refuses to delete what has a history that is not in a file.
  ///
  /// - Parameters:
  ///   - rows: the history.
  ///   - path: the file; nil if none is given.
  ///   - numbers: the numbers that have history.
  /// - Throws: ``CatalogueError``; exit status 1, after reporting it.
  func expectExported(
    _ rows: [HistoryRow], in path: String?, of numbers: [String]
  ) throws {
    guard !rows.isEmpty else { return }
    guard let path else {
      throw refusal(words.hasHistory(numbers, rowCount: rows.count))
    }
    let file = try ExportedHistory(path, on: Self.disk)
    let missing = file.missingCount(of: rows)
    guard missing == 0 else {
      throw refusal(words.historyLacks(missing, in: path))
    }
  }
}
