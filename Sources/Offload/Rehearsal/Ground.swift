/// The knowledge from which an effect follows.
package enum Ground: String, CaseIterable, Hashable, Sendable {
  /// The lists of items.
  case items
  /// The lists of borrowers.
  case borrowers
  /// The lists of what is on loan.
  case loans
  /// The lines of the file.
  case lines
}

extension LineEffect {
  /// Returns the knowledge from which the effect follows.
  ///
  /// - Parameter isByEarlierLine: true if the item's state comes from a line.
  /// - Returns: the knowledge.
  func ground(isByEarlierLine: Bool) -> Ground {
    switch self {
    case .unreadable, .unfit: .lines
    case .itemUnknown, .notForLoan, .pastDue, .requested, .lost, .claimed:
      .items
    case .borrowerUnknown, .givenToPrevious, .blocked, .expired: .borrowers
    case .refused, .notRenewed, .dropped, .lentToOther, .takenFromOther,
      .notOnLoan:
      isByEarlierLine ? .lines : .loans
    }
  }
}
