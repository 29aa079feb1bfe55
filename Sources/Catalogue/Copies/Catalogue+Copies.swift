/// An order of items.
package enum ItemOrder: Sendable {
  /// As the catalogue has them, which is the fastest.
  case any
  /// By title, those of one title by the length of their numbers.
  case title

  fileprivate var clause: String {
    switch self {
    case .any: ""
    case .title:
      """
       ORDER BY title.title COLLATE NOCASE, title.author, title.id,
      length(item.number), item.number
      """
    }
  }
}

extension Catalogue {
  /// Calls the body with each item, also with those that the last complete list
  /// does not have.
  ///
  /// - Throws: ``CatalogueError``.
  package func forEachItem(
    by order: ItemOrder = .any, _ body: (Item) -> Void
  ) throws(CatalogueError) {
    try reading { () throws(DatabaseError) in
      let query = try database.statement(Self.itemQuery + order.clause)
      defer { query.reset() }
      while try query.step() { body(Item(query)) }
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
