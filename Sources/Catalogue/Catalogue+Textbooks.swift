import Circulation
import Textbooks

// A school's copies, as journals and lists together have them.
extension Catalogue {
  /// Returns the copies that borrowers have, by the journals or by lists.
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
      if let item { seen.insert(item.number) }
      switch CurrentLoan(
        copy, listed: item?.isOnLoan,
        on: item?.list.flatMap { lists[$0]?.day })
      {
      case .recorded(let last):
        if let loan = OpenLoan(copy, try facts(of: last, lists)) {
          open.append(loan)
        }
      case .listed:
        if let item { open.append(try listedLoan(item, copy.item, lists)) }
      case nil: break
      }
    }
    try forEachItemOnLoan { item throws(CatalogueError) in
      // What can't be scanned never comes back here.
      guard !seen.contains(item.number),
        let number = try? Barcode(item.number)
      else { return }
      open.append(try listedLoan(item, number, lists))
    }
    return open.sorted { $0.item.text < $1.item.text }
  }

  private func listedLoan(
    _ item: Item, _ number: Barcode, _ lists: [ImportedList.ID: ImportedList]
  ) throws(CatalogueError) -> OpenLoan {
    let list = item.list.flatMap { lists[$0] }
    let facts = try CopyFacts(of: item, in: list, returned: nil) {
      holder throws(CatalogueError) in
      try keptNumber(ofBorrower: holder)
    }
    return OpenLoan(listed: number, facts, on: list?.day ?? "")
  }
}
