import Catalogue
import Circulation
import Scanning

extension Morning {
  /// Returns the numbers that may have been meant by one of a line, the
  /// likeliest first, from all files and from the catalogue.
  ///
  /// - Parameters:
  ///   - place: the line.
  ///   - kind: the kind of the number.
  ///   - rules: the rules for numbers.
  ///   - known: the search in the catalogue; nil if there is none.
  /// - Returns: the numbers; none if the line has none of that kind.
  package func nearMisses(
    at place: FixedFile.Place, as kind: Scan.Kind, rules: ScanRules,
    known: KnownNeighbours? = nil
  ) -> [NearMiss] {
    guard let number = line(at: place)?.transaction?.number(kind) else {
      return []
    }
    var search = NearMissSearch(rejected: [number], of: kind, rules: rules)
    switch kind {
    case .item:
      for (item, count) in numbers.items {
        search.consider(item, lineCount: count)
      }
    case .borrower:
      for (borrower, places) in numbers.loans {
        search.consider(borrower, lineCount: places.count)
      }
    }
    // The numbers of the files are offered without the catalogue, too.
    let listed = try? known?.nearMisses(of: number, as: kind)
    return (search.nearMisses()[number] ?? []).joined(with: listed ?? [])
  }
}

extension Transaction {
  fileprivate func number(_ kind: Scan.Kind) -> String? {
    kind == .item ? item.text : borrower?.text
  }
}
