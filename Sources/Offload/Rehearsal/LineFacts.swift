import Circulation

/// All that is known of a line when the library system comes to it.
package struct LineFacts: Hashable, Sendable {
  /// The knowledge that the lists give of a number.
  package enum Knowledge: Hashable, Sendable {
    /// A list has it.
    case known
    /// No list has it, or not any more.
    case unknown
    /// There is no list of that kind.
    case untold
  }

  /// A borrower, as a number that is the same for the same digest; 0 if it is
  /// not known.
  package typealias BorrowerTag = UInt32

  /// The operation.
  package var operation: Operation
  /// The item.
  package var item = Knowledge.known
  /// The borrower; it does not matter for a return.
  package var borrower = Knowledge.known
  /// The borrower of a loan.
  package var borrowerTag: BorrowerTag = 0
  /// True if the borrower is blocked.
  package var isBlocked = false
  /// True if the borrower's card has expired on the day of the line.
  package var isExpired = false
  /// True if the item must not be lent.
  package var isNotForLoan = false
  /// True if the loan is overdue when it is uploaded.
  package var isPastDue = false
  /// True if somebody has requested the item.
  package var isRequested = false
  /// True if the item's status is that of a lost one.
  package var isLost = false
  /// True if the borrower claims to have returned the item.
  package var isClaimed = false
  /// The state of the item.
  package var state = ItemState.unknown
  /// The borrower who has the item.
  package var holder: BorrowerTag = 0
  /// True if the state comes from an earlier line, and not from a list.
  package var isByEarlierLine = false
  /// True if that line is of the same day, or of a later one.
  package var isOfSameDay = false

  /// Creates the facts of a line about which nothing speaks.
  package init(_ operation: Operation) {
    self.operation = operation
  }

  /// The relation of the item to the borrower who takes it.
  package enum Possession: Hashable, Sendable {
    /// Nobody has it, as far as it is known.
    case free
    /// The borrower has it.
    case same
    /// Another borrower has it.
    case other
    /// Somebody has it, and no list says who.
    case somebody
  }

  /// Returns the relation of the item to a borrower who takes it.
  package func possession(for borrower: BorrowerTag) -> Possession {
    guard state == .lent else { return .free }
    if holder == 0 { return .somebody }
    return holder == borrower ? .same : .other
  }

  /// The effects of a loan on which no system looks: what is wrong with the
  /// borrower, and an item that is not for loan.
  func unnoticed(isOfBorrower: Bool = true) -> [LineEffect] {
    guard isNotForLoan || isPastDue || isBlocked || isExpired else {
      return []
    }
    return [
      isNotForLoan ? .notForLoan : nil,
      isPastDue ? .pastDue : nil,
      isOfBorrower && isBlocked ? .blocked : nil,
      isOfBorrower && isExpired ? .expired : nil,
    ].compactMap(\.self)
  }
}

/// The outcome of a line in a library system.
package struct LineOutcome: Hashable, Sendable {
  /// The effects that were not meant; none for most lines.
  package var effects: [LineEffect] = []
  /// The state of the item afterwards.
  package var state: ItemState
  /// The borrower who has the item afterwards.
  package var holder: LineFacts.BorrowerTag

  /// The item is as it was.
  static func nothing(
    _ line: LineFacts, _ effects: LineEffect...
  ) -> LineOutcome {
    LineOutcome(effects: effects, state: line.state, holder: line.holder)
  }

  /// The item is lent to the borrower of the line.
  static func lent(
    _ line: LineFacts, _ effects: [LineEffect]
  ) -> LineOutcome {
    LineOutcome(effects: effects, state: .lent, holder: line.borrowerTag)
  }

  /// The item is not on loan any more.
  static func returned(_ effects: [LineEffect]) -> LineOutcome {
    LineOutcome(effects: effects, state: .returned, holder: 0)
  }
}
