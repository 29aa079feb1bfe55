/// The counts of a school's copies.
package struct CopyCounts: Sendable {
  /// The number of copies that are counted.
  package private(set) var copies = 0
  /// The number of their titles.
  package private(set) var titles = 0
  /// The number of those that are on loan.
  package private(set) var onLoan = 0
  /// The number of those in each state; those without one are not in it.
  package private(set) var states: [Int: Int] = [:]
  /// The number of copies that are to be deleted.
  package private(set) var toDelete = 0
  /// The number of copies that the last complete list does not have.
  package private(set) var gone = 0

  private var title: (title: String?, author: String?)?

  /// Creates counts of nothing.
  package init() {}

  /// The number of copies without a state.
  package var stateless: Int { copies - states.values.reduce(0, +) }

  /// Counts a copy; those of one title come one after the other.
  package mutating func add(_ copy: SchoolCopy) {
    guard copy.item.deleted == nil else { return }
    guard copy.isCounted else {
      if copy.isToDelete { toDelete += 1 } else { gone += 1 }
      return
    }
    copies += 1
    if copy.isOnLoan { onLoan += 1 }
    if let state = copy.state { states[state, default: 0] += 1 }
    let new = (copy.item.title, copy.item.author)
    if title.map({ $0 != new }) ?? true { titles += 1 }
    title = new
  }
}
