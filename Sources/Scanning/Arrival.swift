/// What has arrived of one scan, or of a number typed by hand.
public struct Arrival: Hashable, Sendable {
  /// One character, as it came.
  public struct Stroke: Hashable, Sendable {
    /// The character.
    public let character: Character
    /// The milliseconds since the one before; 0 for the first.
    public let milliseconds: Int

    /// A character and the milliseconds since the one before.
    public init(_ character: Character, after milliseconds: Int) {
      self.character = character
      self.milliseconds = milliseconds
    }
  }

  /// What ended it.
  public enum End: Hashable, Sendable {
    /// Enter.
    case enter
    /// Tab.
    case tab
    /// Nothing: no more came.
    case silence
  }

  /// The characters, in order.
  public var strokes: [Stroke] = []
  /// What ended it; nil while it is coming.
  public var end: End?

  /// Nothing yet.
  public init() {}

  /// The characters as a text.
  public var text: String { String(strokes.map(\.character)) }

  /// The middle one of the times between characters, in milliseconds.
  public var pace: Int {
    let times = strokes.dropFirst().map(\.milliseconds).sorted()
    return times.isEmpty ? 0 : times[times.count / 2]
  }
}
