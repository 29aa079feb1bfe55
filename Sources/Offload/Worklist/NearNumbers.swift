import Catalogue
import Scanning

/// The near misses of rejected numbers, from the file and from the catalogue.
struct NearNumbers {
  private let items: [String: [NearMiss]]
  private let borrowers: [String: [NearMiss]]
  private var knownItems: [String: [NearMiss]] = [:]
  private var knownBorrowers: [String: [NearMiss]] = [:]

  /// Joins the near misses of a file with those of the catalogue, if there is one.
  ///
  /// - Throws: ``CatalogueError``.
  init(
    items: [String: [NearMiss]], borrowers: [String: [NearMiss]],
    rejected: (items: Set<String>, borrowers: Set<String>),
    _ known: KnownNeighbours?
  ) throws(CatalogueError) {
    self.items = items
    self.borrowers = borrowers
    guard let known else { return }
    for number in rejected.items {
      knownItems[number] = try known.nearMisses(of: number, as: .item)
    }
    for number in rejected.borrowers {
      knownBorrowers[number] = try known.nearMisses(of: number, as: .borrower)
    }
  }

  /// Returns the near misses of a number in a message, the likeliest first.
  func nearMisses(
    of number: String, as kind: ReportMessage.Kind
  ) -> [NearMiss] {
    let (inFile, known) =
      kind == .userNotFound ? (borrowers, knownBorrowers) : (items, knownItems)
    return (inFile[number] ?? []).joined(with: known[number] ?? [])
  }
}
