/// A burst of keys: input faster than a hand can type, as a scanner sends it.
package struct Burst: Hashable, Sendable {
  /// One event of a burst.
  package struct Keystroke: Hashable, Sendable {
    /// The key, or another event among the keys.
    package let event: Event
    /// The milliseconds since the previous event; 0 for the first.
    package let milliseconds: Int

    /// Creates a stroke from an event and the milliseconds since the previous
    /// one.
    package init(_ event: Event, after milliseconds: Int) {
      self.event = event
      self.milliseconds = milliseconds
    }
  }

  /// The end of a burst.
  package enum End: Hashable, Sendable {
    /// Enter, which is not one of the strokes.
    case enter
    /// No further input.
    case silence
  }

  /// The strokes, in order.
  package let strokes: [Keystroke]
  /// The end of the burst.
  package let end: End
  /// The number of first strokes that arrived late and were already reported as
  /// keys.
  package let typedCount: Int
  /// True if other characters came shortly before the burst.
  package let isTorn: Bool

  /// Creates a burst.
  package init(
    _ strokes: [Keystroke], end: End, typedCount: Int = 0, isTorn: Bool = false
  ) {
    self.strokes = strokes
    self.end = end
    self.typedCount = typedCount
    self.isTorn = isTorn
  }
}
