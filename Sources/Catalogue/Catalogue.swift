import CSQLite
import Circulation

/// The knowledge of items and borrowers: a file of SQLite, read only.
///
/// The desk never depends on it: without it, it only knows no titles and names.
package final class Catalogue {
  let database: Database
  let key: NumberDigest.Key
  /// The cuts of numbers that are in no list as they are.
  private let itemCut: NumberCut
  private let borrowerCut: NumberCut
  /// The statuses of items that are not there; nil if not read yet.
  var knownLossStatuses: LossStatuses?
  /// True while questions share one lock of the file.
  var isHeld = false

  /// The path of the file.
  package var path: String { database.path }

  /// Opens a catalogue.
  ///
  /// - Parameters:
  ///   - path: the path of the file.
  ///   - itemCut: what is taken off numbers of items that no list has.
  ///   - borrowerCut: what is taken off numbers of borrowers that no list has.
  /// - Throws: ``CatalogueError``.
  package init(
    _ path: String, itemCut: NumberCut = NumberCut(),
    borrowerCut: NumberCut = NumberCut()
  ) throws(CatalogueError) {
    self.itemCut = itemCut
    self.borrowerCut = borrowerCut
    let file:
      (database: Database, id: Int?, version: Int?, key: NumberDigest.Key?)
    do throws(DatabaseError) {
      let database = try Database(path, for: .reading)
      let id = try database.number("PRAGMA application_id")
      let version = try database.number("PRAGMA user_version")
      let isOurs =
        id == CatalogueSchema.applicationID
        && version == CatalogueSchema.version
      file = (database, id, version, isOurs ? try database.digestKey() : nil)
    } catch {
      throw .database(error)
    }
    guard file.id == CatalogueSchema.applicationID else {
      throw .notACatalogue(path)
    }
    guard file.version == CatalogueSchema.version, let key = file.key else {
      throw .otherVersion(path)
    }
    database = file.database
    self.key = key
  }

  /// Runs a body, and throws its error as one of the catalogue.
  func reading<Result>(
    _ body: () throws(DatabaseError) -> Result
  ) throws(CatalogueError) -> Result {
    try CatalogueError.ofDatabase(body)
  }

  // MARK: Look-up

  static let itemQuery = """
    SELECT item.number, title.title, title.author, \
    \(ItemColumn.selection(of: "item")), item.list, item.gone
    FROM item LEFT JOIN title ON title.id = item.title
    """

  /// Returns an item by its number, or by what is left of it; nil if no list has
  /// it.
  ///
  /// - Throws: ``CatalogueError``.
  package func item(_ number: String) throws(CatalogueError) -> Item? {
    try find(number, by: Self.itemByNumber, read: Item.init)
  }

  private static let itemByNumber = itemQuery + " WHERE item.number = ?"

  /// Returns what a query has of an item by its number, or by what is left of
  /// it; nil if no list has it.
  func find<Answer>(
    _ number: String, by query: String, read: (Statement) -> Answer
  ) throws(CatalogueError) -> Answer? {
    if let answer = try answer(on: number, by: query, read) { return answer }
    guard let rest = itemCut.rest(of: number) else { return nil }
    return try answer(on: rest, by: query, read)
  }

  private func answer<Answer>(
    on number: String, by text: String, _ read: (Statement) -> Answer
  ) throws(CatalogueError) -> Answer? {
    try reading { () throws(DatabaseError) in
      let query = try database.statement(text)
      query.bind(DatabaseValue(itemNumber: number), at: 1)
      defer { query.reset() }
      return try query.step() ? read(query) : nil
    }
  }

  static let borrowerQuery = """
    SELECT digest, \(BorrowerColumn.selection(of: "borrower")), list, gone
    FROM borrower
    """

  /// Returns a borrower by the number on the card, or by what is left of it; nil
  /// if no list has it.
  ///
  /// - Throws: ``CatalogueError``.
  package func borrower(
    _ number: String
  ) throws(CatalogueError) -> Borrower? {
    if let borrower = try borrower(NumberDigest(number, key)) {
      return borrower
    }
    guard let rest = borrowerCut.rest(of: number) else { return nil }
    return try borrower(NumberDigest(rest, key))
  }

  /// Returns a borrower by the digest of the number on the card; nil if no list
  /// has it.
  ///
  /// - Throws: ``CatalogueError``.
  package func borrower(
    _ digest: NumberDigest
  ) throws(CatalogueError) -> Borrower? {
    try reading { () throws(DatabaseError) in
      let query = try database.statement(Self.borrowerByDigest)
      query.bind(digest.signedValue, at: 1)
      defer { query.reset() }
      return try query.step() ? Borrower(query) : nil
    }
  }

  private static let borrowerByDigest = borrowerQuery + " WHERE digest = ?"

  /// Returns the items whose titles have words that begin with all of those in
  /// a text, by title.
  ///
  /// - Parameters:
  ///   - text: the beginnings of words.
  ///   - maximum: the maximum number of items.
  /// - Returns: the items.
  /// - Throws: ``CatalogueError``.
  package func items(
    titled text: String, maximum: Int
  ) throws(CatalogueError) -> [Item] {
    let words = text.split { !$0.isLetter && !$0.isNumber }
    guard !words.isEmpty else { return [] }
    let match = words.map { "\"\($0)\"*" }.joined(separator: " ")
    return try reading { () throws(DatabaseError) in
      let query = try database.statement(
        Self.itemQuery + """
           WHERE item.title IN
          (SELECT rowid FROM title_words WHERE title_words MATCH ?)
          ORDER BY title.title, number LIMIT ?
          """)
      query.bind(match, at: 1)
      query.bind(maximum, at: 2)
      defer { query.reset() }
      var items: [Item] = []
      while try query.step() { items.append(Item(query)) }
      return items
    }
  }

  // MARK: Status

  /// Returns the lists that were imported, the oldest first.
  ///
  /// - Throws: ``CatalogueError``.
  package func lists() throws(CatalogueError) -> [ImportedList] {
    try reading { () throws(DatabaseError) in
      let query = try database.statement("SELECT * FROM list ORDER BY id")
      defer { query.reset() }
      var lists: [ImportedList] = []
      while try query.step() { lists.append(ImportedList(query)) }
      return lists
    }
  }

  /// The numbers of what is known.
  package struct Counts: Hashable, Sendable {
    /// The number of items.
    package let items: Int
    /// The number of titles.
    package let titles: Int
    /// The number of borrowers.
    package let borrowers: Int
    /// The number of items that the last complete list does not have.
    package let goneItems: Int
    /// The number of borrowers that the last complete list does not have.
    package let goneBorrowers: Int

    /// Creates counts.
    package init(
      items: Int, titles: Int, borrowers: Int, goneItems: Int,
      goneBorrowers: Int
    ) {
      self.items = items
      self.titles = titles
      self.borrowers = borrowers
      self.goneItems = goneItems
      self.goneBorrowers = goneBorrowers
    }
  }

  /// Counts what is known.
  ///
  /// - Throws: ``CatalogueError``.
  package func counts() throws(CatalogueError) -> Counts {
    try reading { () throws(DatabaseError) in
      func count(_ rest: String) throws(DatabaseError) -> Int {
        try database.number("SELECT count(*) FROM " + rest) ?? 0
      }
      return Counts(
        items: try count("item"), titles: try count("title"),
        borrowers: try count("borrower"),
        goneItems: try count("item WHERE gone"),
        goneBorrowers: try count("borrower WHERE gone"))
    }
  }
}

extension Item {
  /// Creates an item from a row of ``Catalogue/itemQuery``.
  init(_ row: Statement) {
    func place(_ column: ItemColumn) -> Int32 { Int32(3 + column.rawValue) }
    func text(_ column: ItemColumn) -> String? { row.text(place(column)) }
    func number(_ column: ItemColumn) -> Int? { row.number(place(column)) }
    self.init(number: row.text(0) ?? "")
    title = row.text(1).flatMap { $0.isEmpty ? nil : $0 }
    author = row.text(2).flatMap { $0.isEmpty ? nil : $0 }
    callNumber = text(.callNumber)
    status = number(.status)
    statusLabel = text(.statusLabel)
    policy = text(.policy)
    section = text(.section)
    location = text(.location)
    owner = text(.owner)
    support = text(.support)
    year = text(.year)
    price = text(.price)
    fee = text(.fee)
    initialStatus = number(.initialStatus)
    isTwoYear = number(.twoYear).map { $0 == 1 }
    isbn = number(.isbn).map { String($0) }
    parts = text(.parts)
    note = text(.note)
    deleted = number(.deleted).map(\.asDay)
    isNotForLoan = number(.notForLoan).map { $0 == 1 }
    isOnLoan = number(.onLoan).map { $0 == 1 }
    due = number(.due).map(\.asDay)
    holder = number(.holder).map(NumberDigest.init(signedValue:))
    requestCount = number(.requests)
    let end = Int32(3 + ItemColumn.allCases.count)
    list = row.number(end)
    isGone = row.number(end + 1) == 1
  }
}

extension Borrower {
  init(_ row: Statement) {
    func place(_ column: BorrowerColumn) -> Int32 { Int32(1 + column.rawValue) }
    func text(_ column: BorrowerColumn) -> String? { row.text(place(column)) }
    self.init(digest: NumberDigest(signedValue: row.number(0) ?? 0))
    number = text(.number)
    name = text(.name)
    group = text(.groups)
    category = text(.category)
    expires = row.number(place(.expires)).map(\.asDay)
    block = text(.block)
    alert = text(.alert)
    let end = Int32(1 + BorrowerColumn.allCases.count)
    list = row.number(end)
    isGone = row.number(end + 1) == 1
  }
}

extension Int {
  /// The day `YYYY-MM-DD` of a number `YYYYMMDD`.
  fileprivate var asDay: String {
    let digits = String(self)
    let all =
      String(repeating: "0", count: Swift.max(8 - digits.count, 0)) + digits
    return "\(all.prefix(4))-\(all.dropFirst(4).prefix(2))-\(all.suffix(2))"
  }
}

extension ImportedList {
  fileprivate init(_ row: Statement) {
    func text(_ column: Int32) -> String { row.text(column) ?? "" }
    self.init(
      id: row.number(0) ?? 0, kind: ListKind(rawValue: text(1)) ?? .items,
      files: text(2).split(separator: "\n").map(String.init),
      digest: text(3), rowCount: row.number(4) ?? 0, exported: text(5),
      imported: text(6), level: PrivacyLevel(rawValue: text(7)) ?? .numbers,
      isComplete: row.number(8) == 1)
  }
}
