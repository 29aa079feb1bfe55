/// The texts that many rows of a catalogue have, each kept once.
final class WordTable {
  /// The most words that are held in memory: a column may have as many as rows.
  private static let maximumHeld = 100_000

  private var numbers: [String: Int] = [:]
  private var count: Int
  private let find: Statement
  private let insertion: Statement

  /// Reads the words of a catalogue that is being built.
  ///
  /// - Throws: ``DatabaseError``.
  init(_ database: Database) throws(DatabaseError) {
    count = try database.number("SELECT max(id) FROM word") ?? 0
    find = try database.prepare("SELECT id FROM word WHERE text = ?")
    insertion = try database.prepare("INSERT INTO word VALUES(?, ?)")
  }

  /// Returns the number of a word, which is new or known.
  ///
  /// - Throws: ``DatabaseError``.
  func number(of text: String) throws(DatabaseError) -> Int {
    if let number = numbers[text] { return number }
    find.bind(text, at: 1)
    defer { find.reset() }
    let number: Int
    if try find.step(), let known = find.number(0) {
      number = known
    } else {
      number = try insert(text)
    }
    if numbers.count < Self.maximumHeld { numbers[text] = number }
    return number
  }

  private func insert(_ text: String) throws(DatabaseError) -> Int {
    count += 1
    insertion.bind(count, at: 1)
    insertion.bind(text, at: 2)
    try insertion.run()
    return count
  }
}
