/// A kept list and a newer one of its kind: where the newer one has all that it
/// says of a record, the catalogue is the same without that record of the old
/// one.
///
/// That does not hold if something has looked, between the two, at what only the
/// old one told: complete lists do, and so does the end of a complete one.
struct Replacement {
  private let old: ImportedList
  private let new: ImportedList
  /// The columns of the new list: its files may have other ones.
  private let layouts: [ListLayout]
  /// The lists between them.
  private let between: [ImportedList]

  /// Creates a replacement of one of the kept lists.
  init(
    of old: ImportedList, by new: ImportedList, with layouts: [ListLayout],
    among kept: [ImportedList]
  ) {
    self.old = old
    self.new = new
    self.layouts = layouts
    between = kept.filter { $0.id > old.id && $0.id < new.id }
  }

  /// True if the new list tells what has become of the old one's records, and
  /// nothing depends on when the old one came.
  var isPossible: Bool {
    guard old.kind == new.kind, old.level <= new.level else { return false }
    if old.isComplete {
      guard new.isComplete, !between.contains(where: { isDecided(before: $0) })
      else { return false }
    }
    return new.isComplete || new.digest == old.digest
  }

  /// Returns true if what a complete old list has ended may be something else
  /// after another list.
  private func isDecided(before list: ImportedList) -> Bool {
    switch old.kind {
    // Who holds something is not gone.
    case .borrowers: list.kind.isOfItems
    case .loans: list.kind == .items
    case .items, .blocks, .sets: false
    }
  }

  /// Returns true if records of the old list with these columns can be left
  /// out where the new list has them.
  func covers(_ layout: ListLayout) -> Bool {
    layouts.allSatisfy { layout.isWithin($0) }
      && !between.contains { $0.isComplete && layout.isSeen(by: $0.kind) }
  }
}

extension ListLayout {
  /// Returns true if another list of this kind fills all of its columns.
  fileprivate func isWithin(_ other: ListLayout) -> Bool {
    let columnsAreFilled =
      switch kind {
      case .items, .loans:
        ItemColumn.allCases.allSatisfy { !fills($0) || other.fills($0) }
      case .borrowers, .blocks:
        BorrowerColumn.allCases.allSatisfy { !fills($0) || other.fills($0) }
      case .sets:
        ClassTitleColumn.allCases.allSatisfy { !fills($0) || other.fills($0) }
      }
    return columnsAreFilled && (!hasTitle || other.hasTitle)
      && (!hasAuthor || other.hasAuthor)
  }

  /// Returns true if a complete list of a kind looks at the columns: what it
  /// does then would be something else without them.
  fileprivate func isSeen(by other: ListKind) -> Bool {
    guard kind.isOfItems else { return false }
    let loan: [ItemColumn] = [.onLoan, .due, .holder]
    let count = loan.count { fills($0) }
    return switch other {
    case .loans: count > 0 && count < loan.count
    case .borrowers: fills(.onLoan) || fills(.holder)
    case .items, .blocks, .sets: false
    }
  }
}
