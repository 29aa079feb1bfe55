import Catalogue
import Circulation
import Languages
import Offload
import Settings
import Textbooks

extension CommandContext {
  /// Reads the fines of the station, by what the catalogue knows of its copies.
  ///
  /// - Throws: ``CirculationError``; ``FileError``; ``CatalogueError``.
  func fines(_ catalogue: Catalogue?) throws -> FineList {
    let (history, damaged) = try LendingHistory.read(
      of: folder, fileSystem: Self.disk)
    for path in damaged { printError(words.finesMayLack(path)) }
    let days = try catalogue?.days()
    return try FineList(
      of: history, by: settings.textbooks.tariff, on: settings.textbooks.scale
    ) { episode throws(CatalogueError) in
      guard let catalogue, let days else { return CopyFacts() }
      return try catalogue.facts(of: episode, days)
    }
  }
}

extension Catalogue {
  /// Returns all that lists tell of a copy that was returned.
  fileprivate func facts(
    of episode: LoanEpisode, _ days: ListDays
  ) throws(CatalogueError) -> CopyFacts {
    var facts = CopyFacts()
    guard let item = try self.item(episode.item.text) else { return facts }
    facts.price = item.price.flatMap { Money($0) }
    facts.fee = item.fee.flatMap { Money($0) }
    facts.firstYear = item.year
    let listed = days[item.list].prefix(10)
    // A copy that is lost has no such day.
    let returned = episode.returned?.time.iso8601.prefix(10) ?? "9999"
    // A list of a later day tells of the next loan.
    guard listed <= returned else { return facts }
    let isOut = item.isOnLoan == true
    facts.start =
      item.initialStatus ?? (listed < returned || isOut ? item.status : nil)
    if isOut, let holder = item.holder {
      facts.holder = try keptNumber(ofBorrower: holder)
    }
    return facts
  }

  /// Returns true if a list of borrowers has classes that are kept.
  func hasClasses() throws(CatalogueError) -> Bool {
    try lists().contains { $0.kind == .borrowers && $0.level == .classes }
  }

  /// Returns what lists tell of the borrowers of fines, by their numbers.
  func borrowers(
    of fines: [Fine]
  ) throws(CatalogueError) -> [String: Borrower] {
    var known: [String: Borrower] = [:]
    for number in Set(fines.compactMap(\.borrower)) {
      known[number] = try borrower(number)
    }
    return known
  }
}
