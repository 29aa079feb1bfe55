/// An error that prevents moving the dates.
package enum RedatingError: Error, Hashable, Sendable {
  /// No selected line has a date.
  case noDate(path: String)
  /// A line would be before 1970 or after 9999.
  case beyondYears(path: String)
}
