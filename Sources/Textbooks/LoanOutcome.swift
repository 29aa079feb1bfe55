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
}
