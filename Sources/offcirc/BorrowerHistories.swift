import Catalogue
import Circulation
import Languages
import Textbooks

/// The history of borrowers: their loans by journals and lists, and their
/// fines.
struct BorrowerHistories {
  private let copies: CopyHistories
  private let people: BorrowerNumbers
  /// The borrower of each copy that is on loan, as far as it is known.
  private let holders: [(item: String, borrower: BorrowerNumbers.Key)]

  /// Reads the history of all borrowers.
  ///
  /// - Throws: ``CirculationError``; ``FileError``; ``CatalogueError``.
  init(
    of place: CommandContext, _ options: FineOptions, _ catalogue: Catalogue?
  ) throws {
    copies = try CopyHistories(of: place, options, catalogue)
    people = BorrowerNumbers(catalogue)
    let loans =
      try copies.reading?.openLoans()
      ?? catalogue.map {
        try $0.openLoans(LendingHistory(of: []), $0.listsByNumber())
      } ?? []
    var holders: [(item: String, borrower: BorrowerNumbers.Key)] = []
    for loan in loans {
      if let number = loan.borrower {
        holders.append((loan.item.text, try people.key(of: number)))
      } else if let holder = try catalogue?.item(loan.item.text)?.holder {
        // The lists have digests of numbers that are not kept.
        holders.append((loan.item.text, .listed(holder)))
      }
    }
    self.holders = holders
  }

  /// Returns the copies that a borrower has.
  ///
  /// - Throws: ``CatalogueError``.
  func heldCopies(of number: String) throws -> [String] {
    let key = try people.key(of: number)
    return holders.filter { $0.borrower == key }.map(\.item)
  }

  /// Returns the fines that a borrower owes.
  ///
  /// - Throws: ``CatalogueError``.
  func openFines(of number: String) throws -> [Fine] {
    try copies.fines.filter { try $0.isOpen && people.isSame($0, number) }
  }

  /// The numbers of copies on loan, by borrower.
  var heldCounts: [BorrowerNumbers.Key: Int] {
    holders.reduce(into: [:]) { $0[$1.borrower, default: 0] += 1 }
  }

  /// Returns the numbers of fines that are open, by borrower.
  ///
  /// - Throws: ``CatalogueError``.
  func fineCounts() throws -> [BorrowerNumbers.Key: Int] {
    var counts: [BorrowerNumbers.Key: Int] = [:]
    for fine in copies.fines where fine.isOpen {
      guard let number = fine.borrower else { continue }
      counts[try people.key(of: number), default: 0] += 1
    }
    return counts
  }

  /// Returns the history of a borrower, the oldest row first.
  ///
  /// - Parameters:
  ///   - number: the number on the card.
  ///   - title: returns the title of a copy.
  /// - Returns: the rows.
  /// - Throws: ``CatalogueError``.
  func rows(
    of number: String, titled title: (String) throws -> String?
  ) throws -> [HistoryRow] {
    var items: Set<String> = []
    for copy in copies.copies.values {
      for episode in copy.episodes
      where try people.isSame(episode.borrower?.text, number) {
        items.insert(copy.item.text)
      }
    }
    for fine in copies.fines + copies.suspicious
    where try people.isSame(fine, number) {
      items.insert(fine.item)
    }
    let rows = try items.sorted().flatMap { item in
      try copies.rows(of: item, title(item)).filter {
        try people.isSame($0.borrower, number)
          || people.isSame($0.fine?.borrower, number)
      }
    }
    return rows.enumerated().sorted { left, right in
      guard let one = left.element.time, let other = right.element.time,
        one != other
      else { return left.offset < right.offset }
      return one.precedes(other)
    }
    .map(\.element)
  }
}

/// The numbers of borrowers: a card may have more on it than the lists.
final class BorrowerNumbers {
  /// A borrower, known by the lists or not.
  enum Key: Hashable {
    /// A borrower of the lists.
    case listed(NumberDigest)
    /// A number that no list has.
    case unknown(String)
  }

  private let catalogue: Catalogue?
  private var keys: [String: Key] = [:]

  /// Prepares the look-up of numbers in a catalogue; nil if there is none.
  init(_ catalogue: Catalogue?) {
    self.catalogue = catalogue
  }

  /// Returns the borrower of a number.
  ///
  /// - Throws: ``CatalogueError``.
  func key(of number: String) throws(CatalogueError) -> Key {
    if let key = keys[number] { return key }
    let borrower = try catalogue?.borrower(number)
    let key = borrower.map { Key.listed($0.digest) } ?? .unknown(number)
    keys[number] = key
    return key
  }

  /// Returns true if a text is a number of the same borrower as another.
  ///
  /// - Throws: ``CatalogueError``.
  func isSame(
    _ text: String?, _ number: String
  ) throws(CatalogueError) -> Bool {
    guard let text else { return false }
    if text == number { return true }
    return try key(of: text) == key(of: number)
  }

  /// Returns true if a fine is of the borrower of a number.
  ///
  /// - Throws: ``CatalogueError``.
  func isSame(
    _ fine: Fine, _ number: String
  ) throws(CatalogueError) -> Bool {
    try isSame(fine.borrower, number)
  }
}
