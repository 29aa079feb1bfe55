import Circulation

/// The wear and loss of copies, by the year of their first circulation or by
/// their title.
package struct WearTable: Hashable, Sendable {
  /// The ways of grouping copies.
  package enum Grouping: String, CaseIterable, Sendable {
    /// By the year of first circulation.
    case year
    /// By the title.
    case title
  }

  /// The copies of a year or a title.
  package struct Row: Hashable, Sendable {
    /// The year or the title; nil for copies of which it is not known.
    package let name: String?
    /// The number of copies.
    package fileprivate(set) var copyCount = 0
    /// The number of loans.
    package fileprivate(set) var loanCount = 0
    /// The number of loans of which both states are known.
    package fileprivate(set) var gradedCount = 0
    /// The sum of the grades that these loans cost, less those that they won.
    package fileprivate(set) var gradeSum = 0
    /// The number of copies that are lost.
    package fileprivate(set) var lostCount = 0
    /// The number of copies that are to be deleted.
    package fileprivate(set) var toDeleteCount = 0

    /// The mean change of grade in hundredths, more than 0 for wear; nil if no
    /// loan tells it.
    package var meanChange: Int? {
      guard gradedCount > 0 else { return nil }
      let sum = gradeSum.magnitude * 200 + UInt(gradedCount)
      let mean = Int(sum / UInt(2 * gradedCount))
      return gradeSum < 0 ? -mean : mean
    }
  }

  private let grouping: Grouping
  private let scale: StatusScale
  private var rowsByName: [String?: Row] = [:]

  /// Creates a table without copies.
  package init(by grouping: Grouping, on scale: StatusScale) {
    self.grouping = grouping
    self.scale = scale
  }

  /// The rows, by name; copies of which it is not known come last.
  package var rows: [Row] {
    rowsByName.values.sorted { left, right in
      guard let one = left.name, let other = right.name else {
        return left.name != nil && right.name == nil
      }
      return one < other
    }
  }

  /// Adds a copy.
  ///
  /// - Parameters:
  ///   - copy: its loans; nil if journals have none.
  ///   - starts: the states at the start of its loans, as far as they are
  ///     known.
  ///   - facts: all that lists tell of it.
  ///   - status: its status by lists; nil if they have none.
  package mutating func add(
    _ copy: CopyHistory?, startingAt starts: [Int?] = [], _ facts: CopyFacts,
    listed status: Int?
  ) {
    let name: String? =
      switch grouping {
      // A list may write the whole day.
      case .year: facts.firstYear.map { String($0.prefix(4)) }
      case .title: facts.title
      }
    var row = rowsByName[name] ?? Row(name: name)
    row.copyCount += 1
    switch copy?.state ?? status {
    case CopyStatus.lost?: row.lostCount += 1
    case CopyStatus.toDelete?: row.toDeleteCount += 1
    default: break
    }
    if let copy {
      for (index, episode) in copy.episodes.enumerated()
      where FinishedLoan.loan(copy, index) == episode {
        row.add(episode, startingAt: starts[index], scale)
      }
    }
    rowsByName[name] = row
  }
}

extension WearTable.Row {
  fileprivate mutating func add(
    _ loan: LoanEpisode, startingAt start: Int?, _ scale: StatusScale
  ) {
    loanCount += 1
    // A loss is not wear: it is counted by itself.
    guard
      loan.returned != nil,
      let end = scale.grade(of: loan.notedState ?? start),
      end != CopyStatus.lost, let best = scale.grade(of: start)
    else { return }
    gradedCount += 1
    gradeSum += end - best
  }
}
