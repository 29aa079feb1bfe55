import Catalogue
import Scanning

/// The notes on findings from a catalogue: numbers that may have been meant.
package struct FindingNotes {
  private let neighbours: KnownNeighbours

  /// Creates the notes from a catalogue.
  ///
  /// - Throws: ``CatalogueError``.
  package init(_ catalogue: Catalogue) throws(CatalogueError) {
    neighbours = try KnownNeighbours(catalogue)
  }

  /// Returns the numbers of the catalogue that may have been meant by the one
  /// of a finding, the likeliest first; none if the catalogue has that one.
  ///
  /// - Throws: ``CatalogueError``.
  package func nearMisses(
    of finding: Finding
  ) throws(CatalogueError) -> [NearMiss] {
    guard let (number, kind) = finding.issue.number else { return [] }
    let scan: Scan.Kind = kind == .item ? .item : .borrower
    guard try !neighbours.has(number, as: scan) else { return [] }
    return try neighbours.nearMisses(of: number, as: scan)
  }
}

extension FileIssue {
  /// The number that it is about, with its kind; nil if it is about none.
  fileprivate var number: (String, NumberKind)? {
    switch self {
    case .doubtful(let number, let kind, _), .short(let number, let kind, _),
      .unwise(let number, let kind, _), .full(let number, let kind),
      .ofBothKinds(let number, let kind, _), .title(let number, let kind, _),
      .spelling(let number, let kind, _, _),
      .twoNumbers(let number, let kind, _, _, _),
      .looksLikeOther(let number, let kind):
      (number, kind)
    default: nil
    }
  }
}
