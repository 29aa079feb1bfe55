/// What a language needs besides its words: its ways to count and to date.
protocol Grammar {
  /// The way in which it counts and lists.
  var counting: Counting { get }
  /// The way in which it writes dates and times.
  var dates: DateStyle { get }
}
