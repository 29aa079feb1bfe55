import Circulation
import Textbooks

// A school's copies, as journals and lists together have them.
extension Catalogue {
  /// Calls the body with each item, those that are gone too, in the order of
  /// their numbers.
  ///
  /// - Throws: ``CatalogueError``.
  package func forEachWholeItem(
    _ body: (Item) -> Void
  ) throws(CatalogueError) {
    try reading { () throws(DatabaseError) in
      let query = try database.statement(
        Self.itemQuery + " ORDER BY item.number")
      defer { query.reset() }
      while try query.step() { body(Item(query)) }
    }
  }

  /// Returns the copies that borrowers have: by the journals, or by a list of a
  /// later day than the last movement of the copy.
  ///
  /// - Parameters:
  ///   - history: the loans that journals have.
  ///   - lists: the lists of the catalogue, by their numbers.
  /// - Returns: the loans, by the numbers of the copies.
  /// - Throws: ``CatalogueError``.
  package func openLoans(
    _ history: LendingHistory, _ lists: [ImportedList.ID: ImportedList]
  ) throws(CatalogueError) -> [OpenLoan] {
    var open: [OpenLoan] = []
    var seen: Set<String> = []
    for copy in history.copies.values {
      let item = try item(copy.item.text)
      if let item {
        seen.insert(item.number)
        if let day = item.list.flatMap({ lists[$0]?.day }),
          let isOut = item.isOnLoan,
          copy.lastMoved.map({ $0.iso8601.prefix(10) < day }) ?? true
        {
          if isOut { open += try listedLoan(item, copy.item, lists) }
          continue
        }
      }
      var facts = CopyFacts()
      if let last = copy.episodes.last {
        facts = try self.facts(of: last, lists)
      }
      if let loan = OpenLoan(copy, facts) { open.append(loan) }
    }
    var others: [Item] = []
    try forEachWholeItem { item in
      if item.isOnLoan == true, !item.isGone, !seen.contains(item.number) {
        others.append(item)
      }
    }
    for item in others {
      // What can't be scanned never comes back here.
      guard let number = try? Barcode(item.number) else { continue }
      open += try listedLoan(item, number, lists)
    }
    return open.sorted { $0.item.text < $1.item.text }
  }

  private func listedLoan(
    _ item: Item, _ number: Barcode, _ lists: [ImportedList.ID: ImportedList]
  ) throws(CatalogueError) -> [OpenLoan] {
    let list = item.list.flatMap { lists[$0] }
    let facts = try CopyFacts(of: item, in: list, returned: nil) {
      holder throws(CatalogueError) in
      try keptNumber(ofBorrower: holder)
    }
    return [OpenLoan(listed: number, facts, on: list?.day ?? "")]
  }
}
