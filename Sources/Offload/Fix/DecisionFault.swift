/// A reason why a decision can't be played.
package enum DecisionFault: Error, Hashable, Sendable {
  /// The file or the station does not have this line.
  case absent(LineName)
  /// The line is not a transaction, so it has no number to change.
  case notATransaction(FixedFile.Place)
  /// The line is a return, so it has no borrower.
  case noBorrower(FixedFile.Place)
  /// No line of the source has a date that could be moved.
  case noDate(LineSource)
  /// A line would be before 1970 or after 9999.
  case beyondYears(LineSource)
  /// The lines are not of the same minute: their times give the order.
  case apart(FixedFile.Place, FixedFile.Place)
  /// Later decisions put the lines in the other order.
  case contradicted(FixedFile.Place, FixedFile.Place)
  /// There is no earlier decision with the number that is undone.
  case nothingToUndo

  /// A fault, with the number of its decision.
  package struct Numbered: Hashable, Sendable {
    /// The number of the decision.
    package let number: Int
    /// The reason.
    package let fault: DecisionFault

    /// Numbers a fault.
    package init(_ number: Int, _ fault: DecisionFault) {
      self.number = number
      self.fault = fault
    }
  }
}
