import Circulation

/// The facts of a loan that a fine depends on.
package struct LoanOutcome: Hashable, Sendable {
  /// The state at the start; nil if it is not known.
  package var start: Int?
  /// The state at the end.
  package var end: Int
  /// The full price of the title; nil or zero if it is not known.
  package var price: Money?
  /// The title's fee for slight damage; nil if it has none.
  package var fee: Money?
  /// The year of circulation in which the copy came back, from 1; nil if it is
  /// not known.
  package var year: Int?
  /// The number of school years that the loan took.
  package var loanYears = 1

  /// Creates the facts of a loan.
  package init(
    from start: Int?, to end: Int, price: Money? = nil, fee: Money? = nil,
    year: Int? = nil, loanYears: Int = 1
  ) {
    self.start = start
    self.end = end
    self.price = price
    self.fee = fee
    self.year = year
    self.loanYears = loanYears
  }

  /// Creates the facts of a loan from what lists tell of its copy.
  ///
  /// - Parameters:
  ///   - start: the state at the start; nil if it is not known.
  ///   - end: the state at the end.
  ///   - copy: all that lists tell of the copy.
  ///   - lent: the time of the loan; nil if it was recorded elsewhere.
  ///   - returned: the time of the return, or of the loss.
  init(
    from start: Int?, to end: Int, _ copy: CopyFacts, lent: LocalTime?,
    returned: LocalTime
  ) {
    let years = LoanYears(lent: lent, returned: returned)
    self.init(
      from: start, to: end, price: copy.price, fee: copy.fee,
      year: years.yearOfCirculation(since: copy.firstYear),
      loanYears: years.count)
  }
}
