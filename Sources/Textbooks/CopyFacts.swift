/// All that lists tell of a copy and that its fine depends on.
package struct CopyFacts: Hashable, Sendable {
  /// Its title.
  package var title: String?
  /// The full price of its title.
  package var price: Money?
  /// The fee of its title for slight damage.
  package var fee: Money?
  /// True if pupils keep its title for two years.
  package var isTwoYear = false
  /// The year of its first circulation, as lists write it.
  package var firstYear: String?
  /// The state at the start of the loan, by a list made before the return.
  package var start: Int?
  /// The number of the borrower who had it, by a list made before the return.
  package var holder: String?

  /// Creates the facts of a copy that no list has.
  package init() {}
}
