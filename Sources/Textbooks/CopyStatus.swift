/// The state of a copy, as a number that never changes and a label that a
/// school chooses.
package struct CopyStatus: Hashable, Identifiable, Sendable {
  /// The number, from 1.
  package let id: Int
  /// The label that the school has given it; nil for that of the language.
  package let label: String?
  /// The grade of wear, 1 for new; nil for a state that says nothing of wear,
  /// and so never costs anything.
  package let grade: Int?
  /// True if a copy in this state may be lent.
  package let isLendable: Bool

  /// True if the state may lead to a fine.
  package var mayCost: Bool { grade != nil }
}

extension CopyStatus {
  /// The numbers that a status may have.
  package static let ids = 1...99
  /// The states of wear, from new to lost: they alone lead to fines.
  package static let graded = 1...5
  /// The state of a copy that nobody can find.
  package static let lost = 5
  /// The state of a copy that is to be deleted: it keeps its history.
  package static let toDelete = 6
  /// The state of a copy whose state is not known yet.
  package static let undetermined = 7
  /// The states that are always there.
  package static let fixed = 1...7
}

extension CopyStatus {
  /// Returns the state that is so many grades worse than another, or better if
  /// less than 0; nil if there is none.
  ///
  /// A state that says nothing of wear is taken for good: most copies are.
  package static func state(_ state: Int?, worseBy step: Int) -> Int? {
    guard let state, graded.contains(state) else { return 2 }
    return graded.contains(state + step) ? state + step : nil
  }
}
