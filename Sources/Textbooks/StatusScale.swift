/// The states that a copy may have, in the order of their numbers.
package struct StatusScale: Hashable, Sendable {
  /// The statuses.
  package let statuses: [CopyStatus]

  /// The states in which a copy may be lent, unless a school says otherwise.
  package static let lendable = [1, 2, 3]

  /// Creates the scale of a school.
  ///
  /// - Parameters:
  ///   - labels: the labels of its own; numbers from 8 on add statuses.
  ///   - lendable: the numbers of those in which a copy may be lent.
  package init(
    labels: [StatusLabel] = [], lendable: [Int] = Self.lendable
  ) {
    let own = Dictionary(labels.map { ($0.id, $0.label) }) { $1 }
    statuses = Set(CopyStatus.fixed).union(own.keys).sorted().map {
      CopyStatus(
        id: $0, label: own[$0],
        grade: CopyStatus.graded.contains($0) ? $0 : nil,
        isLendable: lendable.contains($0))
    }
  }

  /// Returns the status with a number; nil if the scale has none.
  package subscript(id: Int) -> CopyStatus? {
    statuses.first { $0.id == id }
  }

  /// Returns the grade of wear of a status; nil if it has none.
  func grade(of id: Int?) -> Int? { id.flatMap { self[$0]?.grade } }
}
