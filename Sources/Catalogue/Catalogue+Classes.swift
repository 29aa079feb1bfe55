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

  /// Returns the items that a borrower has by the lists, by number.
  ///
  /// - Throws: ``CatalogueError``.
  package func items(
    onLoanTo borrower: NumberDigest
  ) throws(CatalogueError) -> [Item] {
    try reading { () throws(DatabaseError) in
      let query = try database.statement(
        Self.itemQuery + """
           WHERE item.holder = ? AND item.onLoan = 1 AND NOT item.gone
          ORDER BY item.number
          """)
      query.bind(borrower.signedValue, at: 1)
      defer { query.reset() }
      var items: [Item] = []
      while try query.step() { items.append(Item(query)) }
      return items
    }
  }

  /// Calls the body with each item that is on loan by the lists, by number:
  /// there may be millions.
  ///
  /// - Throws: ``CatalogueError``; that of the body too.
  package func forEachItemOnLoan(
    _ body: (Item) throws(CatalogueError) -> Void
  ) throws(CatalogueError) {
    let query = try reading { () throws(DatabaseError) in
      try database.prepare(
        Self.itemQuery + """
           WHERE item.onLoan = 1 AND NOT item.gone ORDER BY item.number
          """)
    }
    while let item = try reading({ () throws(DatabaseError) in
      try query.step() ? Item(query) : nil
    }) {
      try body(item)
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
