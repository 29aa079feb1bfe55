import Circulation

/// A school year, by the calendar year in which it begins.
package struct SchoolYear: Hashable, Sendable {
  /// The calendar year in which it begins.
  package let first: Int

  /// Creates the year that begins in a calendar year.
  package init(beginningIn first: Int) { self.first = first }

  /// Creates the year for which copies are lent at a time.
  package init(ofLoansAt time: LocalTime) {
    first = LoanYears(lent: time, returned: time).last
  }

  /// Creates the year whose copies come back at a time: until the end of
  /// September, that which is over.
  package init(ofReturnsAt time: LocalTime) {
    first = LoanYears(lent: nil, returned: time).last
  }

  /// Returns true if a return is one of this year or of a later one: by its
  /// loan, or because it came so late.
  func covers(lent: LocalTime?, returned: LocalTime) -> Bool {
    first <= LoanYears(lent: lent, returned: returned).last
      || first <= LoanYears(lent: nil, returned: returned).last
  }
}
