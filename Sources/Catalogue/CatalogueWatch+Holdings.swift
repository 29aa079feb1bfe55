// The titles, and the items of each, as a room of copies asks for them.
extension CatalogueWatch {
  /// Returns all titles by name, and one without a name for the items that have
  /// none.
  package func titles() -> [ListedTitle] {
    ask { catalogue throws(CatalogueError) in try catalogue.titles() } ?? []
  }

  /// Calls the body with each item that the lists still have.
  package func forEachListedCopy(_ body: (ListedCopy) -> Void) {
    _ = ask { catalogue throws(CatalogueError) in
      try catalogue.forEachListedCopy(body)
    }
  }

  /// Returns the items of a title by number; those without a title for nil.
  package func items(ofTitle title: ListedTitle.ID) -> [Item] {
    ask { catalogue throws(CatalogueError) in
      try catalogue.items(ofTitle: title)
    } ?? []
  }

  /// Returns the titles that have a word, in title or author, that begins with
  /// a text, or an item whose number has a text of three characters or more in
  /// it.
  package func titles(with text: String) -> Set<ListedTitle.ID> {
    ask { catalogue throws(CatalogueError) in
      try catalogue.titles(with: text)
    } ?? []
  }
}
