/// The comparison of what a scanner types with the numbers in the lists.
package struct Verification {
  /// The result of a scan.
  package enum Finding: Hashable, Sendable {
    /// The number is in a list.
    case found
    /// The rest of it is in a list.
    case foundAfter(NumberCut)
    /// It is in no list, whatever is taken off.
    case notFound
  }

  private let isKnown: (String) throws(CatalogueError) -> Bool
  /// The findings so far.
  package private(set) var findings: [Finding] = []

  /// Creates a comparison with numbers that are known.
  package init(
    _ isKnown: @escaping (String) throws(CatalogueError) -> Bool
  ) {
    self.isKnown = isKnown
  }

  /// Compares a scanned number.
  ///
  /// - Returns: the result.
  /// - Throws: ``CatalogueError``.
  package mutating func add(
    _ number: String
  ) throws(CatalogueError) -> Finding {
    let finding = try find(number)
    findings.append(finding)
    return finding
  }

  private func find(_ number: String) throws(CatalogueError) -> Finding {
    if try isKnown(number) { return .found }
    for cut in NumberCut.all(of: number) {
      if let rest = cut.rest(of: number), try isKnown(rest) {
        return .foundAfter(cut)
      }
    }
    return .notFound
  }

  /// The cut that made all numbers known that are; nil if there is none, or if
  /// one number alone shows it: that may be chance.
  package var cut: NumberCut? {
    let found = findings.filter { $0 != .notFound }
    guard found.count > 1, Set(found).count == 1,
      case .foundAfter(let cut) = found[0]
    else { return nil }
    return cut
  }
}
