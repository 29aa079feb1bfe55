import Circulation
import Textbooks

/// The states of a school's copies, and what is owed for them, that go back to
/// the library system after the loans and returns.
package struct CopyStates: Hashable, Sendable {
  /// The last state that was noted of a copy.
  package struct Noted: Hashable, Sendable {
    /// The number of the copy.
    package let item: String
    /// The state.
    package let status: Int
    /// True if the copy was returned, and not lent since.
    package let isBack: Bool

    /// Creates a state of a copy.
    package init(_ item: String, _ status: Int, isBack: Bool = true) {
      self.item = item
      self.status = status
      self.isBack = isBack
    }
  }

  /// The amount that is owed for a copy.
  package struct Due: Hashable, Sendable {
    /// The number of the copy.
    package let item: String
    /// The amount; nil if nothing is owed, or no longer.
    package let amount: Money?

    /// Creates the amount that is owed for a copy.
    package init(_ item: String, _ amount: Money?) {
      self.item = item
      self.amount = amount
    }
  }

  /// The states, by number of the copy.
  package private(set) var noted: [Noted] = []
  /// The amounts, by number of the copy.
  package private(set) var dues: [Due] = []
  /// The copies of which somebody has to decide the amount.
  package private(set) var undecided: [String] = []
  /// The copies with an earlier fine that is open too.
  package private(set) var earlier: [String] = []
  /// The copies that were noted as lost and not returned: only a return gives
  /// the library system somebody to bill.
  package private(set) var lost: [String] = []

  /// Creates no states.
  package init() {}

  /// Creates states of their parts.
  package init(
    noted: [Noted], dues: [Due] = [], undecided: [String] = [],
    earlier: [String] = [], lost: [String] = []
  ) {
    self.noted = noted
    self.dues = dues
    self.undecided = undecided
    self.earlier = earlier
    self.lost = lost
  }

  /// Collects what stations have noted since they were archived.
  ///
  /// - Parameters:
  ///   - journals: the current journals of the stations, with all that was
  ///     saved.
  ///   - fines: the fines of the stations.
  package init(of journals: [JournalReplay], _ fines: [Fine]) {
    let history = LendingHistory(of: journals)
    let copies = history.copies.values.sorted { $0.item.text < $1.item.text }
    var own: Set<String> = Set(history.fines.keys.map(\.text))
    for copy in copies {
      for episode in copy.episodes {
        own.formUnion(
          [episode.lent, episode.returned].compactMap { $0?.fine.text })
      }
    }
    let charged = Dictionary(
      grouping: fines.filter { own.contains($0.id) }, by: \.item)
    for copy in copies {
      guard let status = copy.state else { continue }
      noted.append(Noted(copy.item.text, status, isBack: copy.isBack))
      if copy.loss != nil { lost.append(copy.item.text) }
      if copy.isBack, charged[copy.item.text] == nil {
        dues.append(Due(copy.item.text, nil))
      }
    }
    for (item, fines) in charged.sorted(by: { $0.key < $1.key }) {
      add(fines.sorted { $0.time.precedes($1.time) }, of: item)
    }
    dues.sort { $0.item < $1.item }
  }

  /// Adds the fines of a copy: the system has one amount for each copy.
  private mutating func add(_ fines: [Fine], of item: String) {
    guard let last = fines.last else { return }
    if fines.dropLast().contains(where: \.isOpen) { earlier.append(item) }
    if last.isOpen, last.amount == nil {
      undecided.append(item)
    } else {
      dues.append(Due(item, last.isOpen ? last.amount : nil))
    }
  }

  /// The copies of each state, by its number.
  package var byStatus: [(status: Int, copies: [Noted])] {
    Dictionary(grouping: noted, by: \.status).sorted { $0.key < $1.key }
      .map { ($0.key, $0.value) }
  }
}

extension CopyHistory {
  /// True if the copy was returned, and not lent since.
  fileprivate var isBack: Bool { episodes.last?.returned != nil }
}
