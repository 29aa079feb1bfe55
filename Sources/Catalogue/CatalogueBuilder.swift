import CSQLite

/// The writer of a catalogue's file that nobody reads yet.
final class CatalogueBuilder {
  /// The fate of a record.
  enum Outcome {
    case new
    case changed
    case same
    /// The list has it twice, with the same values.
    case repeated
    /// The list has it twice, with other values.
    case contradicted
  }

  private let database: Database
  /// The key of the digests.
  let key: NumberDigest.Key
  private var list = 0
  private var carriedItems: [Bool] = []
  private var carriedBorrowers: [Bool] = []
  private var carriesTitle = false
  private var carriesAuthor = false
  /// True if personal data was taken away.
  private var hasErased = false

  /// Opens a file that may have a catalogue already.
  ///
  /// - Throws: ``DatabaseError``.
  init(_ path: String, key: NumberDigest.Key) throws(DatabaseError) {
    database = try Database(path, for: .building)
    if try database.number("PRAGMA user_version") == 0 {
      try database.execute(CatalogueSchema.statements)
      let insertion = try database.statement("INSERT INTO key VALUES(?, ?)")
      insertion.bind(Int(Int64(bitPattern: key.first)), at: 1)
      insertion.bind(Int(Int64(bitPattern: key.second)), at: 2)
      try insertion.run()
    }
    self.key = try database.digestKey() ?? key
    try database.execute("BEGIN")
  }

  /// Begins a list, of which the next records are.
  ///
  /// - Throws: ``DatabaseError``.
  func begin(_ columns: ListColumns) throws(DatabaseError) {
    list = try (database.number("SELECT max(id) FROM list") ?? 0) + 1
    let fields = Set(columns.fields.values)
    carriesTitle = fields.contains(.title)
    carriesAuthor = fields.contains(.author)
    carriedItems = ItemColumn.allCases.map { $0.isFilled(by: fields) }
    carriedBorrowers = BorrowerColumn.allCases.map {
      $0.isFilled(by: fields, of: columns.kind)
    }
    if columns.kind == .loans {
      carriedItems[ItemColumn.onLoan.rawValue] = true
    }
  }

  // MARK: Records

  private static let itemNames = ItemColumn.names
    .joined(separator: ", ")
  private static let borrowerNames = BorrowerColumn.names
    .joined(separator: ", ")

  /// Adds or changes an item or a borrower; what the list does not have stays.
  ///
  /// - Throws: ``DatabaseError``.
  func add(_ record: ListRecord) throws(DatabaseError) -> Outcome {
    switch record {
    case .item(let record): try add(record)
    case .borrower(let record): try add(record)
    }
  }

  private func add(_ record: ItemRecord) throws(DatabaseError) -> Outcome {
    let query = try database.statement(
      """
      SELECT item.list, item.gone, item.title, title.title, title.author, \
      \(Self.itemNames) FROM item LEFT JOIN title ON title.id = item.title
      WHERE number = ?
      """)
    query.bind(record.number, at: 1)
    var merged = record
    var outcome = Outcome.new
    var title: Int?
    if try query.step() {
      let isRepeated = query.number(0) == list
      title = query.number(2)
      var known = ItemRecord(number: record.number)
      known.title = query.text(3)
      known.author = query.text(4).flatMap { $0.isEmpty ? nil : $0 }
      for index in known.values.indices {
        known.values[index] = query.text(Int32(5 + index))
      }
      if !carriesTitle { merged.title = known.title }
      if !carriesAuthor { merged.author = known.author }
      for index in known.values.indices where !carriedItems[index] {
        merged.values[index] = known.values[index]
      }
      let isSame = merged == known && query.number(1) == 0
      if isRepeated { return isSame ? .repeated : .contradicted }
      outcome = isSame ? .same : .changed
      if merged.title != known.title || merged.author != known.author {
        title = nil
      }
    }
    if title == nil, merged.title != nil || merged.author != nil {
      title = try add(title: merged.title ?? "", author: merged.author ?? "")
    }
    query.reset()
    try put(merged, title: title)
    return outcome
  }

  private func put(
    _ record: ItemRecord, title: Int?
  ) throws(DatabaseError) {
    let marks = record.values.map { _ in "?" }.joined(separator: ", ")
    let insertion = try database.statement(
      """
      INSERT OR REPLACE INTO item(number, title, \(Self.itemNames), list)
      VALUES(?, ?, \(marks), ?)
      """)
    insertion.bind(record.number, at: 1)
    insertion.bind(title, at: 2)
    for (index, value) in record.values.enumerated() {
      insertion.bind(value, at: Int32(3 + index))
    }
    insertion.bind(list, at: Int32(3 + record.values.count))
    try insertion.run()
  }

  /// Returns the number of a title, which is new or known.
  private func add(
    title: String, author: String
  ) throws(DatabaseError) -> Int {
    let digest = NumberDigest(title + "\u{1f}" + author, key)
    // One of two titles with one digest takes the next number.
    var id = Int(digest.value >> 2)
    while true {
      let query = try database.statement(
        "SELECT title, author FROM title WHERE id = ?")
      query.bind(id, at: 1)
      guard try query.step() else { break }
      if query.text(0) == title, query.text(1) == author { return id }
      id += 1
    }
    for table in ["title(id,", "title_words(rowid,"] {
      let insertion = try database.statement(
        "INSERT INTO \(table) title, author) VALUES(?, ?, ?)")
      insertion.bind(id, at: 1)
      insertion.bind(title, at: 2)
      insertion.bind(author, at: 3)
      try insertion.run()
    }
    return id
  }

  private func add(_ record: BorrowerRecord) throws(DatabaseError) -> Outcome {
    let query = try database.statement(
      "SELECT list, gone, \(Self.borrowerNames) FROM borrower WHERE digest = ?")
    query.bind(Int(Int64(bitPattern: record.digest.value)), at: 1)
    var merged = record
    var outcome = Outcome.new
    if try query.step() {
      let isRepeated = query.number(0) == list
      var known = BorrowerRecord(digest: record.digest)
      for index in known.values.indices {
        known.values[index] = query.text(Int32(2 + index))
      }
      for index in known.values.indices where !carriedBorrowers[index] {
        merged.values[index] = known.values[index]
      }
      if isRepeated { merged.join(known) }
      hasErased =
        hasErased
        || zip(known.values, merged.values).contains { $0 != nil && $0 != $1 }
      let isSame = merged == known && query.number(1) == 0
      outcome = isRepeated ? .repeated : isSame ? .same : .changed
    }
    query.reset()
    let marks = merged.values.map { _ in "?" }.joined(separator: ", ")
    let insertion = try database.statement(
      """
      INSERT OR REPLACE INTO borrower(digest, \(Self.borrowerNames), list)
      VALUES(?, \(marks), ?)
      """)
    insertion.bind(Int(Int64(bitPattern: record.digest.value)), at: 1)
    for (index, value) in merged.values.enumerated() {
      insertion.bind(value, at: Int32(2 + index))
    }
    insertion.bind(list, at: Int32(2 + merged.values.count))
    try insertion.run()
    return outcome
  }

  // MARK: The end of a list

  /// Returns the number of records that a complete list does not have, and of
  /// all that were known before it.
  ///
  /// - Throws: ``DatabaseError``.
  func missing(
    of kind: ListKind
  ) throws(DatabaseError) -> (gone: Int, known: Int) {
    let table = kind.isOfItems ? "item" : "borrower"
    let all =
      try database.number(
        "SELECT count(*) FROM \(table) WHERE gone = 0") ?? 0
    let gone =
      try database.number(
        "SELECT count(*) FROM \(table) WHERE \(Self.isMissing(kind, list))")
      ?? 0
    return (gone, all)
  }

  /// The condition of what the last list of a kind does not have: never a
  /// borrower who holds something.
  private static func isMissing(_ kind: ListKind, _ list: Int) -> String {
    kind.isOfItems
      ? "gone = 0 AND list < \(list)"
      : """
      gone = 0 AND list < \(list) AND NOT EXISTS (
        SELECT 1 FROM item WHERE onLoan = '1' AND holder = \
      printf('%x', borrower.digest))
      """
  }

  /// Marks what a complete list does not have as gone.
  ///
  /// - Throws: ``DatabaseError``.
  func markMissing(of kind: ListKind) throws(DatabaseError) {
    try database.execute(
      """
      UPDATE \(kind.isOfItems ? "item" : "borrower") SET gone = 1
      WHERE \(Self.isMissing(kind, list))
      """)
  }

  /// Records the list, and makes the file whole.
  ///
  /// - Throws: ``DatabaseError``.
  func end(_ description: ListDescription) throws(DatabaseError) {
    let insertion = try database.statement(
      "INSERT INTO list VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?)")
    insertion.bind(list, at: 1)
    insertion.bind(description.kind.rawValue, at: 2)
    insertion.bind(description.files.joined(separator: "\n"), at: 3)
    insertion.bind(description.digest, at: 4)
    insertion.bind(description.rowCount, at: 5)
    insertion.bind(description.exported, at: 6)
    insertion.bind(description.imported, at: 7)
    insertion.bind(description.level.rawValue, at: 8)
    insertion.bind(description.isComplete ? 1 : 0, at: 9)
    try insertion.run()
    try database.execute(CatalogueSchema.indexes)
    try database.execute("COMMIT")
    // Pages that were split or merged keep what was deleted from them.
    if hasErased { try database.execute("VACUUM") }
  }
}

/// All that is to be known of a list beside its rows.
struct ListDescription {
  let kind: ListKind
  let files: [String]
  let digest: String
  let rowCount: Int
  let exported: String
  let imported: String
  let level: PrivacyLevel
  let isComplete: Bool
}

extension Database {
  /// The key of the digests in the file; nil if it has none.
  func digestKey() throws(DatabaseError) -> NumberDigest.Key? {
    let query = try statement("SELECT first, second FROM key")
    defer { query.reset() }
    guard try query.step(), let first = query.number(0),
      let second = query.number(1)
    else { return nil }
    return NumberDigest.Key(
      UInt64(bitPattern: Int64(first)), UInt64(bitPattern: Int64(second)))
  }
}

extension ItemColumn {
  /// True if one of the fields fills the column.
  func isFilled(by fields: Set<ListField>) -> Bool {
    let own: [ListField] =
      switch self {
      case .callNumber: [.callNumber]
      case .status: [.status, .statusLabel]
      case .statusLabel: [.statusLabel]
      case .policy: [.policy]
      case .section: [.section]
      case .location: [.location]
      case .owner: [.owner]
      case .support: [.support]
      case .year: [.year]
      case .price: [.price]
      case .notForLoan: [.notForLoan, .lendable, .policy, .statusLabel]
      case .onLoan: [.due, .process]
      case .due: [.due]
      case .holder: [.borrower]
      case .requests: [.requests]
      }
    return !fields.isDisjoint(with: own)
  }
}

extension BorrowerColumn {
  /// True if one of the fields fills the column, at some level.
  func isFilled(by fields: Set<ListField>, of kind: ListKind) -> Bool {
    switch self {
    // A lower level takes them away.
    case .number: kind == .borrowers
    case .name: !fields.isDisjoint(with: [.name, .lastName, .firstName])
    case .groups: fields.contains(.group)
    case .category: fields.contains(.category)
    case .expires: fields.contains(.expires)
    case .block: fields.contains(.block) || kind == .blocks
    case .alert: fields.contains(.alert)
    }
  }
}

extension BorrowerRecord {
  /// Joins another row of the same list: a pupil has a row for each course.
  fileprivate mutating func join(_ known: BorrowerRecord) {
    for column in BorrowerColumn.allCases {
      guard let old = known[column] else { continue }
      guard let new = self[column] else {
        self[column] = old
        continue
      }
      if column == .groups,
        !old.split(separator: ",").map({ String($0).trimmed }).contains(new)
      {
        self[column] = old + ", " + new
      } else if column == .groups {
        self[column] = old
      }
    }
  }
}
