/// Titles of classes, and the items of each: those with its ISBN or its title.
///
/// Only where there are none, its call number tells which they are: one may
/// stand for several titles.
package struct TitleSearch: Sendable {
  private var isbns: [String: Int] = [:]
  private var names: [String: Int] = [:]
  private var callNumbers: [String: Int] = [:]
  /// True for each title that an item has by ISBN or title.
  private var isKnown: [Bool]
  /// True for each title that an item has by its call number.
  private var isShelved: [Bool]
  /// The first titles that are the same as each title.
  private var firsts: [Set<Int>] = []

  /// Creates a search for titles among items.
  ///
  /// - Parameters:
  ///   - titles: the titles.
  ///   - database: the file of the items.
  /// - Throws: ``DatabaseError``.
  init(
    for titles: [ClassTitle], in database: Database
  ) throws(DatabaseError) {
    isKnown = [Bool](repeating: false, count: titles.count)
    isShelved = isKnown
    // Two rows of one title are one: the first.
    func note(_ text: String?, _ index: Int, _ places: inout [String: Int]) {
      guard let text, !text.isEmpty, places[text] == nil else { return }
      places[text] = index
    }
    for (index, title) in titles.enumerated() {
      note(title.isbn?.foldedISBN, index, &isbns)
      note(title.title?.foldedForHeader, index, &names)
      note(title.callNumber?.foldedForHeader, index, &callNumbers)
    }
    firsts = titles.map { title in
      Set(
        [
          index(isbn: title.isbn, title: nil),
          index(isbn: nil, title: title.title),
          index(callNumber: title.callNumber),
        ].compactMap(\.self))
    }
    guard !titles.isEmpty else { return }
    let query = try database.prepare(
      """
      SELECT DISTINCT item.isbn, title.title, item.callNumber
      FROM item LEFT JOIN title ON title.id = item.title WHERE NOT item.gone
      """)
    while try query.step() {
      let (isbn, title) = (query.text(0), query.text(1))
      if let index = index(isbn: isbn, title: title) { isKnown[index] = true }
      if let index = index(callNumber: query.text(2)) {
        isShelved[index] = true
      }
    }
  }

  private func index(isbn: String?, title: String?) -> Int? {
    isbn.flatMap { isbns[$0.foldedISBN] }
      ?? title.flatMap { names[$0.foldedForHeader] }
  }

  private func index(callNumber: String?) -> Int? {
    callNumber.flatMap { callNumbers[$0.foldedForHeader] }
  }

  /// Returns true if an item has the title of an index.
  package func hasCopy(_ index: Int) -> Bool {
    firsts[index].contains { isKnown[$0] || isShelved[$0] }
  }

  /// Returns the index of the title that an item has; nil if it has none.
  package func title(of item: Item) -> Int? {
    if let index = index(isbn: item.isbn, title: item.title) { return index }
    guard let index = index(callNumber: item.callNumber), !isKnown[index]
    else { return nil }
    return index
  }
}

extension Database {
  /// Returns the titles of classes, by class and title; of one list, or of all
  /// lists if it is nil.
  ///
  /// - Throws: ``DatabaseError``.
  func classTitles(
    ofList list: Int? = nil
  ) throws(DatabaseError) -> [ClassTitle] {
    let query = try prepare(
      """
      SELECT class, title, isbn, callNumber FROM class_title
      WHERE NOT gone\(list.map { " AND list = \($0)" } ?? "") ORDER BY key
      """)
    var titles: [ClassTitle] = []
    while try query.step() {
      titles.append(
        ClassTitle(
          group: query.text(0) ?? "", title: query.text(1),
          isbn: query.text(2), callNumber: query.text(3)))
    }
    return titles
  }
}
