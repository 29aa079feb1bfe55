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

  /// Returns the borrowers who are in a class or a course, by name and number.
  ///
  /// - Throws: ``CatalogueError``.
  package func borrowers() throws(CatalogueError) -> [Borrower] {
    try reading { () throws(DatabaseError) in
      let query = try database.prepare(
        Self.borrowerQuery + """
           WHERE groups IS NOT NULL AND NOT gone ORDER BY name, number
          """)
      var borrowers: [Borrower] = []
      while try query.step() { borrowers.append(Borrower(query)) }
      return borrowers
    }
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
