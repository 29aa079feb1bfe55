import Algorithms
import Catalogue
import Circulation
import Scanning

/// A search for near misses among all numbers of the catalogue.
///
/// It asks for each number from which one slip makes the rejected one. For a
/// few numbers it asks the file; for many, all items are read once.
package final class KnownNeighbours {
  private let catalogue: Catalogue
  private let basis: ListBasis
  private let fingerprints = Fingerprints()
  private var items = FingerprintTable(initial: Presence())
  private var isLoaded = false
  private var askedCount = 0

  /// All that is remembered of a number: that it is there.
  private struct Presence: BitwiseCopyable {}

  /// The items in the lists for which a search in the file costs as much as a
  /// step through all of them.
  private static let itemsForEachSearch = 4_000

  /// Creates a search.
  ///
  /// - Throws: ``CatalogueError``.
  package init(_ catalogue: Catalogue) throws(CatalogueError) {
    self.catalogue = catalogue
    basis = ListBasis(try catalogue.lists())
  }

  /// Returns the near misses of a number, the likeliest first.
  ///
  /// Borrowers have some only where their numbers are kept.
  ///
  /// - Throws: ``CatalogueError``.
  package func nearMisses(
    of number: String, as kind: Scan.Kind
  ) throws(CatalogueError) -> [NearMiss] {
    switch kind {
    case .item: basis.items == nil ? [] : try items(near: number)
    case .borrower: basis.keepsNumbers ? try borrowers(near: number) : []
    }
  }

  /// Returns the number that was meant if item and borrower of a loan are
  /// swapped; nil if they are not.
  ///
  /// - Throws: ``CatalogueError``.
  package func swap(
    of loan: Transaction, for number: String
  ) throws(CatalogueError) -> NearMiss? {
    guard let borrower = loan.borrower else { return nil }
    let item = loan.item.text
    let isTurned = try (isBorrower(item), isItem(borrower.text))
    guard isTurned.0 || isTurned.1 else { return nil }
    let isRight = try (isItem(item), isBorrower(borrower.text))
    guard !isRight.0, !isRight.1 else { return nil }
    return NearMiss(
      number: number == item ? borrower.text : item, reason: .swapped,
      sightings: 0)
  }

  /// Returns true if a list has the number.
  ///
  /// - Throws: ``CatalogueError``.
  func has(
    _ number: String, as kind: Scan.Kind
  ) throws(CatalogueError) -> Bool {
    kind == .item ? try isItem(number) : try isBorrower(number)
  }

  private func isItem(_ number: String) throws(CatalogueError) -> Bool {
    guard let traits = try catalogue.traits(ofItem: number) else {
      return false
    }
    return !traits.marks.contains(.gone)
  }

  private func isBorrower(_ number: String) throws(CatalogueError) -> Bool {
    try catalogue.traits(ofBorrower: catalogue.digest(of: number)) != nil
  }

  private func items(
    near number: String
  ) throws(CatalogueError) -> [NearMiss] {
    askedCount += 1
    if !isLoaded,
      askedCount * Self.itemsForEachSearch > basis.itemRowCount
    {
      try load()
    }
    return try found(near: number) { (variant) throws(CatalogueError) in
      if isLoaded {
        return items.value(of: fingerprints.of(variant)) != nil
      }
      return try isItem(String(variant))
    }
  }

  private func load() throws(CatalogueError) {
    isLoaded = true
    items = FingerprintTable(
      initial: Presence(), capacity: 2 * basis.itemRowCount)
    try catalogue.forEachItem { number, traits in
      guard !traits.marks.contains(.gone) else { return }
      _ = items.place(of: fingerprints.of(Span(_unsafeBytes: number)))
    }
  }

  private func borrowers(
    near number: String
  ) throws(CatalogueError) -> [NearMiss] {
    try found(near: number) { (variant) throws(CatalogueError) in
      let digest = catalogue.digest(of: String(variant))
      return try catalogue.keptNumber(ofBorrower: digest) != nil
    }
  }

  private func found(
    near number: String,
    _ isKnown: (Span<UInt8>) throws(CatalogueError) -> Bool
  ) throws(CatalogueError) -> [NearMiss] {
    var found: [NearMiss] = []
    var failure: CatalogueError?
    NumberVariants(of: number).visitAll { variant, reason in
      guard failure == nil else { return }
      do throws(CatalogueError) {
        guard try isKnown(variant) else { return }
      } catch {
        failure = error
      }
      found.append(
        NearMiss(number: String(variant), reason: reason, sightings: 0))
    }
    if let failure { throw failure }
    return found.fewOfEachReason
  }
}

extension [NearMiss] {
  /// The first few, with all of the same reason or none: where numbers are
  /// given out in a row, dozens differ in one digit.
  fileprivate var fewOfEachReason: [NearMiss] {
    var few: [NearMiss] = []
    for reason in NearMiss.Reason.allCases {
      let more = filter { $0.reason == reason }
      guard few.count + more.count <= NearMissSearch.maximumCount else {
        continue
      }
      few += more.sorted { $0.number < $1.number }
    }
    return few
  }

  /// Returns the near misses of a file with those of the catalogue, the
  /// likeliest first.
  func joined(with known: [NearMiss]) -> [NearMiss] {
    // Those of a file come in that order.
    if known.isEmpty { return self }
    let new = known.filter { near in
      !contains { $0.number == near.number }
    }
    return (self + new).likeliest
  }

  /// The few that are shown, the likeliest first.
  var likeliest: [NearMiss] {
    min(count: NearMissSearch.maximumCount) {
      ($0.reason, $1.sightings, $0.number)
        < ($1.reason, $0.sightings, $1.number)
    }
  }
}

extension String {
  fileprivate init(_ variant: Span<UInt8>) {
    self = variant.withUnsafeBufferPointer {
      String(decoding: $0, as: UTF8.self)
    }
  }
}
