/// The writer of a catalogue's file that nobody reads yet.
final class CatalogueBuilder {
  typealias Outcome = RecordTable.Outcome

  private let database: Database
  /// The key of the digests.
  let key: NumberDigest.Key
  private let words: WordTable
  private let titles: TitleTable
  private let items: RecordTable
  private let borrowers: RecordTable
  private let classTitles: RecordTable
  private var list = 0
  private var layout: ListLayout?
  private var carried: [Bool] = []

  /// Opens a file that may have a catalogue already.
  ///
  /// - Throws: ``DatabaseError``.
  init(_ path: String, key: NumberDigest.Key) throws(DatabaseError) {
    database = try Database(path, for: .building)
    if try database.number("PRAGMA user_version") == 0 {
      try database.execute(CatalogueSchema.statements)
      let insertion = try database.prepare("INSERT INTO key VALUES(?, ?)")
      insertion.bind(Int(Int64(bitPattern: key.first)), at: 1)
      insertion.bind(Int(Int64(bitPattern: key.second)), at: 2)
      try insertion.run()
    }
    self.key = try database.digestKey() ?? key
    words = try WordTable(database)
    titles = try TitleTable(database, key: self.key)
    items = try RecordTable(
      database, "item", key: "number", columns: ["title"] + ItemColumn.names,
      .refused)
    borrowers = try RecordTable(
      database, "borrower", key: "digest", columns: BorrowerColumn.names,
      .joined(column: BorrowerColumn.groups.rawValue))
    classTitles = try RecordTable(
      database, "class_title", key: "key",
      columns: ["class"] + ClassTitleColumn.names, .joined(column: nil))
    try database.execute("BEGIN")
  }

  /// Begins records of a list.
  ///
  /// - Parameters:
  ///   - list: the number of the list.
  ///   - layout: the columns that the records fill.
  func begin(_ list: Int, _ layout: ListLayout) {
    self.list = list
    self.layout = layout
    carried =
      switch layout.kind {
      case .items, .loans: [true] + ItemColumn.allCases.map(layout.fills)
      case .borrowers, .blocks: BorrowerColumn.allCases.map(layout.fills)
      case .sets: [true] + ClassTitleColumn.allCases.map(layout.fills)
      }
  }

  // MARK: Records

  /// Adds or changes an item or a borrower; what the list does not have stays.
  ///
  /// - Throws: ``DatabaseError``.
  func add(_ record: ListRecord) throws(DatabaseError) -> Outcome {
    switch record {
    case .item(let record):
      try items.add(
        DatabaseValue(itemNumber: record.number), list: list, carried: carried
      ) { known throws(DatabaseError) in
        [try title(of: record, known?.first)]
          + (try values(record.values, of: ItemColumn.self))
      }
    case .borrower(let record):
      try borrowers.add(
        .number(record.digest.signedValue), list: list, carried: carried
      ) { _ throws(DatabaseError) in
        try values(record.values, of: BorrowerColumn.self)
      }
    case .classTitle(let record):
      try classTitles.add(
        .text(record.title.recordKey), list: list, carried: carried
      ) { _ throws(DatabaseError) in
        [.text(record.group)]
          + (try values(record.values, of: ClassTitleColumn.self))
      }
    }
  }

  /// Returns the number of an item's title, with what is known of it.
  private func title(
    of record: ItemRecord, _ known: DatabaseValue?
  ) throws(DatabaseError) -> DatabaseValue {
    let hasTitle = layout?.hasTitle == true
    let hasAuthor = layout?.hasAuthor == true
    if let known, !hasTitle, !hasAuthor { return known }
    var (title, author) = (record.title ?? "", record.author ?? "")
    if !hasTitle || !hasAuthor, case .number(let number)? = known {
      let old = try titles.texts(of: number)
      if !hasTitle { title = old.title }
      if !hasAuthor { author = old.author }
    }
    return DatabaseValue(try titles.number(of: title, by: author))
  }

  private func values<Column: RecordColumn>(
    _ texts: [String?], of columns: Column.Type
  ) throws(DatabaseError) -> [DatabaseValue] {
    var values: [DatabaseValue] = []
    values.reserveCapacity(texts.count)
    for (column, text) in zip(Column.allCases, texts) {
      guard let text else {
        values.append(.none)
        continue
      }
      switch column.form {
      case .text: values.append(.text(text))
      case .word: values.append(.number(try words.number(of: text)))
      case .number, .flag: values.append(DatabaseValue(Int(text)))
      case .day: values.append(DatabaseValue(Int(text.filter { $0 != "-" })))
      case .digest:
        values.append(
          DatabaseValue(
            UInt64(text, radix: 16).map { Int(Int64(bitPattern: $0)) }))
      }
    }
    return values
  }

  // MARK: The end of a list

  /// Returns the titles of a list of sets that no item has.
  ///
  /// - Throws: ``DatabaseError``.
  func titlesWithoutCopy() throws(DatabaseError) -> [ClassTitle] {
    let titles = try database.classTitles(ofList: list)
    let search = try TitleSearch(for: titles, in: database)
    return titles.indices.filter { !search.hasCopy($0) }.map { titles[$0] }
  }

  /// Returns the number of records that a complete list does not have, and of
  /// all that were known before it.
  ///
  /// - Throws: ``DatabaseError``.
  func missing(
    of kind: ListKind
  ) throws(DatabaseError) -> (gone: Int, known: Int) {
    let absence = Absence(of: kind)
    func count(_ condition: String) throws(DatabaseError) -> Int {
      try database.number(
        "SELECT count(*) FROM \(absence.table) WHERE \(condition)") ?? 0
    }
    return (try count(absence.missing(from: list)), try count(absence.known))
  }

  /// Marks what a complete list does not have as gone.
  ///
  /// - Throws: ``DatabaseError``.
  func markMissing(of kind: ListKind) throws(DatabaseError) {
    let absence = Absence(of: kind)
    try database.execute(
      """
      UPDATE \(absence.table) SET \(absence.change)
      WHERE \(absence.missing(from: list))
      """)
  }

  /// Records a list of which all records are added.
  ///
  /// - Throws: ``DatabaseError``.
  func end(_ list: ImportedList) throws(DatabaseError) {
    let insertion = try database.prepare(
      "INSERT INTO list VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?)")
    insertion.bind(list.id, at: 1)
    insertion.bind(list.kind.rawValue, at: 2)
    insertion.bind(list.files.joined(separator: "\n"), at: 3)
    insertion.bind(list.digest, at: 4)
    insertion.bind(list.rowCount, at: 5)
    insertion.bind(list.exported, at: 6)
    insertion.bind(list.imported, at: 7)
    insertion.bind(list.level.rawValue, at: 8)
    insertion.bind(list.isComplete ? 1 : 0, at: 9)
    try insertion.run()
  }

  /// Returns the number of the last list that has a record; nil if none has.
  ///
  /// - Throws: ``DatabaseError``.
  func list(of record: ListRecord) throws(DatabaseError) -> Int? {
    switch record {
    case .item(let record):
      try items.list(of: DatabaseValue(itemNumber: record.number))
    case .borrower(let record):
      try borrowers.list(of: .number(record.digest.signedValue))
    case .classTitle(let record):
      try classTitles.list(of: .text(record.title.recordKey))
    }
  }

  /// Leaves a list with so many rows, which newer lists lack; one without rows
  /// is none.
  ///
  /// - Throws: ``DatabaseError``.
  func leave(
    _ rowCount: Int, ofList list: Int
  ) throws(DatabaseError) {
    try database.execute(
      rowCount == 0
        ? "DELETE FROM list WHERE id = \(list)"
        : "UPDATE list SET rows = \(rowCount), complete = 0 WHERE id = \(list)"
    )
  }

  /// Makes the file whole.
  ///
  /// - Throws: ``DatabaseError``.
  func finish() throws(DatabaseError) {
    try titles.end()
    // Another system may still have what the school deleted.
    try database.execute(
      "UPDATE item SET gone = 1 WHERE deleted IS NOT NULL AND gone = 0")
    try database.execute(CatalogueSchema.indexes)
    try database.execute("COMMIT")
  }
}

/// The consequence for a record that a complete list of a kind does not have.
private struct Absence {
  /// The table of the records.
  let table: String
  /// The condition of the records that the list should have.
  let known: String
  /// The condition of those that stay as they are.
  private let kept: String?
  /// The change of those that it does not have.
  let change: String

  init(of kind: ListKind) {
    table =
      kind == .sets ? "class_title" : kind.isOfItems ? "item" : "borrower"
    switch kind {
    case .items, .sets: (known, kept, change) = ("gone = 0", nil, "gone = 1")
    case .borrowers:
      // Who holds something is never gone.
      kept =
        "EXISTS (SELECT 1 FROM item WHERE holder = digest AND onLoan = 1)"
      (known, change) = ("gone = 0", "gone = 1")
    case .loans:
      (known, kept) = ("onLoan = 1", nil)
      change = "onLoan = 0, due = NULL, holder = NULL"
    case .blocks:
      (known, kept, change) = ("block IS NOT NULL", nil, "block = NULL")
    }
  }

  /// Returns the condition of the records that a list does not have.
  func missing(from list: Int) -> String {
    "\(known) AND list < \(list)" + (kept.map { " AND NOT \($0)" } ?? "")
  }
}

extension Database {
  /// The key of the digests in the file; nil if it has none.
  func digestKey() throws(DatabaseError) -> NumberDigest.Key? {
    let query = try prepare("SELECT first, second FROM key")
    guard try query.step(), let first = query.number(0),
      let second = query.number(1)
    else { return nil }
    return NumberDigest.Key(
      UInt64(bitPattern: Int64(first)), UInt64(bitPattern: Int64(second)))
  }
}
