import Circulation

/// A copy that a borrower has.
package struct OpenLoan: Hashable, Sendable {
  /// The number on the copy.
  package let item: Barcode
  /// The number of the borrower; nil if lists do not keep it.
  package let borrower: String?
  /// The time of the loan; nil if only a list has it.
  package let lent: LocalTime?
  /// The number of the fine if the copy does not come back.
  package let fine: FineID
  /// All that lists tell of the copy.
  package let facts: CopyFacts
  /// The state at the start; nil if it is not known.
  package let start: Int?

  /// Creates the last loan of a copy, as journals have it; nil if it is back.
  package init?(_ copy: CopyHistory, _ facts: CopyFacts) {
    guard let loan = copy.episodes.last, loan.returned == nil,
      let borrower = loan.borrower, let lent = loan.lent
    else { return nil }
    item = copy.item
    self.borrower = borrower.text
    self.lent = lent.time
    fine = lent.fine
    self.facts = facts
    start = loan.stateAtStart ?? facts.start
  }

  /// Creates the loan of a copy, as a list of a day has it.
  ///
  /// - Parameters:
  ///   - item: the copy.
  ///   - facts: all that lists tell of it.
  ///   - day: the day of the list, `YYYY-MM-DD`.
  package init(listed item: Barcode, _ facts: CopyFacts, on day: String) {
    self.item = item
    self.facts = facts
    borrower = facts.holder
    lent = nil
    start = facts.start
    // No station has recorded it.
    fine = FineID(
      station: Self.listPrefix + item.text,
      sequence: max(Int(day.filter(\.isNumber)) ?? 1, 1))
  }

  private static let listPrefix = "list-"

  /// Returns true if a fine is about a loan of the copy that only a list has.
  func isOfList(_ other: FineID) -> Bool {
    other.station == Self.listPrefix + item.text
  }

  /// Returns true if the copy had to be back on a day: it was lent before, and
  /// not for another year.
  package func isMissing(on day: LocalTime) -> Bool {
    guard let lent else { return !facts.isTwoYear }
    guard lent.precedes(day) || lent.isSameDay(as: day) else { return false }
    return !facts.isTwoYear || LoanYears(lent: lent, returned: day).count > 1
  }

  /// Returns the cost of the copy if it does not come back.
  package func loss(
    on day: LocalTime, by tariff: Tariff, on scale: StatusScale
  ) -> Derivation {
    tariff.derivation(
      of: LoanOutcome(
        from: start, to: CopyStatus.lost, facts, lent: lent, returned: day),
      on: scale)
  }
}
