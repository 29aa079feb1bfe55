/// All that a desk's verdict on an item depends on, as the lists have it: what
/// is asked of each scan, where its title is asked only for what is shown.
package struct ItemStanding: Hashable, Sendable {
  /// True if it must not be lent.
  package let isNotForLoan: Bool
  /// True if it is on loan by the list.
  package let isOnLoan: Bool
  /// The digest of the borrower who has it by the list; nil if no list says so.
  package let holder: NumberDigest?
  /// True if somebody has requested it.
  package let isRequested: Bool
  /// The list that has it last.
  package let list: ImportedList.ID?
  /// True if the last complete list does not have it.
  let isGone: Bool
}

extension ItemStanding {
  fileprivate static let query = """
    SELECT notForLoan, onLoan, holder, requests, list, gone
    FROM item WHERE number = ?
    """

  fileprivate init(_ row: Statement) {
    isNotForLoan = row.number(0) == 1
    isOnLoan = row.number(1) == 1
    holder = row.number(2).map(NumberDigest.init(signedValue:))
    isRequested = row.number(3) ?? 0 > 0
    list = row.number(4)
    isGone = row.number(5) == 1
  }
}

extension Catalogue {
  /// Returns the standing of an item by its number, or by what is left of it;
  /// nil if no list has it.
  ///
  /// - Throws: ``CatalogueError``.
  func standing(
    ofItem number: String
  ) throws(CatalogueError) -> ItemStanding? {
    try find(number, by: ItemStanding.query, read: ItemStanding.init)
  }

  /// Lets the questions until ``release()`` share one lock of the file, so that
  /// each of them does not ask the system whether somebody has written to it.
  ///
  /// - Throws: ``CatalogueError``.
  func hold() throws(CatalogueError) {
    guard !isHeld else { return }
    try reading { () throws(DatabaseError) in
      try database.statement("BEGIN").run()
    }
    isHeld = true
  }

  /// Leaves the file to others.
  ///
  /// - Throws: ``CatalogueError``.
  func release() throws(CatalogueError) {
    guard isHeld else { return }
    isHeld = false
    try reading { () throws(DatabaseError) in
      try database.statement("COMMIT").run()
    }
  }
}
