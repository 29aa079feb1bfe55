/// A title that lists have, for a person to choose from.
package struct ListedTitle: Hashable, Identifiable, Sendable {
  /// The number of the title in the catalogue; nil for the items that have no
  /// title.
  package let id: Int?
  /// The title; nil if no list has one.
  package var title: String?
  /// The author.
  package var author: String?
  /// The call number of one of its items.
  package var callNumber: String?
}

/// All that the counts of a title depend on, of one of its items.
package struct ListedCopy: Hashable, Sendable {
  /// The number on the item.
  package let number: String
  /// The number of its title.
  package let title: ListedTitle.ID
  /// The number of its status.
  package let status: Int?
  /// True if it is on loan by the list; nil if no list tells of that.
  package let isOnLoan: Bool?
  /// The list that has it last.
  package let list: ImportedList.ID?
}

// The titles of the catalogue, and the items of each.
extension Catalogue {
  /// Returns all titles by name, and one without a name for the items that have
  /// none.
  ///
  /// - Throws: ``CatalogueError``.
  func titles() throws(CatalogueError) -> [ListedTitle] {
    try reading { () throws(DatabaseError) in
      let query = try database.statement(
        """
        SELECT id, title, author, (
          SELECT callNumber FROM item WHERE item.title = title.id AND NOT gone
          AND callNumber IS NOT NULL LIMIT 1)
        FROM title ORDER BY title COLLATE NOCASE, author, id
        """)
      defer { query.reset() }
      var titles: [ListedTitle] = []
      while try query.step() {
        titles.append(
          ListedTitle(
            id: query.number(0), title: query.text(1)?.filled,
            author: query.text(2)?.filled, callNumber: query.text(3)?.filled))
      }
      return titles + [ListedTitle(id: nil)]
    }
  }

  /// Calls the body with each item that the lists still have.
  ///
  /// - Throws: ``CatalogueError``.
  func forEachListedCopy(
    _ body: (ListedCopy) -> Void
  ) throws(CatalogueError) {
    try reading { () throws(DatabaseError) in
      let query = try database.statement(
        """
        SELECT number, title, status, onLoan, list FROM item WHERE NOT gone
        """)
      defer { query.reset() }
      while try query.step() {
        body(
          ListedCopy(
            number: query.text(0) ?? "", title: query.number(1),
            status: query.number(2), isOnLoan: query.number(3).map { $0 == 1 },
            list: query.number(4)))
      }
    }
  }

  /// Returns the items of a title by number; those without a title for nil.
  ///
  /// - Throws: ``CatalogueError``.
  func items(
    ofTitle title: ListedTitle.ID
  ) throws(CatalogueError) -> [Item] {
    try reading { () throws(DatabaseError) in
      let query = try database.statement(
        Self.itemQuery + """
           WHERE item.title IS ? AND NOT item.gone
          ORDER BY length(item.number), item.number
          """)
      query.bind(title, at: 1)
      defer { query.reset() }
      var items: [Item] = []
      while try query.step() { items.append(Item(query)) }
      return items
    }
  }

  /// Returns the titles that have a word, in title or author, that begins with
  /// a text, or an item whose number has a text of three characters or more in
  /// it.
  ///
  /// - Throws: ``CatalogueError``.
  func titles(
    with text: String
  ) throws(CatalogueError) -> Set<ListedTitle.ID> {
    try reading { () throws(DatabaseError) in
      var titles: Set<ListedTitle.ID> = []
      let words = try database.statement(
        "SELECT rowid FROM title_words WHERE title_words MATCH ?")
      words.bind("\"\(text)\"*", at: 1)
      defer { words.reset() }
      while try words.step() { titles.insert(words.number(0)) }
      guard text.count > 2, text.contains(where: \.isNumber) else {
        return titles
      }
      let numbers = try database.statement(
        """
        SELECT DISTINCT title FROM item
        WHERE NOT gone AND instr(lower(number), lower(?)) > 0
        """)
      numbers.bind(text, at: 1)
      defer { numbers.reset() }
      while try numbers.step() { titles.insert(numbers.number(0)) }
      return titles
    }
  }
}

extension String {
  /// The text; nil if it is empty.
  fileprivate var filled: String? { isEmpty ? nil : self }
}
