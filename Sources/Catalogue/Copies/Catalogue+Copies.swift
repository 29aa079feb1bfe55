extension Catalogue {
  /// Calls the body with each item, in the order of titles and numbers, also
  /// with those that the last complete list does not have.
  ///
  /// - Throws: ``CatalogueError``, or what the body throws.
  package func forEachCopy(
    _ body: (Item) throws -> Void
  ) throws {
    let query = try reading { () throws(DatabaseError) in
      try database.statement(
        Self.itemQuery + """
           ORDER BY title.title COLLATE NOCASE, title.author, title.id,
          length(item.number), item.number
          """)
    }
    defer { query.reset() }
    while let item = try reading({ () throws(DatabaseError) in
      try query.step() ? Item(query) : nil
    }) {
      try body(item)
    }
  }

  /// Returns all items of the title and the author of one, itself among them.
  ///
  /// - Throws: ``CatalogueError``.
  package func copies(
    ofTitleOf item: Item
  ) throws(CatalogueError) -> [Item] {
    try reading { () throws(DatabaseError) in
      let query = try database.statement(
        Self.itemQuery + """
           WHERE item.title = (SELECT title FROM item WHERE number = ?)
          ORDER BY length(item.number), item.number
          """)
      query.bind(DatabaseValue(itemNumber: item.number), at: 1)
      defer { query.reset() }
      var items: [Item] = []
      while try query.step() { items.append(Item(query)) }
      return items
    }
  }

  /// Returns an item of a title and an author, both written exactly so; nil if
  /// no list has one.
  ///
  /// - Throws: ``CatalogueError``.
  package func copy(
    titled title: String, by author: String?
  ) throws(CatalogueError) -> Item? {
    try reading { () throws(DatabaseError) in
      let query = try database.statement(
        Self.itemQuery + """
           WHERE title.title = ? AND title.author = ? AND NOT item.gone LIMIT 1
          """)
      query.bind(.text(title), at: 1)
      query.bind(.text(author ?? ""), at: 2)
      defer { query.reset() }
      return try query.step() ? Item(query) : nil
    }
  }
}
