import Circulation

extension Rebuilding {
  /// Erases borrowers from all lists, and makes the catalogue of what is left.
  ///
  /// Each list is whole at any moment. The catalogue comes last: until then it
  /// has the borrowers, and the same call finishes what was interrupted.
  ///
  /// - Parameters:
  ///   - digests: the digests of the numbers on their cards.
  ///   - progress: takes the bytes that are read, and their number in all.
  /// - Throws: ``CatalogueError``.
  package func erase(
    _ digests: Set<NumberDigest>, progress: (Int, Int) -> Void = { _, _ in }
  ) throws(CatalogueError) {
    let hold = try lists.hold()
    defer { withExtendedLifetime(hold) {} }
    for list in try lists.open() where try list.names(digests) {
      try list.rewrite(as: list.list, on: disk) { $0.without(digests) }
    }
    try replace(with: lists.open(), removing: [], progress: progress)
  }
}

extension KeptList {
  /// Returns true if a record is about one of the borrowers.
  ///
  /// - Throws: ``CatalogueError``.
  fileprivate func names(
    _ digests: Set<NumberDigest>
  ) throws(CatalogueError) -> Bool {
    guard list.kind.isOfBorrowers || list.kind == .loans else { return false }
    var names = false
    _ = try read(reducedTo: list.level) { _ in
    } take: { record in
      names = names || record.names(digests)
    } progress: { _ in
    }
    return names
  }
}

extension ListRecord {
  fileprivate func names(_ digests: Set<NumberDigest>) -> Bool {
    switch self {
    case .borrower(let borrower): digests.contains(borrower.digest)
    case .item(let item): item.holder.map(digests.contains) ?? false
    case .classTitle: false
    }
  }

  /// Returns the record without borrowers; nil if it is about one of them.
  ///
  /// A loan stays.
  fileprivate func without(_ digests: Set<NumberDigest>) -> ListRecord? {
    guard names(digests) else { return self }
    guard case .item(var item) = self else { return nil }
    item[.holder] = nil
    return .item(item)
  }
}

extension ItemRecord {
  fileprivate var holder: NumberDigest? {
    self[.holder].flatMap { UInt64($0, radix: 16) }.map {
      NumberDigest(value: $0)
    }
  }
}
