/// The grammar of a language: its ways to write counts, lists and dates.
protocol Grammar {
  /// The way in which it counts and lists.
  var counting: Counting { get }
  /// The way in which it writes dates and times.
  var dates: DateStyle { get }
}
