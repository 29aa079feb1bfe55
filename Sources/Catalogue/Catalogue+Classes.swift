// What a hand-out asks: classes, their pupils, and the titles that they use.
extension Catalogue {
  /// Returns the titles that classes and courses use, by class and title.
  ///
  /// - Throws: ``CatalogueError``.
  package func classTitles() throws(CatalogueError) -> [ClassTitle] {
    try reading { () throws(DatabaseError) in try database.classTitles() }
  }

  /// Returns a search for the items of titles.
  ///
  /// - Throws: ``CatalogueError``.
  package func search(
    for titles: [ClassTitle]
  ) throws(CatalogueError) -> TitleSearch {
    try reading { () throws(DatabaseError) in
      try TitleSearch(for: titles, in: database)
    }
  }

  /// Returns the borrowers whose classes are kept, by name, then by number.
  ///
  /// - Throws: ``CatalogueError``.
  package func borrowersInClasses() throws(CatalogueError) -> [Borrower] {
    let all = try reading { () throws(DatabaseError) in
      let query = try database.statement(
        Self.borrowerQuery + """
           WHERE borrower.groups IS NOT NULL AND borrower.number IS NOT NULL
          """)
      defer { query.reset() }
      var all: [Borrower] = []
      while try query.step() { all.append(Borrower(query)) }
      return all
    }
    return all.map { ($0.sortingKey, $0) }.sorted { $0.0 < $1.0 }.map(\.1)
  }

  /// Returns the items that are on loan by the lists, by number.
  ///
  /// - Throws: ``CatalogueError``.
  package func itemsOnLoan() throws(CatalogueError) -> [Item] {
    try reading { () throws(DatabaseError) in
      let query = try database.prepare(
        Self.itemQuery + """
           WHERE item.onLoan AND item.holder IS NOT NULL AND NOT item.gone
          ORDER BY item.number
          """)
      var items: [Item] = []
      while try query.step() { items.append(Item(query)) }
      return items
    }
  }
}

extension Borrower {
  /// The words of the name without accents and capitals, and the number.
  fileprivate var sortingKey: (String, String) {
    // A name comes before those that it begins.
    let words = (name ?? "").split(separator: " ")
      .map { String($0).foldedForHeader }
    return (words.joined(separator: " "), number ?? "")
  }
}
