/// The words of the page about the day.
package protocol DayWords: Sendable {
  /// The title of the page.
  var dayTitle: String { get }
  /// The heads of its columns, at most nine characters each: the hour, the
  /// numbers of loans, returns, readers with loans, and refused scans.
  var dayColumns: [String] { get }
  /// In the column of hours: the sums of the day, eight characters at most.
  var wholeDay: String { get }
  /// The meaning of two characters in the chart.
  func dayLegend(loans: Character, returns: Character) -> String
  /// The place of the sums of refused scans, which go with the window.
  var dayNote: String { get }
}
