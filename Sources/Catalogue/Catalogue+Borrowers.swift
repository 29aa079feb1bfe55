// The borrowers of a school, for a list of them.
extension Catalogue {
  /// Calls the body with each borrower whose number is kept, by class, name and
  /// number, also with those that the last complete list does not have.
  ///
  /// - Throws: ``CatalogueError``, or what the body throws.
  package func forEachBorrower(
    _ body: (Borrower) throws -> Void
  ) throws {
    let query = try reading { () throws(DatabaseError) in
      try database.statement(
        Self.borrowerQuery + """
           WHERE borrower.number IS NOT NULL
          ORDER BY borrower.groups COLLATE NOCASE,
          borrower.name COLLATE NOCASE, borrower.number
          """)
    }
    defer { query.reset() }
    while let borrower = try reading({ () throws(DatabaseError) in
      try query.step() ? Borrower(query) : nil
    }) {
      try body(borrower)
    }
  }
}
