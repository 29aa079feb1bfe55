import Circulation

/// The years of a loan, as a school counts them.
package struct LoanYears: Hashable, Sendable {
  /// The number of school years that the loan took, at least 1.
  package let count: Int
  /// The calendar year in which the last of them began.
  package let last: Int

  /// The month from which on loans are for the next school year.
  private static let firstMonth = 7

  /// Counts the years of a loan.
  ///
  /// A return belongs to the years of its loan, however late it is.
  ///
  /// - Parameters:
  ///   - lent: the time of the loan; nil if it is not known.
  ///   - returned: the time of the return.
  package init(lent: LocalTime?, returned: LocalTime) {
    guard let lent else {
      // Books of the year before come back until the end of September.
      let back = returned.fields
      count = 1
      last = back.month > 9 ? back.year : back.year - 1
      return
    }
    let days = (returned.wallMinutes - lent.wallMinutes) / (24 * 60)
    count = max((days + 182) / 365, 1)
    last = Self.firstYear(of: lent) + count - 1
  }

  /// Returns the calendar year in which the school year of a loan began.
  package static func firstYear(of lent: LocalTime) -> Int {
    let out = lent.fields
    return out.month >= firstMonth ? out.year : out.year - 1
  }

  /// Returns the year of circulation of a copy, from 1; nil if it was first
  /// lent later.
  ///
  /// - Parameter first: the year of its first circulation, such as `2024`, or a
  ///   text that begins with it.
  /// - Returns: the year of circulation.
  package func yearOfCirculation(since first: String?) -> Int? {
    guard let first, let start = Int(first.prefix(4)),
      first.prefix(4).count == 4,
      start <= last
    else { return nil }
    return last - start + 1
  }
}
