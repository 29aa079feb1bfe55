// What a desk asks beside items and borrowers.
extension Catalogue {
  /// Returns the items that a borrower has by the lists, by number.
  ///
  /// - Throws: ``CatalogueError``.
  package func items(
    of holder: NumberDigest
  ) throws(CatalogueError) -> [Item] {
    try reading { () throws(DatabaseError) in
      let query = try database.statement(
        Self.itemQuery + """
           WHERE item.holder = ? AND item.onLoan AND NOT item.gone
          ORDER BY item.number
          """)
      query.bind(holder.signedValue, at: 1)
      defer { query.reset() }
      var items: [Item] = []
      while try query.step() { items.append(Item(query)) }
      return items
    }
  }
}
