/// What came faster than a hand presses keys: all that a scanner sent at once.
public struct Burst: Hashable, Sendable {
  /// One thing of it, as it came.
  public struct Stroke: Hashable, Sendable {
    /// A key, or what else was sent among the keys.
    public let event: Event
    /// The milliseconds since the one before; 0 for the first.
    public let milliseconds: Int

    /// Something that came, and the milliseconds since the one before.
    public init(_ event: Event, after milliseconds: Int) {
      self.event = event
      self.milliseconds = milliseconds
    }
  }

  /// What ended it.
  public enum End: Hashable, Sendable {
    /// Enter, which is none of the strokes.
    case enter
    /// Nothing: no more came.
    case silence
  }

  /// The strokes, in order.
  public let strokes: [Stroke]
  /// What ended it.
  public let end: End
  /// How many of its first strokes came late, and were told as keys already.
  public let typedCount: Int
  /// Whether other characters came before it, but not long before.
  public let isTorn: Bool

  /// Strokes with their end.
  public init(
    _ strokes: [Stroke], end: End, typedCount: Int = 0, isTorn: Bool = false
  ) {
    self.strokes = strokes
    self.end = end
    self.typedCount = typedCount
    self.isTorn = isTorn
  }
}
