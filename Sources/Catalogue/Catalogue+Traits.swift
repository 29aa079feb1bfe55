extension Catalogue {
  private static let itemColumns =
    "number, notForLoan, onLoan, holder, requests, statusLabel, gone"

  /// Returns the traits of an item; nil if no list has it.
  ///
  /// - Throws: ``CatalogueError``.
  package func traits(
    ofItem number: String
  ) throws(CatalogueError) -> ItemTraits? {
    try reading { () throws(DatabaseError) in
      let statuses = try lossStatuses()
      let query = try database.statement(
        "SELECT \(Self.itemColumns) FROM item WHERE number = ?")
      query.bind(DatabaseValue(itemNumber: number), at: 1)
      defer { query.reset() }
      return try query.step() ? ItemTraits(query, statuses) : nil
    }
  }

  /// Calls the body with the number of each item, and its traits.
  ///
  /// The bytes are valid during the call.
  ///
  /// - Throws: ``CatalogueError``.
  package func forEachItem(
    _ body: (UnsafeRawBufferPointer, ItemTraits) -> Void
  ) throws(CatalogueError) {
    try reading { () throws(DatabaseError) in
      let statuses = try lossStatuses()
      let query = try database.statement(
        "SELECT \(Self.itemColumns) FROM item")
      defer { query.reset() }
      while try query.step() {
        if let number = query.bytes(0) {
          body(number, ItemTraits(query, statuses))
        }
      }
    }
  }

  /// Returns the digest by which a borrower is found.
  package func digest(of number: String) -> NumberDigest {
    NumberDigest(number, key)
  }

  /// Returns the traits of a borrower; nil if no list has the digest.
  ///
  /// - Throws: ``CatalogueError``.
  package func traits(
    ofBorrower digest: NumberDigest
  ) throws(CatalogueError) -> BorrowerTraits? {
    try reading { () throws(DatabaseError) in
      let query = try database.statement(
        "SELECT block, expires, gone FROM borrower WHERE digest = ?")
      query.bind(digest.signedValue, at: 1)
      defer { query.reset() }
      guard try query.step() else { return nil }
      var traits = BorrowerTraits()
      traits.isBlocked = query.text(0) != nil
      traits.lastDay = query.number(1)
      traits.isGone = query.number(2) == 1
      return traits
    }
  }

  /// Returns the kept number of a borrower by its digest; nil if no list has
  /// it, or if only digests are kept.
  ///
  /// - Throws: ``CatalogueError``.
  package func keptNumber(
    ofBorrower digest: NumberDigest
  ) throws(CatalogueError) -> String? {
    try reading { () throws(DatabaseError) in
      let query = try database.statement(
        "SELECT number FROM borrower WHERE digest = ?")
      query.bind(digest.signedValue, at: 1)
      defer { query.reset() }
      return try query.step() ? query.text(0) : nil
    }
  }

  /// Returns the title of an item; nil if no list has one.
  ///
  /// - Throws: ``CatalogueError``.
  package func title(
    ofItem number: String
  ) throws(CatalogueError) -> String? {
    try item(number)?.title
  }
}

extension Catalogue {
  /// Returns the statuses of items that are not there, read once.
  ///
  /// - Throws: ``DatabaseError``.
  private func lossStatuses() throws(DatabaseError) -> LossStatuses {
    if let knownLossStatuses { return knownLossStatuses }
    var statuses = LossStatuses()
    let query = try database.statement("SELECT id, text FROM word")
    defer { query.reset() }
    while try query.step() {
      statuses.add(query.number(0) ?? 0, query.text(1) ?? "")
    }
    knownLossStatuses = statuses
    return statuses
  }
}

/// The statuses of items that are not there, by the numbers of their texts.
struct LossStatuses {
  /// The statuses of lost items.
  private(set) var lost: Set<Int> = []
  /// The statuses of items that their borrowers claim to have returned.
  private(set) var claimed: Set<Int> = []

  private static let lostWords = ["lost", "perdu", "verloren"]
  private static let claimWords = ["claim", "déclaré rendu"]

  fileprivate mutating func add(_ id: Int, _ text: String) {
    let text = text.lowercased()
    if Self.lostWords.contains(where: text.contains) {
      lost.insert(id)
    } else if Self.claimWords.contains(where: text.contains) {
      claimed.insert(id)
    }
  }
}

extension ItemTraits {
  /// Reads the traits in the columns after the number.
  fileprivate init(_ row: Statement, _ statuses: LossStatuses) {
    self.init()
    if row.number(1) == 1 { marks.insert(.notForLoan) }
    switch row.number(2) {
    case 1?:
      marks.insert(.onLoan)
      holder = row.number(3).map(NumberDigest.init(signedValue:))
    case nil: break
    default: marks.insert(.notOnLoan)
    }
    if let requests = row.number(4), requests > 0 { marks.insert(.requested) }
    if let status = row.number(5) {
      if statuses.lost.contains(status) { marks.insert(.lost) }
      if statuses.claimed.contains(status) { marks.insert(.claimed) }
    }
    if row.number(6) == 1 { marks.insert(.gone) }
  }
}
