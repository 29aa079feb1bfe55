/// The matters of a morning as a list, the worst first, those of one kind
/// folded under a head that opens.
package struct MatterList: Hashable, Sendable {
  /// A row of the list.
  package enum Row: Hashable, Sendable {
    /// The head over matters of one kind, by the index of the group.
    case head(Int)
    /// A matter, by its index.
    case matter(Int)
  }

  /// The matters of one kind.
  package struct Group: Hashable, Sendable {
    /// The kind.
    package let kind: MorningMatter.Kind
    /// The indices of the matters.
    package let matters: Range<Int>
    /// True if each matter has a row of its own.
    package fileprivate(set) var isOpen: Bool
    /// True if there is a head, that opens and folds it.
    package let hasHead: Bool
  }

  /// The matters, the worst first.
  package let matters: [MorningMatter]
  /// The kinds of matters, in the order of the list.
  package private(set) var groups: [Group] = []
  /// The rows that are not folded away.
  package private(set) var rows: [Row] = []

  /// The number of matters of one kind from which they are folded.
  package static let foldedCount = 4

  /// Sorts and folds matters.
  package init(_ matters: [MorningMatter]) {
    let sorted = matters.sorted { $0.precedes($1) }
    self.matters = sorted
    var start = 0
    while start < sorted.count {
      let kind = sorted[start].kind
      let end =
        sorted[start...].firstIndex { $0.kind != kind } ?? sorted.count
      let isFolded = end - start >= Self.foldedCount
      groups.append(
        Group(
          kind: kind, matters: start..<end, isOpen: !isFolded,
          hasHead: isFolded))
      start = end
    }
    layRows()
  }

  private mutating func layRows() {
    rows = groups.enumerated().flatMap { index, group in
      (group.hasHead ? [Row.head(index)] : [])
        + (group.isOpen ? group.matters.map(Row.matter) : [])
    }
  }

  /// Opens or folds the group of a head.
  package mutating func toggle(_ group: Int) {
    groups[group].isOpen.toggle()
    layRows()
  }

  /// Returns the row of a matter, or that of its head if it is folded away.
  package func row(of matter: Int) -> Int {
    guard let row = rows.firstIndex(of: .matter(matter)) else {
      let group = groups.firstIndex { $0.matters.contains(matter) } ?? 0
      return rows.firstIndex(of: .head(group)) ?? 0
    }
    return row
  }
}
