import Catalogue
import Circulation
import Languages
import Settings
import Textbooks

/// The journals of a station and the lists of the catalogue, as commands about
/// a school's textbooks look at them.
struct TextbookReading {
  /// The loans that journals have.
  let history: LendingHistory
  /// True if no journal is damaged.
  let isWhole: Bool
  private let place: CommandContext
  private let catalogue: Catalogue?
  private let lists: [ImportedList.ID: ImportedList]

  /// Reads the journals and lists of a command, and reports damage.
  ///
  /// - Parameters:
  ///   - place: the context of the command.
  ///   - catalogue: the catalogue; nil if there is none.
  ///   - warning: returns the sentence about a damaged journal; by default it
  ///     is about fines.
  /// - Throws: ``CirculationError``; ``FileError``; ``CatalogueError``.
  init(
    _ place: CommandContext, _ catalogue: Catalogue?,
    warning: ((String) -> String)? = nil
  ) throws {
    let damaged: [String]
    (history, damaged) = try LendingHistory.read(
      of: place.folder, fileSystem: CommandContext.disk)
    let warning = warning ?? place.words.finesMayLack
    for path in damaged { printError(warning(path)) }
    isWhole = damaged.isEmpty
    self.place = place
    self.catalogue = catalogue
    lists = try catalogue?.listsByNumber() ?? [:]
  }

  /// Returns all that lists tell of a copy and of a loan.
  func facts(of episode: LoanEpisode) throws(CatalogueError) -> CopyFacts {
    try catalogue?.facts(of: episode, lists) ?? CopyFacts()
  }

  /// Returns the fines.
  func fines() throws(CatalogueError) -> FineList {
    let settings = place.settings.textbooks
    return try FineList(
      of: history, by: settings.tariff, on: settings.scale, facts: facts)
  }

  /// Returns the copies that borrowers have.
  func openLoans() throws(CatalogueError) -> [OpenLoan] {
    if let catalogue { return try catalogue.openLoans(history, lists) }
    return history.copies.values.compactMap { OpenLoan($0, CopyFacts()) }
      .sorted { $0.item.text < $1.item.text }
  }

  /// Returns the wear and loss of all copies.
  func wear(by grouping: WearTable.Grouping) throws(CatalogueError) -> WearTable
  {
    var table = WearTable(by: grouping, on: place.settings.textbooks.scale)
    try forEachCopy { table.add($0, startingAt: $1, $2, listed: $3) }
    return table
  }

  /// The number of copies that are to be deleted.
  func toDeleteCount() throws(CatalogueError) -> Int {
    var count = 0
    try forEachCopy { copy, _, _, listed in
      if copy?.state ?? listed == CopyStatus.toDelete { count += 1 }
    }
    return count
  }

  /// Calls the body with each copy of the journals and the states at the start
  /// of its loans, and with each other copy of the lists that is not gone; with
  /// its status by the lists.
  private func forEachCopy(
    _ body: (
      CopyHistory?, _ starts: [Int?], CopyFacts, _ listed: Int?
    ) -> Void
  ) throws(CatalogueError) {
    var seen: Set<String> = []
    for copy in history.copies.values {
      let item = try catalogue?.item(copy.item.text)
      if let item { seen.insert(item.number) }
      var starts: [Int?] = []
      for episode in copy.episodes {
        var start = episode.stateAtStart
        if start == nil { start = try facts(of: episode).start }
        starts.append(start)
      }
      body(copy, starts, facts(of: item), item?.status)
    }
    try catalogue?.forEachItem { item in
      if !item.isGone, !seen.contains(item.number) {
        body(nil, [], facts(of: item), item.status)
      }
    }
  }

  private func facts(of item: Item?) -> CopyFacts {
    guard let item else { return CopyFacts() }
    return CopyFacts(
      of: item, in: item.list.flatMap { lists[$0] }, returned: nil
    ) { _ in nil }
  }
}

/// The borrowers whom a command lists, with their classes.
struct ListedBorrowers {
  private let known: [String: Borrower]

  /// Looks borrowers up by their numbers.
  ///
  /// - Throws: ``CatalogueError``.
  init(
    _ numbers: some Sequence<String>, in catalogue: Catalogue?
  ) throws(CatalogueError) {
    var known: [String: Borrower] = [:]
    if let catalogue {
      for number in Set(numbers) {
        known[number] = try catalogue.borrower(number)
      }
    }
    self.known = known
  }

  /// The classes of a borrower, joined by commas; empty if none is known.
  func classes(of number: String?) -> String {
    number.flatMap { known[$0]?.group } ?? ""
  }

  /// The name of a borrower; nil if none is known.
  func name(of number: String?) -> String? {
    number.flatMap { known[$0]?.name }
  }

  /// Returns true if a borrower is in a class, or if none is asked for.
  func isIn(_ schoolClass: SchoolClass?, _ number: String?) -> Bool {
    guard let schoolClass else { return true }
    return SchoolClass.all(in: classes(of: number)).contains(schoolClass)
  }
}
