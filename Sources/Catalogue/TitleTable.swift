/// The titles of a catalogue that is being built: one for all its items.
final class TitleTable {
  private let key: NumberDigest.Key
  private let find: Statement
  private let insertTitle: Statement
  private let insertDigest: Statement
  private let addWords: Statement
  private let joinSegments: Statement
  private let texts: Statement
  private let known: Statement
  /// True if the digests of the titles that were there are in their table.
  private var hasDigests = false
  /// The number of titles that can be searched.
  private let searchable: Int
  private var count: Int
  /// The title of the last item: those of one title often stand together.
  private var last: (title: String, author: String, number: Int)?

  /// - Throws: ``DatabaseError``.
  init(_ database: Database, key: NumberDigest.Key) throws(DatabaseError) {
    self.key = key
    count = try database.number("SELECT max(id) FROM title") ?? 0
    searchable = count
    // The digests serve the import alone: they are in no file.
    try database.execute(
      """
      CREATE TEMP TABLE title_digest(
        digest INTEGER PRIMARY KEY, title INTEGER NOT NULL
      ) STRICT
      """)
    known = try database.prepare("SELECT id, title, author FROM title")
    find = try database.prepare(
      """
      SELECT title.id, title.title, title.author FROM title_digest
      JOIN title ON title.id = title_digest.title WHERE digest = ?
      """)
    insertTitle = try database.prepare("INSERT INTO title VALUES(?, ?, ?)")
    insertDigest = try database.prepare("INSERT INTO title_digest VALUES(?, ?)")
    addWords = try database.prepare(
      """
      INSERT INTO title_words(rowid, title, author)
      SELECT id, title, author FROM title WHERE id > ?
      """)
    joinSegments = try database.prepare(
      "INSERT INTO title_words(title_words) VALUES('optimize')")
    texts = try database.prepare(
      "SELECT title, author FROM title WHERE id = ?")
  }

  /// Returns the title and the author of a number, empty if they are not known.
  ///
  /// - Throws: ``DatabaseError``.
  func texts(
    of number: Int?
  ) throws(DatabaseError) -> (title: String, author: String) {
    guard let number else { return ("", "") }
    texts.bind(number, at: 1)
    defer { texts.reset() }
    guard try texts.step() else { return ("", "") }
    return (texts.text(0) ?? "", texts.text(1) ?? "")
  }

  /// Returns the number of a title, which is new or known; nil for none.
  ///
  /// - Throws: ``DatabaseError``.
  func number(
    of title: String, by author: String
  ) throws(DatabaseError) -> Int? {
    if title.isEmpty, author.isEmpty { return nil }
    if let last, last.title == title, last.author == author {
      return last.number
    }
    if !hasDigests { try addDigests() }
    var place = place(of: title, by: author)
    var number: Int?
    while number == nil {
      find.bind(place, at: 1)
      defer { find.reset() }
      guard try find.step() else { break }
      if find.text(1) == title, find.text(2) == author {
        number = find.number(0)
      }
      // One of two titles with one digest takes the next place.
      place += 1
    }
    if number == nil { number = try insert(title, author, at: place) }
    if let number { last = (title, author, number) }
    return number
  }

  /// Returns the place of a title among the digests, if no other one has it.
  private func place(of title: String, by author: String) -> Int {
    // Short numbers take less memory.
    Int(NumberDigest(title + "\u{1f}" + author, key).value >> 24)
  }

  /// Adds the digests of the titles that the file has.
  private func addDigests() throws(DatabaseError) {
    hasDigests = true
    defer { known.reset() }
    while try known.step() {
      guard let number = known.number(0) else { continue }
      var place = place(of: known.text(1) ?? "", by: known.text(2) ?? "")
      while try isTaken(place) { place += 1 }
      try insert(number, at: place)
    }
  }

  private func isTaken(_ place: Int) throws(DatabaseError) -> Bool {
    find.bind(place, at: 1)
    defer { find.reset() }
    return try find.step()
  }

  private func insert(_ number: Int, at place: Int) throws(DatabaseError) {
    insertDigest.bind(place, at: 1)
    insertDigest.bind(number, at: 2)
    try insertDigest.run()
  }

  private func insert(
    _ title: String, _ author: String, at place: Int
  ) throws(DatabaseError) -> Int {
    count += 1
    insertTitle.bind(count, at: 1)
    insertTitle.bind(title, at: 2)
    insertTitle.bind(author, at: 3)
    try insertTitle.run()
    try insert(count, at: place)
    return count
  }

  /// Makes the new titles searchable by their words.
  ///
  /// - Throws: ``DatabaseError``.
  func end() throws(DatabaseError) {
    addWords.bind(searchable, at: 1)
    try addWords.run()
    // The index is a fifth smaller; few titles are not worth the time.
    if count - searchable > searchable / 10 { try joinSegments.run() }
  }
}
