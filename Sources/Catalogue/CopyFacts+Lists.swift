import Circulation
import Textbooks

extension CopyFacts {
  /// Takes all that lists tell of a copy, and of the loan that a return has
  /// ended.
  ///
  /// - Parameters:
  ///   - item: the copy, as the lists have it.
  ///   - list: the list that has it last; nil if it is not known.
  ///   - lent: the time of the loan; nil if it was recorded elsewhere.
  ///   - returned: the time of the return; nil if the copy is not back.
  ///   - number: returns the number of the borrower of a digest; nil if it is
  ///     not kept.
  /// - Throws: what `number` throws.
  package init<Failure: Error>(
    of item: Item, in list: ImportedList?, lent: LocalTime? = nil,
    returned: LocalTime?, number: (NumberDigest) throws(Failure) -> String?
  ) throws(Failure) {
    self.init()
    title = item.title
    price = item.price.flatMap { Money($0) }
    fee = item.fee.flatMap { Money($0) }
    firstYear = item.year
    isTwoYear = item.isTwoYear == true
    let order = list?.order(to: returned) ?? .before
    // A list of a later day tells of the next loan.
    guard order != .after else { return }
    if let lent, list?.order(to: lent) == .before {
      // Its state at the start is that of the loan before.
      start = item.status
      return
    }
    let isOut = item.isOnLoan == true
    start =
      item.initialStatus ?? (order == .before || isOut ? item.status : nil)
    if isOut, let holder = item.holder { self.holder = try number(holder) }
  }
}

extension ImportedList {
  fileprivate enum Order {
    case before, sameDay, after
  }

  /// Returns the order of the list and a return: of the export, only the day is
  /// known.
  fileprivate func order(to returned: LocalTime?) -> Order {
    guard let returned else { return .before }
    let today = String(returned.iso8601.prefix(10))
    guard day >= today else { return .before }
    guard day == today else { return .after }
    let imported = LocalTime(iso8601: Array(imported.utf8).span)
    return imported?.precedes(returned) == true ? .before : .sameDay
  }
}

extension Catalogue {
  /// Returns all that lists tell of a copy, and of the loan that an episode is
  /// about.
  ///
  /// - Parameters:
  ///   - episode: the loan.
  ///   - lists: the lists of the catalogue, by their numbers.
  /// - Returns: the facts; empty if no list has the copy.
  /// - Throws: ``CatalogueError``.
  package func facts(
    of episode: LoanEpisode, _ lists: [ImportedList.ID: ImportedList]
  ) throws(CatalogueError) -> CopyFacts {
    guard let item = try item(episode.item.text) else { return CopyFacts() }
    return try CopyFacts(
      of: item, in: item.list.flatMap { lists[$0] },
      lent: episode.lent?.time, returned: episode.returned?.time
    ) { holder throws(CatalogueError) in
      try keptNumber(ofBorrower: holder)
    }
  }

  /// Returns its lists by their numbers.
  ///
  /// - Throws: ``CatalogueError``.
  package func listsByNumber() throws(CatalogueError) -> [ImportedList.ID:
    ImportedList]
  {
    Dictionary(try lists().map { ($0.id, $0) }) { $1 }
  }
}
